package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold gives the form of s in which words are compared: lower case, without
// accents, with straight quotes and plain hyphens, and with every run of white
// space as one blank. It does not keep offsets.
func Fold(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r) || zeroWidth(r):
			continue
		case unicode.IsSpace(r):
			blank = b.Len() > 0
			continue
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		foldRune(&b, r)
	}
	return b.String()
}

// plain reports whether folding would leave s as it is, the common case for
// the words of a text.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// foldRune writes the folded form of one decomposed rune. The letters named
// here have no decomposition in Unicode.
func foldRune(b *strings.Builder, r rune) {
	switch r {
	case '’', '‘', '‛', 'ʼ', '´', '`':
		b.WriteByte('\'')
	case '“', '”', '„', '«', '»':
		b.WriteByte('"')
	case '‐', '‑', '‒', '–', '—', '−':
		b.WriteByte('-')
	case 'ß':
		b.WriteString("ss")
	case 'ø', 'Ø':
		b.WriteByte('o')
	case 'ł', 'Ł':
		b.WriteByte('l')
	case 'đ', 'Đ', 'ð', 'Ð':
		b.WriteByte('d')
	case 'æ', 'Æ':
		b.WriteString("ae")
	case 'œ', 'Œ':
		b.WriteString("oe")
	case 'þ', 'Þ':
		b.WriteString("th")
	case 'ı':
		b.WriteByte('i')
	case utf8.RuneError:
	default:
		b.WriteRune(unicode.ToLower(r))
	}
}

// zeroWidth reports runes that take no room and carry no meaning in a word.
func zeroWidth(r rune) bool {
	switch r {
	case '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff', '\u00ad':
		return true
	}
	return false
}
