package timex

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
		return Future
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
		if t := s.verbAt(k); t != Unknown {
			if t == Present && infinitive {
				return Conditional // "is a candidate to start on Tuesday"
			}
			return t
		}
		infinitive = infinitive || s.infinitive(k)
	}
	return Unknown
}

// infinitive reports whether "to" and a verb stand at k.
func (s *scanner) infinitive(k int) bool {
	t := s.tok(k + 1)
	return s.is(k, "to") && t.kind == word && !t.capital && !t.ed && !s.lex(k+1).closed && (t.lex == 0 || s.lex(k+1).verb != noVerb)
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

// verbAt tells what the word at k says of the tense.
func (s *scanner) verbAt(k int) Tense {
	t := s.tok(k)
	if t.kind != word || t.capital && !s.sentenceStart(k) {
		return Unknown
	}
	if t.ed {
		if s.is(k+1, "by") && s.mark(k-1, ',') {
			return Unknown // ", followed by"
		}
		return s.participle(k)
	}
	switch s.lex(k).verb {
	case verbPast:
		return s.participle(k)
	case verbFuture:
		if s.is(k, "ll", "wo") && !s.mark(k-1, '\'') && !s.mark(k+1, '\'') && !s.is(k, "wo") {
			return Unknown
		}
		return Future
	case verbPlan:
		return s.planned(k)
	case noVerb:
		if s.is(k, "looking") && s.is(k+1, "forward", "ahead") {
			return Future
		}
	case verbPresent:
		if s.is(k+1, "to") {
			return Future // "is to meet"
		}
		if s.lex(k+1).verb == verbPlan || s.lex(k+2).verb == verbPlan {
			return Future
		}
		return Present
	case verbTimetable:
		if s.is(k-1, "to", "will", "would", "did", "the", "a", "its", "two", "of") {
			return Unknown
		}
		return Conditional
	case verbPerfect:
		return Present
	case verbBase:
		if s.is(k, "would", "could", "should", "may", "might", "can", "must") {
			if s.is(k+1, "have") {
				return Past
			}
			return Conditional
		}
		if s.is(k, "be") && s.is(k-1, "will", "may", "could", "should", "might", "must", "can", "would") {
			return Future
		}
	}
	return Unknown
}

// participle judges a past form by the auxiliary before it: "was elected"
// is past, "will be elected" future, "to be paid" future.
func (s *scanner) participle(k int) Tense {
	for b := k - 1; b >= 0 && b >= k-3; b-- {
		if s.is(b, "will", "shall", "ll", "wo") {
			return Future
		}
		if s.is(b, "be") {
			if s.is(b-1, "to") && !s.is(b-2, "had", "have", "has", "was", "were") || s.is(b-1, "will", "shall") || s.is(b-2, "will") {
				return Future
			}
			if s.is(b-1, "would", "could", "may", "might", "should", "can", "must") {
				return Conditional
			}
		}
		if s.is(b, "is", "are", "am") {
			return Present
		}
		if t := s.tok(b); t.kind != word || s.lex(b).closed {
			break
		}
	}
	return Past
}

// planned judges "scheduled", "expects", "due": they look ahead, also in a
// sentence told in the past ("was scheduled for Friday").
func (s *scanner) planned(k int) Tense {
	switch {
	case s.is(k, "need", "want", "plan", "plans", "hope", "intend", "promises", "set") && !s.is(k+1, "to", "for"):
		return Unknown
	case s.is(k, "plans", "hopes", "expects", "aims", "intends", "wants", "need", "plan", "want", "hope", "intend") && s.is(k+1, "to"):
		return Future
	case s.is(k, "planned", "expected", "scheduled", "set", "due", "slated", "supposed", "likely", "poised", "anticipated", "going"):
		if s.is(k-1, "had") || s.is(k-2, "had") {
			return Past
		}
		if s.is(k-1, "was", "were") || s.is(k-2, "was", "were") {
			return Conditional
		}
		if s.is(k, "planned", "scheduled", "expected") || s.is(k+1, "to", "for", "on", "in", "at", "by") {
			return Future
		}
		return Unknown
	}
	return Unknown
}

// sentenceStart reports whether token i begins a sentence.
func (s *scanner) sentenceStart(i int) bool {
	t := s.tok(i)
	if i <= 0 || t.gap == paragraph {
		return true
	}
	if t.gap == noGap && !t.capital {
		return false
	}
	k := i - 1
	for k > 0 && (s.mark(k, '"') || s.mark(k, '\'') || s.mark(k, ')')) {
		k--
	}
	p := s.tok(k)
	if p.kind != mark || p.mark != '.' && p.mark != '!' && p.mark != '?' {
		return false
	}
	if p.mark != '.' || k == 0 {
		return true
	}
	if t.kind == word && !t.capital {
		return false
	}
	return !s.abbreviated(k)
}

// abbreviated reports whether the dot at k belongs to the word before it.
func (s *scanner) abbreviated(k int) bool {
	if !s.tight(k) {
		return false
	}
	t := s.tok(k - 1)
	if t.kind != word {
		return false
	}
	l := s.lex(k - 1)
	if t.end-t.start == 1 {
		return t.capital || s.mark(k-2, '.')
	}
	if l.abbr {
		return true
	}
	if t.end-t.start > 4 || !t.capital {
		return false
	}
	switch s.text[t.start:t.end] {
	case "Mr", "Mrs", "Ms", "Dr", "Gen", "Sen", "Rep", "Gov", "Lt", "Col", "Sgt", "St", "Prof", "Rev", "Hon", "Maj", "Capt", "Adm", "Jr", "Sr", "No", "Ltd":
		return true
	}
	return false
}

// putOff reports whether a verb shortly before token i moves something to a
// later time: "postponed until Tuesday".
func (s *scanner) putOff(i int) bool {
	for k := i; k >= 0 && k > i-8; k-- {
		if s.sentenceStart(k + 1) {
			return false
		}
		if t := s.tok(k); t.ed {
			switch s.text[t.start:t.end] {
			case "postponed", "delayed", "extended", "adjourned", "deferred", "rescheduled", "moved", "remanded", "suspended":
				return true
			}
			return false
		}
	}
	return false
}

// ahead reports whether a clause of this tense speaks of what is to come.
func (t Tense) ahead() bool { return t == Future || t == Conditional }

// aside reports whether the expression does not say when its clause happens:
// it stands before a noun ("the January 6 attack") or after "since", "of".
func (s *scanner) aside(n node) bool {
	return s.is(n.i-1, "since", "of", "from", "than", "after", "before", "between", "until", "till", "to", "and", "or", "as") ||
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
		if s.is(k, "first", "only", "most", "time", "times", "least") {
			return false // "the first in 25 years"
		}
	}
	return true
}
