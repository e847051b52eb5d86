package render

import (
	"strings"
	"unicode/utf8"

	"dateline/kb"
)

// maxMarks bounds the bold parts of one quote: more would be noise.
const maxMarks = 16

// quote draws an article's words as a block quote with the answer in bold, in
// at most max units. Of a long quote it keeps the part around the answer.
func quote(e kb.Evidence, max int) string {
	body := passage(e, max-2)
	if body == "" {
		return ""
	}
	return "> " + body
}

// passage is a quote without the mark of a block quote.
func passage(e kb.Evidence, max int) string {
	text, marks := cleanMarked(e.Quote, e.Marks)
	left := max - 2 // for isolate
	text, marks = around(text, marks, left)
	var b strings.Builder
	at := 0
	put := func(end int, frame string) {
		part := text[at:end]
		at = end
		if part == "" || left <= 2*len(frame) {
			return
		}
		shown := escape(fit(part, left-2*len(frame), escapedUnits))
		if b.Len() == 0 && frame == "" {
			shown = strings.TrimLeft(shown, " ")
		}
		b.WriteString(frame + shown + frame)
		left -= escapedUnits(part) + 2*len(frame)
	}
	for _, m := range marks {
		put(m[0], "")
		put(m[1], "**")
	}
	put(len(text), "")
	return isolate(strings.TrimSpace(b.String()))
}

// cleanMarked is Clean with the marks moved along. Marks that do not fit the
// text are left out, marks that touch become one.
func cleanMarked(s string, marks [][2]int) (string, [][2]int) {
	text := Clean(s)
	var out [][2]int
	last := 0
	for _, m := range marks {
		if m[0] < last || m[1] <= m[0] || m[1] > len(s) || len(out) == maxMarks {
			continue
		}
		last = m[1]
		start, end := moved(text, s[:m[0]]), moved(text, s[:m[1]])
		if start < end && text[start] == ' ' {
			start++
		}
		if start >= end {
			continue
		}
		if n := len(out); n > 0 && strings.TrimSpace(text[out[n-1][1]:start]) == "" {
			out[n-1][1] = end
			continue
		}
		out = append(out, [2]int{start, end})
	}
	return text, out
}

// moved is where the end of prefix stands in the cleaned text.
func moved(text, prefix string) int {
	n := min(len(Clean(prefix)), len(text))
	for n > 0 && n < len(text) && !utf8.RuneStart(text[n]) {
		n--
	}
	return n
}

// around cuts the beginning of a text whose first mark would otherwise fall
// behind the end.
func around(text string, marks [][2]int, max int) (string, [][2]int) {
	if len(marks) == 0 || escapedUnits(text) <= max {
		return text, marks
	}
	first := marks[0]
	if escapedUnits(text[:first[1]]) <= max*3/4 {
		return text, marks
	}
	head := fitTail(text[:first[0]], max/3)
	shift := first[0] - len(head)
	out := make([][2]int, len(marks))
	for i, m := range marks {
		out[i] = [2]int{m[0] - shift, m[1] - shift}
	}
	return head + text[first[0]:], out
}
