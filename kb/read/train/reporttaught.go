package main

import (
	"fmt"
	"io"
	"math"
	"slices"

	"dateline/kb/reader/train/corpus"
)

// reportTaught prints for the short questions, by source and by kind, how often
// the best candidate is right, and what is answered, right and falsely, from a
// confidence on.
func reportTaught(w io.Writer, st *set) {
	sure := st.confidences()
	by := map[string][]verdict{}
	for _, it := range st.taught {
		if len(it.order) == 0 {
			continue
		}
		best := it.Examples[it.order[0]]
		v := verdict{sure: sure[it], told: it.Question.Answerable, exact: best.Exact, right: best.Right, away: it.How == corpus.Away}
		for _, k := range it.order[:min(5, len(it.order))] {
			v.within = v.within || it.Examples[k].Exact
		}
		for _, e := range it.Examples {
			v.reach = v.reach || e.Exact
		}
		add := func(k string) { by[k] = append(by[k], v) }
		add(it.Source)
		if it.Source == "squad" {
			continue
		}
		if it.How == corpus.Own {
			add("own " + it.Source)
			add("kind " + it.Question.Type)
		}
		if !v.told && it.How == corpus.Own {
			add("reason " + it.Reason)
		}
		add([]string{"how own", "how away", "how among"}[it.How])
	}
	var keys []string
	for k := range by {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	fmt.Fprintf(w, "\n%-20s%6s %6s %6s %6s %6s | right and false from 0.3, 0.4, 0.5, 0.6 | right at 0.8\n", "", "told", "EM", "ok", "EM5", "reach")
	for _, k := range keys {
		fmt.Fprintf(w, "%-20s%s\n", k, tabulate(by[k]))
	}
}

type verdict struct {
	sure                                    float64
	told, exact, right, within, reach, away bool
}

func tabulate(list []verdict) string {
	var told, em, ok, em5, reach, sure, sureRight float64
	for _, v := range list {
		if v.told {
			told++
			em, ok, em5, reach = em+one(v.exact), ok+one(v.right), em5+one(v.within), reach+one(v.reach)
		}
		if v.sure >= 0.8 {
			sure++
			sureRight += one(v.told && v.right)
		}
	}
	n := math.Max(told, 1)
	out := fmt.Sprintf("%6.0f %6.1f %6.1f %6.1f %6.1f |", told, 100*em/n, 100*ok/n, 100*em5/n, 100*reach/n)
	for _, t := range []float64{0.3, 0.4, 0.5, 0.6} {
		right, wrong := 0.0, 0.0
		for _, v := range list {
			if v.sure >= t {
				right += one(v.told && v.right)
				wrong += one(!v.told)
			}
		}
		out += fmt.Sprintf(" %5.1f/%4.1f", 100*right/n, 100*wrong/math.Max(1, float64(len(list))-told))
	}
	return out + fmt.Sprintf(" | %5.1f of %.0f", 100*sureRight/math.Max(1, sure), sure)
}
