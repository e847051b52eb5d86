package timex

import (
	"strings"
	"time"
)

// Range reads the stretch of days to which a question is restricted: "last
// week", "since Tuesday", "before March", "in January 2022", "between 2014 and
// 2016", "from Monday to Friday". A zero first or last day leaves that side
// open. The spans are the parts of text, by byte offsets, that say so, with
// their prepositions; ok is false where text has no such restriction. A time
// that only names a thing ("the January 6 attack", "the 2014 World Cup", "this
// year's prize") or a goal ("by 2050") is none.
func Range(text string, asked time.Time) (first, last time.Time, spans [][2]int, ok bool) {
	found := Find(text, asked)
	for i := 0; i < len(found); i++ {
		a, b, from, n, fits := bounds(text, found[i:])
		if !fits {
			continue
		}
		end := found[i+n-1].End
		i += n - 1
		// Several restrictions hold together; one that excludes the others
		// is left out.
		lo, hi := later2(first, a), sooner(last, b)
		if !lo.IsZero() && !hi.IsZero() && hi.Before(lo) {
			continue
		}
		first, last, ok = lo, hi, true
		spans = append(spans, [2]int{from, end})
	}
	return first, last, spans, ok
}

// bounds reads the restriction that begins with the first of the expressions,
// and returns its days, where its words begin and how many expressions it has.
func bounds(text string, es []Expression) (first, last time.Time, from, n int, ok bool) {
	e := es[0]
	if e.First.IsZero() || e.Type == Set || attributive(text, e) {
		return time.Time{}, time.Time{}, 0, 0, false
	}
	a, b := dayOf(e.First), dayOf(e.Last)
	before, from := wordBefore(text, e.Start)
	if len(es) > 1 && !es[1].First.IsZero() && joined(text[e.End:es[1].Start], before) {
		b2 := dayOf(es[1].Last)
		if strings.TrimSpace(text[e.End:es[1].Start]) == "-" || before == "from" || before == "between" || !b2.Before(a) {
			if b2.Before(a) {
				a, b2 = dayOf(es[1].First), b
			}
			if !preposition(before) {
				from = e.Start
			}
			return a, b2, from, 2, true
		}
	}
	switch before {
	case "since", "from":
		return a, time.Time{}, from, 1, true
	case "after":
		return b.AddDate(0, 0, 1), time.Time{}, from, 1, true
	case "before":
		return time.Time{}, a.AddDate(0, 0, -1), from, 1, true
	case "by":
		return time.Time{}, time.Time{}, 0, 0, false // "by 2050": a goal
	case "until", "till", "to", "through":
		return time.Time{}, b, from, 1, true
	case "on", "in", "during", "for", "over", "at", "of", "within", "around", "between":
		return a, b, from, 1, true
	}
	if yearOnly(e) && e.End != len(strings.TrimRight(text, " ?!.")) {
		return time.Time{}, time.Time{}, 0, 0, false
	}
	return a, b, e.Start, 1, true
}

// joined reports whether the words between two times make one stretch of them.
func joined(between, before string) bool {
	switch strings.ToLower(strings.TrimSpace(between)) {
	case "-", "–", "—", "to", "until", "till", "through", "up to":
		return true
	case "and":
		return before == "between"
	}
	return false
}

// attributive reports whether a time stands before the thing that it names.
func attributive(text string, e Expression) bool {
	if e.Type == Duration || e.Relative && !strings.ContainsAny(e.Value, "0123456789") {
		return false
	}
	rest := text[e.End:]
	if strings.HasPrefix(rest, "'s") || strings.HasPrefix(rest, "’s") {
		return true
	}
	if !strings.HasPrefix(rest, " ") {
		return false
	}
	toks := tokenize(nil, rest, 0, min(len(rest), 40))
	if len(toks) == 0 || toks[0].kind != word {
		return false
	}
	l := lexicon.list[toks[0].lex]
	if l.closed || l.verb != noVerb || toks[0].ed || l.starts {
		return false
	}
	w, _ := wordBefore(text, e.Start)
	named := w == "the" || w == "a" || w == "this"
	return named || toks[0].capital || yearOnly(e)
}

func preposition(w string) bool {
	l := lexicon.list[lexicon.index[w]]
	return l.prep
}

func yearOnly(e Expression) bool { return len(e.Value) == 4 && e.Type == Date && !e.Relative }

// wordBefore returns the word before an offset in lower case and where it
// begins.
func wordBefore(text string, at int) (string, int) {
	s := strings.TrimRight(text[:at], " \t\n")
	i := strings.LastIndexFunc(s, func(r rune) bool { return !isLetter(byte(r)) || r > 127 })
	w := strings.ToLower(s[i+1:])
	return w, i + 1
}

func dayOf(t time.Time) time.Time {
	y, m, d := t.Date()
	return date(y, int(m), d)
}

func later2(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

func sooner(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}
