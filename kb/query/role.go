package query

import (
	"strings"

	"dateline/kb/lexicon"
	"dateline/kb/phrase"
)

// Role is the part that the answer plays in what is asked: who did it or who
// suffered it.
type Role uint8

// The roles.
const (
	NoRole  Role = iota
	Agent        // does it: "who beat Rautio", "who was it stolen by"
	Patient      // suffers it: "who did Rautio beat", "who was beaten"
)

// role reads the role of who or what is asked for, and the verb that gives it,
// by what follows the asking word.
func (r *reading) role() {
	i := r.first
	if r.wh >= 0 {
		i = max(r.wh, r.class.Last) + 1
	}
	i = r.past(i)
	if i >= r.last {
		return
	}
	w := r.words[i]
	switch {
	case r.verbal(i):
		r.plays(Agent, i)
	case w.Tag != phrase.Auxiliary:
	case forms[w.Lower] == "do":
		r.plays(Patient, r.verbAfter(i))
	case forms[w.Lower] == "be":
		r.afterBe(i)
	default: // have, or a modal
		next := r.past(i + 1)
		switch {
		case next < r.last && forms[r.words[next].Lower] == "be":
			r.afterBe(next)
		case next < r.last && r.verbal(next):
			r.plays(Agent, next)
		default:
			r.plays(Patient, r.verbAfter(i))
		}
	}
}

// afterBe reads "was beaten", "is suing", "was X beaten by".
func (r *reading) afterBe(i int) {
	next := r.past(i + 1)
	if next >= r.last {
		return
	}
	verb := r.verbal(next)
	switch {
	case verb && strings.HasSuffix(r.words[next].Lower, "ing"):
		r.plays(Agent, next)
	case verb:
		r.plays(Patient, next)
	case r.words[r.last-1].Lower == "by" || r.last-r.first > 1 && r.words[r.last-2].Lower == "by":
		r.plays(Agent, r.verbAfter(i))
	default:
		if v := r.verbAfter(i); v < r.last && strings.HasSuffix(r.words[v].Lower, "ing") { // "who is X suing"
			r.plays(Patient, v)
		}
	}
}

// verbal reports whether word i is a form of a verb, also one that is tagged as
// an adjective: "beaten".
func (r *reading) verbal(i int) bool {
	switch w := r.words[i]; w.Tag {
	case phrase.Verb, phrase.Participle:
		return true
	case phrase.Adjective, phrase.Noun:
		base, ok := lexicon.Irregular(w.Lower)
		if !ok {
			base, ok = strings.CutSuffix(w.Lower, "en")
		}
		e, known := r.lex.Lookup(base)
		return ok && known && !w.Upper && e.Best() == lexicon.Verb
	}
	return false
}

func (r *reading) plays(role Role, verb int) {
	if verb < r.last {
		r.q.Role, r.q.Verb = role, stem(r.words[verb])
	}
}

// past is the first word from i on that is no adverb.
func (r *reading) past(i int) int {
	for i < r.last && (r.words[i].Tag == phrase.Adverb || r.words[i].Lower == "not") {
		i++
	}
	return i
}

// verbAfter is the first verb after word i, r.last where there is none.
func (r *reading) verbAfter(i int) int {
	for i++; i < r.last; i++ {
		if r.verbal(i) {
			return i
		}
	}
	return r.last
}

// forms are the auxiliaries whose form tells the role.
var forms = map[string]string{
	"do": "do", "does": "do", "did": "do", "is": "be", "are": "be", "was": "be", "were": "be", "be": "be", "been": "be", "being": "be",
}
