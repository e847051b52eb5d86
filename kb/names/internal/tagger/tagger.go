// Package tagger tags the words of a text with a field and a lexicon.
package tagger

import (
	"strings"
	"sync"

	"dateline/kb/names/internal/crf"
	"dateline/kb/names/internal/feature"
	"dateline/kb/names/internal/lexicon"
	"dateline/kb/text"
)

// Tagger is a model and a lexicon. It is safe for use by many goroutines.
type Tagger struct {
	model *crf.Model
	lex   *lexicon.Lexicon
	blind bool
	edges additions
	desks sync.Pool
}

// additions are what a word adds to the scores of the places around it.
type additions [2*feature.Reach + 1]crf.Row

// New reads the files of a model and of a lexicon.
func New(weights, words []byte) (*Tagger, error) { return newTagger(weights, words, false) }

// NewBlind is New for a model that was trained to tell what a word is from
// what stands around it alone. It reads a text once.
func NewBlind(weights, words []byte) (*Tagger, error) { return newTagger(weights, words, true) }

func newTagger(weights, words []byte, blind bool) (*Tagger, error) {
	m, err := crf.Decode(weights)
	if err != nil {
		return nil, err
	}
	lex, err := lexicon.Decode(words)
	if err != nil {
		return nil, err
	}
	t := &Tagger{model: m, lex: lex, blind: blind}
	t.edges = t.additions(feature.Edge())
	t.desks.New = func() any { return &desk{words: make(map[string]*entry)} }
	return t, nil
}

// entry is a word with what it adds.
type entry struct {
	word feature.Word
	adds additions
}

// maxWords bounds the words that a desk remembers from text to text, and
// longestWord, in bytes, those worth remembering.
const (
	maxWords    = 1 << 14
	longestWord = 48
)

// desk is the room that one text is tagged in. Tokens, scores and tags are
// those of all its sentences; parts says where each sentence begins.
type desk struct {
	words    map[string]*entry
	tokens   []text.Token
	entries  []*entry
	scores   []crf.Row
	tags     []crf.Tag
	parts    []int
	sentence feature.Sentence
	memory   feature.Memory
	features []uint32
	lattice  crf.Lattice
}

// roomy is the number of tokens beyond which a desk is not kept.
const roomy = 1 << 16

func (t *Tagger) additions(w *feature.Word) (adds additions) {
	var buf [64]uint32
	for o := range adds {
		if t.blind && o == feature.Reach {
			for _, f := range feature.AppendShape(buf[:0], w) {
				t.model.Add(&adds[o], f)
			}
			continue
		}
		for _, f := range feature.AppendWord(buf[:0], w, o-feature.Reach) {
			t.model.Add(&adds[o], f)
		}
	}
	return adds
}

func (t *Tagger) lookup(d *desk, s string) *entry {
	if e := d.words[s]; e != nil {
		return e
	}
	e := &entry{word: feature.NewWord(t.lex, s)}
	e.adds = t.additions(&e.word)
	if len(s) <= longestWord {
		d.words[strings.Clone(s)] = e
	}
	return e
}

// Tag calls each for every sentence of s with its tokens, which have offsets
// into s, and their tags. Both are only lent. The text is read twice: what the
// first reading finds in all of it helps the second.
func (t *Tagger) Tag(s string, sentences []text.Sentence, each func([]text.Token, []crf.Tag)) {
	d := t.desks.Get().(*desk)
	defer func() {
		if cap(d.scores) <= roomy {
			t.desks.Put(d)
		}
	}()
	// Never within a text: there, equal words must be one entry.
	if len(d.words) >= maxWords {
		clear(d.words)
	}
	d.prepare(s, sentences)
	for _, tok := range d.tokens {
		d.entries = append(d.entries, t.lookup(d, tok.Of(s)))
	}
	d.memory.Reset()
	d.each(func(from, to int) { t.readFirst(d, from, to) })
	d.each(func(from, to int) {
		if !t.blind {
			t.readAgain(d, from, to)
		}
		each(d.tokens[from:to], d.tags[from:to])
	})
}

// prepare cuts the sentences of s into tokens and makes room.
func (d *desk) prepare(s string, sentences []text.Sentence) {
	d.tokens, d.entries, d.parts = d.tokens[:0], d.entries[:0], d.parts[:0]
	for _, sent := range sentences {
		from := len(d.tokens)
		d.tokens = text.Tokens(d.tokens, sent.Of(s))
		if len(d.tokens) == from {
			continue
		}
		for i := from; i < len(d.tokens); i++ {
			d.tokens[i].Start += sent.Start
			d.tokens[i].End += sent.Start
		}
		d.parts = append(d.parts, from)
	}
	if n := len(d.tokens); cap(d.scores) < n {
		d.scores, d.tags = make([]crf.Row, n+n/2), make([]crf.Tag, n+n/2)
	}
	d.scores, d.tags = d.scores[:len(d.tokens)], d.tags[:len(d.tokens)]
}

// each calls f for the range of tokens of every sentence.
func (d *desk) each(f func(from, to int)) {
	for i, from := range d.parts {
		to := len(d.tokens)
		if i+1 < len(d.parts) {
			to = d.parts[i+1]
		}
		f(from, to)
	}
}

// gather makes the tokens of a sentence the desk's sentence.
func (d *desk) gather(from, to int) {
	d.sentence.Words = d.sentence.Words[:0]
	for _, e := range d.entries[from:to] {
		d.sentence.Words = append(d.sentence.Words, &e.word)
	}
}

// readFirst scores and tags a sentence on its own.
func (t *Tagger) readFirst(d *desk, from, to int) {
	d.gather(from, to)
	d.sentence.Blind = t.blind
	d.sentence.Prepare(t.lex)
	scores, entries := d.scores[from:to], d.entries[from:to]
	for i := range scores {
		row := &scores[i]
		*row = crf.Row{}
		for o := range t.edges {
			adds := &t.edges
			if j := i + o - feature.Reach; j >= 0 && j < len(entries) {
				adds = &entries[j].adds
			}
			row.Add(&adds[o])
		}
		d.features = feature.AppendJoint(d.features[:0], &d.sentence, i)
		for _, f := range d.features {
			t.model.Add(row, f)
		}
	}
	tags := d.tags[from:to]
	t.model.Viterbi(&d.lattice, scores, tags)
	d.memory.Note(d.sentence.Words, tags)
}

// readAgain adds what the rest of the text says of the words of a sentence to
// its scores, and tags it anew if there is anything.
func (t *Tagger) readAgain(d *desk, from, to int) {
	d.gather(from, to)
	again := false
	for i := range d.sentence.Words {
		d.features = d.memory.AppendMemory(d.features[:0], &d.sentence, d.tags[from:to], i)
		again = again || len(d.features) > 0
		for _, f := range d.features {
			t.model.Add(&d.scores[from+i], f)
		}
	}
	if again {
		t.model.Viterbi(&d.lattice, d.scores[from:to], d.tags[from:to])
	}
}
