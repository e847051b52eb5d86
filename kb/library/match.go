package library

import (
	"slices"
	"strings"

	"dateline/kb/text"
)

// Matches are the places in the view where the part is mentioned.
func (v View) Matches(p Part) []text.Span {
	var out []text.Span
	for _, n := range v.Named {
		if slices.Contains(p.IDs, n.ID) {
			out = append(out, text.Span{Start: int(n.Start), End: int(n.End)})
		}
	}
	if len(out) > 0 || len(p.Stems) == 0 {
		return out
	}
	return v.stemMatches(p.Stems)
}

// stemMatches are the words that bear the stems, if all of them occur.
func (v View) stemMatches(stems []string) []text.Span {
	var out []text.Span
	seen := make([]bool, len(stems))
	for _, w := range v.Words {
		for i, st := range stems {
			if sameStem(w.Stem, st) || w.Base == st {
				out = append(out, w.Span)
				seen[i] = true
				break
			}
		}
	}
	if slices.Contains(seen, false) {
		return nil
	}
	return out
}

// sameStem compares stems and lets the adjective stand for its noun ("Crimea",
// "Crimean").
func sameStem(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) >= 5 && len(b)-len(a) <= 2 && strings.HasPrefix(b, a[:len(a)-1]) && (b[len(b)-1] == 'n' || b[:len(a)] == a)
}

// HasStems reports whether all stems wanted, at least one, are among others.
func HasStems(have, want []string) bool {
	for _, w := range want {
		if !slices.ContainsFunc(have, func(h string) bool { return sameStem(h, w) }) {
			return false
		}
	}
	return len(want) > 0
}
