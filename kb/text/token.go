package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind tells what a token is made of.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota // letters first: "Kyiv", "U.S.", "Jean-Luc", "O’Neill", "’s"
	Number             // a digit first: "100,000", "18:30", "2022-01-18", "20th"
	Punct              // anything else: one mark, or a run of the same mark
)

// Token is one word, number or mark of a text.
type Token struct {
	Span
	Kind Kind
}

// Tokens appends the tokens of s to dst and returns it. A possessive ’s is a
// token of its own; hyphenated words, acronyms with dots, and abbreviations
// such as "Mr." are one token; so are numbers with their separators.
func Tokens(dst []Token, s string) []Token {
	for i := 0; i < len(s); {
		r, w := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == ' ': // the commonest space
			i++
		case isWord(r):
			end := wordEnd(s, i)
			dst = appendWord(dst, s, Span{i, end})
			i = end
		case r == utf8.RuneError && w <= 1 || unicode.IsSpace(r) || zeroWidth(r):
			i += max(w, 1)
		case apostrophe(r) && possessiveAt(s, i, w):
			dst = append(dst, Token{Span{i, i + w + 1}, Word})
			i += w + 1
		default:
			end := i + w
			for end < len(s) && s[end:min(end+w, len(s))] == s[i:i+w] {
				end += w
			}
			dst = append(dst, Token{Span{i, end}, Punct})
			i = end
		}
	}
	return dst
}

func appendWord(dst []Token, s string, p Span) []Token {
	kind := Word
	if c := s[p.Start]; '0' <= c && c <= '9' {
		kind = Number
	}
	if n := possessiveSuffix(p.Of(s)); n > 0 && n < p.Len() {
		return append(dst, Token{Span{p.Start, p.End - n}, kind}, Token{Span{p.End - n, p.End}, Word})
	}
	return append(dst, Token{p, kind})
}

// wordEnd finds where the word or number that begins at i ends.
func wordEnd(s string, i int) int {
	start, end := i, i
	for end < len(s) && s[end] != ' ' {
		if plainWord(s[end]) {
			end++
			continue
		}
		r, w := utf8.DecodeRuneInString(s[end:])
		if isWord(r) {
			end += w
			continue
		}
		n := joinAt(s, start, end, r, w)
		if n == 0 {
			break
		}
		end += n
	}
	if end < len(s) && s[end] == '.' && dotBelongs(s[start:end]) {
		end++
	}
	return end
}

// joinAt reports how many bytes at s[at:] join the word so far with what
// follows; 0 where the word ends.
func joinAt(s string, start, at int, r rune, w int) int {
	prev, _ := utf8.DecodeLastRuneInString(s[start:at])
	next, _ := utf8.DecodeRuneInString(s[at+w:])
	if !isWord(next) {
		return 0
	}
	digits := isDigit(prev) && isDigit(next)
	if zeroWidth(r) {
		return w
	}
	switch r {
	case '-', '‐', '‑':
		return w
	case '\'', '’':
		return w
	case '.':
		if digits || dotted(s[start:at]) && unicode.IsLetter(next) && single(s[at+w:]) {
			return w
		}
	case ',':
		if digits && threeDigits(s[at+w:]) {
			return w
		}
	case ':', '/':
		if digits {
			return w
		}
	case '&':
		if unicode.IsUpper(prev) && unicode.IsUpper(next) {
			return w
		}
	}
	return 0
}

// longestAcronym bounds what counts as an acronym, in bytes, so that looking
// back over one takes constant time.
const longestAcronym = 24

// acronym reports whether s is single letters with dots between them: "U",
// "U.S".
func acronym(s string) bool {
	if len(s) > longestAcronym {
		return false
	}
	letter := false
	for _, r := range s {
		switch {
		case r == '.' && letter:
			letter = false
		case unicode.IsLetter(r) && !letter:
			letter = true
		default:
			return false
		}
	}
	return letter
}

// dotted reports whether a dot and one more letter may go on the word: an
// acronym, after a hyphen too ("non-U.S."), or "Ph" of "Ph.D.".
func dotted(word string) bool {
	word = lastPart(word)
	return acronym(word) || word == "Ph"
}

// lastPart is what follows the last hyphen of a word, or, of a long word, its
// end.
func lastPart(word string) string {
	word = word[max(0, len(word)-longestAcronym-1):]
	return word[strings.LastIndexByte(word, '-')+1:]
}

// single reports whether s begins with one letter that no other follows.
func single(s string) bool {
	_, w := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[w:])
	return !isWord(next)
}

// dotBelongs reports whether a dot right after the word is part of it.
func dotBelongs(word string) bool {
	word = lastPart(word)
	switch {
	case word == "Ph.D":
		return true
	case acronym(word):
		return len(word) > 2 || upperFirst(word) && word != "I"
	}
	return Abbreviation(word)
}

func threeDigits(s string) bool {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n == 3
}

func possessiveAt(s string, i, w int) bool {
	if i+w >= len(s) || s[i+w] != 's' && s[i+w] != 'S' {
		return false
	}
	before := strings.TrimSuffix(s[max(0, i-8):i], ".") // "the U.S.'s"
	prev, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(s[i+w+1:])
	return isWord(prev) && !isWord(next)
}

// possessiveSuffix is the length in bytes of a trailing ’s, or 0.
func possessiveSuffix(word string) int {
	n := len(word)
	if n < 3 || word[n-1] != 's' && word[n-1] != 'S' {
		return 0
	}
	if r, w := utf8.DecodeLastRuneInString(word[:n-1]); apostrophe(r) {
		return w + 1
	}
	return 0
}

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' }

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return plainWord(byte(r))
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// plainWord is isWord for a byte, false where it is a part of a rune.
func plainWord(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_'
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func upperFirst(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
