package match

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/kb/text"
)

// Limits on what is looked at of a name or a query; what is longer was not
// typed by hand and is cut.
const (
	maxBytes = 256
	maxWords = 12
	maxRunes = 24 // of a word
)

// Words cuts a name into the folded words that it is compared by. Hyphens part
// words, apostrophes and the dots of acronyms do not; "the", "of" and "and"
// are left out unless nothing else remains.
func Words(name string) []string {
	all := split(text.Fold(cut(name)))
	kept := make([]string, 0, len(all))
	for _, w := range all {
		if w != "the" && w != "of" && w != "and" {
			kept = append(kept, w)
		}
	}
	if len(kept) == 0 {
		kept = all
	}
	return kept[:min(len(kept), maxWords)]
}

// cut shortens s to maxBytes at the border of a rune.
func cut(s string) string {
	if len(s) <= maxBytes {
		return s
	}
	n := maxBytes
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

func split(folded string) []string {
	folded = strings.TrimSuffix(folded, "'s")
	folded = strings.ReplaceAll(folded, "'s ", " ")
	var out []string
	var b strings.Builder
	runes, dotted := 0, false
	flush := func() {
		if b.Len() > 0 {
			out = append(out, b.String())
		}
		b.Reset()
		runes, dotted = 0, false
	}
	for _, r := range folded {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			if runes < maxRunes {
				b.WriteRune(r)
			}
			// "u.s." is one word, "st.paul" two.
			if dotted {
				runes, dotted = 0, false
			}
			runes++
		case r == '\'':
		case r == '.' && runes == 1:
			dotted = true
		default:
			flush()
		}
	}
	flush()
	return out
}

func join(words []string) string { return strings.Join(words, " ") }

// letterMask sets a bit for each letter or digit that occurs in s. Texts in
// which a letter is missing differ in that bit.
func letterMask(s string) uint64 {
	var m uint64
	for _, r := range s {
		if r != ' ' {
			m |= letterBit(r)
		}
	}
	return m
}

func letterBit(r rune) uint64 {
	switch {
	case 'a' <= r && r <= 'z':
		return 1 << (r - 'a')
	case '0' <= r && r <= '9':
		return 1 << (26 + r - '0')
	}
	return 1 << (36 + uint32(r)%28)
}

// interner numbers words in the order in which they are first seen.
type interner struct {
	ids  map[string]int32
	list []string
}

func newInterner() *interner { return &interner{ids: make(map[string]int32)} }

func (n *interner) id(w string) int32 {
	if id, ok := n.ids[w]; ok {
		return id
	}
	id := int32(len(n.list))
	n.ids[w] = id
	n.list = append(n.list, w)
	return id
}
