package index

import "math"

// top keeps the best n of the keys it is offered: a binary heap with the
// smallest of them at the root.
type top struct {
	n    int
	keys []uint64
}

// key orders by score, which is not negative, and where that is the same by
// number, the smaller first.
func key(score float32, number int) uint64 {
	return uint64(math.Float32bits(score))<<32 | uint64(^uint32(number))
}

func keyScore(k uint64) float32 { return math.Float32frombits(uint32(k >> 32)) }

func keyNumber(k uint64) int { return int(^uint32(k)) }

// reset empties the heap and sets how many it keeps, at least one.
func (h *top) reset(n int) { h.n, h.keys = max(n, 1), h.keys[:0] }

// full reports whether something is dropped for whatever more is kept.
func (h *top) full() bool { return len(h.keys) == h.n }

// least is the smallest key kept once the heap is full, 0 before.
func (h *top) least() uint64 {
	if h.full() {
		return h.keys[0]
	}
	return 0
}

// offer keeps k if it is among the best n so far.
func (h *top) offer(k uint64) {
	switch {
	case !h.full():
		h.keys = append(h.keys, k)
		h.up(len(h.keys) - 1)
	case k > h.keys[0]:
		h.keys[0] = k
		h.down()
	}
}

func (h *top) up(i int) {
	for i > 0 {
		parent := (i - 1) / 2
		if h.keys[parent] <= h.keys[i] {
			return
		}
		h.keys[parent], h.keys[i] = h.keys[i], h.keys[parent]
		i = parent
	}
}

func (h *top) down() {
	for i := 0; ; {
		child := 2*i + 1
		if child >= len(h.keys) {
			return
		}
		if r := child + 1; r < len(h.keys) && h.keys[r] < h.keys[child] {
			child = r
		}
		if h.keys[i] <= h.keys[child] {
			return
		}
		h.keys[i], h.keys[child] = h.keys[child], h.keys[i]
		i = child
	}
}
