// Package lexicon knows English words: which parts of speech a word can be,
// and of what class the thing is that a noun names (mustard is a condiment).
//
// The table is derived from WordNet 3.1 by Princeton University, under the
// WordNet licence (WORDNET-LICENSE); the command in generate writes it.
package lexicon

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sort"
	"strings"
	"sync"
)

//go:embed words.bin.gz
var packed []byte

// POS is a part of speech.
type POS uint8

// The parts of speech of the table.
const (
	Noun POS = iota
	Verb
	Adjective
	Adverb
)

// Entry is what the table holds of one word.
type Entry struct {
	// Uses tells by part of speech how often the word is used as such, as the
	// number of binary digits of a count; 0 where it never is.
	Uses [4]uint8
	// Nouns and Verbs are the commonest meanings, commonest first, as numbers
	// in preorder of the hierarchy of meanings.
	Nouns, Verbs []int32
}

// Best is the part of speech in which the word is used most.
func (e Entry) Best() POS {
	best := Noun
	for p := Verb; p <= Adverb; p++ {
		if e.Uses[p] > e.Uses[best] {
			best = p
		}
	}
	return best
}

// Can reports whether the word is used as p at all.
func (e Entry) Can(p POS) bool { return e.Uses[p] > 0 }

// Lexicon is the word table. It is immutable and safe for use by many
// goroutines.
type Lexicon struct {
	letters string  // all words in order, one after the other
	ends    []int32 // where each word ends in letters
	uses    [][2]byte
	first   []int32 // place of each word's first meaning in senses, and the end
	split   []uint8 // of these, how many are noun meanings
	senses  []int32
	nouns   hierarchy
	verbs   hierarchy
}

// hierarchy holds for every meaning, numbered in preorder, the last number
// that lies under it, and its depth.
type hierarchy struct {
	last  []int32
	depth []byte
}

var load = sync.OnceValues(func() (*Lexicon, error) { return decode(packed) })

// Load returns the table. It is unpacked once, on first use.
func Load() *Lexicon {
	l, err := load()
	if err != nil {
		panic("lexicon: the embedded table is damaged: " + err.Error()) // a broken build, not an input
	}
	return l
}

var errTable = errors.New("not a word table")

func decode(packed []byte) (*Lexicon, error) {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	raw, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	var columns [10][]byte
	for i := range columns {
		n, w := binary.Uvarint(raw)
		if w <= 0 || uint64(len(raw)-w) < n {
			return nil, fmt.Errorf("column %d: %w", i, errTable)
		}
		columns[i], raw = raw[w:w+int(n)], raw[w+int(n):]
	}
	l := &Lexicon{nouns: newHierarchy(columns[0]), verbs: newHierarchy(columns[1])}
	if err := l.setWords(columns[2], columns[3], columns[4]); err != nil {
		return nil, err
	}
	return l, l.setSenses(columns[5], columns[6], columns[7], columns[8], columns[9])
}

func newHierarchy(depth []byte) hierarchy {
	h := hierarchy{depth: depth, last: make([]int32, len(depth))}
	var open []int32
	for i, d := range depth {
		for len(open) > 0 && depth[open[len(open)-1]] >= d {
			h.last[open[len(open)-1]] = int32(i - 1)
			open = open[:len(open)-1]
		}
		open = append(open, int32(i))
	}
	for _, i := range open {
		h.last[i] = int32(len(depth) - 1)
	}
	return h
}

func (h hierarchy) under(a, b int32) bool { return b <= a && a <= h.last[b] }

func (l *Lexicon) setWords(shared, length, letters []byte) error {
	var b strings.Builder
	var word []byte
	for i, n := range length {
		if int(shared[i]) > len(word) || int(n) > len(letters) {
			return fmt.Errorf("word %d: %w", i, errTable)
		}
		word = append(word[:shared[i]], letters[:n]...)
		letters = letters[n:]
		b.Write(word)
		l.ends = append(l.ends, int32(b.Len()))
	}
	l.letters = b.String()
	return nil
}

func (l *Lexicon) setSenses(uses, counts, high, mid, low []byte) error {
	n := len(l.ends)
	if len(uses) != 2*n || len(counts) != 2*n || len(high) != len(low) || len(mid) != len(low) {
		return fmt.Errorf("columns of unequal length: %w", errTable)
	}
	l.senses = make([]int32, len(low))
	for i := range low {
		l.senses[i] = int32(high[i])<<16 | int32(mid[i])<<8 | int32(low[i])
	}
	at := int32(0)
	for i := range n {
		l.uses = append(l.uses, [2]byte{uses[2*i], uses[2*i+1]})
		l.first = append(l.first, at)
		l.split = append(l.split, counts[2*i])
		at += int32(counts[2*i]) + int32(counts[2*i+1])
	}
	l.first = append(l.first, at)
	if int(at) != len(low) {
		return fmt.Errorf("meanings: %d told, %d there: %w", at, len(low), errTable)
	}
	return nil
}

// word is the i-th word in alphabetical order.
func (l *Lexicon) word(i int) string {
	start := int32(0)
	if i > 0 {
		start = l.ends[i-1]
	}
	return l.letters[start:l.ends[i]]
}

// Lookup returns the entry of a word or phrase in lower case, in its base form
// as dictionaries list it.
func (l *Lexicon) Lookup(word string) (Entry, bool) {
	i := sort.Search(len(l.ends), func(i int) bool { return l.word(i) >= word })
	if i == len(l.ends) || l.word(i) != word {
		return Entry{}, false
	}
	u, s := l.uses[i], l.senses[l.first[i]:l.first[i+1]]
	split := l.split[i]
	return Entry{
		Uses:  [4]uint8{u[0] >> 4, u[0] & 15, u[1] >> 4, u[1] & 15},
		Nouns: s[:split:split],
		Verbs: s[split:],
	}, true
}
