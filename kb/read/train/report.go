package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// score is what a set of answers is worth, in per cent.
type score struct {
	n                           int
	em, ok, cont, c5, h1, reach float64
}

func (s *score) add(o score) {
	s.n++
	s.em += o.em
	s.ok += o.ok
	s.cont += o.cont
	s.c5 += o.c5
	s.h1 += o.h1
	s.reach += o.reach
}

func (s score) String() string {
	p := 100 / float64(max(1, s.n))
	return fmt.Sprintf("%5d %6.1f %6.1f %6.1f %6.1f %6.1f %6.1f", s.n, p*s.em, p*s.ok, p*s.cont, p*s.c5, p*s.h1, p*s.reach)
}

const header = "    n     EM     ok   cont     c5     h1  reach"

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// measure judges one list of answers.
func (it *item) measure(order []int) score {
	var s score
	if len(order) == 0 {
		return s
	}
	best := it.Examples[order[0]]
	s.em, s.ok, s.cont, s.h1 = one(best.Exact), one(best.Right), one(best.Shown), one(best.Held)
	for _, k := range order[:min(5, len(order))] {
		s.c5 = max(s.c5, one(it.Examples[k].Shown))
	}
	for _, e := range it.Examples {
		s.reach = max(s.reach, one(e.Exact))
	}
	return s
}

func (q *question) clean() bool { return q.Answerable && q.Solid && q.Fresh }

// report prints the scores of the subsets, and of the kinds of question.
func report(w io.Writer, st *set, answers [][]int) {
	by := map[string]*score{}
	for i, it := range st.items {
		if !it.Question.Answerable {
			continue
		}
		s := it.measure(answers[i])
		names := []string{"answerable"}
		if it.Question.clean() {
			names = append(names, "clean", "clean "+it.Question.Type)
		}
		for _, n := range names {
			if by[n] == nil {
				by[n] = &score{}
			}
			by[n].add(s)
		}
	}
	var names []string
	for n := range by {
		names = append(names, n)
	}
	slices.Sort(names)
	fmt.Fprintf(w, "%-16s%s\n", "", header)
	for _, n := range names {
		fmt.Fprintf(w, "%-16s%v\n", n, *by[n])
	}
}

// total is the score of a subset.
func total(st *set, answers [][]int, clean bool) score {
	var sum score
	for i, it := range st.items {
		if it.Question.Answerable && (!clean || it.Question.clean()) {
			sum.add(it.measure(answers[i]))
		}
	}
	return sum
}

// ablate measures the answers without each feature in turn.
func ablate(w io.Writer, st *set, s settings, names []string) {
	done := map[string]bool{}
	for _, n := range names {
		group, _, _ := strings.Cut(n, ":")
		if done[group] {
			continue
		}
		done[group] = true
		s.boost.off = switchedOff(names, append(strings.Split(s.off, ","), group))
		answers := crossValidate(st, s)
		fmt.Fprintf(w, "-%-16s clean %v   answerable %v\n", group, total(st, answers, true), total(st, answers, false))
	}
}
