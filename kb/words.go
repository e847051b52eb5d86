package kb

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"

	"dateline/kb/index"
	"dateline/kb/lexicon"
	"dateline/kb/text"
)

// word is a token of a document in the forms in which it is compared.
type word struct {
	text.Span // byte offsets into the document's text
	kind      text.Kind
	fold      string
	stem      string
	base      string // the stem of its dictionary form where that is irregular, else stem
	lower     bool   // it begins with a small letter
}

// words reads the span of a text.
func words(s string, p text.Span) []word {
	toks := text.Tokens(nil, p.Of(s))
	out := make([]word, len(toks))
	for i, t := range toks {
		q := text.Span{Start: p.Start + t.Start, End: p.Start + t.End}
		f := text.Fold(q.Of(s))
		r, _ := utf8.DecodeRuneInString(q.Of(s))
		out[i] = word{Span: q, kind: t.Kind, fold: f, stem: stem(f), lower: unicode.IsLower(r)}
		out[i].base = out[i].stem
		if base, ok := lexicon.Irregular(f); ok {
			out[i].base = stem(base)
		}
	}
	return out
}

// stem is the English Snowball stem (Porter2) of a folded word.
func stem(folded string) string { return english.Stem(folded, true) }

// contentStems are the stems of the words of s that tell something, as the
// index has them.
func contentStems(s string) []string {
	terms := index.Terms(s)
	out := make([]string, len(terms))
	for i, t := range terms {
		out[i] = t.Text
	}
	return out
}

// isFunction reports whether a folded word is a function word, which tells
// nothing about what a text is about.
func isFunction(folded string) bool { return functionWords[folded] }

// isSaying reports whether a folded word attributes what somebody said.
func isSaying(folded string) bool { return verbsOfSaying[folded] }

var functionWords = wordSet(`a an the this that these those and or but nor if then than as of in on at by for from
	to into onto with without about over under after before between during since until till through against
	is are was were be been being am do does did done doing has have had having will would shall should can
	could may might must it its he him his she her hers they them their theirs we us our ours you your yours
	i me my mine who whom whose which what when where why how there here not no so such also just only very
	's s 't n't one`)

func wordSet(list string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// stemSet is the stems of a list of words.
func stemSet(list string) map[string]bool {
	m := make(map[string]bool)
	for w := range wordSet(list) {
		m[stem(w)] = true
	}
	return m
}

// verbsOfSaying attribute what somebody said.
var verbsOfSaying = wordSet(`said says say saying told tells added adds wrote writes tweeted posted stated states
	announced announces argued argues warned warns insisted insists claimed claims noted notes explained explains
	asked replied responded declared declares acknowledged admitted called urged testified recalled joked shouted
	denied denies`)
