package timex

// duration reads a stretch of time by its length: "three years", "a
// five-year", "nearly a decade" (without "nearly"), "weeks", "half an hour".
func (s *scanner) duration(i int) node {
	j := s.opt(i, "the")
	article := j > i
	j = s.opt(j, "first", "full", "latest", "entire", "additional", "extra", "another", "final")
	first := article && j > i+1
	q, k := s.number(j)
	if s.is(i-1, "how", "wait") {
		return node{}
	}
	if c := s.quarterCentury(j); c > 0 {
		n := blankNode(formDuration)
		n.count, n.unit, n.j = number{value: 25}, unitYear, c
		return n
	}
	if k == j && s.is(j, "a", "an", "another") && !article {
		q, k = number{value: 1}, j+1
		k = s.opt(k, "full", "whole", "single", "calendar")
		if u := s.lex(k); u.unit == noUnit || u.plural || u.unit == unitSecond || u.unit == unitMinute && !s.is(k, "minute") || u.unit == unitWeekend {
			return node{}
		}
	} else if k == j {
		return s.barePlural(i)
	}
	if article && !first && q.value == 1 && !q.vague {
		return node{}
	}
	return s.durationOf(j, q, k, article)
}

// durationOf reads the unit at k that q counts.
func (s *scanner) durationOf(j int, q number, k int, article bool) node {
	n := blankNode(formDuration)
	n.count = q
	// "two to three weeks", "12 or 18 months", "10-15 years": the lower bound
	// counts.
	if s.is(k, "to", "or") || s.mark(k, '-') && s.isDigits(k+1) {
		if _, e := s.number(k + 1); e > k+1 && s.lex(s.hyphen(e)).unit > 0 {
			k = e
			n.mod = modApprox
		}
	}
	k = s.opt(k, "more", "consecutive", "straight", "full", "calendar", "business", "trading", "working", "additional", "extra", "long", "whole", "solid", "other")
	k = s.opt(k, "trading", "consecutive")
	h := s.hyphen(k)
	l := s.lex(h)
	if l.unit == noUnit || l.season != noSeason || s.is(h, "sec", "min", "mins", "secs") && !s.isDigits(h-1) && !s.isDigits(h-2) {
		return node{}
	}
	if t := s.tok(h); t.capital && !t.caps {
		return node{} // "15 Minutes of Fame"
	}
	if l.ord > 0 && !l.plural && h == k {
		return node{}
	}
	hyphened := h > k
	if l.unit == unitQuarter && (hyphened && l.plural || s.is(h+1, "of")) {
		return node{} // a fraction
	}
	// A plural is wanted after a count above one, except before a noun ("a
	// three hour meeting").
	if !l.plural && !hyphened && q.value != 1 && q.value != 0.5 && (q.vague || s.closedAfter(h+1)) {
		if !(s.is(h, "yr", "hr", "min", "sec")) && q.value != 1 {
			return node{}
		}
	}
	if !l.plural && !hyphened && s.isDigits(j) && q.value > 1 && s.tok(j-1).capital && s.tok(j).gap == blank && !s.sentenceStart(j-1) {
		return node{} // "Daytona 500 week"
	}
	n.unit, n.j = l.unit, h+1
	// "five-month-old", "decades-long": the whole adjective.
	if x := s.hyphen(n.j); x > n.j && s.is(x, "old", "long", "ago", "earlier", "end", "round", "over") {
		if n.unit == unitYear && s.is(x, "old") || !s.is(x, "old", "long") {
			return node{} // somebody's age, or no length at all: "year-round"
		}
		n.j = x + 1
		n.inner = true
	}
	if n.unit == unitYear && (s.is(n.j, "old") || s.is(n.j, "of") && s.is(n.j+1, "age")) {
		return node{}
	}
	n.inner = n.inner || hyphened && article && !s.closedAfter(n.j)
	if s.is(n.j, "and") && s.is(n.j+1, "a") && s.is(n.j+2, "half") {
		n.count.value += 0.5
		n.j += 3
	}
	s.smallerUnit(&n)
	if s.is(n.j, "or") && s.is(n.j+1, "so", "more", "less", "longer") {
		n.mod = modApprox
		switch {
		case s.is(n.j+1, "more", "longer"):
			n.mod = modAtLeast
		case s.is(n.j+1, "less"):
			n.mod = modAtMost
		}
		n.j += 2
	} else if s.is(n.j, "or") && s.is(n.j+1, "two") && q.value == 1 {
		n.mod, n.j = modApprox, n.j+2
	}
	return n
}

