package library

import (
	"cmp"
	"slices"
	"strings"

	"dateline/kb/answer"
	"dateline/kb/text"
	"dateline/kb/timex"
)

// Event is a clause with its time.
type Event struct {
	Passage Passage
	Time    timex.Expression
	Clause  text.Span // byte offsets into the article's text
	Score   float64   // 0 to 1, how surely it is the event asked for
	Own     bool      // the time qualifies what was asked about: "the 2016 crash"
}

// MaxSure is the confidence in what rules find: they have not been calibrated.
const MaxSure = 0.95

// What a time counts that only stands in a name, a bound or a list, that another
// verb has, and that is a year, which says little about news.
const (
	incidental = 0.6
	otherVerb  = 0.75
	broad      = 0.85
)

// Events reads the dated clauses of passages.
func (l *Library) Events(hits []Passage) []Event {
	var out []Event
	for _, h := range hits {
		for _, t := range l.Times(h.Doc, h.Span) {
			if !isDate(t) {
				continue
			}
			clause := h.Clauses[h.ClauseOf(t.Start)]
			score := h.Score * h.near(clause) * h.beside(t, clause)
			own := l.qualifies(h, t)
			if h.labels(t) || h.bound(t) || h.listed(t) {
				score *= incidental
			}
			if l.another(h, t) {
				score *= otherVerb
			}
			if !own && t.Last.Sub(t.First) > season {
				score *= broad
			}
			out = append(out, Event{Passage: h, Time: t, Clause: clause, Own: own, Score: score})
		}
	}
	return out
}

// RankEvents orders events in place, best first.
func RankEvents(events []Event) []Event {
	slices.SortStableFunc(events, func(x, y Event) int { return cmp.Compare(y.Score, x.Score) })
	return events
}

// Date is what a reader is told of an event's time.
func (l *Library) Date(e Event) answer.Date {
	d := answer.Date{
		Text: e.Time.Text, Value: e.Time.Value, First: e.Time.First, Last: e.Time.Last, Exact: e.Time.Exact,
		Words: e.Time.Words(), Event: happening(e.Clause.Of(l.Text(e.Passage.Unit))),
	}
	a := l.Article(e.Passage.Doc)
	d.Note = e.Time.Note(a.Date)
	return d
}

// happening tidies a clause that is shown on its own.
func happening(clause string) string {
	s := strings.Trim(Squeeze(clause), " ,;:.—–-")
	for _, lead := range []string{"that ", "and ", "but "} {
		s = strings.TrimPrefix(s, lead)
	}
	return Unquote(s)
}
