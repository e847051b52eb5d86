package entity

import (
	"strings"
	"unicode"

	"dateline/kb/names"
)

// acronyms links "Joint Comprehensive Plan of Action (JCPOA)" and the bare
// JCPOA of the same document, and notes the pair for the other documents.
func (r *reader) acronyms(to map[int32]int32) {
	for i := range r.ms {
		long := &r.ms[i]
		if r.sights[long.sight].typ == names.Person {
			continue
		}
		short := r.bracketed(int(long.end))
		name := r.text[long.start:long.end]
		if short == "" || !abbreviates(short, name) {
			continue
		}
		f := r.form(long.sight)
		id := r.forms.ofMade(short, names.Organisation)
		key := r.forms.list[id].key
		if key == f.key {
			continue
		}
		r.pairs[[2]string{key, f.key}]++
		if s, ok := r.byKey[sightKey{key: key}]; ok {
			to[s] = long.sight
		}
	}
}

// bracketed is the acronym in brackets right after the byte at, or empty.
func (r *reader) bracketed(at int) string {
	s := r.text[at:min(len(r.text), at+24)]
	s, ok := strings.CutPrefix(strings.TrimLeft(s, " "), "(")
	end := strings.IndexByte(s, ')')
	if !ok || end < 2 || end > 10 {
		return ""
	}
	capitals := 0
	for _, c := range s[:end] {
		if unicode.IsUpper(c) {
			capitals++
		} else if !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '.' && c != '-' && c != '&' {
			return ""
		}
	}
	if capitals < 2 {
		return ""
	}
	return s[:end]
}

// abbreviates reports whether short is an abbreviation of long: its letters
// stand in long in order, the first at the beginning of a word, after A.
// Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation
// definitions in biomedical text", PSB 2003. As names are told apart by
// capitals, every capital of short has to begin a word besides, or stand
// where a word has an inner capital.
func abbreviates(short, long string) bool {
	s, l := letterRunes(short), []rune(strings.ToLower(long))
	if len(s) < 2 || len(s) >= len(l) {
		return false
	}
	j := len(l) - 1
	for i := len(s) - 1; i >= 0; i-- {
		for j >= 0 && (l[j] != s[i] || i == 0 && j > 0 && (unicode.IsLetter(l[j-1]) || unicode.IsDigit(l[j-1]))) {
			j--
		}
		if j < 0 {
			return false
		}
		j--
	}
	all, big := initials(long)
	low := string(s)
	return all != "" && strings.HasPrefix(low, strings.ToLower(string([]rune(all)[:1]))) && (strings.EqualFold(all, low) || strings.EqualFold(big, low) || len(strings.Fields(long)) > 1)
}

func letterRunes(s string) []rune {
	var out []rune
	for _, r := range strings.ToLower(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out = append(out, r)
		}
	}
	return out
}
