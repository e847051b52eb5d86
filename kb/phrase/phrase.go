// Package phrase tags the words of a sentence with parts of speech and cuts
// noun phrases out of it. The tagger is one pass over the words with the
// lexicon's counts, the form of the word and the tag before it; it is made for
// finding candidates for answers, where a phrase too many does little harm.
package phrase

import (
	"unicode"
	"unicode/utf8"

	"dateline/kb/lexicon"
	"dateline/kb/text"
)

// Tag is a part of speech as far as noun phrases need it.
type Tag uint8

// The tags.
const (
	Other Tag = iota
	Noun
	Proper      // a name, or a word with a capital inside a sentence
	Verb        // finite, infinitive or participle
	Participle  // a form in -ing or -ed that may stand before a noun
	Adjective   //
	Adverb      //
	Number      // in digits or words
	Determiner  // a, the, this, his
	Preposition //
	Conjunction //
	Pronoun     //
	Auxiliary   // be, have, do, and the modals
	To          //
	Possessive  // ’s
	Mark        // punctuation
)

// Word is a tagged token of a sentence.
type Word struct {
	text.Token
	Lower string // folded
	Stems []string
	Tag   Tag
	Upper bool // begins with a capital
}

// Span is a run of words [First, Last].
type Span struct{ First, Last int }

// Tagger reads sentences. It keeps what it has learnt of each word, so it is
// worth keeping; it is not safe for use by several goroutines at once.
type Tagger struct {
	lexicon *lexicon.Lexicon
	stems   func(word string) []string
	seen    map[string]*form
	tokens  []text.Token
}

// form is what is known of a word whatever its neighbours.
type form struct {
	lower string
	stems []string
	uses  [4]uint8
	fixed Tag // the tag of a closed-class word, otherwise Other
	ing   bool
	ed    bool
	shape Tag // Number or Mark for tokens that are no words
}

// maxSeen bounds what a Tagger keeps.
const maxSeen = 1 << 17

// New returns a Tagger. stems gives the index terms of a token.
func New(stems func(word string) []string) *Tagger {
	return &Tagger{lexicon: lexicon.Load(), stems: stems, seen: map[string]*form{}}
}

// Read appends the tagged words of the sentence s[p.Start:p.End] to dst. The
// offsets of the tokens are those of s.
func (t *Tagger) Read(dst []Word, s string, p text.Span) []Word {
	t.tokens = text.Tokens(t.tokens[:0], p.Of(s))
	first := len(dst)
	for _, tok := range t.tokens {
		tok.Start += p.Start
		tok.End += p.Start
		f := t.form(tok.Of(s), tok.Kind)
		r, _ := utf8.DecodeRuneInString(s[tok.Start:])
		w := Word{Token: tok, Lower: f.lower, Stems: f.stems, Upper: unicode.IsUpper(r)}
		w.Tag = f.tag(dst[first:], w.Upper)
		dst = append(dst, w)
	}
	return dst
}

func (t *Tagger) form(surface string, kind text.Kind) *form {
	if f := t.seen[surface]; f != nil {
		return f
	}
	if len(t.seen) >= maxSeen {
		clear(t.seen)
	}
	f := t.newForm(surface, kind)
	t.seen[surface] = f
	return f
}

// homographs are names that would be function words in lower case.
var homographs = map[string]bool{"US": true, "WHO": true, "IT": true}

func (t *Tagger) newForm(surface string, kind text.Kind) *form {
	f := &form{lower: text.Fold(surface), stems: t.stems(surface)}
	switch {
	case kind == text.Punct:
		f.shape = Mark
		return f
	case kind == text.Number:
		f.shape = Number
		return f
	case f.lower == "'s":
		f.fixed = Possessive
		return f
	}
	if tag, ok := closed[f.lower]; ok && !homographs[surface] {
		f.fixed = tag
		return f
	}
	if !homographs[surface] {
		f.uses, f.ing, f.ed = t.uses(f.lower)
	}
	return f
}

