// Package feature turns tokens into the features by which names are
// recognised. A feature is a 32-bit hash; what depends on one word alone is
// kept apart from what depends on several, so that it can be computed once
// for each distinct word.
package feature

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/kb/names/internal/lexicon"
	"dateline/kb/text"
)

// Shape is how a word is written.
type Shape uint8

// The shapes of words.
const (
	Lower   Shape = iota // "news"
	Capital              // "Paris"
	Initial              // "J", "J."
	Upper                // "NATO"
	Dotted               // "U.S."
	Mixed                // "German-born", "al-Assad"
	Digits               // "1996", "10,000"
	Alnum                // "F-16", "20th"
	Mark                 // punctuation
	Other                // letters without case: "蔡英文"
	Camel                // "McDonald", "iPhone"
)

// Word is what features need to know of a word.
type Word struct {
	Exact, Folded  uint32 // hashes; digits are folded to 0
	Shape          Shape
	Pattern        uint32 // hash of the collapsed character pattern: "Xx-x"
	Prefix, Suffix [4]uint32
	prefixes       int
	suffixes       int
	class          [len(classShifts)]uint16 // from coarse to fine, plus one; 0 unknown
	Case           uint8                    // how it is usually written (see lexicon)
	Lists          lexicon.List
	Usage          lexicon.Usage
	head           uint32 // see heads
}

// classShifts cut a class's path down to coarser classes.
var classShifts = [...]uint{8, 5, 2, 0}

// NewWord analyses the token s.
func NewWord(lex *lexicon.Lexicon, s string) Word {
	norm := Normalize(s)
	folded := text.Fold(norm)
	if folded == "" {
		folded = norm
	}
	w := Word{
		Exact:   Hash(zeroDigits(norm)),
		Folded:  Hash(zeroDigits(folded)),
		Shape:   ShapeOf(norm),
		Pattern: Hash(pattern(norm)),
	}
	w.affixes(zeroDigits(folded))
	w.Case, w.Lists = lex.Facts(w.Folded)
	for _, form := range w.forms(norm) {
		key := Hash(zeroDigits(form))
		if class := lex.Class(key); class > 0 && w.class[0] == 0 {
			for i, shift := range classShifts {
				w.class[i] = (class-1)>>shift + 1
			}
		}
		if w.Usage == (lexicon.Usage{}) {
			w.Usage = lex.Usage(key)
		}
	}
	w.head = heads[w.Folded]
	return w
}

// Mask tells what of a word to hide.
type Mask struct{ Identity, Class, Usage, Lists bool }

// Masked is w as if the model or the lexicon did not know it. Training hides
// words at random, so that the model learns to do without. The random number
// takes the place of the hashes that are hidden.
func (w Word) Masked(m Mask, random uint32) *Word {
	if m.Identity {
		w.Folded, w.Exact = random, random
		w.prefixes, w.suffixes = min(w.prefixes, 3), min(w.suffixes, 3)
	}
	if m.Class {
		w.class = [len(classShifts)]uint16{}
		w.Case = 0
	}
	if m.Usage {
		w.Usage = lexicon.Usage{}
	}
	if m.Lists {
		w.Lists = 0
	}
	return &w
}

// usuallyCapital is the grade from which a word is taken for a name even when
// it is written small (see lexicon.Facts).
const usuallyCapital = 5

// forms are the ways of writing the word by which the lexicon may know it,
// likeliest first: "KYIV" also as "Kyiv", "Today" as "today", "kyiv" as
// "Kyiv", "E.U." as "EU".
func (w *Word) forms(norm string) []string {
	_, n := utf8.DecodeRuneInString(norm)
	switch w.Shape {
	case Upper:
		return []string{norm, norm[:n] + strings.ToLower(norm[n:]), strings.ToLower(norm)}
	case Lower:
		if w.Case < usuallyCapital {
			return []string{norm}
		}
		return []string{norm, strings.ToUpper(norm[:n]) + norm[n:], strings.ToUpper(norm)}
	case Dotted:
		return []string{norm, strings.ReplaceAll(norm, ".", "")}
	case Mark, Digits:
		return []string{norm}
	}
	return []string{norm, strings.ToLower(norm)}
}

// affixes hashes the first and the last one to four runes of s.
func (w *Word) affixes(s string) {
	for i := 0; w.prefixes < 4 && i < len(s); w.prefixes++ {
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
		w.Prefix[w.prefixes] = Hash(s[:i])
	}
	for i := len(s); w.suffixes < 4 && i > 0; w.suffixes++ {
		_, n := utf8.DecodeLastRuneInString(s[:i])
		i -= n
		w.Suffix[w.suffixes] = Hash(s[i:])
	}
}

// Key is the form of a word by which the lexicon knows it: with plain quotes
// and dashes, digits as 0.
func Key(s string) string { return zeroDigits(Normalize(s)) }

// Normalize replaces the typographic quotes, dashes and ellipses of s by plain
// ones.
func Normalize(s string) string {
	if ascii(s) {
		return s
	}
	return typographic.Replace(s)
}

var typographic = strings.NewReplacer(
	"’", "'", "‘", "'", "ʼ", "'", "′", "'", "´", "'",
	"“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`,
	"–", "--", "—", "--", "‐", "-", "‑", "-", "…", "...",
)

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func zeroDigits(s string) string {
	if !strings.ContainsAny(s, "123456789") {
		return s
	}
	b := []byte(s)
	for i, c := range b {
		if '1' <= c && c <= '9' {
			b[i] = '0'
		}
	}
	return string(b)
}

// ShapeOf classifies how s is written.
func ShapeOf(s string) Shape {
	var upper, lower, other, digit, dot, mark int
	first := true
	firstUpper := false
	for _, r := range s {
		switch {
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			upper++
			firstUpper = firstUpper || first
		case unicode.IsLower(r):
			lower++
		case unicode.IsLetter(r):
			other++
		case unicode.IsDigit(r):
			digit++
		case r == '.':
			dot++
		default:
			mark++
		}
		first = false
	}
	letters := upper + lower + other
	switch {
	case letters == 0 && digit == 0:
		return Mark
	case letters == 0:
		return Digits
	case digit > 0:
		return Alnum
	case other > 0:
		return Other
	case upper == 1 && lower == 0 && mark == 0:
		return Initial
	case lower == 0 && dot > 1:
		return Dotted
	case lower == 0 && mark == 0:
		return Upper
	case upper == 0:
		return Lower
	case firstUpper && upper == 1 && mark == 0:
		return Capital
	case lower == 0:
		return Upper
	case mark == 0 && dot == 0:
		return Camel
	}
	return Mixed
}

// pattern maps letters to X, x, digits to 0, and collapses runs to two.
func pattern(s string) string {
	var b strings.Builder
	var last rune
	run := 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			r = 'X'
		case unicode.IsLower(r):
			r = 'x'
		case unicode.IsLetter(r):
			r = 'o'
		case unicode.IsDigit(r):
			r = '0'
		}
		if r == last {
			run++
		} else {
			run = 1
		}
		last = r
		if run <= 2 {
			b.WriteRune(r)
		}
		if b.Len() > 16 {
			break
		}
	}
	return b.String()
}

// Hash is the 32-bit FNV-1a hash of s.
func Hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}
