package reader

import (
	"dateline/kb/lexicon"
	"hash/crc32"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word, a number, the possessive 's, or one mark.
type token struct {
	start, end int // bytes
	lower      string
	stem       string
	word       int32 // number in the vocabulary
	suffix     int32
	shape      int32
	name       int32 // type of the name it stands in, and whether it begins it
	time       int32 // type of the time expression it stands in
	part       int32 // number of its sentence
	stop       bool  // tells nothing by itself
	upper      bool  // begins with a capital
	digit      bool  // begins with a digit
	content    bool  // neither a mark nor a stop word
}

// The numbers of suffixes, and of the other marks of a token, each from 0.
const (
	suffixes = 2001
	shapes   = 16
	nameTags = 9 // none, and for four types inside and begins
	timeTags = 5 // none, date, time, duration, set
)

// shapes of tokens that are no words; gap is the shape of what stands between
// sentences that do not follow each other.
const gapShape = 13

// tokenize cuts s[start:end] into tokens, smaller than those of package text:
// a hyphen parts words, since "34" of "34-year-old" is an answer.
func (v *vocabulary) tokenize(dst []token, s string, start, end int) []token {
	for i := start; i < end; {
		r, w := utf8.DecodeRuneInString(s[i:end])
		n := w
		switch {
		case unicode.IsSpace(r) || r == utf8.RuneError && w <= 1:
			i += w
			continue
		case apostrophe(r) && possessive(s[i+w:end]):
			n = w + 1
		case unicode.IsLetter(r):
			n = run(s[i:end], func(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.M, r) })
		case unicode.IsDigit(r):
			n = number(s[i:end])
		}
		dst = append(dst, v.token(s, i, i+n))
		i += n
	}
	return dst
}

func apostrophe(r rune) bool { return r == '\'' || r == '’' }

// possessive reports whether an s stands first in rest, and alone.
func possessive(rest string) bool {
	if rest == "" || rest[0] != 's' && rest[0] != 'S' {
		return false
	}
	r, w := utf8.DecodeRuneInString(rest[1:])
	return w == 0 || !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

func run(s string, is func(rune) bool) int {
	for i, r := range s {
		if !is(r) {
			return i
		}
	}
	return len(s)
}

// number is the length of the digits that s begins with, separators between
// digits included.
func number(s string) int {
	n := run(s, unicode.IsDigit)
	for n+1 < len(s) && (s[n] == '.' || s[n] == ',') {
		more := run(s[n+1:], unicode.IsDigit)
		if more == 0 {
			break
		}
		n += 1 + more
	}
	return n
}

func (v *vocabulary) token(s string, start, end int) token {
	word := s[start:end]
	r, _ := utf8.DecodeRuneInString(word)
	t := token{start: start, end: end, lower: strings.ReplaceAll(strings.ToLower(word), "’", "'")}
	t.upper, t.digit = unicode.IsUpper(r), unicode.IsDigit(r)
	t.stop = stopWords[t.lower]
	t.content = !t.stop && (unicode.IsLetter(r) || t.digit)
	t.stem = stem(t.lower)
	t.word = v.number[wordKey(t.lower, t.digit)]
	t.suffix = suffix(t.lower)
	t.shape = shape(word, &t, r)
	return t
}

// wordKey is how the vocabulary has a word: numbers by their length.
func wordKey(lower string, digit bool) string {
	if digit {
		return "00000"[:min(utf8.RuneCountInString(lower), 5)]
	}
	return lower
}

// suffix numbers the last three bytes of a word.
func suffix(lower string) int32 {
	return int32(crc32.ChecksumIEEE([]byte(lower[max(0, len(lower)-3):]))%(suffixes-1)) + 1
}

func shape(word string, t *token, r rune) int32 {
	switch {
	case t.digit && len(word) == 4 && !strings.ContainsAny(word, ".,"):
		return 1
	case t.digit && strings.ContainsAny(word, ".,"):
		return 2
	case t.digit:
		return 3
	case strings.ContainsRune(".!?", r):
		return 4
	case strings.ContainsRune(",;:", r):
		return 5
	case strings.ContainsRune("()[]", r):
		return 6
	case !unicode.IsLetter(r):
		return 7
	case t.upper && len(word) > 1 && strings.ToUpper(word) == word:
		return 8
	case t.upper && len(word) == 1:
		return 9
	case t.upper:
		return 10
	case t.stop:
		return 12
	}
	return 11
}

var stopWords = wordSet(`a an the of in on at to for by with from as and or but not is are was were be been being am do
	does did done has have had having what which who whom whose when where why how that this these those it its he she
	they them his her their there 's s t i you we my your our me him us if then than so such will would can could may
	might shall should must into about during between after before over under up down out off also any some no only own
	same too very just`)

func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

var endings = strings.Fields(`ational ization fulness ations ation ments ment ings ing ists ist ions ion iest ier ies ied
	ness able ible edly ely ly ed es ers er ors or al s e y`)

// stem takes the ending off a word, roughly: enough to match the words of a
// question, and cheap.
func stem(w string) string {
	if base, ok := lexicon.Irregular(w); ok && w != "lives" && w != "people" {
		w = base
	}
	for _, e := range endings {
		if len(w)-len(e) >= 3 && strings.HasSuffix(w, e) {
			w = w[:len(w)-len(e)]
			break
		}
	}
	if n := len(w); n > 3 && w[n-1] == w[n-2] {
		w = w[:n-1]
	}
	return w
}
