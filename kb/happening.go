package kb

import (
	"cmp"
	"slices"
	"strings"

	"dateline/kb/text"
	"dateline/kb/timex"
)

// event is a clause with its time.
type event struct {
	hit    hit
	time   timex.Expression
	clause text.Span
	score  float64 // 0 to 1, how surely it is the event asked for
	own    bool    // the time qualifies what was asked about: "the 2016 crash"
}

// maxSure is the confidence in what rules find: they have not been calibrated.
const maxSure = 0.95

// What a time counts that only stands in a name, a bound or a list, that another
// verb has, and that is a year, which says little about news.
const (
	incidental = 0.6
	otherVerb  = 0.75
	broad      = 0.85
)

// events reads the dated clauses of the hits.
func (b *Base) events(hits []hit) []event {
	var out []event
	for _, h := range hits {
		for _, t := range b.times(h.doc, h.Span) {
			if !dates(t) {
				continue
			}
			clause := h.clauses[h.clauseOf(t.Start)]
			score := h.score * h.near(clause) * h.beside(t, clause)
			own := b.qualifies(h, t)
			if h.labels(t) || h.bound(t) || h.listed(t) {
				score *= incidental
			}
			if b.another(h, t) {
				score *= otherVerb
			}
			if !own && t.Last.Sub(t.First) > season {
				score *= broad
			}
			out = append(out, event{hit: h, time: t, clause: clause, own: own, score: score})
		}
	}
	return out
}

func rankEvents(events []event) []event {
	slices.SortStableFunc(events, func(x, y event) int { return cmp.Compare(y.score, x.score) })
	return events
}

// date is what a reader is told of an event's time.
func (b *Base) date(e event) Date {
	d := Date{
		Text: e.time.Text, Value: e.time.Value, First: e.time.First, Last: e.time.Last, Exact: e.time.Exact,
		Words: e.time.Words(), Event: happening(e.clause.Of(b.text(e.hit.unit))),
	}
	a := b.article(e.hit.doc)
	d.Note = e.time.Note(a.Date)
	return d
}

// happening tidies a clause that is shown on its own.
func happening(clause string) string {
	s := strings.Trim(squeeze(clause), " ,;:.—–-")
	for _, lead := range []string{"that ", "and ", "but "} {
		s = strings.TrimPrefix(s, lead)
	}
	return unquote(s)
}
