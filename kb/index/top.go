package index

// top keeps the best n of what it is offered: a binary heap with the worst of
// them at the root.
type top[T any] struct {
	n      int
	better func(a, b *T) bool // a strict order, so that the result depends on nothing else
	items  []T
}

// reset empties the heap and sets how many it keeps, at least one.
func (h *top[T]) reset(n int) {
	h.n, h.items = max(n, 1), h.items[:0]
}

// full reports whether only something better than the root is still kept.
func (h *top[T]) full() bool { return len(h.items) == h.n }

// offer keeps x if it is among the best n so far.
func (h *top[T]) offer(x T) {
	if !h.full() {
		h.items = append(h.items, x)
		h.up(len(h.items) - 1)
		return
	}
	if h.better(&x, &h.items[0]) {
		h.items[0] = x
		h.down(0, len(h.items))
	}
}

// sort puts the items in order, best first. After it, reset comes next.
func (h *top[T]) sort() []T {
	for n := len(h.items) - 1; n > 0; n-- {
		h.items[0], h.items[n] = h.items[n], h.items[0]
		h.down(0, n)
	}
	return h.items
}

func (h *top[T]) up(i int) {
	for i > 0 {
		parent := (i - 1) / 2
		if !h.better(&h.items[parent], &h.items[i]) {
			return
		}
		h.items[parent], h.items[i] = h.items[i], h.items[parent]
		i = parent
	}
}

func (h *top[T]) down(i, n int) {
	for {
		worst := 2*i + 1
		if worst >= n {
			return
		}
		if r := worst + 1; r < n && h.better(&h.items[worst], &h.items[r]) {
			worst = r
		}
		if !h.better(&h.items[i], &h.items[worst]) {
			return
		}
		h.items[i], h.items[worst] = h.items[worst], h.items[i]
		i = worst
	}
}
