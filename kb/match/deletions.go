package match

import (
	"math/bits"
	"slices"
	"unicode/utf8"
)

// prefixRunes is how many letters of a word its variants are taken of, as in
// SymSpell.
const prefixRunes = 7

// deletionTable finds words by the variants that they share with a query when
// some letters of both are deleted.
type deletionTable struct {
	most    int // letters deleted at most
	masks   []uint64
	lengths []uint8 // in runes
	buckets lists   // of a variant's hash -> words
	shift   uint
}

// newDeletionTable builds the table by counting sort.
func newDeletionTable(words []string, most int) deletionTable {
	t := deletionTable{most: most, masks: make([]uint64, len(words)), lengths: make([]uint8, len(words))}
	logBuckets := max(4, bits.Len(uint(len(words)))+4)
	t.shift = uint(32 - min(logBuckets, 22))
	t.buckets.start = make([]int32, 1<<(32-t.shift)+1)
	start := t.buckets.start
	var hashes []uint32
	for i, s := range words {
		t.masks[i], t.lengths[i] = letterMask(s), uint8(min(255, utf8.RuneCountInString(s)))
		hashes = deletions(hashes[:0], s, most)
		for _, h := range hashes {
			start[h>>t.shift+1]++
		}
	}
	for i := 1; i < len(start); i++ {
		start[i] += start[i-1]
	}
	t.buckets.items = make([]int32, start[len(start)-1])
	next := slices.Clone(start)
	for i, s := range words {
		hashes = deletions(hashes[:0], s, most)
		for _, h := range hashes {
			t.buckets.items[next[h>>t.shift]] = int32(i)
			next[h>>t.shift]++
		}
	}
	return t
}

// each calls f with every word that may be within the table's number of edits
// of q, once, and with some others.
func (t *deletionTable) each(q string, seen *stamps, f func(int32)) {
	n, mask := utf8.RuneCountInString(q), letterMask(q)
	var buf [32]uint32
	seen.next()
	for _, h := range deletions(buf[:0], q, t.most) {
		for _, w := range t.buckets.at(int32(h >> t.shift)) {
			if d := int(t.lengths[w]) - n; d > t.most || d < -t.most ||
				bits.OnesCount64(t.masks[w]&^mask) > t.most || bits.OnesCount64(mask&^t.masks[w]) > t.most || !seen.first(w) {
				continue
			}
			f(w)
		}
	}
}

// deletable is how many of n letters may be deleted, most at the most.
func deletable(n, most int) int {
	switch {
	case n < 3:
		return 0
	case n < 4:
		return min(1, most)
	}
	return most
}

// deletions appends the hashes of the variants of word with up to most letters
// deleted, each once.
func deletions(dst []uint32, word string, most int) []uint32 {
	var buf runeBuf
	w := buf.fill(word)
	n := deletable(len(w), most)
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
