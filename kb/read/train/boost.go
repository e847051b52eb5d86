package main

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"sort"

	"dateline/kb/read"
)

// list is the candidates of one question.
type list struct {
	id     string
	fold   int
	rows   [][]float32
	labels []float64 // how right each is; they add up to 1, or are all 0
	weight float64   // how much it counts; 0 is 1
}

// options are the settings of the boosting.
type options struct {
	trees, leaves int
	rate          float64
	lambda        float64 // pull of leaf values to 0
	minWeight     float64 // least curvature in a leaf
	columns, rows float64 // shares of the features and questions that each tree sees
	seed          uint64
	off           map[int]bool // features left out
	nothing       bool         // whether every list may have no right answer
	prior         bool         // whether the trees correct the score of the network
}

const bins = 64

// boost learns gradient-boosted regression trees (J. Friedman, Annals of
// Statistics 29(5), 2001) with histograms, for the listwise softmax loss of
// ListNet (Z. Cao et al., ICML 2007): the scores of a question's candidates
// are to give, as a softmax, the distribution of their labels. A list of one, or
// every list where that is set, is weighed against nothing too, whose score is
// 0: for a list of one that is logistic regression.
func boost(lists []*list, o options) read.Forest {
	b := newBooster(lists, o)
	for range o.trees {
		b.trees = append(b.trees, b.grow())
	}
	return b.trees
}

type booster struct {
	options
	lists  []*list
	start  []int // first row of each list
	cols   [][]uint8
	edges  [][]float32
	scores []float64
	grad   []float64
	hess   []float64
	random *rand.Rand
	trees  read.Forest
}

func newBooster(lists []*list, o options) *booster {
	b := &booster{options: o, lists: lists, random: rand.New(rand.NewPCG(o.seed, 1))}
	n := 0
	for _, l := range lists {
		b.start = append(b.start, n)
		n += len(l.rows)
	}
	width := len(lists[0].rows[0])
	b.scores, b.grad, b.hess = make([]float64, n), make([]float64, n), make([]float64, n)
	for f := range width {
		b.bin(f, n)
	}
	if o.prior {
		b.addPrior()
	}
	return b
}

// addPrior begins with what the network holds of each candidate.
func (b *booster) addPrior() {
	i := 0
	for _, l := range b.lists {
		for _, row := range l.rows {
			b.scores[i] = read.Prior(row)
			i++
		}
	}
}

// bin cuts the values of a feature into bins of about equal size.
func (b *booster) bin(f, n int) {
	values := make([]float32, 0, n)
	for _, l := range b.lists {
		for _, r := range l.rows {
			values = append(values, r[f])
		}
	}
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	var edges []float32
	distinct := slices.Compact(slices.Clone(sorted))
	if len(distinct) <= bins {
		edges = distinct[:len(distinct)-1]
	} else {
		for i := 1; i < bins; i++ {
			edges = append(edges, sorted[i*n/bins])
		}
		edges = slices.Compact(edges)
	}
	col := make([]uint8, n)
	for i, v := range values {
		col[i] = uint8(sort.Search(len(edges), func(k int) bool { return v <= edges[k] }))
	}
	b.cols, b.edges = append(b.cols, col), append(b.edges, edges)
}

// gradients fills in the first and second derivatives of the loss for the
// lists drawn, and returns their rows.
func (b *booster) gradients() []int32 {
	var rows []int32
	for i, l := range b.lists {
		if b.random.Float64() >= b.rows {
			continue
		}
		at := b.start[i]
		s := b.scores[at : at+len(l.rows)]
		top, sum := slices.Max(s), 0.0
		if len(s) == 1 || b.nothing { // against nothing, whose score is 0
			top = max(top, 0)
			sum = math.Exp(-top)
		}
		for _, v := range s {
			sum += math.Exp(v - top)
		}
		for k, v := range s {
			p := math.Exp(v-top) / sum
			w := cmp.Or(l.weight, 1)
			b.grad[at+k], b.hess[at+k] = w*(p-l.labels[k]), w*max(p*(1-p), 1e-6)
			rows = append(rows, int32(at+k))
		}
	}
	return rows
}

