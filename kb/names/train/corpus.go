package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"unicode/utf8"

	"dateline/kb/names/internal/crf"
	"dateline/kb/names/internal/feature"
	"dateline/kb/names/internal/lexicon"
	"dateline/kb/text"
)

// document is an annotated text.
type document struct {
	Doc   string       `json:"doc"`
	Text  string       `json:"text"`
	Names []annotation `json:"names"`

	window *window // the part that is annotated; nil for all of the text
}

type annotation struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Type  string `json:"type"`
}

// readLines decodes a gzipped file of JSON lines.
func readLines[T any](path string, each func(T) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	dec := json.NewDecoder(bufio.NewReaderSize(z, 1<<20))
	for {
		var v T
		switch err := dec.Decode(&v); err {
		case nil:
			if err := each(v); err != nil {
				return err
			}
		case io.EOF:
			return nil
		default:
			return fmt.Errorf("%s: %w", path, err)
		}
	}
}

// example is one sentence with its tags.
type example struct {
	sentence feature.Sentence
	tokens   []string
	tags     []crf.Tag
	memory   [][]uint32 // features of the second reading, by token; or nil
	outside  bool       // of what is annotated: to be read, not to be learnt
}

var typeOf = map[string]int{"PER": 0, "LOC": 1, "ORG": 2, "MISC": 3}

// vocabulary analyses each distinct word once.
type vocabulary struct {
	lex   *lexicon.Lexicon
	words map[string]*feature.Word
}

func newVocabulary(lex *lexicon.Lexicon) *vocabulary {
	return &vocabulary{lex, make(map[string]*feature.Word)}
}

func (v *vocabulary) word(s string) *feature.Word {
	if w := v.words[s]; w != nil {
		return w
	}
	w := feature.NewWord(v.lex, s)
	v.words[s] = &w
	return &w
}

// examples cuts a document into tagged sentences.
func (v *vocabulary) examples(d document) []example {
	var out []example
	var tokens []text.Token
	for _, s := range text.Sentences(d.Text) {
		tokens = text.Tokens(tokens[:0], s.Of(d.Text))
		if len(tokens) == 0 {
			continue
		}
		e := example{tags: make([]crf.Tag, len(tokens)), outside: d.window != nil && !d.window.holds(s)}
		for i := range tokens {
			e.tokens = append(e.tokens, tokens[i].Of(s.Of(d.Text)))
			tokens[i].Start += s.Start
			tokens[i].End += s.Start
		}
		v.prepare(&e)
		tag(e.tags, tokens, d.Names)
		out = append(out, e)
	}
	return out
}

// prepare looks the words of an example up.
func (v *vocabulary) prepare(e *example) {
	for _, t := range e.tokens {
		e.sentence.Words = append(e.sentence.Words, v.word(t))
	}
	e.sentence.Prepare(v.lex)
}

// How often a sentence is read once more in other letters.
const (
	smallShare   = 0.04
	capitalShare = 0.04
	titleShare   = 0.04
)

// recased returns some of the examples set as careless writers and headlines
// are: in small letters, in capitals, or each word with a capital.
func (v *vocabulary) recased(examples []example, seed uint64) []example {
	rng := rand.New(rand.NewPCG(seed, 4))
	var out []example
	for _, e := range examples {
		var recase func(string) string
		switch x := rng.Float64(); {
		case x < smallShare:
			recase = strings.ToLower
		case x < smallShare+capitalShare:
			recase = strings.ToUpper
		case x < smallShare+capitalShare+titleShare:
			recase = capitalize
		default:
			continue
		}
		other := example{tags: e.tags}
		for _, t := range e.tokens {
			other.tokens = append(other.tokens, recase(t))
		}
		v.prepare(&other)
		out = append(out, other)
	}
	return out
}

func capitalize(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}

// titles are annotated as names here and there, for the party or the state that
// a politician is from.
var titles = map[string]bool{"Rep": true, "Rep.": true, "Sen": true, "Sen.": true}

// tag writes the tags of tokens that lie in names. A name that ends within a
// token takes all of it.
func tag(tags []crf.Tag, tokens []text.Token, names []annotation) {
	for _, n := range names {
		if titles[n.Text] {
			continue
		}
		first, last := -1, -1
		for i, t := range tokens {
			if t.Start < n.End && n.Start < t.End {
				if first < 0 {
					first = i
				}
				last = i
			}
		}
		if first < 0 {
			continue
		}
		setName(tags, first, last, typeOf[n.Type])
	}
}

// setName writes the tags of a name from token first to last.
func setName(tags []crf.Tag, first, last, typ int) {
	if first == last {
		tags[first] = crf.TagOf(typ, crf.Unit)
		return
	}
	tags[first] = crf.TagOf(typ, crf.Begin)
	for i := first + 1; i < last; i++ {
		tags[i] = crf.TagOf(typ, crf.Inside)
	}
	tags[last] = crf.TagOf(typ, crf.Last)
}
