package kb

import (
	"strings"
	"time"
	"unicode/utf8"

	"dateline/kb/names"
)

// clip shortens s to at most n runes at a blank, with an ellipsis.
func clip(s string, n int) string {
	r := []rune(squeeze(s))
	if len(r) <= n {
		return string(r)
	}
	cut := string(r[:n-1])
	if i := strings.LastIndexByte(cut, ' '); i > n/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:") + "…"
}

// unique keeps the first of equal strings.
func unique(in []string) []string {
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

// unquote takes away a quotation mark that has lost its other half.
func unquote(s string) string {
	opened, closed := strings.Count(s, "“"), strings.Count(s, "”")
	if opened > closed {
		return strings.TrimSuffix(s, "“") + "”"
	}
	if closed > opened {
		return strings.TrimRight(s, "”")
	}
	return s
}

// squeeze puts a quote on one line.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

const dayLayout = "2 January 2006"

func days(first, last time.Time) string {
	if first.Equal(last) {
		return first.Format(dayLayout)
	}
	return first.Format(dayLayout) + " to " + last.Format(dayLayout)
}

func typeWord(t names.Type) string {
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

// clean makes a question of what was typed: valid UTF-8 on one line, not
// longer than maxQuestion.
func clean(s string) string {
	s = strings.ToValidUTF8(s[:min(len(s), maxQuestion+utf8.UTFMax)], " ")
	if len(s) > maxQuestion {
		cut := maxQuestion
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		s = s[:cut]
	}
	return squeeze(s)
}
