package kb

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"dateline/kb/text"
)

// Quotation is something that somebody said.
type Quotation struct {
	Speaker  string
	Evidence Evidence // its Marks are the words said
}

// maxQuotations bounds what Quotes returns.
const maxQuotations = 100

// Quotes returns what a person said, newest first, where about is not empty
// only on that subject.
func (b *Base) Quotes(ctx context.Context, person, about string) []Quotation {
	out := b.quotations(ctx, person, about)
	slices.SortStableFunc(out, func(x, y Quotation) int {
		return cmp.Or(y.Evidence.Date.Compare(x.Evidence.Date), cmp.Compare(x.Evidence.Start, y.Evidence.Start))
	})
	return out
}

// quotations are what a person said, what speaks most of the subject first.
func (b *Base) quotations(ctx context.Context, person, about string) []Quotation {
	parts := []part{b.part(clean(person))}
	if len(parts[0].ids) == 0 {
		return nil
	}
	if about = clean(about); about != "" {
		parts = append(parts, b.parts(about)...)
	}
	var out []Quotation
	var at []unit
	for _, h := range b.findMany(ctx, parts, time.Time{}, maxQuotations) {
		said := b.said(h)
		if len(said) == 0 || slices.ContainsFunc(at, func(u unit) bool { return u == h.unit }) {
			continue
		}
		at = append(at, h.unit)
		out = append(out, Quotation{b.speaker(h), b.evidence(h.unit, said...)})
	}
	return out
}

// speaker is the preferred name of whom the first part of a hit names.
func (b *Base) speaker(h hit) string {
	for _, n := range h.named {
		if p := (text.Span{Start: int(n.Start), End: int(n.End)}); slices.Contains(h.spans[0], p) {
			return b.entity(n.ID).Name
		}
	}
	return b.entity(h.parts[0].ids[0]).Name
}

// said finds the words that the first part says in a hit: what stands in
// quotation marks, else what goes with a verb of saying.
func (b *Base) said(h hit) []text.Span {
	verb, first, ok := b.sayingVerb(h)
	if !ok {
		return nil
	}
	s := b.text(h.unit)
	quoted := slices.DeleteFunc(quotedSpans(s, h.Span), func(p text.Span) bool { return len(h.in(p)) < leastQuoted })
	if len(quoted) > 0 {
		return quoted
	}
	rest := text.Span{Start: verb.End, End: h.End}
	if first {
		rest = text.Span{Start: h.Start, End: verb.Start}
	}
	rest = trimSpan(s, rest)
	rest.End = rest.Start + len(strings.TrimRight(rest.Of(s), " .,"))
	if len(h.in(rest)) < 3 {
		return nil
	}
	return []text.Span{rest}
}

// leastQuoted is the least number of words and marks in quotation marks that are
// speech rather than a title or a word set apart.
const leastQuoted = 5

// sayingVerb finds a verb of saying whose subject is the first part; first is set
// where the speech comes first: "…, said Price".
func (b *Base) sayingVerb(h hit) (verb word, first, ok bool) {
	for i, w := range h.words {
		if !isSaying(w.fold) {
			continue
		}
		for _, p := range h.spans[0] {
			from, to := h.indexAt(p.Start), h.indexAt(p.End)
			if to <= i && speaks(h, from) && b.plainBetween(h, pastAside(h.view, to), i) {
				return w, false, true
			}
			if i > 0 && !isParticiple(w.fold) && h.words[i-1].kind == text.Punct && from > i && from-i <= 5 && b.titleBetween(h, i+1, from) {
				return w, true, true
			}
		}
	}
	return word{}, false, false
}

// speaks reports whether a mention at word i may be the subject of a verb rather
// than hang on another noun: "a spokesman for Price".
func speaks(h hit, i int) bool {
	return i == 0 || !isOblique(h.words[i-1].fold) && h.words[i-1].fold != "to" && h.words[i-1].fold != "on"
}

// plainBetween reports whether the words from i to the verb at j are no subject
// of their own, as adverbs, auxiliaries and times are not.
func (b *Base) plainBetween(h hit, i, j int) bool {
	if j-i > 3 {
		return false
	}
	for ; i < j; i++ {
		w := h.words[i]
		if w.kind == text.Punct || w.fold == "'s" || isPronoun(w.fold) || !w.lower && !b.timeAt(h, w.Span) {
			return false
		}
	}
	return true
}

// titleBetween reports whether the words from i to the name at j are what he is:
// "said spokesman Price".
func (b *Base) titleBetween(h hit, i, j int) bool {
	for ; i < j; i++ {
		if w := h.words[i]; w.kind == text.Punct || isFunction(w.fold) || b.timeAt(h, w.Span) {
			return false
		}
	}
	return true
}

// maxAside bounds the words of an apposition between a name and its verb.
const maxAside = 12

// pastAside steps over an apposition that begins at word i: ", the head of the
// board,".
func pastAside(v view, i int) int {
	if i >= len(v.words) || v.words[i].fold != "," {
		return i
	}
	for j := i + 1; j < len(v.words) && j <= i+maxAside; j++ {
		if v.words[j].fold == "," {
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
