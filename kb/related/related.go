package related

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"
	"sync"

	"dateline/kb/lexicon"
)

//go:embed words.bin.gz
var packed []byte

// Table is the table of related words. It is immutable and safe for use by
// many goroutines.
type Table struct {
	letters string   // all words in order, one after the other
	ends    []int32  // where each word ends in letters
	first   []int32  // where each word's related words begin in related, and the end
	related []uint16 // their numbers in order
}

var load = sync.OnceValue(func() *Table {
	t, err := decode(packed)
	if err != nil {
		panic("related: the embedded table is damaged: " + err.Error()) // a broken build, not an input
	}
	return t
})

// Load returns the table. It is unpacked once, on first use.
func Load() *Table { return load() }

// Of returns the words related to a word, in their base forms, sorted, without
// the word itself; nil where the table has none. The word may be inflected and
// in any case: all that it can be a form of is looked up, for "shooting" the
// noun and "shoot". It loads package lexicon's table on first use.
func (t *Table) Of(word string) []string {
	word = strings.ToLower(word)
	var found []string
	for _, base := range bases(word) {
		i, ok := t.find(base)
		if !ok {
			continue
		}
		for _, j := range t.of(i) {
			if w := t.word(int(j)); w != word {
				found = append(found, w)
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// bases are the word itself and what it can be a form of, each once.
func bases(word string) []string {
	b := []string{word}
	for _, p := range []lexicon.POS{lexicon.Noun, lexicon.Verb} {
		base, _, ok := lexicon.Load().Base(word, p)
		if ok && !slices.Contains(b, base) {
			b = append(b, base)
		}
	}
	return b
}

// find returns the number of a word.
func (t *Table) find(word string) (int, bool) {
	return sort.Find(len(t.ends), func(i int) int { return strings.Compare(word, t.word(i)) })
}

// word is the i-th word in alphabetical order.
func (t *Table) word(i int) string {
	start := int32(0)
	if i > 0 {
		start = t.ends[i-1]
	}
	return t.letters[start:t.ends[i]]
}

// of are the numbers of the words related to the i-th.
func (t *Table) of(i int) []uint16 { return t.related[t.first[i]:t.first[i+1]] }

var errTable = errors.New("not a table of related words")

func decode(packed []byte) (*Table, error) {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	raw, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	var columns [5][]byte
	for i := range columns {
		n, w := binary.Uvarint(raw)
		if w <= 0 || uint64(len(raw)-w) < n {
			return nil, fmt.Errorf("column %d: %w", i, errTable)
		}
		columns[i], raw = raw[w:w+int(n)], raw[w+int(n):]
	}
	t := &Table{}
	if err := t.setWords(columns[0], columns[1], columns[2]); err != nil {
		return nil, err
	}
	return t, t.setRelated(columns[3], columns[4])
}

// setWords unpacks words of which each tells how many letters it shares with
// the one before, and its further letters.
func (t *Table) setWords(shared, length, letters []byte) error {
	if len(shared) != len(length) || len(length) > 1<<16 {
		return fmt.Errorf("%d words of %d: %w", len(length), len(shared), errTable)
	}
	var b strings.Builder
	b.Grow(4 * len(letters))
	var word []byte
	t.ends = make([]int32, len(length))
	for i, n := range length {
		if int(shared[i]) > len(word) || int(n) > len(letters) {
			return fmt.Errorf("word %d: %w", i, errTable)
		}
		word = append(word[:shared[i]], letters[:n]...)
		letters = letters[n:]
		b.Write(word)
		t.ends[i] = int32(b.Len())
	}
	t.letters = strings.Clone(b.String())
	return nil
}

// setRelated unpacks the pairs, of which each is told once, with its earlier
// word: counts tells how many a word has, steps how far each is from the last.
func (t *Table) setRelated(counts, steps []byte) error {
	n := len(t.ends)
	if len(counts) != n {
		return fmt.Errorf("%d counts for %d words: %w", len(counts), n, errTable)
	}
	var pairs [][2]uint16
	degree := make([]int32, n)
	for i, count := range counts {
		j := uint64(i)
		for range count {
			step, w := binary.Uvarint(steps)
			if w <= 0 || step == 0 || step >= uint64(n)-j {
				return fmt.Errorf("pairs of word %d: %w", i, errTable)
			}
			steps = steps[w:]
			j += step
			pairs = append(pairs, [2]uint16{uint16(i), uint16(j)})
			degree[i]++
			degree[j]++
		}
	}
	t.place(pairs, degree)
	return nil
}

// place puts each pair at both of its words. As pairs come in order, each
// word's earlier words get there before its later ones, both in order.
func (t *Table) place(pairs [][2]uint16, degree []int32) {
	t.first = make([]int32, len(degree)+1)
	for i, d := range degree {
		t.first[i+1] = t.first[i] + d
	}
	free := slices.Clone(t.first)
	t.related = make([]uint16, 2*len(pairs))
	for _, p := range pairs {
		for side, w := range p {
			t.related[free[w]] = p[1-side]
			free[w]++
		}
	}
}
