package timex

// date reads a date with a named month, weekday or year at token i, in any
// usual order: "January 14", "Tuesday, Jan. 18, 2022", "14 January", "the
// 14th of January", "Jan. 2022", "Tuesday", "2014", "the 14th".
func (s *scanner) date(i int) node {
	n := blankNode(formCalendar)
	j := i
	if l := s.lex(i); l.weekday > 0 && !l.plural {
		n.weekday = int(l.weekday)
		j = i + 1
		if l.abbr {
			k := s.comma(s.dot(j))
			dated := s.lex(k).month > 0 || s.isDigits(k) && k > j
			if !s.tok(i).capital || !dated && !(s.mark(j, '.') && s.lex(i-1).prep) {
				return node{}
			}
			j = s.dot(j)
		}
		n.j = j
		j = s.comma(j)
		if s.mark(j, '(') {
			j++
		}
		j = s.opt(j, "the")
	}
	if m := s.monthDate(j); m.found() {
		m.weekday = n.weekday
		if s.mark(j-1, '(') && s.mark(m.j, ')') {
			m.j++
		}
		return m
	}
	if n.weekday > 0 {
		if d, k := s.ordinal(j); d > 0 && d <= 31 && s.isDigits(j) && s.is(j-1, "the") && !s.dayTaken(k) {
			n.day, n.j = d, k
		}
		return n
	}
	if m := s.theDay(i); m.found() {
		return m
	}
	return s.yearAlone(i)
}

// monthDate reads a date with a month, without a weekday.
func (s *scanner) monthDate(i int) node {
	j := s.opt(i, "the")
	if d, k := s.dayNumber(j); d > 0 {
		k = s.opt(k, "of", "day")
		k = s.opt(k, "of")
		if m, e := s.monthName(s.hyphen(k)); m > 0 && (e-k > 0) {
			n := blankNode(formCalendar)
			n.day, n.month, n.j = d, m, e
			s.addYear(&n)
			return n
		}
	}
	m, j := s.monthName(i)
	if m == 0 {
		return node{}
	}
	n := blankNode(formCalendar)
	n.month, n.j = m, j
	d, k := s.dayNumber(s.opt(s.hyphen(s.comma(j)), "the"))
	if d > 0 && !s.dayTaken(k) {
		n.day, n.j = d, k
	}
	s.addYear(&n)
	return n
}

// monthName reads a month at i.
func (s *scanner) monthName(i int) (int, int) {
	l := s.lex(i)
	if l.month == 0 {
		return 0, i
	}
	t := s.tok(i)
	if !t.capital && !s.lower && (l.abbr || l.month == 3 || l.month == 5 || l.month == 8) {
		return 0, i
	}
	j := i + 1
	if l.abbr {
		j = s.dot(j)
	}
	return int(l.month), j
}

// dayNumber reads a day of the month: "14", "14th", "fourteenth", "l4".
func (s *scanner) dayNumber(i int) (int, int) {
	if d, j := s.ordinal(i); d > 0 && d <= 31 && !s.is(i, "second") {
		return d, j
	}
	if s.isDigits(i) && s.width(i) <= 2 {
		d, j := int(s.tok(i).num), i+1
		if s.width(i) == 1 && s.tight(j) && s.is(j, "l", "o") && !s.tight(j+1) {
			// Text recognition takes 1 for l and 0 for O.
			d, j = d*10, j+1
			if s.is(j-1, "l") {
				d++
			}
		}
		if d >= 1 && d <= 31 {
			return d, j
		}
	}
	if s.is(i, "l") && s.isDigits(i+1) && s.tight(i+1) && s.width(i+1) == 1 {
		return 10 + int(s.tok(i+1).num), i + 2
	}
	return 0, i
}
