package browse

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"dateline/kb/answer"
	"dateline/kb/entity"
	"dateline/kb/library"
	"dateline/kb/names"
	"dateline/kb/text"
)

// Quotation is something that somebody said.
type Quotation struct {
	Speaker  string
	Evidence answer.Evidence // its Marks are the words said
}

// maxQuotations bounds what Quotes returns.
const maxQuotations = 100

// Quotes returns what a person said, newest first, where about is not empty
// only on that subject.
func (b *Browser) Quotes(ctx context.Context, person, about string) []Quotation {
	out := b.Quotations(ctx, person, about)
	slices.SortStableFunc(out, func(x, y Quotation) int {
		return cmp.Or(y.Evidence.Date.Compare(x.Evidence.Date), cmp.Compare(x.Evidence.Start, y.Evidence.Start))
	})
	return out
}

// Quotations are what a person said, what speaks most of the subject first.
func (b *Browser) Quotations(ctx context.Context, person, about string) []Quotation {
	who, ok := b.sayer(library.Clean(person))
	if !ok {
		return nil
	}
	parts := []library.Part{who}
	if about = library.Clean(about); about != "" {
		parts = append(parts, b.lib.Parts(about)...)
	}
	var out []Quotation
	var at []library.Unit
	for _, h := range b.lib.FindMany(ctx, parts, time.Time{}, maxQuotations) {
		said := b.said(h)
		if len(said) == 0 || slices.ContainsFunc(at, func(u library.Unit) bool { return u == h.Unit }) {
			continue
		}
		at = append(at, h.Unit)
		out = append(out, Quotation{b.speaker(h), b.lib.Evidence(h.Unit, said...)})
	}
	return out
}

// sayer is the part that a name or a role is: of several whom it fits the one who is
// most in the news, a person before anything else.
func (b *Browser) sayer(person string) (library.Part, bool) {
	part := b.lib.Part(person)
	meant := b.lib.Meant(person, time.Time{})
	if len(meant) == 0 {
		return part, len(part.IDs) > 0
	}
	id := meant[0].ID
	if i := slices.IndexFunc(meant, func(m entity.Match) bool { return b.lib.Entity(m.ID).Type == names.Person }); i >= 0 {
		id = meant[i].ID
	}
	if !slices.Contains(part.IDs, id) { // a role
		name := b.lib.Entity(id).Name
		part = b.lib.Part(name[strings.LastIndexByte(name, ' ')+1:])
	}
	part.IDs = []entity.ID{id}
	return part, true
}

// speaker is the preferred name of whom the first part of a passage names.
func (b *Browser) speaker(h library.Passage) string {
	for _, n := range h.Named {
		if p := (text.Span{Start: int(n.Start), End: int(n.End)}); slices.Contains(h.Spans[0], p) {
			return b.lib.Entity(n.ID).Name
		}
	}
	return b.lib.Entity(h.Parts[0].IDs[0]).Name
}

// said finds the words that the first part says in a passage: what stands in
// quotation marks, else what goes with a verb of saying.
func (b *Browser) said(h library.Passage) []text.Span {
	verb, first, ok := b.sayingVerb(h)
	if !ok {
		return nil
	}
	s := b.lib.Text(h.Unit)
	quoted := slices.DeleteFunc(quotedSpans(s, h.Span), func(p text.Span) bool { return len(h.In(p)) < leastQuoted })
	if len(quoted) > 0 {
		return quoted
	}
	rest := text.Span{Start: verb.End, End: h.End}
	if first {
		rest = text.Span{Start: h.Start, End: verb.Start}
	}
	rest = library.TrimSpan(s, rest)
	rest.End = rest.Start + len(strings.TrimRight(rest.Of(s), " .,"))
	if len(h.In(rest)) < 3 {
		return nil
	}
	return []text.Span{rest}
}

// leastQuoted is the least number of words and marks in quotation marks that are
// speech rather than a title or a word set apart.
const leastQuoted = 5

// sayingVerb finds a verb of saying whose subject is the first part; first is set
// where the speech comes first: "…, said Price".
func (b *Browser) sayingVerb(h library.Passage) (verb library.Word, first, ok bool) {
	for i, w := range h.Words {
		if !library.IsSaying(w.Fold) {
			continue
		}
		for _, p := range h.Spans[0] {
			from, to := h.IndexAt(p.Start), h.IndexAt(p.End)
			if to <= i && speaks(h, from) && b.plainBetween(h, pastAside(h.View, to), i) {
				return w, false, true
			}
			if i > 0 && !library.IsParticiple(w.Fold) && h.Words[i-1].Kind == text.Punct && from > i && from-i <= 5 && b.titleBetween(h, i+1, from) {
				return w, true, true
			}
		}
	}
	return library.Word{}, false, false
}

// speaks reports whether a mention at word i may be the subject of a verb rather
// than hang on another noun: "a spokesman for Price".
func speaks(h library.Passage, i int) bool {
	return i == 0 || !library.IsOblique(h.Words[i-1].Fold) && h.Words[i-1].Fold != "to" && h.Words[i-1].Fold != "on"
}

// plainBetween reports whether the words from i to the verb at j are no subject
// of their own, as adverbs, auxiliaries and times are not.
func (b *Browser) plainBetween(h library.Passage, i, j int) bool {
	if j-i > 3 {
		return false
	}
	for ; i < j; i++ {
		w := h.Words[i]
		if w.Kind == text.Punct || w.Fold == "'s" || library.IsPronoun(w.Fold) || !w.Lower && !b.lib.TimeAt(h, w.Span) {
			return false
		}
	}
	return true
}

// titleBetween reports whether the words from i to the name at j are what he is:
// "said spokesman Price".
func (b *Browser) titleBetween(h library.Passage, i, j int) bool {
	for ; i < j; i++ {
		if w := h.Words[i]; w.Kind == text.Punct || library.IsFunction(w.Fold) || b.lib.TimeAt(h, w.Span) {
			return false
		}
	}
	return true
}

// maxAside bounds the words of an apposition between a name and its verb.
const maxAside = 12

// pastAside steps over an apposition that begins at word i: ", the head of the
// board,".
func pastAside(v library.View, i int) int {
	if i >= len(v.Words) || v.Words[i].Fold != "," {
		return i
	}
	for j := i + 1; j < len(v.Words) && j <= i+maxAside; j++ {
		if v.Words[j].Fold == "," {
			return j + 1
		}
	}
	return i
}

// quotedSpans are the parts of p within quotation marks, the marks included;
// a mark that is never closed runs to the end of p.
func quotedSpans(s string, p text.Span) []text.Span {
	var out []text.Span
	open := -1
	for i := p.Start; i < p.End; i++ {
		switch {
		case strings.HasPrefix(s[i:p.End], "“"), s[i] == '"' && open < 0:
			open = i
		case open >= 0 && strings.HasPrefix(s[i:p.End], "”"):
			out = append(out, text.Span{Start: open, End: i + len("”")})
			open = -1
		case open >= 0 && s[i] == '"':
			out = append(out, text.Span{Start: open, End: i + 1})
			open = -1
		}
	}
	if open >= 0 && p.End-open > 20 {
		out = append(out, text.Span{Start: open, End: p.End})
	}
	return out
}
