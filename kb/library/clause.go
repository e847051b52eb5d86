package library

import (
	"unicode"
	"unicode/utf8"

	"dateline/kb/text"
	"dateline/kb/timex"
)

// clauses cuts p at the words and marks where a clause begins. It is a shallow
// cut by function words and commas, no parse: its use is to tell which of a
// sentence's names and times belong together.
func clauses(s string, p text.Span, ws []Word, times []timex.Expression) []text.Span {
	var out []text.Span
	start, first := p.Start, 0
	for i, w := range ws {
		if i == 0 || !opensClause(s, ws, first, i) || introductory(ws[first:i]) || InTime(times, w.Start) || beforeTime(times, ws, i) || afterTime(times, ws, i) {
			continue
		}
		out = append(out, text.Span{Start: start, End: w.Start})
		start, first = w.Start, i
	}
	return append(out, text.Span{Start: start, End: p.End})
}

// apposed judges whether words that end in a comma are only a name, to which the
// sentence comes back: "Ramadan, the ninth month of the year, begins".
func apposed(ws []Word) bool {
	if ws[len(ws)-1].Fold != "," || len(ws) > maxIntroductory {
		return false
	}
	for _, w := range ws[:len(ws)-1] {
		if w.Lower && !IsDeterminer(w.Fold) && w.Fold != "of" {
			return false
		}
	}
	return true
}

// maxIntroductory bounds the words of a phrase that leads into a clause.
const maxIntroductory = 7

// introductory judges whether words that end in a comma only lead into the
// clause after them: "On January 14,".
func introductory(ws []Word) bool {
	return len(ws) <= maxIntroductory && ws[len(ws)-1].Fold == "," && leads[ws[0].Fold]
}

var leads = WordSet(`on in at by for from during until till through within since earlier later last next this
	yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday however meanwhile then now`)

var (
	relative     = WordSet(`which who whose whom where`)
	subordinator = WordSet(`after before because while although though despite since when whereas unless until
		as amid if whether so once`)
	coordinator = WordSet(`but and or yet nor`)
)

// IsRelative reports whether a folded word is a relative pronoun.
func IsRelative(folded string) bool { return relative[folded] }

// IsCoordinator reports whether a folded word joins clauses: "but".
func IsCoordinator(folded string) bool { return coordinator[folded] }

// IsPronoun reports whether a folded word may stand for a noun phrase: "they".
func IsPronoun(folded string) bool { return pronoun[folded] }

// opensClause judges whether a clause begins at word i, the one before at word
// first.
func opensClause(s string, ws []Word, first, i int) bool {
	w, prev := ws[i], ws[i-1]
	comma := prev.Fold == ","
	switch {
	case prev.Fold == ";" || prev.Fold == "-" && prev.Len() > 1 || prev.Fold == ":":
		return true
	case IsRelative(w.Fold):
		return true
	case w.Fold == "that":
		return startsPhrase(s, ws, i+1) && !timeNoun(ws, i+1)
	case comma && IsDeterminer(w.Fold):
		return !apposed(ws[first:i])
	case comma && (subordinator[w.Fold] || IsCoordinator(w.Fold) || IsParticiple(w.Fold)):
		return true
	case w.Fold == "despite" || w.Fold == "because" || w.Fold == "although" || w.Fold == "amid":
		return true
	case w.Fold == "after" || w.Fold == "before" || w.Fold == "while" || w.Fold == "when":
		return startsPhrase(s, ws, i+1)
	case s[prev.End:w.Start] != "" && countByte(s[prev.End:w.Start], '\n') > 0:
		return true
	}
	return false
}

// startsPhrase judges whether word i begins a noun phrase: a capital, an
// article, a pronoun.
func startsPhrase(s string, ws []Word, i int) bool {
	if i >= len(ws) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(ws[i].Of(s))
	return unicode.IsUpper(r) || IsDeterminer(ws[i].Fold) || IsPronoun(ws[i].Fold)
}

// IsDeterminer reports whether a folded word is an article.
func IsDeterminer(folded string) bool { return folded == "a" || folded == "an" || folded == "the" }

var pronoun = WordSet(`he she it they we you i his her its their our this these those there`)

// timeNoun reports whether word i goes on with a time: "that same year".
func timeNoun(ws []Word, i int) bool {
	for n := 0; n < 2 && i+n < len(ws); n++ {
		switch ws[i+n].Fold {
		case "year", "day", "month", "week", "night", "time", "summer", "winter", "spring", "fall", "decade":
			return true
		}
	}
	return false
}

// IsParticiple judges by its ending whether a word after a comma is a present
// participle: ", raising fears".
func IsParticiple(folded string) bool {
	n := len(folded)
	return n > 5 && folded[n-3:] == "ing"
}

// InTime reports whether a byte offset lies inside a time expression.
func InTime(times []timex.Expression, at int) bool {
	for _, t := range times {
		if t.Start < at && at < t.End {
			return true
		}
	}
	return false
}

// beforeTime reports whether word i leads a time rather than a clause: "after
// Tuesday", "before the end of 2022".
func beforeTime(times []timex.Expression, ws []Word, i int) bool {
	switch ws[i].Fold {
	case "after", "before", "since", "until", "when", "as", "and", "or":
	default:
		return false
	}
	for _, t := range times {
		if i+1 < len(ws) && (t.Start == ws[i].Start || t.Start == ws[i+1].Start) {
			return true
		}
	}
	return false
}

// afterTime reports whether word i only says what happened at the time before
// it: "on Friday, when the bank collapsed".
func afterTime(times []timex.Expression, ws []Word, i int) bool {
	if ws[i].Fold != "when" {
		return false
	}
	prev := ws[i-1]
	if prev.Fold == "," && i > 1 {
		prev = ws[i-2]
	}
	for _, t := range times {
		if t.End == prev.End {
			return true
		}
	}
	return false
}

func countByte(s string, c byte) int {
	n := 0
	for i := range len(s) {
		if s[i] == c {
			n++
		}
	}
	return n
}
