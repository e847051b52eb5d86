package kb

import (
	"context"
	"slices"
	"strings"

	"dateline/kb/entity"
	"dateline/kb/index"
	"dateline/kb/lexicon"
	"dateline/kb/library"
	"dateline/kb/names"
	"dateline/kb/query"
	"dateline/kb/text"
)

// understand reads a question or the subject of a command, with the names in it
// spelt as the articles have them. The ways are those of reading the subject of
// a command into its parts, the likeliest first.
func (b *Base) understand(ctx context.Context, q Question) (asked query.Query, ways [][]library.Part) {
	c, ok := commandOf(q.Kind)
	if !ok {
		return b.reader.Parse(b.spelt(spelling{question: q.Text, names: true}), q.Asked), nil
	}
	q.Text = b.spelt(spelling{lead: c.Lead + " ", question: q.Text})
	ways = b.lib.Readings(ctx, q.Text)
	asked = b.reader.ParseCommand(c, b.named(q.Text, ways[0]), q.Asked)
	asked.Unknown = nil // the parts tell what is not known
	return asked, ways
}

// named is the subject of a command with its parts by name: a pair apart, and
// what is misspelt as the articles have it.
func (b *Base) named(subject string, parts []library.Part) string {
	misspelt := func(p library.Part) bool { return len(p.IDs) > 0 && !p.Exact }
	if len(library.Needed(parts)) < 2 && !slices.ContainsFunc(parts, misspelt) {
		return subject
	}
	var out []string
	for _, p := range parts {
		if misspelt(p) {
			p.Text = b.nameAs(p.Text, p.IDs[0])
		}
		out = append(out, p.Text)
	}
	return strings.Join(out, " ")
}

// nameAs is the name of an entity as somebody meant it who typed it wrongly:
// of a single word the word of the name that begins most like it.
func (b *Base) nameAs(typed string, id entity.ID) string {
	name := b.lib.Entity(id).Name
	if strings.ContainsAny(typed, " -") {
		return name
	}
	best, most := name, 0
	for w := range strings.FieldsSeq(name) {
		if n := sharedPrefix(text.Fold(w), text.Fold(typed)); n > most {
			best, most = w, n
		}
	}
	return best
}

// sharedPrefix is the length in bytes of what two words begin with alike.
func sharedPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// leastSpelt is the length of a word from which on it may be a name misspelt,
// and maxSpelt how many are looked up for one question.
const (
	leastSpelt = 4
	maxSpelt   = 6
	leastSlip  = 5 // of a common word: among shorter ones too many are near
)

// spelling is a question to be spelt as the articles and dictionaries have its words.
type spelling struct {
	lead, question string // the words that a command leaves out, and the rest
	names          bool   // whether names are spelt too
}

// spelt puts what is meant in place of each word that no article and no
// dictionary has, where something is near enough.
func (b *Base) spelt(s spelling) string {
	var out strings.Builder
	at, looked := 0, 0
	words := library.Words(s.question, text.Span{End: len(s.question)})
	for i, w := range words {
		if w.Kind != text.Word || len(w.Fold) < leastSpelt || looked == maxSpelt || library.IsFunction(w.Fold) || b.lib.Known([]string{w.Stem}) > 0 || b.lib.Common(w.Fold) {
			continue
		}
		looked++
		if m, ok := b.meantBy(w, s, b.determined(words, i)); ok {
			out.WriteString(s.question[at:w.Start] + m)
			at = w.End
		}
	}
	return out.String() + s.question[at:]
}

// meantBy is the common word or else the name that is meant with a word. One that
// would be a name where it stands is no slip: "when did starmer resign" asks for
// nothing that a starter did. noun tells that it cannot be one.
func (b *Base) meantBy(w library.Word, s spelling, noun bool) (string, bool) {
	if m, ok := b.slip(w); ok && (noun || missed(w.Fold, m) || !nameLike(w, s)) {
		return m, true
	}
	if !s.names {
		return "", false
	}
	typed := w.Of(s.question)
	if ms := library.Best(b.lib.Directory().Find(typed, 1)); len(ms) > 0 {
		return b.nameAs(typed, ms[0].ID), true
	}
	return "", false
}

