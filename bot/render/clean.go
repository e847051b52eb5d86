package render

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean makes foreign text fit for one line: control characters, invisible
// characters and direction marks are dropped, every run of white space becomes
// one blank.
func Clean(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	prev := rune(0)
	for len(s) > 0 {
		r, w := utf8.DecodeRuneInString(s)
		s = s[w:]
		switch {
		case unicode.IsSpace(r):
			blank = b.Len() > 0
			continue
		case !visible(r) && !joins(prev, r, s):
			continue
		case blank:
			b.WriteByte(' ')
			blank = false
		}
		b.WriteRune(r)
		prev = r
	}
	return b.String()
}

// visible reports whether a rune shows. Format characters (zero width, bidi
// marks, soft hyphens, tags), controls, private use and the replacement of
// broken bytes do not, nor do the letters that look like blanks.
func visible(r rune) bool {
	switch r {
	case utf8.RuneError, '\u115f', '\u1160', '\u2800', '\u3164', '\uffa0':
		return false
	case '\ufe0f': // asks for the coloured form of an emoji
		return true
	}
	return !unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs, unicode.Variation_Selector)
}

// joins reports whether r is a joiner that belongs to the script of its
// neighbours: in Persian, in Indic scripts and within an emoji it changes what
// is seen.
func joins(prev, r rune, rest string) bool {
	if r != '\u200c' && r != '\u200d' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest)
	return prev >= 0x0600 && next >= 0x0600 && visible(next) && !unicode.IsSpace(next)
}

// isolate keeps text that runs from right to left from turning around what
// stands beside it.
func isolate(s string) string {
	if strings.IndexFunc(s, rightToLeft) < 0 {
		return s
	}
	return "\u2068" + s + "\u2069"
}

func rightToLeft(r rune) bool {
	return r >= 0x0590 && r <= 0x08ff || r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfefe ||
		r >= 0x10800 && r <= 0x10fff || r >= 0x1e800 && r <= 0x1efff
}
