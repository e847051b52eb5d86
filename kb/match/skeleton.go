package match

import (
	"strings"
	"unicode/utf8"
)

// Skeleton gives the form of a folded word in which the usual spellings of one
// sound, above all in transliterated names, coincide: "zelenskyy",
// "zelenskiy" and "selenski" are all "selenski".
func Skeleton(word string) string {
	var b strings.Builder
	b.Grow(len(word))
	last := rune(-1)
	for i := 0; i < len(word); {
		r, w := sound(word[i:], i == 0)
		i += w
		if r != last && r != 0 {
			b.WriteRune(r)
			last = r
		}
	}
	return b.String()
}

// sound maps the letter or group of letters that s begins with to one letter
// and the bytes it takes; 0 is no sound at all.
func sound(s string, first bool) (rune, int) {
	if len(s) > 1 {
		if r := pair(s[:2]); r != 0 {
			return r, 2
		}
		if s[0] == 'h' && !first && strings.IndexByte("aeiouy", s[1]) < 0 {
			return 0, 1
		}
	}
	switch s[0] {
	case 'z':
		return 's', 1
	case 'c', 'q':
		return 'k', 1
	case 'y', 'j':
		return 'i', 1
	case 'w':
		return 'v', 1
	case 'h':
		if len(s) == 1 && !first {
			return 0, 1
		}
	}
	return utf8.DecodeRuneInString(s)
}

// pair maps two letters that spell one sound.
func pair(s string) rune {
	switch s {
	case "ph":
		return 'f'
	case "th":
		return 't'
	case "dh":
		return 'd'
	case "kh", "gh", "ck", "cq":
		return 'k'
	case "ts", "tz", "cz", "zh":
		return 's'
	case "ou", "oo":
		return 'u'
	case "ee", "ie", "ei", "ey":
		return 'i'
	}
	return 0
}
