package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"dateline/kb/names/internal/crf"
	"dateline/kb/names/internal/feature"
	"dateline/kb/names/internal/packed"
)

// settings of the learner.
type settings struct {
	epochs int
	rate   float64 // AdaGrad's step
	cutoff int     // features seen less often are left out
	seed   uint64
	hide   hiding
}

// hiding is how often a word with a capital is hidden from the learner, whole
// or in part.
type hiding struct{ identity, class, usage, lists float64 }

// learner fits a field by stochastic gradient ascent on the likelihood with
// AdaGrad's steps, in the form of dual averaging (Duchi, Hazan and Singer
// 2011): a weight is a function of the sum of its gradients and of the sum of
// their squares.
type learner struct {
	settings
	keys    []uint32 // of the rows
	table   packed.Table
	weights [][crf.Tags]float32
	sums    [][crf.Tags]float32
	squares [][crf.Tags]float32
	mean    [][crf.Tags]float32 // of the weights after the last epochs
	trans   transitions
	chain   crf.Chain
	scores  [][crf.Tags]float64
	active  [][]int32
	buf     []uint32
	rng     *rand.Rand
	hidden  feature.Sentence
}

type transitions struct {
	weights, sums, squares [crf.Tags][crf.Tags]float64
}

func newLearner(s settings, data []example) *learner {
	l := &learner{settings: s}
	counts := make(map[uint32]int)
	for _, e := range data {
		for i := range e.sentence.Words {
			for _, f := range l.extract(&e.sentence, i) {
				counts[crf.Key(f)]++
			}
			if e.memory != nil {
				for _, f := range e.memory[i] {
					counts[crf.Key(f)]++
				}
			}
		}
	}
	for k, n := range counts {
		if n >= s.cutoff {
			l.keys = append(l.keys, k)
		}
	}
	slices.Sort(l.keys)
	l.table = packed.NewTable(l.keys)
	l.weights = make([][crf.Tags]float32, len(l.keys))
	l.sums = make([][crf.Tags]float32, len(l.keys))
	l.squares = make([][crf.Tags]float32, len(l.keys))
	return l
}

func (l *learner) extract(s *feature.Sentence, i int) []uint32 {
	l.buf = l.buf[:0]
	for o := -feature.Reach; o <= feature.Reach; o++ {
		if s.Blind && o == 0 {
			l.buf = feature.AppendShape(l.buf, s.At(i))
			continue
		}
		l.buf = feature.AppendWord(l.buf, s.At(i+o), o)
	}
	l.buf = feature.AppendJoint(l.buf, s, i)
	return l.buf
}

func (l *learner) train(data []example) {
	l.rng = rand.New(rand.NewPCG(l.seed, 1))
	order := l.rng.Perm(len(data))
	for epoch := range l.epochs {
		l.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			l.update(&data[i])
		}
		if epoch >= l.epochs-averaged {
			l.average()
		}
	}
}

// averaged is over how many of the last epochs weights are averaged.
const averaged = 4

// average adds the weights to their mean.
func (l *learner) average() {
	if l.mean == nil {
		l.mean = make([][crf.Tags]float32, len(l.weights))
	}
	for row := range l.weights {
		for t, v := range l.weights[row] {
			l.mean[row][t] += v / float32(min(averaged, l.epochs))
		}
	}
}

// join makes the weights of l the mean of its own and those of others that
// learnt from the same examples.
func (l *learner) join(others []*learner) {
	all := float32(1 + len(others))
	for row := range l.mean {
		for t := range l.mean[row] {
			for _, o := range others {
				l.mean[row][t] += o.mean[row][t]
			}
			l.mean[row][t] /= all
		}
	}
	for to := range l.trans.weights {
		for from := range l.trans.weights[to] {
			for _, o := range others {
				l.trans.weights[to][from] += o.trans.weights[to][from]
			}
			l.trans.weights[to][from] /= float64(all)
		}
	}
}

// update learns from one sentence.
func (l *learner) update(e *example) {
	n := len(e.tags)
	var memory [][]uint32
	if l.rng.Float64() < rereading {
		memory = e.memory
	}
	l.score(l.hideWords(&e.sentence), memory)
	p := crf.NewPotentials(func(to, from crf.Tag) float64 { return l.trans.weights[to][from] })
	l.chain.Run(p, l.scores[:n])
	for i, t := range e.tags {
		var g [crf.Tags]float32
		for k, m := range l.chain.Marginal[i] {
			g[k] = float32(-m)
		}
		g[t]++
		for _, f := range l.active[i] {
			l.adapt(f, &g)
		}
	}
	l.adaptTransitions(e)
}

