package read

import (
	"dateline/kb/phrase"
	"dateline/kb/query"
)

// maxReason is the length in words beyond which a reason is cut.
const maxReason = 14

// reasons takes the clauses and phrases that give a reason or an aim, where
// one is asked for: what follows "because", "due to", "amid", "after", or an
// infinitive.
func (f *finder) reasons() {
	if f.d.q.Expect != query.Reason {
		return
	}
	w := f.p.words
	for i := 1; i < len(w); i++ {
		first, ok := reasonAt(w, i)
		if !ok {
			continue
		}
		last := first
		for last+1 < len(w) && last-first < maxReason && !breaks(w[last+1]) && w[last+1].Lower != "." {
			last++
		}
		if last > first {
			f.add(first, last, occurrence{kind: kindReason})
		}
	}
}

// reasonAt reports where the reason begins that word i leads to.
func reasonAt(w []phrase.Word, i int) (int, bool) {
	next := func(n int) string {
		if i+n < len(w) {
			return w[i+n].Lower
		}
		return ""
	}
	switch w[i].Lower {
	case "because":
		if next(1) == "of" {
			return i + 2, i+2 < len(w)
		}
		return i + 1, i+1 < len(w)
	case "due":
		return i + 2, next(1) == "to" && i+2 < len(w)
	case "amid", "over", "after", "following", "citing", "since":
		return i + 1, i+1 < len(w)
	case "as":
		return i, next(1) == "part" && next(2) == "of"
	case "to":
		return i, i+1 < len(w) && w[i+1].Tag == phrase.Verb
	}
	return 0, false
}
