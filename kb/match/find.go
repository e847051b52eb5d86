package match

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// pool is how many names are compared word by word.
const pool = 128

// scratch is the working memory of one search.
type scratch struct {
	words   []word // of the query
	sought  sought
	entries stamps
	sum     []float32 // of the entries in this search
	last    []int8    // the query word that last added to sum
	touched []int32
}

// word is a word of a query.
type word struct {
	text, skeleton string
	length         float32 // in runes
	near           []near  // in order of the words
}

func newScratch(x *Index) *scratch {
	return &scratch{
		sought:  sought{newStamps(len(x.words.words)), newStamps(len(x.words.skeletons))},
		entries: newStamps(len(x.entries)),
		sum:     make([]float32, len(x.entries)),
		last:    make([]int8, len(x.entries)),
	}
}

// read takes the words of a query.
func (s *scratch) read(q []string) {
	for len(s.words) < len(q) {
		s.words = append(s.words, word{})
	}
	s.words = s.words[:len(q)]
	for i, t := range q {
		s.words[i] = word{t, Skeleton(t), float32(utf8.RuneCountInString(t)), s.words[i].near[:0]}
	}
}

// Find looks a name up, however badly it is typed. It returns at most n
// results with different IDs, likeliest first: by how much is wrong, and by
// prominence. Those with a Score of at least [Taken] may be taken for what was
// meant, the others are suggestions; where the first is such, somebody
// prominent is likelier meant than whoever is nearer.
func (x *Index) Find(query string, n int) []Result {
	q := Words(query)
	if len(q) == 0 || n <= 0 || len(x.entries) == 0 {
		return nil
	}
	s := x.scratch.Get().(*scratch)
	defer x.scratch.Put(s)
	found := x.search(s, q, 0)
	if !slices.ContainsFunc(found, func(r ranked) bool { return r.Score >= Taken }) {
		for _, v := range x.respaced(q) {
			found = append(found, x.search(s, v, joinCost)...)
		}
	}
	return best(found, n)
}

// best sorts the results and keeps the first n with different IDs.
func best(found []ranked, n int) []Result {
	slices.SortFunc(found, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.key, a.key), cmp.Compare(a.Name, b.Name))
	})
	var out []Result
	for _, r := range found {
		if len(out) == n {
			break
		}
		if !slices.ContainsFunc(out, func(o Result) bool { return o.ID == r.ID }) {
			out = append(out, r.Result)
		}
	}
	return out
}

// search finds the names for the words of a query; base is the cost of having
// changed the query.
func (x *Index) search(s *scratch, q []string, base float32) []ranked {
	s.read(q[:min(len(q), maxWords)]) // a word taken apart makes one more
	x.gather(s)
	x.shortlist(s)
	out := make([]ranked, 0, len(s.touched))
	for _, e := range s.touched {
		out = append(out, x.rate(s, e, base))
	}
	return out
}

// gather sums up for every entry how well its words answer those of the query.
func (x *Index) gather(s *scratch) {
	s.entries.next()
	s.touched = s.touched[:0]
	for i := range s.words {
		w := &s.words[i]
		if w.length == 1 && len(s.words) > 1 {
			continue // an initial
		}
		w.near = x.words.nearby(w, &s.sought)
		slices.SortFunc(w.near, func(a, b near) int { return cmp.Compare(a.cost, b.cost) })
		for _, c := range w.near {
			x.credit(s, c.word, int8(i), w.length-c.cost)
		}
		slices.SortFunc(w.near, func(a, b near) int { return cmp.Compare(a.word, b.word) })
	}
}

func (x *Index) credit(s *scratch, word int32, i int8, gain float32) {
	for _, e := range x.posts.at(word) {
		switch {
		case s.entries.first(e):
			s.sum[e], s.last[e] = gain, i
			s.touched = append(s.touched, e)
		case s.last[e] != i:
			s.sum[e] += gain
			s.last[e] = i
		}
	}
}

