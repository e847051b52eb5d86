package match

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	pool        = 128   // names that are compared word by word
	priorWeight = 0.008 // of a doubling of prominence, against the score
	joinCost    = 0.3   // of a blank left out or put in
	initialCost = 0.2   // of a bare initial for a word
	middleCost  = 0.8   // of a middle name that the name found lacks
)

// scratch is the working memory of one search.
type scratch struct {
	skeletons, entries stamps
	sum                []float32 // of the entries in this search
	last               []int8    // the query word that last added to sum
	touched            []int32
	near               [][]near // of each query word, in order of the words
}

func newScratch(x *Index) *scratch {
	return &scratch{
		skeletons: stamps{mark: make([]uint32, len(x.words.skeletons))},
		entries:   stamps{mark: make([]uint32, len(x.entries))},
		sum:       make([]float32, len(x.entries)),
		last:      make([]int8, len(x.entries)),
	}
}

// Find looks a name up, however badly it is typed. It returns at most n
// results with different IDs, best first; those with a Score of at least
// [Taken] may be taken for what was meant, the others are suggestions.
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

// ranked is a result with what it is sorted by.
type ranked struct {
	Result
	key float64
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
	x.gather(s, q)
	s.shortlist()
	slices.SortFunc(s.touched, func(a, b int32) int {
		return cmp.Or(cmp.Compare(s.sum[b], s.sum[a]), cmp.Compare(x.entries[b].prior, x.entries[a].prior), cmp.Compare(a, b))
	})
	out := make([]ranked, 0, min(pool, len(s.touched)))
	for _, e := range s.touched[:min(pool, len(s.touched))] {
		r := x.compare(s, q, e, base)
		prior := priorWeight * float64(x.entries[e].prior)
		if r.Score > 0.999 {
			prior++ // what is right is before what is only like it
		}
		out = append(out, ranked{r, r.Score + prior})
	}
	return out
}

// gather sums up for every entry how well its words answer those of the query.
func (x *Index) gather(s *scratch, q []string) {
	s.entries.next()
	s.touched = s.touched[:0]
	for len(s.near) < len(q) {
		s.near = append(s.near, nil)
	}
	for i, w := range q {
		s.near[i] = s.near[i][:0]
		length := float32(utf8.RuneCountInString(w))
		if length == 1 && len(q) > 1 {
			continue // an initial
		}
		list := x.words.nearby(s.near[i], w, &s.skeletons)
		slices.SortFunc(list, func(a, b near) int { return cmp.Compare(a.cost, b.cost) })
		for _, c := range list {
			x.credit(s, c.word, int8(i), length-c.cost)
		}
		slices.SortFunc(list, func(a, b near) int { return cmp.Compare(a.word, b.word) })
		s.near[i] = list
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
// best does.
func (s *scratch) shortlist() {
	var most float32
	for _, e := range s.touched {
		most = max(most, s.sum[e])
	}
	s.touched = slices.DeleteFunc(s.touched, func(e int32) bool { return s.sum[e] < 0.6*most })
}

// respaced gives the query with blanks left out or put in, where the words
// that come of it are known.
func (x *Index) respaced(q []string) [][]string {
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
			if len(out) < 8 && (knownA && (knownB || at > 2) || knownB && len(b) > 2) {
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

// compare scores one name against the query, each word of the one with at most
// one word of the other.
func (x *Index) compare(s *scratch, q []string, e int32, base float32) Result {
	words := x.nameWord.at(e)
	var used [maxWords]bool
	total, length, covered, matched := base, float32(0), float32(0), 0
	for i, w := range q {
		at, c := x.closest(w, s.near[i], words, &used)
		n := float32(utf8.RuneCountInString(w))
		if at >= 0 {
			used[at] = true
			matched++
			covered += n - min(n, c)
			total += c
			n = max(n, float32(utf8.RuneCountInString(x.words.words[words[at]])))
		} else if i > 0 && i < len(q)-1 && len(words) > 1 {
			total += middleCost
		} else {
			total += unmatchedCost
		}
		length += n
	}
	score := score(total, length, covered)
	part := x.part(words, &used)
	r := Result{ID: x.entries[e].id, Name: e, Score: score * wholeness(part, len(words) > 0 && used[len(words)-1])}
	r.Exact = total == 0 && part >= telling
	return r
}

// closest finds the word not yet used that is nearest to w, or -1 where none
// can be meant. The words near w are known but for the short ones, which only
// count beside others.
func (x *Index) closest(w string, known []near, words []int32, used *[maxWords]bool) (int, float32) {
	n := utf8.RuneCountInString(w)
	at, best := -1, float32(n)*0.5
	for i, id := range words {
		if used[i] {
			continue
		}
		c := float32(unmatchedCost)
		if k, ok := slices.BinarySearchFunc(known, id, func(a near, id int32) int { return cmp.Compare(a.word, id) }); ok {
			c = known[k].cost
		} else if n <= 3 {
			c = x.shortCost(w, id, best)
		}
		if c < best || c == 0 {
			at, best = i, c
		}
	}
	return at, best
}

// shortCost is the cost of a word of up to three letters for a word of a name:
// "J." or "Jo" for "Joe".
func (x *Index) shortCost(w string, id int32, limit float32) float32 {
	name := x.words.words[id]
	switch {
	case w == name:
		return 0
	case utf8.RuneCountInString(w) == 1 && strings.HasPrefix(name, w):
		return initialCost
	case len(name) > len(w)+2:
		return unmatchedCost
	}
	return wordCost(w, name, Skeleton(w), x.words.skeletons[x.words.skeleton[id]], limit)
}

// score turns the cost of length letters into a score: Taken at a quarter of
// them but one. Below that only the letters that agree count.
func score(cost, length, covered float32) float64 {
	if s := 1 - (1-Taken)*float64(cost/max(0.5, (length-1)/4)); s >= Taken {
		return s
	}
	return (Taken - 0.01) * float64(covered/length)
}

// telling is the least part of a name that may stand for it.
const telling = 0.3

// wholeness is the factor for having typed only a part of a name; the last
// word, mostly a surname, stands for the whole.
func wholeness(part float64, last bool) float64 {
	if last && part >= telling {
		return 0.95 + 0.05*part
	}
	return 0.75 + 0.25*part
}

// part is the share of a name, by how telling its words are, that the query
// covers.
func (x *Index) part(words []int32, used *[maxWords]bool) float64 {
	var have, all float32
	for i, w := range words {
		v := 0.1 + x.idf[w]
		all += v
		if used[i] {
			have += v
		}
	}
	return float64(have / all)
}
