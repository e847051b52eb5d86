package main

import (
	"runtime"
	"slices"
	"sync"

	"dateline/kb/read"
)

// learnable are the lists to learn from, without those of a fold.
func learnable(st *set, without int) []*list {
	var out []*list
	for _, it := range st.all() {
		if it.Fold != without && len(it.list.rows) > 0 {
			out = append(out, &it.list)
		}
	}
	return out
}

// teaches reports whether a list has a right answer and others.
func (l *list) teaches() bool { return len(l.rows) > 1 && slices.Max(l.labels) > 0 }

// learnRanking learns the sieve from whole lists, and the ranking from what
// the sieve leaves of them.
func learnRanking(lists []*list, s settings) read.Model {
	var right, left []*list
	for _, l := range lists {
		if l.teaches() {
			right = append(right, l)
		}
	}
	sieve := s.sieve()
	sieve.prior = true
	m := read.Model{Sieve: boost(right, sieve)}
	for _, l := range lists {
		left = append(left, l.sifted(&m))
	}
	o := s.boost
	o.nothing, o.prior = true, true
	m.Trees = boost(left, o)
	return m
}

// sifted is a list with the candidates alone that the sieve leaves.
func (l *list) sifted(m *read.Model) *list {
	out := &list{weight: l.weight}
	sum := 0.0
	for _, r := range m.Rank(l.rows) {
		out.rows, out.labels = append(out.rows, l.rows[r.Index]), append(out.labels, l.labels[r.Index])
		sum += l.labels[r.Index]
	}
	for i := range out.labels {
		out.labels[i] /= max(sum, 1e-9)
	}
	return out
}

// crossValidate answers each question with a model that has not seen its week.
func crossValidate(st *set, s settings) {
	eachFold(s.folds, func(fold int) {
		m := learnRanking(learnable(st, fold), s)
		for _, it := range st.all() {
			if it.Fold == fold {
				it.rank(&m)
			}
		}
	})
}

// eachFold works on as many folds at once as there are processors.
func eachFold(folds int, do func(fold int)) {
	limit := make(chan struct{}, runtime.GOMAXPROCS(0))
	var wait sync.WaitGroup
	for fold := range folds {
		wait.Go(func() {
			limit <- struct{}{}
			defer func() { <-limit }()
			do(fold)
		})
	}
	wait.Wait()
}

// rank orders the best examples by a model.
func (it *item) rank(m *read.Model) {
	it.order, it.ranked = nil, nil
	for _, r := range m.Rank(it.list.rows) {
		it.Examples[r.Index].Score = r.Score
		it.order = append(it.order, r.Index)
		it.ranked = append(it.ranked, it.Examples[r.Index].Example)
	}
	if len(it.order) > 0 {
		it.signs = read.Signs(it.ranked)
	}
}

// learnTelling learns likewise whether the articles tell the answer at all.
func learnTelling(st *set, without int, s settings) read.Forest {
	var lists []*list
	foreign := map[*item]bool{}
	for _, it := range st.foreign {
		foreign[it] = true
	}
	for _, it := range st.all() {
		if it.Fold != without && len(it.order) > 0 {
			lists = append(lists, &list{rows: [][]float32{it.signs}, labels: []float64{one(it.Question.Answerable && !foreign[it])}})
		}
	}
	return boost(lists, s.judge())
}

// learnJudge learns from the cross-validated rankings when the best candidate is
// right, those of one fold left out. A list of one is weighed against nothing, so
// that the boosting is a logistic one.
func learnJudge(st *set, without int, s settings) read.Forest {
	var lists []*list
	for _, it := range st.all() {
		if it.Fold != without && len(it.order) > 0 {
			lists = append(lists, &list{rows: [][]float32{it.signs}, labels: []float64{one(it.Examples[it.order[0]].Right)}})
		}
	}
	return boost(lists, s.judge())
}

// judgeAll gives for each question how likely its best candidate is right, by a
// model that has not seen its fold.
func judgeAll(st *set, s settings) {
	eachFold(s.folds, func(fold int) {
		m := read.Model{Judge: learnJudge(st, fold, s), Telling: learnTelling(st, fold, s)}
		for _, it := range st.all() {
			if it.Fold == fold && len(it.order) > 0 {
				it.told = m.Told(it.signs)
				it.evidence = read.Evidence(it.ranked, m.Right(it.signs))
			}
		}
	})
}