// node is a node of the tree being grown.
type node struct {
	rows       []int32
	grad, hess float64
	gain       float64
	feature    int
	bin        int
	hist       []cell
}

type cell struct{ grad, hess float64 }

// grow adds one tree, best leaf first, and updates the scores.
func (b *booster) grow() read.Tree {
	rows := b.gradients()
	var use []int
	for f := range b.cols {
		if !b.off[f] && len(b.edges[f]) > 0 && b.random.Float64() < b.columns {
			use = append(use, f)
		}
	}
	root := b.node(rows, use, nil, nil)
	t := read.Tree{Feature: []uint8{0}, Left: []uint8{0}, At: []float32{0}}
	open := map[int]*node{0: root}
	for n := 1; n < b.leaves; n++ {
		best := -1
		for i := range t.Left {
			if o := open[i]; o != nil && o.gain > 1e-9 && (best < 0 || o.gain > open[best].gain) {
				best = i
			}
		}
		if best < 0 {
			break
		}
		parent := open[best]
		delete(open, best)
		left, right := b.split(parent, use)
		at := len(t.Left)
		t.Feature[best], t.Left[best], t.At[best] = uint8(parent.feature), uint8(at), b.edges[parent.feature][parent.bin]
		for range 2 {
			t.Feature, t.Left, t.At = append(t.Feature, 0), append(t.Left, 0), append(t.At, 0)
		}
		open[at], open[at+1] = left, right
	}
	for i, o := range open {
		t.At[i] = float32(-b.rate * o.grad / (o.hess + b.lambda))
	}
	b.update(t)
	return t
}

// node takes rows as a leaf and finds how it is best split. Its histogram is
// what is left of its parent's where its sibling's is known.
func (b *booster) node(rows []int32, use []int, parent, sibling *node) *node {
	n := &node{rows: rows, hist: make([]cell, len(use)*bins)}
	for _, r := range rows {
		n.grad += b.grad[r]
		n.hess += b.hess[r]
	}
	if parent != nil && sibling != nil {
		for i := range n.hist {
			n.hist[i] = cell{parent.hist[i].grad - sibling.hist[i].grad, parent.hist[i].hess - sibling.hist[i].hess}
		}
	} else {
		for i, f := range use {
			h, col := n.hist[i*bins:(i+1)*bins], b.cols[f]
			for _, r := range rows {
				c := &h[col[r]]
				c.grad += b.grad[r]
				c.hess += b.hess[r]
			}
		}
	}
	for i, f := range use {
		b.bestSplit(n, f, n.hist[i*bins:(i+1)*bins])
	}
	return n
}

func (b *booster) bestSplit(n *node, f int, hist []cell) {
	whole := n.grad * n.grad / (n.hess + b.lambda)
	var g, h float64
	for k := range len(b.edges[f]) {
		g += hist[k].grad
		h += hist[k].hess
		if h < b.minWeight || n.hess-h < b.minWeight {
			continue
		}
		gain := g*g/(h+b.lambda) + (n.grad-g)*(n.grad-g)/(n.hess-h+b.lambda) - whole
		if gain > n.gain {
			n.gain, n.feature, n.bin = gain, f, k
		}
	}
}

func (b *booster) split(n *node, use []int) (left, right *node) {
	col := b.cols[n.feature]
	var l, r []int32
	for _, row := range n.rows {
		if int(col[row]) <= n.bin {
			l = append(l, row)
		} else {
			r = append(r, row)
		}
	}
	if len(l) <= len(r) {
		left = b.node(l, use, nil, nil)
		return left, b.node(r, use, n, left)
	}
	right = b.node(r, use, nil, nil)
	return b.node(l, use, n, right), right
}

func (b *booster) update(t read.Tree) {
	f := read.Forest{t}
	i := 0
	for _, l := range b.lists {
		for _, row := range l.rows {
			b.scores[i] += f.Score(row)
			i++
		}
	}
}
