package match

import (
	"slices"
	"strings"
)

// Words are found by their letters with up to two of them wrong, and by their
// skeletons with one.
const (
	letterEdits   = 2
	skeletonEdits = 1
)

// vocabulary is the words of all names, to be found with errors.
type vocabulary struct {
	words      []string
	ids        map[string]int32
	sorted     []int32 // words in order of their letters
	skeletons  []string
	skeleton   []int32 // of each word
	bySkel     lists   // skeleton -> words
	byLetters  deletionTable
	bySkeleton deletionTable
}

func newVocabulary(words []string) vocabulary {
	v := vocabulary{words: words, ids: make(map[string]int32, len(words)), skeleton: make([]int32, len(words))}
	skels := newInterner()
	one := lists{start: make([]int32, len(words)+1), items: make([]int32, len(words))}
	v.sorted = make([]int32, len(words))
	for i, w := range words {
		v.ids[w] = int32(i)
		v.sorted[i] = int32(i)
		v.skeleton[i] = skels.id(Skeleton(w))
		one.items[i], one.start[i+1] = v.skeleton[i], int32(i+1)
	}
	slices.SortFunc(v.sorted, func(a, b int32) int { return strings.Compare(words[a], words[b]) })
	v.skeletons = skels.list
	v.bySkel = invert(one, len(skels.list))
	v.byLetters = newDeletionTable(v.words, letterEdits)
	v.bySkeleton = newDeletionTable(v.skeletons, skeletonEdits)
	return v
}

func (v *vocabulary) skeletonOf(word int32) string { return v.skeletons[v.skeleton[word]] }

// near is a word of the vocabulary near a word of a query.
type near struct {
	word  int32
	cost  float32 // by the written model
	typed float32 // by the typed model, once it was asked for
}

// sought is the working memory of looking words up.
type sought struct{ words, skeletons stamps }

// nearby appends the words near w to those it has, those that it may stand for
// by itself: within two edits, within one if short, equal if very short.
func (v *vocabulary) nearby(w *word, s *sought) []near {
	out := w.near
	if w.length < 3 {
		if id, ok := v.ids[w.text]; ok {
			out = append(out, near{word: id})
		}
		return out
	}
	limit := costLimit(w.length)
	add := func(id int32) {
		if c := written.cost(w.text, v.words[id], w.skeleton, v.skeletonOf(id), limit); c <= limit {
			out = append(out, near{word: id, cost: c})
		}
	}
	v.byLetters.each(w.text, &s.words, add)
	v.bySkeleton.each(w.skeleton, &s.skeletons, func(k int32) {
		for _, id := range v.bySkel.at(k) {
			if s.words.first(id) {
				add(id)
			}
		}
	})
	return out
}

// typed is the cost of typing w for a word near it.
func (v *vocabulary) typed(w *word, n *near) cost {
	if n.cost > 0 && n.typed == 0 {
		n.typed = typed.cost(w.text, v.words[n.word], w.skeleton, v.skeletonOf(n.word), unmatchedCost)
	}
	return cost{n.cost, n.typed}
}

// costLimit is the greatest cost at which a word of n letters is a candidate.
func costLimit(n float32) float32 {
	if n <= 3 {
		return 2 * written.spelling
	}
	return min(2.5, n/2)
}

// stamps is a set of small numbers that is emptied in no time.
type stamps struct {
	mark []uint32
	now  uint32
}

func newStamps(n int) stamps { return stamps{mark: make([]uint32, n)} }

func (s *stamps) next() {
	s.now++
	if s.now == 0 {
		clear(s.mark)
		s.now = 1
	}
}

// first reports whether i was not in the set, and puts it in.
func (s *stamps) first(i int32) bool {
	if s.mark[i] == s.now {
		return false
	}
	s.mark[i] = s.now
	return true
}