// smallerUnit reads "20 minutes" after "three hours".
func (s *scanner) smallerUnit(n *node) {
	j := s.comma(n.j)
	j = s.opt(j, "and")
	q, k := s.number(j)
	l := s.lex(s.hyphen(k))
	if j == n.j && !s.isDigits(j) || k == j || q.vague || l.unit == noUnit || n.count.vague || n.unit == unitDay && !l.unit.clock() {
		return
	}
	var per float64
	switch {
	case n.unit == unitHour && l.unit == unitMinute, n.unit == unitMinute && l.unit == unitSecond:
		per = 60
	case n.unit == unitYear && l.unit == unitMonth:
		per = 12
	case n.unit == unitDay && l.unit == unitHour:
		per = 24
	default:
		return
	}
	n.count.value += q.value / per
	n.j = s.hyphen(k) + 1
}

// closedAfter reports whether what follows at k cannot be a noun that a
// singular unit qualifies.
func (s *scanner) closedAfter(k int) bool {
	t := s.tok(k)
	return t.end == 0 || t.kind != word || s.lex(k).closed
}

// barePlural reads units without a count: "for weeks", "centuries",
// "decades-long".
func (s *scanner) barePlural(i int) node {
	l := s.lex(i)
	n := blankNode(formDuration)
	n.count.vague = true
	n.unit, n.j = l.unit, i+1
	if l.unit == noUnit || s.tok(i).capital && i > 0 {
		return node{}
	}
	x := s.hyphen(n.j)
	if x > n.j && s.is(x, "old", "long") && !s.tight(i) && (l.plural || s.is(x, "long")) {
		n.j = x + 1
		if !l.plural {
			n.count = number{value: 1}
		}
		return n
	}
	if s.is(i+1, "old", "apart", "of") && !(s.is(i+1, "of") && !s.is(i+2, "age")) || !s.quantityPlace(i) {
		return node{}
	}
	if s.is(i+1, "apart") || s.is(i-1, "these", "those", "first", "three") {
		return node{}
	}
	if !l.plural || x > n.j || l.unit == unitSecond || l.unit == unitQuarter || s.tight(i) || s.is(i, "mins") {
		return node{}
	}
	return n
}

// quantityPlace reports whether a bare plural at i tells a length of time: it
// stands after a preposition, a verb or nothing ("for weeks", "lasted hours",
// "days after"), not after a noun or an adjective ("early hours").
func (s *scanner) quantityPlace(i int) bool {
	if i == 0 || s.sentenceStart(i) {
		return true
	}
	if s.is(i+1, "of", "before", "after") && !s.is(i-1, "all", "other", "any", "no", "early", "late", "small") {
		return true
	}
	t, l := s.tok(i-1), s.lex(i-1)
	if t.kind == mark {
		return t.mark != '$' && t.mark != '\'' && t.mark != '-'
	}
	return t.kind == word && (l.closed || l.verb != noVerb || t.ed) && !s.is(i-1, "all", "other", "any", "no") && !(s.is(i-1, "the", "its", "their", "his", "her", "our", "my", "your") && !s.is(i+1, "before", "after", "since", "leading", "that", "ahead", "following"))
}

// offset reads a distance from a point in time: "two weeks ago", "a year
// earlier", "three days later", "five years from now", "year-ago".
func (s *scanner) offset(i int) node {
	n := s.duration(i)
	if !n.found() {
		return node{}
	}
	if n.count.value == 0 && !n.count.vague {
		return node{}
	}
	j := n.j
	switch {
	case s.is(j, "ago"):
		n.dir, n.j = ago, j+1
	case s.is(j, "from") && (s.is(j+1, "now", "today")), s.is(j, "hence"):
		n.dir, n.j = hence, j+1
		if s.is(j, "from") {
			n.j++
		}
	case s.is(j, "earlier"), s.is(j, "before", "previously") && s.clauseEnd(j+1):
		n.dir, n.j = earlier, j+1
	case s.is(j, "later"), s.is(j, "after") && s.clauseEnd(j+1) && !s.is(j+1, "that", "in", "on"):
		n.dir, n.j = later, j+1
	default:
		return node{}
	}
	n.form = formOffset
	if k := s.opt(n.j, "on"); n.unit == unitWeek && n.dir == ago && s.lex(k).weekday > 0 && !s.lex(k).abbr && !s.lex(k).plural {
		n.weekday, n.j = int(s.lex(k).weekday), k+1 // "a week ago Tuesday"
	}
	return n
}

// quarterCentury reads "a quarter century", "a quarter of a century" and
// returns the token after it, or 0.
func (s *scanner) quarterCentury(j int) int {
	if !s.is(j, "a") || !s.is(s.hyphen(j+1), "quarter") {
		return 0
	}
	k := s.hyphen(s.hyphen(j+1) + 1)
	if s.is(k, "of") && s.is(k+1, "a") {
		k += 2
	}
	if s.is(k, "century") {
		return k + 1
	}
	return 0
}
