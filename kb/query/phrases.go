package query

import (
	"strings"

	"dateline/kb/lexicon"
	"dateline/kb/phrase"
)

// phraseFrom is the noun phrase that begins at word i, without the
// determiners, "of these", and adverbs before it; empty where none does.
func (r *reading) phraseFrom(i int) phrase.Span {
	for i < r.last && r.leads(i) {
		i++
	}
	for _, c := range phrase.Chunks(nil, r.words[:r.last]) {
		if c.First <= i && i <= c.Last {
			return r.extend(phrase.Span{First: i, Last: c.Last})
		}
	}
	if i < r.last && i > r.wh+1 && r.words[i].Tag == phrase.Verb && r.words[i-1].Tag == phrase.Verb {
		if _, _, noun := r.lex.Base(r.words[i].Lower, lexicon.Noun); noun { // "highly anticipated show"
			return phrase.Span{First: i, Last: i}
		}
	}
	return phrase.Span{First: 0, Last: -1}
}

// leads reports whether word i only leads to the phrase asked for.
func (r *reading) leads(i int) bool {
	w := r.words[i]
	switch w.Tag {
	case phrase.Determiner:
		return true
	case phrase.Adverb:
		return i+1 < r.last
	case phrase.Verb: // "highly anticipated show"
		return i > r.wh+1 && r.words[i-1].Tag == phrase.Adverb && strings.HasSuffix(w.Lower, "ed") && i+1 < r.last
	}
	return w.Lower == "of" && i == r.wh+1 || w.Lower == "following"
}

// extend makes up for what the tagger takes for a verb ("TV show"), joins what
// a possessive parts ("women's sport"), and gives back what it takes for a
// noun ("which country ranks lowest").
func (r *reading) extend(c phrase.Span) phrase.Span {
	_, asked := classTypes[r.base(r.words[c.Last].Lower)] // "which state's governor" asks for the state
	if n := c.Last; !asked && n+2 < r.last && r.words[n+1].Tag == phrase.Possessive {
		for _, next := range phrase.Chunks(nil, r.words[:r.last]) {
			if next.First == n+2 {
				return phrase.Span{First: c.First, Last: next.Last}
			}
		}
	}
	if w := r.words[c.Last]; c.Last > c.First && strings.HasSuffix(w.Lower, "s") && !w.Upper {
		_, _, verb := r.lex.Base(w.Lower, lexicon.Verb)
		before := r.words[c.Last-1].Lower
		if _, typed := classTypes[before]; typed && verb {
			return phrase.Span{First: c.First, Last: c.Last - 1}
		}
	}
	if n := c.Last + 1; n < r.last && r.words[n].Tag == phrase.Verb {
		_, e, noun := r.lex.Base(r.words[n].Lower, lexicon.Noun)
		noun = noun && 2*e.Uses[lexicon.Noun] >= e.Uses[lexicon.Verb] // not "how many soldiers came"
		ends := n+1 == r.last
		if !ends {
			switch r.words[n+1].Tag {
			case phrase.Mark, phrase.Verb, phrase.Auxiliary:
				ends = true
			}
		}
		if noun && ends {
			return phrase.Span{First: c.First, Last: n}
		}
	}
	return c
}

// phraseAfterCopula is the noun phrase of "what is the …".
func (r *reading) phraseAfterCopula() phrase.Span {
	i := r.wh + 1
	if i >= r.last || !copulas[r.words[i].Lower] && r.words[i].Tag != phrase.Possessive {
		if w := r.words[r.wh].Lower; !strings.Contains(w, "'") && w != "whats" {
			return phrase.Span{First: 0, Last: -1}
		}
		i--
	}
	for i+1 < r.last && r.words[i+1].Tag == phrase.Adverb {
		i++
	}
	return r.phraseFrom(i + 1)
}

var copulas = words("is are was were be")

func (r *reading) phraseAfterOf(i int) phrase.Span {
	if i >= r.last || r.words[i].Lower != "of" {
		return phrase.Span{First: 0, Last: -1}
	}
	return r.phraseFrom(i + 1)
}
