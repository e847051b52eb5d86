package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"dateline/kb/read"
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
func (it *item) measure() score {
	var s score
	order := it.order
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
func report(w io.Writer, st *set) {
	by := map[string]*score{}
	for _, it := range st.items {
		if !it.Question.Answerable {
			continue
		}
		s := it.measure()
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

// reportSilence prints what is answered, and how well, where nothing is answered
// with less than some confidence, by a fit that did not see its week.
func reportSilence(w io.Writer, st *set) {
	sure := st.confidences()
	for _, least := range []float64{0, 0.15, 0.25} {
		for _, p := range []float64{0.3, 0.38, 0.45, 0.5, 0.55, 0.6} {
			var clean, all, none, answered, falsely, foreign float64
			for _, it := range st.items {
				said := sure[it] >= least && it.told >= p
				if !it.Question.Answerable {
					none++
					falsely += one(said)
					continue
				}
				m := it.measure()
				all++
				answered += one(said) * m.em
				if it.Question.clean() {
					clean += one(said) * m.em
				}
			}
			for _, it := range st.foreign {
				foreign += one(sure[it] >= least && it.told >= p)
			}
			fmt.Fprintf(w, "told %.2f sure %.2f: EM clean %.1f answerable %.1f; unanswerable answered %.1f, foreign %.1f\n", p, least, clean/6.59, 100*answered/all, 100*falsely/none, 100*foreign/float64(len(st.foreign)))
		}
	}
	fmt.Fprintf(w, "\nsilent below  unanswerable answered  (right)  another article   one article   clean%s\n", header)
	for p := 0.0; p < 0.62; p += 0.05 {
		var answered, right, none, foreign, small float64
		var clean, answerable score
		for _, it := range st.items {
			said := sure[it] >= p
			if !it.Question.Answerable {
				none++
				answered += one(said)
				right += one(said && it.Examples[it.order[0]].Right)
				continue
			}
			var m score
			if said {
				m = it.measure()
			}
			answerable.add(m)
			if it.Question.clean() {
				clean.add(m)
			}
		}
		for i, it := range st.foreign {
			foreign += one(sure[it] >= p)
			small += one(sure[st.small[i]] >= p)
		}
		all := float64(len(st.foreign)) / 100
		fmt.Fprintf(w, "%.2f          %5.1f (%.1f) %6.1f %6.1f %v\n%60v\n", p, 100*answered/none, 100*right/none, foreign/all, small/all, clean, answerable)
	}
}

// confidences are the confidences in the best candidates, each by a fit that did
// not see its fold; -1 where there is none.
func (st *set) confidences() map[*item]float64 {
	out, folds := map[*item]float64{}, map[int]read.Model{}
	for _, it := range st.all() {
		if len(it.order) == 0 {
			out[it] = -1
			continue
		}
		m, ok := folds[it.Fold]
		if !ok {
			m = read.Model{Weights: calibrate(st, it.Fold)}
			folds[it.Fold] = m
		}
		out[it] = m.Confidence(it.evidence)
	}
	return out
}

// total is the score of a subset.
func total(st *set, clean bool) score {
	var sum score
	for _, it := range st.items {
		if it.Question.Answerable && (!clean || it.Question.clean()) {
			sum.add(it.measure())
		}
	}
	return sum
}

// featureGroups are the features by what they look at. A name with a colon at
// its end stands for all that begin so.
var featureGroups = []struct{ name, features string }{
	{"type of the answer", "fit,expect,kind,kind:,name:,known:,mentions,of best fit"},
	{"class asked for", "isA,ownClass,described,classNear,called,hasClass,of best described"},
	{"unit and number", "unit,unitInside,wanted,negated,several,year,month"},
	{"question in the sentence", "here,around,focus,union,unionFocus"},
	{"closeness and order", "near,aligned,side,verb,clause,related,runLeft,runRight,run,link,of best quick"},
	{"passage and article", "score,rank,docRank,cover,maxCover,titleCover,position,sentence,docScore,density,known,documents"},
	{"agreement", "sum,sources,places,top10,of best sum,of best sources"},
	{"title", "inTitles"},
	{"salience", "salience,of best salience"},
	{"date", "age,fresh,freshPart,freshest,newer"},
	{"form", "words,upper,runes,rare,common,firstTag,lastTag,tagBefore,tagAfter,starts"},
	{"cut", "holdsName,inName,leftOpen,rightOpen"},
	{"network", "span,spanNear,spanWithin,spanSentence,spanSum,spanNearSum,spanRank,spanFirst,netTold,netYes"},
	{"told where it stands", "told,toldNear,toldAround,predicates,namesHere,namesAround,namesTold,negated here,planned here,nameBefore,nameAfter"},
	{"role", "roleAsked,roleAgrees,roleClashes,role,argument,argumentAgrees,argumentClashes"},
	{"rules", "hint,hintRank,hintFirst"},
	{"named in the question", "asked,headAsked,firstAsked,inQuestion,askedName"},
}

// ablate measures the answers without each group of features in turn.
func ablate(w io.Writer, st *set, s settings, names []string) {
	for _, g := range featureGroups {
		s.boost.off = switchedOff(names, strings.Split(s.off+","+g.features, ","))
		crossValidate(st, s)
		fmt.Fprintf(w, "without %-26s clean %v   answerable %v\n", g.name, total(st, true), total(st, false))
	}
}
