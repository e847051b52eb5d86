package match

import "slices"

// Has reports whether some name has every word of a query as typed, but for case
// and accents: without that no result of Find is exact. It looks at no other
// spelling, so it costs next to nothing.
func (x *Index) Has(query string) bool {
	var lists [][]int32
	for _, w := range Words(query) {
		id, ok := x.words.ids[w]
		if !ok {
			return false
		}
		lists = append(lists, x.posts.at(id))
	}
	if len(lists) == 0 {
		return false
	}
	slices.SortFunc(lists, func(a, b []int32) int { return len(a) - len(b) })
	for _, e := range lists[0] {
		if !slices.ContainsFunc(lists[1:], func(l []int32) bool { _, ok := slices.BinarySearch(l, e); return !ok }) {
			return true
		}
	}
	return false
}
