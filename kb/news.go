package kb

import (
	"context"
	"slices"
	"strings"
	"time"

	"dateline/kb/text"
	"dateline/kb/timex"
)

// tellNews answers "what happened last week", "news about Blinken since Tuesday",
// "latest on the strike" with the first sentences of the newest articles that
// speak of it.
func (b *Base) tellNews(ctx context.Context, rest string, asked time.Time) (Answer, bool) {
	from, to, spans, ok := timex.Range(rest, asked)
	if oldest, _ := b.span(b.newest); ok && !to.IsZero() && to.Before(oldest) {
		from, to, spans, ok = time.Time{}, time.Time{}, nil, false // "600 years ago" is what is asked about
	}
	about := strings.Trim(without(rest, spans), " ?!.,")
	about = trimLead(about)
	if about == "" && !ok {
		return Answer{}, false
	}
	docs, parts := b.newest, []part(nil)
	if about != "" {
		docs, parts = b.on(ctx, about, 200), b.parts(about)
	}
	a := Answer{Kind: Ask}
	for _, i := range docs {
		d := b.article(i).Date
		if len(a.Evidence) == maxEvidence || ctx.Err() != nil {
			break
		}
		if !within(d, from, to) || len(b.docs[i].Sentences) == 0 {
			continue
		}
		u := b.lead(i, parts)
		a.Evidence = append(a.Evidence, b.evidence(u))
		a.Candidates = append(a.Candidates, Candidate{
			Answer: b.article(i).Title, Quote: b.quote(u), ArticleID: b.article(i).ID, Score: 0.6,
		})
	}
	if len(a.Evidence) == 0 {
		return Answer{Kind: Ask, Abstained: true, Message: "None of the articles speaks of that" + period(from, to) + "."}, true
	}
	a.Text = clip(a.Evidence[0].Quote, maxPassage)
	a.Confidence, a.Sources = 0.6, len(a.Evidence)
	if p := b.part(about); len(p.ids) > 0 {
		a.Subject = b.entity(p.ids[0]).Name
	}
	return a, true
}

// lead is the first sentence of an article that says something of the parts:
// not a place line or a byline.
func (b *Base) lead(i int32, parts []part) unit {
	ss := b.docs[i].Sentences
	first := -1
	for s := range ss {
		if len(strings.Fields(ss[s].Of(b.article(i).Text))) < 8 {
			continue
		}
		if first < 0 {
			first = s
		}
		v := b.view(b.unitAt(i, int32(s)))
		if !slices.ContainsFunc(parts, func(p part) bool { return len(v.matches(p)) == 0 }) {
			return v.unit
		}
	}
	return b.unitAt(i, int32(max(first, 0)))
}

// within reports whether a day lies in a range; no day lies in a bounded one
// where it is unknown.
func within(d, from, to time.Time) bool {
	if d.IsZero() {
		return from.IsZero() && to.IsZero()
	}
	return (from.IsZero() || !d.Before(from)) && (to.IsZero() || !d.After(to))
}

// period says a range in words, with a blank before it.
func period(from, to time.Time) string {
	switch {
	case from.IsZero() && to.IsZero():
		return ""
	case from.IsZero():
		return " up to " + to.Format(dayLayout)
	case to.IsZero():
		return " since " + from.Format(dayLayout)
	case from.Equal(to):
		return " on " + from.Format(dayLayout)
	}
	return " from " + days(from, to)
}

// without leaves out spans of s, given by byte offsets in order.
func without(s string, spans [][2]int) string {
	var out strings.Builder
	at := 0
	for _, p := range spans {
		if p[0] >= at {
			out.WriteString(s[at:p[0]])
			at = p[1]
		}
	}
	out.WriteString(s[at:])
	return squeeze(out.String())
}

// trimLead takes away the words that only lead to the subject: "about",
// "with the".
func trimLead(s string) string {
	for {
		first, rest, _ := strings.Cut(s, " ")
		if f := text.Fold(first); !leadsSubject[f] && !isDeterminer(f) {
			return s
		}
		s = rest
	}
}

var leadsSubject = wordSet(`about on of with to in for from at regarding concerning happened happening new news`)