// rereading is how often a sentence is read with the features of the second
// reading.
const rereading = 0.6

// hideWords returns the sentence with some words hidden.
func (l *learner) hideWords(s *feature.Sentence) *feature.Sentence {
	words := l.hidden.Words[:0]
	l.hidden = *s
	l.hidden.Words = words
	for _, w := range s.Words {
		if w.Shape != feature.Lower && w.Shape != feature.Mark && w.Shape != feature.Digits {
			m := feature.Mask{
				Identity: l.rng.Float64() < l.hide.identity,
				Class:    l.rng.Float64() < l.hide.class,
				Usage:    l.rng.Float64() < l.hide.usage,
				Lists:    l.rng.Float64() < l.hide.lists,
			}
			if m != (feature.Mask{}) {
				w = w.Masked(m, l.rng.Uint32())
			}
		}
		l.hidden.Words = append(l.hidden.Words, w)
	}
	return &l.hidden
}

// score looks the features of a sentence up and sums their weights.
func (l *learner) score(s *feature.Sentence, memory [][]uint32) {
	for len(l.scores) < len(s.Words) {
		l.scores = append(l.scores, [crf.Tags]float64{})
		l.active = append(l.active, nil)
	}
	for i := range s.Words {
		rows := l.active[i][:0]
		var sum [crf.Tags]float32
		features := l.extract(s, i)
		if memory != nil {
			features = append(features, memory[i]...)
		}
		for _, f := range features {
			row := l.table.Row(crf.Key(f))
			if row < 0 {
				continue
			}
			rows = append(rows, row)
			for t, w := range l.weights[row] {
				sum[t] += w
			}
		}
		l.active[i] = rows
		for t, v := range sum {
			l.scores[i][t] = float64(v)
		}
	}
}

// predict tags a sentence.
func (l *learner) predict(s *feature.Sentence, tags []crf.Tag) {
	l.score(s, nil)
	p := crf.NewPotentials(func(to, from crf.Tag) float64 { return l.trans.weights[to][from] })
	l.chain.Run(p, l.scores[:len(tags)])
	for i := range tags {
		tags[i] = 0
		for t, v := range l.chain.Marginal[i] {
			if v > l.chain.Marginal[i][tags[i]] {
				tags[i] = crf.Tag(t)
			}
		}
	}
}

// least is the smallest part of a gradient worth a step.
const least = 1e-4

func (l *learner) adapt(row int32, g *[crf.Tags]float32) {
	w, sums, squares := &l.weights[row], &l.sums[row], &l.squares[row]
	for t, v := range g {
		if v < least && v > -least {
			continue
		}
		sums[t] += v
		squares[t] += v * v
		w[t] = float32(l.weight(float64(sums[t]), float64(squares[t])))
	}
}

// weight is what the sums of gradients and of their squares make a weight.
func (l *learner) weight(sum, square float64) float64 {
	return l.rate * sum / (1 + math.Sqrt(square))
}

func (l *learner) adaptTransitions(e *example) {
	t := &l.trans
	var g [crf.Tags][crf.Tags]float64
	for i := 1; i < len(e.tags); i++ {
		g[e.tags[i]][e.tags[i-1]]++
	}
	for to := range g {
		for from := range g[to] {
			v := g[to][from] - l.chain.Pair[to][from]
			if v == 0 {
				continue
			}
			t.sums[to][from] += v
			t.squares[to][from] += v * v
			t.weights[to][from] = l.weight(t.sums[to][from], t.squares[to][from])
		}
	}
}

// quantize rounds the weights to 8 bits.
func (l *learner) quantize() *crf.Weights {
	top := 0.0
	for row := range l.mean {
		for _, v := range l.mean[row] {
			top = max(top, math.Abs(float64(v)))
		}
	}
	scale := min(top, 6) / 127
	w := &crf.Weights{Scale: float32(scale), Features: make(map[uint32][crf.Tags]int8)}
	for to := range w.Transition {
		for from := range w.Transition[to] {
			w.Transition[to][from] = int16(math.Round(l.trans.weights[to][from] / scale))
		}
	}
	for row, key := range l.keys {
		var q [crf.Tags]int8
		any := false
		for t, v := range l.mean[row] {
			q[t] = int8(max(-127, min(127, math.Round(float64(v)/scale))))
			any = any || q[t] != 0
		}
		if any {
			w.Features[key] = q
		}
	}
	return w
}
