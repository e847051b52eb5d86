package timex

import "strings"

// Tense is the time of which a clause speaks, seen from the document's day.
type Tense string

// The tenses of a clause. Unknown is a clause without a verb that tells.
const (
	Unknown Tense = ""
	Past    Tense = "past"
	Present Tense = "present"
	Future  Tense = "future"
	// Conditional looks ahead from a time told in the past: "said it would".
	Conditional Tense = "conditional"
)

// reach is how many tokens around an expression are searched for its verb.
const reach = 24

// tense tells the tense of the clause around the tokens [i, j): the nearest
// verb before it in its clause, else the nearest after it.
func (s *scanner) tense(i, j int) Tense {
	if s.is(i-1, "until", "till", "to", "for") && s.putOff(i-2) {
		return Future
	}
	if s.is(i-1, "since") {
		return Past
	}
	t := s.clauseTense(i, j)
	if t != Future && s.is(i-1, "into") && s.lex(i).weekday > 0 {
		return Conditional // "a storm that lasts into Wednesday"
	}
	if t != Past && (s.is(i-1, "through", "until", "till") || s.is(i-1, "least") && s.is(i-3, "through", "until", "till")) {
		return Conditional
	}
	if t == Past && s.is(i-1, "through") || s.is(i-1, "in") && s.is(i-2, "ending") {
		return Unknown // the nearer one
	}
	return t
}

func (s *scanner) clauseTense(i, j int) Tense {
	if s.opensClause(i) {
		if t := s.tenseAfter(j); t != Unknown {
			return t
		}
		return s.tenseBefore(i)
	}
	if t := s.tenseBefore(i); t != Unknown {
		return t
	}
	return s.tenseAfter(j)
}

// opensClause reports whether nothing but a preposition stands between the
// beginning of a clause and token i: "On Tuesday, ...", "and on Friday ...".
func (s *scanner) opensClause(i int) bool {
	k := i - 1
	for k >= 0 && k >= i-3 && (s.lex(k).prep || s.is(k, "the", "late", "early", "later", "earlier", "only", "just", "also")) {
		k--
	}
	return k < 0 || s.sentenceStart(k+1) || s.mark(k, ';') || s.mark(k, ':') || s.mark(k, '~') ||
		(s.mark(k, '"') || s.mark(k, '`')) && s.tight(k+1)
}

func (s *scanner) tenseBefore(i int) Tense {
	infinitive := false
	for k := i - 1; k >= 0 && k >= i-reach; k-- {
		if s.sentenceStart(k+1) || s.mark(k, ';') {
			break
		}
		if s.mark(k, ',') {
			k = s.beforeAside(k)
			continue
		}
		if t := s.verbAt(k); t != Unknown {
			if infinitive && (t == Present || s.is(i-1, "by")) {
				return Conditional // "is a candidate to start on Tuesday", "agreed to report by May"
			}
			return t
		}
		infinitive = infinitive || s.infinitive(k)
	}
	return Unknown
}

// beforeAside skips a clause between two commas that ends at the comma at k
// ("the mayor, who was elected in May, will"), and returns the comma before it,
// or k.
func (s *scanner) beforeAside(k int) int {
	for p := k - 1; p > 0 && p > k-16; p-- {
		if s.sentenceStart(p) {
			return k
		}
		if s.mark(p, ',') {
			if s.is(p+1, "who", "which", "whose", "where", "whom") || s.tok(p+1).ed {
				return p
			}
			return k
		}
	}
	return k
}

func (s *scanner) tenseAfter(j int) Tense {
	for k := j; k < len(s.toks) && k < j+reach; k++ {
		if k > j && s.sentenceStart(k) || s.mark(k, ';') {
			break
		}
		if t := s.verbAt(k); t != Unknown {
			return t
		}
	}
	return Unknown
}

// ahead reports whether a clause of this tense speaks of what is to come.
func (t Tense) ahead() bool { return t == Future || t == Conditional }

// told is the tense in which the text tells of the expression's own time, given
// the tense of its clause.
func (s *scanner) told(n node, t Tense) Tense {
	switch {
	case n.rel == relLast, n.form == formOffset && n.dir == ago, n.form == formShift && n.shift < 0:
		return Past
	case s.aside(n):
		return Unknown
	}
	return t
}

// aside reports whether the expression does not say when its clause happens:
// it stands before a noun ("the January 6 attack") or after "since", "of".
func (s *scanner) aside(n node) bool {
	return s.is(n.i-1, "since", "of", "from", "than", "after", "before", "between", "until", "till", "to", "and", "or", "as",
		"around", "about", "following") ||
		n.form == formOffset || n.mod == modAfter || n.mod == modBefore || s.mark(n.j, '\'') || s.attributive(n)
}

// attributive reports whether the expression stands before the noun that it
// qualifies.
func (s *scanner) attributive(n node) bool {
	if n.form == formCalendar && n.month > 0 && n.day > 0 && s.is(n.i-1, "the") {
		return true // "the January 6, 2021, attack"
	}
	next := s.tok(n.j)
	return next.kind == word && next.end > 0 && next.gap == blank && !s.lex(n.j).closed && s.lex(n.j).verb == noVerb && !next.ed &&
		s.is(n.i-1, "the", "a", "an", "its", "their", "his", "her")
}

// inSoLong reports whether n is a length of time after which something will
// happen: "will meet in three weeks".
func (s *scanner) inSoLong(n node) bool {
	if n.form != formDuration || n.rel != noRel || n.count.vague || n.unit.clock() || !s.is(n.i-1, "in") || n.mod != "" || !s.closedAfter(n.j) {
		return false
	}
	for k := n.i - 2; k > n.i-12 && k >= 0; k-- {
		if s.is(k, "first", "only", "most", "time", "times", "least", "best", "worst") || s.superlative(k) {
			return false // "the first in 25 years"
		}
	}
	return true
}

// superlative judges by its ending whether word k is one: "its closest".
func (s *scanner) superlative(k int) bool {
	t := s.tok(k)
	return t.kind == word && t.end-t.start > 5 && strings.HasSuffix(s.text[t.start:t.end], "est") && s.is(k-1, "the", "its", "his", "her", "their", "our", "s") &&
		!s.is(k, "forest", "protest", "interest", "contest", "request", "arrest", "harvest", "conquest")
}

// timetabled reports whether a weekday stands beside a clock time, as in the
// listing of what is on.
func (s *scanner) timetabled(n node) bool {
	return n.hour >= 0 || s.mark(n.j, ',') && s.clockTime(n.j+1).found()
}