// shortlist leaves out the entries that answer much less of the query than the
// best does, and all but a pool of those that are likeliest at a glance.
func (x *Index) shortlist(s *scratch) {
	var most float32
	for _, e := range s.touched {
		most = max(most, s.sum[e])
	}
	s.touched = slices.DeleteFunc(s.touched, func(e int32) bool { return s.sum[e] < 0.6*most })
	for _, e := range s.touched {
		s.sum[e] += priorWeight * x.prior(s, e)
	}
	slices.SortFunc(s.touched, func(a, b int32) int {
		return cmp.Or(cmp.Compare(s.sum[b], s.sum[a]), cmp.Compare(a, b))
	})
	s.touched = s.touched[:min(pool, len(s.touched))]
}

// Bounds on the ways in which the blanks of a query are moved: each is another
// search, and longer queries are no names.
const (
	maxRespaced      = 8
	maxRespacedWords = 5
)

// respaced gives the query with blanks left out or put in, where the words
// that come of it are known.
func (x *Index) respaced(q []string) [][]string {
	if len(q) > maxRespacedWords {
		return nil
	}
	var out [][]string
	for i := range q {
		if i+1 < len(q) {
			out = append(out, slices.Concat(q[:i], []string{q[i] + q[i+1]}, q[i+2:]))
			out = append(out, x.shifted(q, i)...)
		}
		for at := 2; at <= len(q[i])-2; at++ {
			a, b := q[i][:at], q[i][at:]
			if !utf8.RuneStart(b[0]) {
				continue
			}
			_, knownA := x.words.ids[a]
			_, knownB := x.words.ids[b]
			if len(out) < maxRespaced && (knownA && (knownB || at > 2) || knownB && len(b) > 2) {
				out = append(out, slices.Concat(q[:i], []string{a, b}, q[i+1:]))
			}
		}
	}
	return out
}

// shifted gives the query with the blank after word i one letter further to
// the right, and to the left, where a word that comes of it is known.
func (x *Index) shifted(q []string, i int) [][]string {
	a, b := q[i], q[i+1]
	_, head := utf8.DecodeRuneInString(b)
	_, tail := utf8.DecodeLastRuneInString(a)
	var out [][]string
	for _, p := range [][2]string{{a + b[:head], b[head:]}, {a[:len(a)-tail], a[len(a)-tail:] + b}} {
		_, known := x.words.ids[p[0]]
		if _, also := x.words.ids[p[1]]; p[0] != "" && p[1] != "" && (known || also) {
			out = append(out, slices.Concat(q[:i], p[:], q[i+2:]))
		}
	}
	return out
}

// pairing tells which word of a name each word of the query stands for.
type pairing struct {
	at   [maxWords]int8 // -1 for none
	cost [maxWords]cost
	used [maxWords]bool // words of the name
}

// pair pairs each word of the query with at most one of a name.
func (x *Index) pair(s *scratch, words []int32) pairing {
	var p pairing
	for i := range s.words {
		at, c := x.closest(&s.words[i], words, &p.used)
		p.at[i], p.cost[i] = int8(at), c
		if at >= 0 {
			p.used[at] = true
		}
	}
	return p
}

// closest finds the word not yet used that is nearest to w, or -1 where none
// can be meant. The words near w are known but for the short ones, which only
// count beside others.
func (x *Index) closest(w *word, words []int32, used *[maxWords]bool) (int, cost) {
	at, least := -1, cost{written: w.length * 0.5}
	for i, id := range words {
		if used[i] {
			continue
		}
		c := cost{written: unmatchedCost}
		if k, ok := slices.BinarySearchFunc(w.near, id, func(a near, id int32) int { return cmp.Compare(a.word, id) }); ok {
			c = x.words.typed(w, &w.near[k])
		} else if w.length <= 3 {
			c = x.shortCost(w, id, least.written)
		}
		if c.written < least.written || c.written == 0 {
			at, least = i, c
		}
	}
	return at, least
}

// shortCost is the cost of a word of up to three letters for a word of a name:
// "J." or "Jo" for "Joe".
func (x *Index) shortCost(w *word, id int32, limit float32) cost {
	name := x.words.words[id]
	switch {
	case w.text == name:
		return cost{}
	case w.length == 1 && strings.HasPrefix(name, w.text):
		return cost{initialCost, initialCost}
	case len(name) > len(w.text)+2:
		return cost{written: unmatchedCost}
	}
	n := near{word: id, cost: written.cost(w.text, name, w.skeleton, x.words.skeletonOf(id), limit)}
	return x.words.typed(w, &n)
}
