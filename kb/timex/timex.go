// Package timex finds time expressions in English news text and resolves them
// to calendar time.
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
	// For a TIME that is exact they are the instant itself.
	First, Last time.Time
}

// Find returns the time expressions of text in order, resolved against docDate
// (zero where the date of the document is unknown).
func Find(text string, docDate time.Time) []Expression { return nil }
