package timex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind tells what a token is made of.
type kind uint8

const (
	word   kind = iota // a run of letters
	digits             // a run of ASCII digits
	mark               // any other rune, alone
)

// gap is what stands between a token and the one before it.
type gap uint8

const (
	noGap     gap = iota
	blank         // white space on the same line
	lineBreak     // one line break
	paragraph     // an empty line, or the beginning of the text
)

// token is the smallest piece the grammar sees. Letters and digits never share
// a token, so that "January14", "10am" and "1990s" need no rules of their own.
type token struct {
	start, end int
	num        int32 // value of digits, -1 where it has more than nine
	lex        uint16
	kind       kind
	gap        gap
	mark       byte // the mark as ASCII: ' for any apostrophe, - for any hyphen or short dash, ~ for a long dash
	capital    bool // first letter is upper case
	caps       bool // all letters are upper case
	ed         bool // a word that ends in -ed and is not in the lexicon
}

// paragraphEnd returns where the paragraph that begins at i ends: behind the
// next empty line, or at the end of the text.
func paragraphEnd(text string, i int) int {
	empty := false
	for i < len(text) {
		n := strings.IndexByte(text[i:], '\n')
		if n < 0 {
			return len(text)
		}
		line := text[i : i+n]
		i += n + 1
		if strings.TrimRight(line, " \t\r") == "" && empty {
			return i
		}
		empty = true
	}
	return i
}

// tokenize appends the tokens of text[i:end], one paragraph, to toks. Invalid
// bytes count as marks, so offsets stay true.
func tokenize(toks []token, text string, i, end int) []token {
	text = text[:end]
	g := paragraph
	for i < len(text) {
		c := text[i]
		switch {
		case c == '\n':
			g = newline(g)
			i++
		case c == ' ' || c == '\t' || c == '\r':
			g = max(g, blank)
			i++
		case isLetter(c):
			t := scanWord(text, i)
			t.gap, g = g, noGap
			toks = append(toks, t)
			i = t.end
		case isDigit(c):
			t := scanDigits(text, i)
			t.gap, g = g, noGap
			toks = append(toks, t)
			i = t.end
		case c < utf8.RuneSelf:
			toks = append(toks, token{start: i, end: i + 1, kind: mark, gap: g, mark: c})
			g = noGap
			i++
		default:
			i, g, toks = scanRune(text, i, g, toks)
		}
	}
	return toks
}

func newline(g gap) gap {
	if g >= lineBreak {
		return paragraph
	}
	return lineBreak
}

// scanRune takes a rune beyond ASCII: space, letter or mark.
func scanRune(text string, i int, g gap, toks []token) (int, gap, []token) {
	r, w := utf8.DecodeRuneInString(text[i:])
	switch {
	case unicode.IsSpace(r):
		return i + w, max(g, blank), toks
	case zeroWidth(r):
		return i + w, g, toks
	case unicode.IsLetter(r) || unicode.IsMark(r):
		t := scanWord(text, i)
		t.gap = g
		return t.end, noGap, append(toks, t)
	}
	t := token{start: i, end: i + w, kind: mark, gap: g, mark: plainMark(r)}
	return i + w, noGap, append(toks, t)
}

// longest is the length in bytes of the longest word of the lexicon.
const longest = 16

func scanWord(text string, i int) token {
	t := token{start: i, kind: word, caps: true}
	var lower [longest]byte
	n, ascii := 0, true
	for i < len(text) {
		c := text[i]
		if c >= utf8.RuneSelf {
			r, w := utf8.DecodeRuneInString(text[i:])
			if !unicode.IsLetter(r) && !unicode.IsMark(r) {
				break
			}
			if i == t.start {
				t.capital = unicode.IsUpper(r)
			}
			t.caps = t.caps && !unicode.IsLower(r)
			ascii = false
			i += w
			continue
		}
		if !isLetter(c) {
			break
		}
		if c >= 'a' {
			t.caps = false
		} else if i == t.start {
			t.capital = true
		}
		if n < longest {
			lower[n] = c | 0x20
		}
		n++
		i++
	}
	t.end = i
	if ascii && n <= longest {
		t.lex = lexicon.index[string(lower[:n])]
	}
	t.ed = t.lex == 0 && i-t.start > 3 && text[i-2:i] == "ed"
	return t
}

func scanDigits(text string, i int) token {
	t := token{start: i, kind: digits}
	for i < len(text) && isDigit(text[i]) {
		if i-t.start < 9 {
			t.num = t.num*10 + int32(text[i]-'0')
		} else {
			t.num = -1
		}
		i++
	}
	if i-t.start > 9 {
		t.num = -1
	}
	t.end = i
	return t
}

// plainMark gives the ASCII mark that stands for r in the grammar, or 0.
func plainMark(r rune) byte {
	switch r {
	case '’', '‘', '‛', 'ʼ', '´':
		return '\''
	case '“', '”', '„', '«', '»':
		return '"'
	case '‐', '‑', '‒', '–', '−':
		return '-'
	case '—', '―':
		return '~'
	case '…':
		return '.'
	case '€', '£', '¥', '₽', '₴', '₹':
		return '$'
	}
	return 0
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }

// zeroWidth reports runes that take no room and carry no meaning.
func zeroWidth(r rune) bool {
	switch r {
	case '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff', '\u00ad':
		return true
	}
	return false
}
