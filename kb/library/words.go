package library

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"

	"dateline/kb/index"
	"dateline/kb/lexicon"
	"dateline/kb/text"
)

// Word is a token of a document in the forms in which it is compared.
type Word struct {
	text.Span // byte offsets into the document's text
	Kind      text.Kind
	Fold      string // as text.Fold has it
	Stem      string // of Fold
	Base      string // the stem of its dictionary form where that is irregular, else stem
	Lower     bool   // it begins with a small letter
}

// Words reads the words of the bytes p of a text.
func Words(s string, p text.Span) []Word {
	toks := text.Tokens(nil, p.Of(s))
	out := make([]Word, len(toks))
	for i, t := range toks {
		q := text.Span{Start: p.Start + t.Start, End: p.Start + t.End}
		f := text.Fold(q.Of(s))
		r, _ := utf8.DecodeRuneInString(q.Of(s))
		out[i] = Word{Span: q, Kind: t.Kind, Fold: f, Stem: Stem(f), Lower: unicode.IsLower(r)}
		out[i].Base = out[i].Stem
		if base, ok := lexicon.Irregular(f); ok {
			out[i].Base = Stem(base)
		}
	}
	return out
}

// Stem is the English Snowball stem (Porter2) of a folded word.
func Stem(folded string) string { return english.Stem(folded, true) }

// ContentStems are the stems of the words of s that tell something, as the
// index has them.
func ContentStems(s string) []string {
	terms := index.Terms(s)
	out := make([]string, len(terms))
	for i, t := range terms {
		out[i] = t.Text
	}
	return out
}

// IsFunction reports whether a folded word is a function word, which tells
// nothing about what a text is about.
func IsFunction(folded string) bool { return functionWords[folded] }

// IsSaying reports whether a folded word attributes what somebody said.
func IsSaying(folded string) bool { return verbsOfSaying[folded] }

var functionWords = WordSet(`a an the this that these those and or but nor if then than as of in on at by for from
	to into onto with without about over under after before between during since until till through against
	is are was were be been being am do does did done doing has have had having will would shall should can
	could may might must it its he him his she her hers they them their theirs we us our ours you your yours
	i me my mine who whom whose which what when where why how there here not no so such also just only very
	's s 't n't one`)

// WordSet is the set of the words of a list with blanks between them.
func WordSet(list string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// StemSet is the stems of a list of words.
func StemSet(list string) map[string]bool {
	m := make(map[string]bool)
	for w := range WordSet(list) {
		m[Stem(w)] = true
	}
	return m
}

// verbsOfSaying attribute what somebody said.
var verbsOfSaying = WordSet(`said says say saying told tells added adds wrote writes tweeted posted stated states
	announced announces argued argues warned warns insisted insists claimed claims noted notes explained explains
	asked replied responded declared declares acknowledged admitted called urged testified recalled joked shouted
	denied denies`)
