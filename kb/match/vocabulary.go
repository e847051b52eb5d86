package match

import (
	"math/bits"
	"slices"
	"unicode/utf8"
)

// Symmetric-delete parameters, as SymSpell has them: variants are taken of the
// first prefixRunes letters, with up to two letters deleted.
const (
	prefixRunes = 7
	maxEdits    = 2
)

// vocabulary is the words of all names, to be found with errors.
type vocabulary struct {
	words     []string
	ids       map[string]int32
	sorted    []int32 // words in order of their letters
	skeletons []string
	skeleton  []int32 // of each word
	bySkel    lists   // skeleton -> words
	masks     []uint64
	lengths   []uint8 // of the skeletons, in runes
	variants  lists   // bucket of a variant's hash -> skeletons
	shift     uint
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
	slices.SortFunc(v.sorted, func(a, b int32) int { return compare(words[a], words[b]) })
	v.skeletons = skels.list
	v.bySkel = invert(one, len(skels.list))
	v.index()
	return v
}

func compare(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// index builds the table of deletion variants by counting sort.
func (v *vocabulary) index() {
	v.masks = make([]uint64, len(v.skeletons))
	v.lengths = make([]uint8, len(v.skeletons))
	logBuckets := max(4, bits.Len(uint(len(v.skeletons)))+4)
	v.shift = uint(32 - min(logBuckets, 22))
	v.variants.start = make([]int32, 1<<(32-v.shift)+1)
	start := v.variants.start
	var hashes []uint32
	for i, s := range v.skeletons {
		v.masks[i], v.lengths[i] = letterMask(s), uint8(min(255, utf8.RuneCountInString(s)))
		hashes = deletions(hashes[:0], s)
		for _, h := range hashes {
			start[h>>v.shift+1]++
		}
	}
	for i := 1; i < len(start); i++ {
		start[i] += start[i-1]
	}
	v.variants.items = make([]int32, start[len(start)-1])
	next := slices.Clone(start)
	for i, s := range v.skeletons {
		hashes = deletions(hashes[:0], s)
		for _, h := range hashes {
			v.variants.items[next[h>>v.shift]] = int32(i)
			next[h>>v.shift]++
		}
	}
}

// edits is how many edits a skeleton of n letters may be away from its word.
func edits(n int) int {
	switch {
	case n < 3:
		return 0
	case n < 5:
		return 1
	}
	return maxEdits
}

// deletions appends the hashes of the deletion variants of word, each once.
func deletions(dst []uint32, word string) []uint32 {
	var buf runeBuf
	w := buf.fill(word)
	n := edits(len(w))
	w = w[:min(len(w), prefixRunes)]
	dst = append(dst, hash(w, -1, -1))
	if n >= 1 {
		for i := range w {
			dst = append(dst, hash(w, i, -1))
			for j := i + 1; n >= 2 && j < len(w); j++ {
				dst = append(dst, hash(w, i, j))
			}
		}
	}
	slices.Sort(dst)
	return slices.Compact(dst)
}

// hash is FNV-1a of w without the letters at i and j, mixed so that its high
// bits are good.
func hash(w []rune, i, j int) uint32 {
	h := uint32(2166136261)
	for k, r := range w {
		if k == i || k == j {
			continue
		}
		h = (h ^ uint32(r)) * 16777619
	}
	h ^= h >> 15
	return h * 2654435769
}

// near is a word of the vocabulary near a word of a query.
type near struct {
	word int32
	cost float32
}

// nearby appends the words near q to dst, those that q may stand for by
// itself: within two edits, within one if short, equal if very short.
func (v *vocabulary) nearby(dst []near, q string, seen *stamps) []near {
	runes := utf8.RuneCountInString(q)
	if id, ok := v.ids[q]; ok {
		dst = append(dst, near{id, 0})
	}
	if runes < 3 {
		return dst
	}
	sk := Skeleton(q)
	n, mask := utf8.RuneCountInString(sk), letterMask(sk)
	limit := costLimit(runes)
	var buf [32]uint32
	seen.next()
	for _, h := range deletions(buf[:0], sk) {
		for _, s := range v.variants.at(int32(h >> v.shift)) {
			if d := int(v.lengths[s]) - n; d > maxEdits || d < -maxEdits ||
				bits.OnesCount64(v.masks[s]&^mask) > maxEdits || bits.OnesCount64(mask&^v.masks[s]) > maxEdits || !seen.first(s) {
				continue
			}
			dst = v.add(dst, q, sk, s, limit)
		}
	}
	return dst
}

// add appends the words with skeleton s that are within limit of q.
func (v *vocabulary) add(dst []near, q, sk string, s int32, limit float32) []near {
	for _, w := range v.bySkel.at(s) {
		if v.words[w] == q {
			continue
		}
		if c := wordCost(q, v.words[w], sk, v.skeletons[s], limit); c <= limit {
			dst = append(dst, near{w, c})
		}
	}
	return dst
}

// costLimit is the greatest cost at which a word of n letters is a candidate.
func costLimit(n int) float32 {
	if n <= 3 {
		return 2 * costSpelling
	}
	return min(2.5, float32(n)/2)
}

// stamps is a set of small numbers that is emptied in no time.
type stamps struct {
	mark []uint32
	now  uint32
}

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
