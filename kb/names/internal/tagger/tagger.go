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
	edges additions
	desks sync.Pool
}

// additions are what a word adds to the scores of the places around it.
type additions [2*feature.Reach + 1]crf.Row

// New reads the files of a model and of a lexicon.
func New(weights, words []byte) (*Tagger, error) {
	m, err := crf.Decode(weights)
	if err != nil {
		return nil, err
	}
	lex, err := lexicon.Decode(words)
	if err != nil {
		return nil, err
	}
	t := &Tagger{model: m, lex: lex}
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

// desk is the room that one text is tagged in.
type desk struct {
	words    map[string]*entry
	tokens   []text.Token
	entries  []*entry
	sentence feature.Sentence
	features []uint32
	scores   []crf.Row
	tags     []crf.Tag
	lattice  crf.Lattice
}

func (t *Tagger) additions(w *feature.Word) (adds additions) {
	var buf [64]uint32
	for o := range adds {
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
	if len(d.words) >= maxWords {
		clear(d.words)
	}
	e := &entry{word: feature.NewWord(t.lex, s)}
	e.adds = t.additions(&e.word)
	if len(s) <= longestWord {
		d.words[strings.Clone(s)] = e
	}
	return e
}

// Tag calls each for every sentence of s with its tokens, which have offsets
// into s, and their tags. Both are only lent.
func (t *Tagger) Tag(s string, sentences []text.Sentence, each func([]text.Token, []crf.Tag)) {
	d := t.desks.Get().(*desk)
	defer t.desks.Put(d)
	for _, sent := range sentences {
		d.tokens = text.Tokens(d.tokens[:0], sent.Of(s))
		if len(d.tokens) == 0 {
			continue
		}
		t.score(d, sent.Of(s))
		t.model.Viterbi(&d.lattice, d.scores, d.tags)
		for i := range d.tokens {
			d.tokens[i].Start += sent.Start
			d.tokens[i].End += sent.Start
		}
		each(d.tokens, d.tags)
	}
}

// score fills the desk's scores for the sentence s, whose tokens it holds.
func (t *Tagger) score(d *desk, s string) {
	n := len(d.tokens)
	d.entries, d.sentence.Words = d.entries[:0], d.sentence.Words[:0]
	for _, tok := range d.tokens {
		e := t.lookup(d, tok.Of(s))
		d.entries = append(d.entries, e)
		d.sentence.Words = append(d.sentence.Words, &e.word)
	}
	d.sentence.Prepare(t.lex)
	if cap(d.scores) < n {
		d.scores, d.tags = make([]crf.Row, n+n/2), make([]crf.Tag, n+n/2)
	}
	d.scores, d.tags = d.scores[:n], d.tags[:n]
	for i := range d.scores {
		row := &d.scores[i]
		*row = crf.Row{}
		for o := range t.edges {
			adds := &t.edges
			if j := i + o - feature.Reach; j >= 0 && j < n {
				adds = &d.entries[j].adds
			}
			row.Add(&adds[o])
		}
		d.features = feature.AppendJoint(d.features[:0], &d.sentence, i)
		for _, f := range d.features {
			t.model.Add(row, f)
		}
	}
}
