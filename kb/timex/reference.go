package timex

// reference reads times that no calendar holds.
func (s *scanner) reference(i int) node {
	n := blankNode(formRef)
	switch {
	case s.is(i, "the") && s.is(i+1, "near", "distant") && s.is(i+2, "future"):
		n.ref, n.j = futureRef, i+3
	case s.is(i, "the") && s.is(i+1, "future", "past"):
		return s.thePastOrFuture(i)
	case s.is(i, "right", "just") && s.is(i+1, "now"):
		n.ref, n.j = presentRef, i+2
	case s.is(i, "these") && s.is(i+1, "days"), s.is(i, "this") && s.is(i+1, "moment"):
		n.ref, n.j = presentRef, i+2
	case s.is(i, "the") && s.is(i+1, "moment", "present") && s.is(i-1, "at", "for"):
		n.ref, n.j = presentRef, i+2
	case s.is(i, "a", "some") && s.is(i+1, "later", "future") && s.is(i+2, "date", "time"):
		n.ref, n.j = futureRef, i+3
	case s.is(i, "more") && s.is(i+1, "recently"):
		n.ref, n.j = pastRef, i+2
	case s.is(i, "recent") || s.is(i, "the") && s.is(i+1, "recent"):
		return s.recent(i)
	case s.is(i, "one") && s.is(i+1, "day") && s.lex(i-1).verb != noVerb && s.tense(i, i+2).ahead():
		n.ref, n.j = futureRef, i+2
	case s.lex(i).ref != "":
		if !s.plainReference(i) {
			return node{}
		}
		n.ref, n.j = s.lex(i).ref, i+1
	default:
		return node{}
	}
	return n
}

// thePastOrFuture reads "the past" and "the future" as nouns.
func (s *scanner) thePastOrFuture(i int) node {
	n := blankNode(formRef)
	n.ref, n.j = futureRef, i+2
	if s.tok(i + 1).capital {
		return node{} // "Back to the Future"
	}
	if s.is(i+1, "past") {
		n.ref = pastRef
		if !s.closedAfter(i+2) && !s.lex(i+2).prep && s.lex(i+2).verb == noVerb {
			return node{}
		}
	}
	if t := s.tok(i + 2); t.kind == word && t.end > 0 && !s.lex(i+2).closed && s.is(i+1, "future") && s.lex(i+2).verb == noVerb && !s.lex(i+2).starts {
		// "the future king": the adjective alone.
		return node{}
	}
	return n
}

// recent reads "recent" with or without a unit.
func (s *scanner) recent(i int) node {
	n := blankNode(formRef)
	n.ref = pastRef
	j := i
	if s.is(j, "the") {
		j++
	}
	if l := s.lex(j + 1); l.unit > 0 && l.plural {
		n.form, n.rel, n.unit, n.count, n.j = formDuration, relLast, l.unit, number{vague: true}, j+2
		return n
	}
	if j > i || s.is(j+1, "memory", "history") {
		return node{}
	}
	n.j = j + 1
	return n
}

// plainReference judges words such as "future" and "soon" by what they stand
// beside.
func (s *scanner) plainReference(i int) bool {
	t := s.tok(i)
	switch s.lex(i).word {
	case "future":
		// As a noun only; as an adjective it says little.
		return (!t.capital || i == 0) && s.closedAfter(i+1) && !s.is(i-1, "foreseeable", "the")
	case "now":
		return !t.caps && !s.is(i-1, "every") && !(t.capital && s.tok(i-1).capital && !s.sentenceStart(i))
	case "soon":
		if s.is(i+1, "after", "afterward", "thereafter") || s.tense(i, i+1) == Past {
			return false
		}
		return !s.is(i-1, "as", "too", "very") || s.is(i+1, "as") && s.is(i+2, "possible")
	case "previously":
		// Within a clause it only tells the order of things.
		return s.sentenceStart(i)
	case "current":
		return !t.capital || s.sentenceStart(i)
	}
	return true
}