// longSlip is the length in bytes of a word from which on it is hardly ever a name
// when it lacks a letter of a common word, or has two exchanged: of 9,158 such words of
// names in news 4 do, two of them misspelt there.
const longSlip = 8

// missed reports whether a long word is a common one with a letter left out, or
// with two exchanged.
func missed(typed, common string) bool {
	if len(typed) < longSlip {
		return false
	}
	differ := 0
	for i := range min(len(typed), len(common)) {
		if typed[i] != common[i] {
			differ++
		}
	}
	return len(common) > len(typed) || len(common) == len(typed) && differ == 2
}

// determined reports whether word i is the noun that a determiner or a quantity
// stands before, as no name is: "the acusations", "how many troups are", but not "the
// macron government".
func (b *Base) determined(words []library.Word, i int) bool {
	if i == 0 || !determiners[words[i-1].Fold] {
		return false
	}
	return i+1 == len(words) || words[i+1].Kind != text.Word || !b.noun(words[i+1].Fold)
}

// noun reports whether a word is a noun more often than anything else, as are those
// that no dictionary has.
func (b *Base) noun(folded string) bool {
	if library.IsFunction(folded) {
		return false
	}
	if _, ok := lexicon.Irregular(folded); ok {
		return false
	}
	own, known := b.lib.Lexicon().Lookup(folded)
	if base, _, ok := b.lib.Lexicon().Base(folded, lexicon.Verb); ok && base != folded && !strings.HasSuffix(folded, "s") && !(known && own.Best() == lexicon.Noun) {
		return false // "cheered", though a cheer is a noun
	}
	for p := lexicon.Verb; p <= lexicon.Adverb; p++ {
		if _, e, ok := b.lib.Lexicon().Base(folded, p); ok && e.Best() == p {
			return false
		}
	}
	return true
}

var determiners = library.WordSet(`the a an his her their its our your my many much more these those any some`)

// nameLike reports whether a word would be taken for a name if it had a capital.
func nameLike(w library.Word, s spelling) bool {
	at := len(s.lead) + w.Start
	sentence := s.lead + s.question[:w.Start] + strings.ToTitle(s.question[w.Start:w.Start+1]) + s.question[w.Start+1:]
	return slices.ContainsFunc(names.Find(sentence), func(m names.Mention) bool { return int(m.Start) <= at && at < int(m.End) })
}

// slip is the common word that a word in small letters is one slip of the keys
// away from, a letter too many, too few, another, or two exchanged (Damerau 1964):
// of several the one that the articles, or else dictionaries, have most often.
// Names are not among them.
func (b *Base) slip(typed library.Word) (string, bool) {
	if !typed.Lower || len(typed.Fold) < leastSlip {
		return "", false
	}
	most, found := 0.0, ""
	try := func(w string) {
		used := b.lib.Uses(w)
		if used == 0 {
			return
		}
		if n := float64(b.lib.Index().DF(index.Term{Text: w, Exact: true})) + used/(1+used); n > most {
			most, found = n, w
		}
	}
	w := typed.Fold
	for i := 1; i <= len(w); i++ { // the first letter is hardly ever wrong
		if i < len(w) {
			try(w[:i] + w[i+1:])
		}
		if i+1 < len(w) {
			try(w[:i] + w[i+1:i+2] + w[i:i+1] + w[i+2:])
		}
		for c := 'a'; c <= 'z'; c++ {
			try(w[:i] + string(c) + w[i:])
			if i < len(w) {
				try(w[:i] + string(c) + w[i+1:])
			}
		}
	}
	return found, most > 0
}
