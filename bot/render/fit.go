package render

import (
	"strings"
	"unicode"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// ellipsis marks where text was cut.
const ellipsis = "…"

// Units is the length of s as the strictest of Discord's clients counts it: in
// UTF-16 code units, never fewer than the code points that the server counts.
func Units(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xffff {
			n++
		}
	}
	return n
}

// Fit cuts plain text to at most max units, at the end of a word where there is
// one and never within a character as people see it. What was cut is marked.
func Fit(s string, max int) string { return fit(s, max, Units) }

// Text is foreign text cleaned, cut and escaped, of at most max units.
func Text(s string, max int) string {
	return isolate(escape(fit(Clean(s), max-2, escapedUnits)))
}

// escapedUnits is the most that s takes once it is escaped, wherever it stands.
func escapedUnits(s string) int {
	return Units(escape(s)) + strings.Count(s, ":") + strings.Count(s, "@") + strings.Count(s, ".") + strings.Count(s, ")")
}

// fit cuts s so that size(the rest) is at most max. size must grow with every
// character, and is asked for a character at a time.
func fit(s string, max int, size func(string) int) string {
	if len(s) <= max/4 || size(s) <= max {
		return s
	}
	used, end, word := 0, 0, 0
	for chars := graphemes.FromString(s); chars.Next(); {
		char := chars.Value()
		used += size(char)
		if used > max-1 {
			break
		}
		if blank := strings.TrimSpace(char) == ""; blank {
			word = chars.Start()
		}
		end = chars.End()
	}
	if word > end/2 {
		end = word
	}
	rest := strings.TrimRightFunc(s[:end], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:–—-", r) })
	if max < 1 {
		return ""
	}
	return rest + ellipsis
}

// fitTail is Fit from the other side: it keeps the end of s.
func fitTail(s string, max int) string {
	if Units(s) <= max {
		return s
	}
	var starts []int
	for chars := graphemes.FromString(s); chars.Next(); {
		starts = append(starts, chars.Start())
	}
	begin, used := len(s), 1
	for i := len(starts) - 1; i >= 0; i-- {
		used += Units(s[starts[i]:begin])
		if used > max {
			break
		}
		begin = starts[i]
	}
	if blank := strings.IndexByte(s[begin:], ' '); blank >= 0 && blank < len(s[begin:])/2 {
		begin += blank + 1
	}
	if max < 1 {
		return ""
	}
	return ellipsis + s[begin:]
}
