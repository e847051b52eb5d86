package library

import (
	"strings"
	"time"
	"unicode/utf8"

	"dateline/kb/names"
)

// Clip shortens s to at most n runes at a blank, with an ellipsis.
func Clip(s string, n int) string {
	r := []rune(Squeeze(s))
	if len(r) <= n {
		return string(r)
	}
	cut := string(r[:n-1])
	if i := strings.LastIndexByte(cut, ' '); i > n/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:") + "…"
}

// Unique keeps the first of equal strings.
func Unique(in []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, s := range in {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// Unquote takes away a quotation mark that has lost its other half.
func Unquote(s string) string {
	opened, closed := strings.Count(s, "“"), strings.Count(s, "”")
	if opened > closed {
		return strings.TrimSuffix(s, "“") + "”"
	}
	if closed > opened {
		return strings.TrimRight(s, "”")
	}
	return s
}

// Squeeze puts a quote on one line.
func Squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// DayLayout is how days are shown, as package time has it.
const DayLayout = "2 January 2006"

// Days says the days from the first to the last in words.
func Days(first, last time.Time) string {
	if first.Equal(last) {
		return first.Format(DayLayout)
	}
	return first.Format(DayLayout) + " to " + last.Format(DayLayout)
}

// TypeWord is the word for a type of name: "person".
func TypeWord(t names.Type) string {
	switch t {
	case names.Person:
		return "person"
	case names.Place:
		return "place"
	case names.Organisation:
		return "organisation"
	}
	return "name"
}

// maxQuestion bounds a question in bytes: what is longer is cut. Discord lets
// people write four times as much, but that is no question, and costs.
const maxQuestion = 1000

// Clean makes a question of what was typed: valid UTF-8 on one line, not
// longer than maxQuestion.
func Clean(s string) string {
	s = strings.ToValidUTF8(s[:min(len(s), maxQuestion+utf8.UTFMax)], " ")
	if len(s) > maxQuestion {
		cut := maxQuestion
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		s = s[:cut]
	}
	return Squeeze(s)
}
