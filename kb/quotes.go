package kb

import (
	"cmp"
	"context"
	"slices"
	"strings"

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
	for _, h := range b.finder.findMany(ctx, b, parts, Question{Kind: What}, maxQuotations) {
		said := b.said(h)
		if len(said) == 0 || slices.ContainsFunc(at, func(u unit) bool { return u == h.unit }) {
			continue
		}
		at = append(at, h.unit)
		out = append(out, Quotation{b.speaker(h), b.evidence(h.unit, said...)})
	}
	return out
}

// speaker is the preferred name of the first part of a hit.
func (b *Base) speaker(h hit) string {
	for _, n := range h.named {
		if p := (text.Span{Start: int(n.Start), End: int(n.End)}); slices.Contains(h.spans[0], p) {
			return b.dir.Entities[n.ID].Name
		}
	}
	return ""
}

// verbsOfSaying attribute what somebody said.
var verbsOfSaying = wordSet(`said says say saying told tells added adds wrote writes tweeted posted stated states
	announced announces argued argues warned warns insisted insists claimed claims noted notes explained explains
	asked replied responded declared declares acknowledged admitted called urged testified recalled joked shouted
	denied denies`)

// said finds the words that the first part says in a hit: what stands in
// quotation marks, else what follows a verb of saying.
func (b *Base) said(h hit) []text.Span {
	verb, ok := h.sayingVerb()
	if !ok {
		return nil
	}
	s := b.text(h.unit)
	if quoted := quotedSpans(s, h.Span); len(quoted) > 0 {
		return quoted
	}
	rest := trimSpan(s, text.Span{Start: verb.End, End: h.End})
	rest.End = rest.Start + len(strings.TrimRight(rest.Of(s), " ."))
	if len(h.in(rest)) < 3 {
		return nil
	}
	return []text.Span{rest}
}

// sayingVerb finds a verb of saying whose subject is the first part: within
// four words after it, or right before it ("said Price").
func (h hit) sayingVerb() (word, bool) {
	for i, w := range h.words {
		if !verbsOfSaying[w.fold] {
			continue
		}
		for _, p := range h.spans[0] {
			before := i - h.pastAside(h.indexAt(p.End))
			after := h.indexAt(p.Start) - i
			if before >= 0 && before <= 3 || after > 0 && after <= 4 && before < 0 {
				return w, true
			}
		}
	}
	return word{}, false
}

// maxAside bounds the words of an apposition between a name and its verb.
const maxAside = 12

// pastAside steps over an apposition that begins at word i: ", the head of the
// board,".
func (v view) pastAside(i int) int {
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

// indexAt is the first word that begins at or after a byte offset.
func (v view) indexAt(at int) int {
	i := 0
	for i < len(v.words) && v.words[i].Start < at {
		i++
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
