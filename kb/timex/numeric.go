package timex

// numericDate reads dates in figures alone: "2022-01-14", "14/01/2022",
// "1/14/22", "14.01.2022", with a time of day after an ISO date.
func (s *scanner) numericDate(i int) node {
	a, sep, ok := s.tripleAt(i)
	if !ok {
		return node{}
	}
	n := blankNode(formCalendar)
	n.j = i + 5
	switch {
	case s.width(i) == 4:
		n.year, n.month, n.day = a[0], a[1], a[2]
		s.isoTime(&n)
	case s.width(i+4) == 4 || sep == '/' && s.width(i+4) == 2:
		n.year = a[2]
		if s.width(i+4) == 2 {
			n.year = century2(a[2])
		}
		n.month, n.day = a[0], a[1]
		// American order by slash, European by dot; either where only it is a date.
		if sep == '.' || n.month > 12 {
			n.month, n.day = a[1], a[0]
		}
		if n.month <= 12 && n.day <= 12 && n.month != n.day && sep == '/' {
			// Either order would do: nothing more than the year is certain.
			n.month, n.day = 0, 0
			return n
		}
	default:
		return node{}
	}
	if n.month < 1 || n.month > 12 || n.day < 1 || n.day > daysIn(n.year, n.month) || n.year < 1000 || n.year > 2199 {
		return node{}
	}
	return n
}

// tripleAt reads three numbers with the same separator between them.
func (s *scanner) tripleAt(i int) ([3]int, byte, bool) {
	var a [3]int
	sep := s.tok(i + 1).mark
	if sep != '-' && sep != '/' && sep != '.' {
		return a, 0, false
	}
	for k := range 3 {
		t := s.tok(i + 2*k)
		if t.kind != digits || t.end == 0 || t.num < 0 || t.end-t.start > 4 || k > 0 && !s.tight(i+2*k) {
			return a, 0, false
		}
		a[k] = int(t.num)
		if k < 2 && (!s.mark(i+2*k+1, sep) || !s.tight(i+2*k+1)) {
			return a, 0, false
		}
	}
	// A longer chain is a phone number, a version or a score.
	if s.tight(i+5) && (s.tok(i+5).kind == digits || s.tok(i+5).mark == sep && s.isDigits(i+6) && s.tight(i+6)) ||
		s.tight(i) && s.tok(i-1).kind == mark && s.tok(i-1).mark == sep {
		return a, 0, false
	}
	return a, sep, true
}

// isoTime reads the time of day of an ISO 8601 date: "T18:30:00Z".
func (s *scanner) isoTime(n *node) {
	j := n.j
	if !s.is(j, "t") || !s.tight(j) || !s.isDigits(j+1) || s.width(j+1) != 2 || !s.mark(j+2, ':') || !s.isDigits(j+3) || s.width(j+3) != 2 {
		return
	}
	h, m := int(s.tok(j+1).num), int(s.tok(j+3).num)
	if h > 24 || m > 59 {
		return
	}
	n.hour, n.min, n.j = h, m, j+4
	if s.mark(n.j, ':') && s.isDigits(n.j+1) && s.width(n.j+1) == 2 && s.tok(n.j+1).num < 60 {
		n.sec, n.j = int(s.tok(n.j+1).num), n.j+2
	}
	if s.is(n.j, "z") && s.tight(n.j) {
		n.zone, n.j = "UTC", n.j+1
	}
}
