package rules

import (
	"strings"

	"dateline/kb/lexicon"
	"dateline/kb/library"
	"dateline/kb/text"
)

// marker is a discourse marker: a run of words that leads a reason.
type marker struct {
	words  []string
	weight float64 // how often what follows is a reason
	keep   bool    // it reads as part of the answer
	verb   bool    // a verb in its base form has to follow
}

// markers lead reasons in news, longest first where one begins another.
var markers = []marker{
	{strings.Fields("because of"), 1, true, false},
	{strings.Fields("because"), 1, true, false},
	{strings.Fields("due to"), 1, true, false},
	{strings.Fields("owing to"), 1, true, false},
	{strings.Fields("thanks to"), 0.9, true, false},
	{strings.Fields("in response to"), 0.95, true, false},
	{strings.Fields("in retaliation for"), 0.95, true, false},
	{strings.Fields("in reaction to"), 0.95, true, false},
	{strings.Fields("responding to"), 0.9, true, false},
	{strings.Fields("was caused by"), 0.95, false, false},
	{strings.Fields("was prompted by"), 0.95, false, false},
	{strings.Fields("in protest"), 0.9, true, false},
	{strings.Fields("in order to"), 0.95, true, true},
	{strings.Fields("in an effort to"), 0.95, true, true},
	{strings.Fields("in an attempt to"), 0.95, true, true},
	{strings.Fields("in a bid to"), 0.95, true, true},
	{strings.Fields("so that"), 0.85, true, false},
	{strings.Fields("aimed at"), 0.9, true, false},
	{strings.Fields("intended to"), 0.9, true, true},
	{strings.Fields("designed to"), 0.85, true, true},
	{strings.Fields("is to"), 0.85, false, true},
	{strings.Fields("was to"), 0.85, false, true},
	{strings.Fields("as part of"), 0.86, true, false},
	{strings.Fields("is part of"), 0.85, false, false},
	{strings.Fields("was part of"), 0.85, false, false},
	{strings.Fields("were part of"), 0.85, false, false},
	{strings.Fields("out of concern"), 0.9, true, false},
	{strings.Fields("citing"), 0.85, true, false},
	{strings.Fields("on charges of"), 0.85, true, false},
	{strings.Fields("accused of"), 0.7, true, false},
	{strings.Fields("amid"), 0.7, true, false},
	{strings.Fields("over"), 0.5, true, false},
	{strings.Fields("following"), 0.5, true, false},
	{strings.Fields("after"), 0.5, true, false},
	{strings.Fields("since"), 0.3, true, false},
	{strings.Fields("to"), 0.45, true, true},
	{strings.Fields("for"), 0.25, true, false},
}

// markerAt is the marker that begins at word i and leads something.
func (rs *Rules) markerAt(ws []library.Word, i int) (marker, bool) {
	for _, c := range markers {
		if !hasWords(ws, i, c.words) {
			continue
		}
		next := i + len(c.words)
		if next >= len(ws) || c.verb && !rs.bareVerb(ws[next]) {
			continue
		}
		return c, true
	}
	return marker{}, false
}

// completes reports whether an infinitive only completes the verb, adjective or
// noun before it ("pledged to go", "the right to vote", "allowed them to stay")
// and so tells no purpose; "is to" tells one of what was asked about, and of an
// aim.
func completes(h library.Passage, i int, c marker) bool {
	if i == 0 {
		return false
	}
	prev := h.Words[i-1]
	if prev.Fold == "not" && i > 1 {
		prev = h.Words[i-2]
	}
	if c.words[0] == "is" || c.words[0] == "was" {
		return !h.Asked(prev.Span) && !aims[prev.Stem]
	}
	if len(c.words) > 1 {
		return false
	}
	if takesInfinitive[prev.Stem] || takesInfinitive[prev.Base] || library.IsCopula(prev.Fold) {
		return true
	}
	for k := i - 1; k >= 0 && k >= i-maxObject && h.Words[k].Kind != text.Punct; k-- {
		if takesObject[h.Words[k].Stem] || takesObject[h.Words[k].Base] {
			return true
		}
	}
	return false
}

// maxObject bounds the words of an object between a verb and its infinitive.
const maxObject = 8

// Stems of the words that an infinitive completes: the verbs, adjectives and
// nouns that take one, the verbs that take an object and one, and the nouns for
// aims, of which "is to" tells the aim.
var (
	aims            = library.StemSet(`aim goal purpose plan idea objective intention mission point hope task move effort`)
	takesInfinitive = library.StemSet(`able about according afford agree aim allow almost appear apply arrange ask attempt available
		ability be been begin bid bound can chance choose claim close commit consent continue dare deal decide
		decision decline deem demand deserve desire determine due eager easy effort elect enough expect fail free
		going got guarantee happen hard has hasten have had hesitate hope how hurry impossible inclined intend
		intention invite known learn license like likely long manage mean more move much need neglect obligation
		offer opportunity opt order ought permission permit plan pledge poised power prefer prepare pressure
		pretend proceed promise propose proposal prove push quick ready reason refer referred refuse reluctant
		request required resolve responsibility right say scheduled scramble seek seem set slow started start
		struggle supposed swear tell tend threaten thing time told trouble try unable unlikely unwilling urge used
		volunteer vote vow wait want way what where whether who willing wish work worry yet`)
	takesObject = library.StemSet(`advise allow ask authorize beg cause challenge command compel convince direct enable
		encourage expect forbid force get help instruct invite lead leave let like mean need oblige order permit
		persuade press pressure prompt push require tell train trust urge want warn`)
)

func hasWords(ws []library.Word, i int, want []string) bool {
	for k, w := range want {
		if i+k >= len(ws) || ws[i+k].Fold != w {
			return false
		}
	}
	return true
}

// bareVerb judges whether a word after "to" may be a verb rather than a place
// or a thing.
func (rs *Rules) bareVerb(w library.Word) bool {
	if w.Kind == text.Punct {
		return strings.ContainsAny(w.Fold, "\"'")
	}
	if w.Kind != text.Word || !w.Lower || library.IsDeterminer(w.Fold) || library.IsPronoun(w.Fold) {
		return false
	}
	base, e, ok := rs.lib.Lexicon().Base(w.Fold, lexicon.Verb)
	return ok && base == w.Fold && rareVerb*e.Uses[lexicon.Verb] >= e.Uses[lexicon.Noun]
}

// rareVerb is how much more often a noun may be used than the same word as a
// verb: "to fight", not "to flight".
const rareVerb = 5
