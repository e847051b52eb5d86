package timex

import "time"

// Type is a TIMEX3 type.
type Type string

// The TIMEX3 types.
const (
	Date     Type = "DATE"
	Time     Type = "TIME"
	Duration Type = "DURATION"
	Set      Type = "SET"
)

// Expression is one time expression of a text.
type Expression struct {
	Start, End int    // byte offsets
	Text       string // the text at [Start, End)
	Type       Type
	Value      string // TIMEX3 value: "2022-01-18", "2022-W03", "P3D", "" if unresolved
	Mod        string // TIMEX3 mod: "START", "MID", "END", "APPROX", ... or empty
	// First and Last are the first and last day (UTC midnight) that the
	// expression covers, as far as it is determined; zero where it is not.
	// Where Exact is set both are the instant itself, in UTC.
	First, Last time.Time
	Exact       bool   // a clock time with a known zone
	Zone        string // the zone as the text gives it: "EST", "GMT"
	// Tense is the tense of the clause around the expression.
	Tense Tense
	// Weekday is the weekday that the text names beside a full date, 1 Monday
	// to 7 Sunday, 0 where it names none.
	Weekday int
	// Impossible is set where the calendar has no such day: "February 30".
	Impossible bool
	// Relative is set where the value depends on the document's date.
	// (and Value is incomplete or empty where that is unknown).
	Relative bool
	// Anchor is the index in the result of the expression that this one hangs
	// on ("that same year"), or -1.
	Anchor int
}

// Find returns the time expressions of text in order, resolved against docDate
// (zero where the date of the document is unknown).
func Find(text string, docDate time.Time) []Expression {
	r := newResolver(text, docDate)
	var toks []token
	var nodes []node
	for i := 0; i < len(text); {
		end := paragraphEnd(text, i)
		toks = tokenize(toks[:0], text, i, end)
		s := newScanner(text, toks)
		nodes = s.nodes(nodes[:0])
		for _, n := range nodes {
			r.add(s, n)
		}
		i = end
	}
	return r.out
}
