package browse

import (
	"context"
	"slices"
	"strings"
	"time"

	"dateline/kb/answer"
	"dateline/kb/library"
	"dateline/kb/text"
	"dateline/kb/timex"
)

// News answers "what happened last week", "news about Blinken since Tuesday",
// "latest on the strike" with the first sentences of the newest articles that
// speak of it.
func (b *Browser) News(ctx context.Context, rest string, asked time.Time) (answer.Answer, bool) {
	from, to, spans, ok := timex.Range(rest, asked)
	if oldest, _ := b.span(b.lib.Newest()); ok && !to.IsZero() && to.Before(oldest) {
		from, to, spans, ok = time.Time{}, time.Time{}, nil, false // "600 years ago" is what is asked about
	}
	about := strings.Trim(without(rest, spans), " ?!.,")
	about = trimLead(about)
	if about == "" && !ok {
		return answer.Answer{}, false
	}
	docs, parts := b.lib.Newest(), []library.Part(nil)
	if about != "" {
		docs, parts = b.on(ctx, about, 200), b.lib.Parts(about)
	}
	a := answer.Answer{Kind: answer.Ask}
	for _, i := range docs {
		d := b.lib.Article(i).Date
		if len(a.Evidence) == library.MaxEvidence || ctx.Err() != nil {
			break
		}
		if !within(d, from, to) || len(b.lib.Docs()[i].Sentences) == 0 {
			continue
		}
		u := b.lead(i, parts)
		a.Evidence = append(a.Evidence, b.lib.Evidence(u))
		a.Candidates = append(a.Candidates, answer.Candidate{
			Answer: b.lib.Article(i).Title, Quote: b.lib.Quote(u), ArticleID: b.lib.Article(i).ID, Score: 0.6,
		})
	}
	if len(a.Evidence) == 0 {
		return answer.Answer{Kind: answer.Ask, Abstained: true, Message: "None of the articles speaks of that" + period(from, to) + "."}, true
	}
	a.Text = library.Clip(a.Evidence[0].Quote, maxPassage)
	a.Confidence, a.Sources = 0.6, len(a.Evidence)
	if p := b.lib.Part(about); len(p.IDs) > 0 {
		a.Subject = b.lib.Entity(p.IDs[0]).Name
	}
	return a, true
}

// lead is the first sentence of an article that says something of the parts:
// not a place line or a byline.
func (b *Browser) lead(i int32, parts []library.Part) library.Unit {
	ss := b.lib.Docs()[i].Sentences
	first := -1
	for s := range ss {
		if len(strings.Fields(ss[s].Of(b.lib.Article(i).Text))) < 8 {
			continue
		}
		if first < 0 {
			first = s
		}
		v := b.lib.View(b.lib.UnitAt(i, int32(s)))
		if !slices.ContainsFunc(parts, func(p library.Part) bool { return len(v.Matches(p)) == 0 }) {
			return v.Unit
		}
	}
	return b.lib.UnitAt(i, int32(max(first, 0)))
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
		return " up to " + to.Format(library.DayLayout)
	case to.IsZero():
		return " since " + from.Format(library.DayLayout)
	case from.Equal(to):
		return " on " + from.Format(library.DayLayout)
	}
	return " from " + library.Days(from, to)
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
	return library.Squeeze(out.String())
}

// trimLead takes away the words that only lead to the subject: "about",
// "with the".
func trimLead(s string) string {
	for {
		first, rest, _ := strings.Cut(s, " ")
		if f := text.Fold(first); !leadsSubject[f] && !library.IsDeterminer(f) {
			return s
		}
		s = rest
	}
}

var leadsSubject = library.WordSet(`about on of with to in for from at regarding concerning happened happening new news`)
