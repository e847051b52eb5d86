package crf

import "math"

// Lattice is room for decoding, used again from sentence to sentence.
type Lattice struct {
	back [][Tags]uint8
}

// Viterbi writes the best sequence of tags for scores, one row a token, to
// tags, which must be as long (Viterbi 1967).
func (m *Model) Viterbi(l *Lattice, scores []Row, tags []Tag) {
	n := len(scores)
	if n == 0 {
		return
	}
	l.grow(n)
	var cur, next Row
	for t := range Tag(Tags) {
		cur[t] = math.MinInt32 / 2
		if starts(t) {
			cur[t] = scores[0][t]
		}
	}
	for i := 1; i < n; i++ {
		for t := range Tag(Tags) {
			best, arg := int32(math.MinInt32), Tag(0)
			into := &m.transition[t]
			for _, p := range predecessors[t] {
				if v := cur[p] + into[p]; v > best {
					best, arg = v, p
				}
			}
			next[t] = best + scores[i][t]
			l.back[i][t] = uint8(arg)
		}
		cur = next
		if i%1024 == 0 {
			rebase(&cur)
		}
	}
	best := Outside
	for t := range Tag(Tags) {
		if ends(t) && cur[t] > cur[best] {
			best = t
		}
	}
	for i := n - 1; i >= 0; i-- {
		tags[i] = best
		best = Tag(l.back[i][best])
	}
}

// rebase keeps the sums of long sentences from overflowing.
func rebase(r *Row) {
	top := r[0]
	for _, v := range r {
		top = max(top, v)
	}
	for t := range r {
		r[t] = max(r[t]-top, math.MinInt32/2)
	}
}

func (l *Lattice) grow(n int) {
	if cap(l.back) < n {
		l.back = make([][Tags]uint8, n+n/2)
	}
	l.back = l.back[:cap(l.back)]
}
