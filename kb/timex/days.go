package timex

// dayTaken reports whether the number before token k counts something else
// than days: "May 14,000", "March 3.5", "June 20 percent", "May 5:30".
func (s *scanner) dayTaken(k int) bool {
	t := s.tok(k)
	if t.gap != noGap && t.end > 0 {
		return t.lex != 0 && s.is(k, "percent", "million", "billion", "thousand", "hundred", "a") && !s.is(k, "a")
	}
	if t.kind != mark || !s.isDigits(k+1) || !s.tight(k+1) {
		return t.kind == mark && t.mark == '%' && t.end > 0
	}
	switch t.mark {
	case ',':
		return s.width(k+1) == 3
	case '.':
		return s.width(k+1) != 4
	case ':':
		return true
	}
	return false
}

// theDay reads "the 14th" where it stands for a day of the month.
func (s *scanner) theDay(i int) node {
	if !s.is(i, "the") || !s.isDigits(i+1) {
		return node{}
	}
	d, k := s.ordinal(i + 1)
	if d == 0 || d > 31 || s.dayTaken(k) {
		return node{}
	}
	// What follows must not be the thing that is numbered.
	if t := s.tok(k); t.kind == word && t.end > 0 && !s.lex(k).closed || s.mark(k, '-') || s.isDigits(k) {
		return node{}
	}
	if !s.is(i-1, "on", "of", "by", "until", "till", "since", "before", "from", "to", "through") || s.is(i-1, "of") && s.lex(i-2).weekday == 0 {
		return node{}
	}
	n := blankNode(formCalendar)
	n.day, n.j = d, k
	return n
}

// stray reads a day of the month at the beginning of a sentence, left over
// where "January 20" was cut in two. The resolver keeps it only where the
// sentence before it ends with a bare month.
func (s *scanner) stray(i int) node {
	if !s.isDigits(i) || s.width(i) > 2 || s.tok(i).num < 1 || s.tok(i).num > 31 || !s.sentenceStart(i) {
		return node{}
	}
	next := s.tok(i + 1)
	if next.kind != word || next.gap == noGap || s.lex(i+2).count > 0 || s.isDigits(i+2) ||
		!s.is(i+1, "to", "at", "with", "when", "where", "for", "before", "after", "during", "as") {
		return node{}
	}
	n := blankNode(formStray)
	n.day, n.j = int(s.tok(i).num), i+1
	return n
}

// secondDay reads the second day after a date: "January 14-16, 2022", "Jan. 3
// and 4", "March 3 to 5". A year after it is that of both.
func (s *scanner) secondDay(n *node) (node, bool) {
	if n.form != formCalendar || n.month == 0 || n.day == 0 || n.year > 0 || n.yearRel != noRel || n.hour >= 0 || n.part != noPart {
		return node{}, false
	}
	j := s.until(n.j)
	d, k := s.dayNumber(j)
	if j == n.j || d <= n.day || s.dayTaken(k) || s.lex(k).month > 0 || s.lex(k).unit > 0 || s.lex(s.hyphen(k)).unit > 0 || s.is(k, "percent", "people") {
		return node{}, false
	}
	m := blankNode(formCalendar)
	m.i, m.month, m.day, m.j = j, n.month, d, k
	s.addYear(&m)
	n.year, n.yearRel = m.year, m.yearRel
	return m, true
}

// daysOfMonth reads two days before their month: "14-16 January 2022".
func (s *scanner) daysOfMonth(i int) (node, node, bool) {
	a, j := s.dayNumber(i)
	if a == 0 {
		return node{}, node{}, false
	}
	k := s.until(j)
	if k == j || s.tight(i) {
		return node{}, node{}, false
	}
	m := s.monthDate(k)
	if m.day <= a || m.month == 0 || s.lex(k).month > 0 {
		return node{}, node{}, false
	}
	n := blankNode(formCalendar)
	n.i, n.j, n.day, n.month, n.year, n.yearRel = i, j, a, m.month, m.year, m.yearRel
	m.i = k
	return n, m, true
}

// until skips what joins two days.
func (s *scanner) until(i int) int {
	if s.mark(i, '-') || s.is(i, "to", "and", "through", "or") {
		return i + 1
	}
	return i
}