// uses weighs the parts of speech of a word, by its base forms or, for a word
// that the lexicon lacks, by its ending.
func (t *Tagger) uses(w string) (uses [4]uint8, ing, ed bool) {
	known := false
	for p := lexicon.Noun; p <= lexicon.Adverb; p++ {
		base, e, ok := t.lexicon.Base(w, p)
		if !ok {
			continue
		}
		known = true
		uses[p] = e.Uses[p]
		if p == lexicon.Verb && base != w {
			ing, ed = ending(w, "ing"), !ending(w, "ing") && !ending(w, "s")
		}
	}
	if known {
		return uses, ing, ed
	}
	switch {
	case ending(w, "ly"):
		uses[lexicon.Adverb] = 2
	case ending(w, "ing"):
		uses[lexicon.Verb], uses[lexicon.Noun], ing = 2, 1, true
	case ending(w, "ed"):
		uses[lexicon.Verb], ed = 2, true
	case ending(w, "ous"), ending(w, "ful"), ending(w, "ive"), ending(w, "able"), ending(w, "less"), ending(w, "ish"), ending(w, "ic"), ending(w, "old"):
		uses[lexicon.Adjective] = 2
	default:
		uses[lexicon.Noun] = 2
	}
	return uses, ing, ed
}

func ending(w, suffix string) bool {
	return len(w) > len(suffix)+2 && w[len(w)-len(suffix):] == suffix
}

// tag chooses a tag from the words before.
func (f *form) tag(before []Word, upper bool) Tag {
	switch {
	case f.shape != Other:
		return f.shape
	case f.fixed != Other && !(upper && f.fixed == Preposition && len(before) > 0 && before[len(before)-1].Tag == Proper):
		return f.fixed
	}
	start := len(before) == 0 || before[len(before)-1].Tag == Mark && opens(before)
	if upper && (!start || f.uses == [4]uint8{}) {
		return Proper
	}
	previous := Mark
	if len(before) > 0 {
		previous = before[len(before)-1].Tag
	}
	tag := f.open(previous, before)
	if upper && tag == Noun && f.uses[lexicon.Noun] <= 2 {
		return Proper
	}
	return tag
}

// opens reports whether the mark before begins a sentence or a quotation.
func opens(before []Word) bool {
	for _, w := range before {
		if w.Tag != Mark {
			last := before[len(before)-1].Lower
			return last == "\"" || last == ":" || last == "'"
		}
	}
	return true
}

// open chooses among the open classes.
func (f *form) open(previous Tag, before []Word) Tag {
	score := [4]int{}
	for p, n := range f.uses {
		score[p] = 2 * int(n)
		if n == 0 {
			score[p] = -20
		}
	}
	noun, verb := &score[lexicon.Noun], &score[lexicon.Verb]
	switch previous {
	case Determiner, Adjective, Possessive, Number, Participle:
		if f.uses[lexicon.Adjective] == 0 && f.uses[lexicon.Adverb] == 0 && !f.ing && !f.ed { // "an edit button"
			*noun = max(*noun, 0)
		}
		*noun += 6
		*verb -= 12
	case Preposition:
		*noun += 4
		*verb -= 6
	case To, Pronoun:
		*verb += 8
	case Auxiliary:
		*verb += 6
	case Noun, Proper:
		*verb++
		score[lexicon.Adjective] -= 4
	}
	best := lexicon.Noun
	for p := lexicon.Verb; p <= lexicon.Adverb; p++ {
		if score[p] > score[best] {
			best = p
		}
	}
	if f.ing || f.ed {
		switch previous {
		case Determiner, Adjective, Possessive, Number, Preposition, Conjunction, Verb:
			if best != lexicon.Noun || f.ed {
				return Participle
			}
		}
	}
	return [4]Tag{Noun, Verb, Adjective, Adverb}[best]
}
