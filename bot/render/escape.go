package render

import "strings"

// Escape makes foreign text safe to put into a message: cleaned, and with
// everything that Discord would read as markup, a mention or a link shown as
// it stands.
func Escape(s string) string { return isolate(escape(Clean(s))) }

// escape escapes clean text.
func escape(s string) string {
	if !strings.ContainsAny(s, "\\*_~`|<[@:") && lineMark(s) < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	mark := lineMark(s)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if i == mark || strings.IndexByte("\\*_~`|<[", c) >= 0 || c == ':' && strings.HasPrefix(s[i+1:], "//") {
			b.WriteByte('\\')
		}
		b.WriteByte(c)
		if c == '@' && mentionsAll(s[i+1:]) {
			b.WriteString("\u200b") // the usual way to keep "@everyone" from lighting up
		}
	}
	return b.String()
}

// lineMark finds the byte that makes a heading, a quote or a list of a line
// that begins with s, or -1: "# ", "> ", "- ", "1. ".
func lineMark(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	switch {
	case n < len(s) && n > 0 && (s[n] == '.' || s[n] == ')'):
		return n
	case n == 0 && s != "" && strings.IndexByte("#>-+", s[0]) >= 0:
		return 0
	}
	return -1
}

func mentionsAll(rest string) bool {
	for _, word := range []string{"everyone", "here"} {
		if len(rest) >= len(word) && strings.EqualFold(rest[:len(word)], word) {
			return true
		}
	}
	return false
}
