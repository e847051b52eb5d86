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
		if d, k := s.ordinal(j); d > 0 && d <= 31 && s.is(j-1, "the") && !s.dayTaken(k) {
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

// addYear reads a year after a month or a day.
func (s *scanner) addYear(n *node) {
	j := s.comma(n.j)
	if j == n.j {
		j = s.opt(j, "of", "in")
		if j > n.j && s.is(n.j, "in") && n.day > 0 {
			j = n.j
		}
	}
	j = s.hyphen(j)
	if y, k := s.fullYear(j); y > 0 {
		n.year, n.j = y, k
		return
	}
	if y, k := s.shortYear(j); y > 0 && j == n.j {
		n.year, n.j = y, k
		return
	}
	if s.is(j, "this", "last", "next") && s.is(j+1, "year") && !s.mark(n.j, ',') {
		n.yearRel, n.j = s.lex(j).rel, j+2
		return
	}
	if !s.is(n.j, "of") {
		return
	}
	k := s.opt(j, "the")
	k2 := s.opt(k, "that")
	k2 = s.opt(k2, "same")
	if k2 > k && s.is(k2, "year") {
		n.yearRel, n.j = relSame, k2+1
	}
}

// fullYear reads a year in four digits or in words.
func (s *scanner) fullYear(i int) (int, int) {
	if s.isDigits(i) && s.width(i) == 4 {
		y := int(s.tok(i).num)
		if y < 1000 || y > 2199 || s.numberGoesOn(i+1) {
			return 0, i
		}
		return y, i + 1
	}
	return s.yearWords(i)
}

// numberGoesOn reports whether the digits before token i are part of something
// longer: "2000.5", "2014%", "1998:30", "1,900".
func (s *scanner) numberGoesOn(i int) bool {
	t := s.tok(i)
	if t.gap != noGap || t.end == 0 {
		return false
	}
	if t.kind == word {
		return true
	}
	if t.mark == '%' {
		return true
	}
	return (t.mark == '.' || t.mark == ',' || t.mark == ':') && s.isDigits(i+1) && s.tight(i+1)
}

// shortYear reads "'98".
func (s *scanner) shortYear(i int) (int, int) {
	if !s.mark(i, '\'') || !s.isDigits(i+1) || !s.tight(i+1) || s.width(i+1) != 2 || s.tight(i+2) && s.tok(i+2).kind == word {
		return 0, i
	}
	return century2(int(s.tok(i + 1).num)), i + 2
}

// century2 gives the year meant by two digits; 1950 to 2049 in news.
func century2(y int) int {
	if y < 50 {
		return 2000 + y
	}
	return 1900 + y
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

// yearAlone reads a year that stands alone.
func (s *scanner) yearAlone(i int) node {
	j := i
	if s.is(j, "the") && s.is(j+1, "year") {
		j++
	}
	named := s.is(j, "year")
	if named {
		j++
	}
	fiscal := s.is(j, "fiscal", "calendar")
	if fiscal {
		j = s.opt(j+1, "year")
	}
	if s.is(j, "fy") {
		fiscal = true
		j++
	}
	y, k := s.fullYear(j)
	if y == 0 && j == i {
		y, k = s.shortYear(j)
		if y > 0 && !s.lex(i-1).prep {
			return node{}
		}
	}
	if y == 0 && fiscal && s.isDigits(j) && s.width(j) == 2 && s.is(j-1, "fy") {
		y, k = century2(int(s.tok(j).num)), j+1
	}
	if y == 0 || !(named || fiscal) && !s.yearFits(j, k, y) {
		return node{}
	}
	n := blankNode(formCalendar)
	n.year, n.j, n.fiscal = y, k, fiscal
	return n
}

// yearFits judges by its neighbours whether a bare number is a year.
func (s *scanner) yearFits(i, k, y int) bool {
	prev := s.tok(i - 1)
	if prev.end > 0 && prev.kind == mark {
		switch {
		case prev.mark == '$' || prev.mark == '#' || prev.mark == '@':
			return false
		case prev.mark == '+' || (prev.mark == '.' || prev.mark == ':' || prev.mark == ',' || prev.mark == '=') && s.tight(i) && s.tok(i).gap == noGap && s.isDigits(i-2):
			return false
		case prev.mark == '-' && s.tight(i) && s.isDigits(i-2) && s.width(i-2) != 4 && s.width(i-2) != 2:
			return false
		}
	}
	if prev.kind == word && s.tight(i) && prev.end > 0 {
		return false
	}
	if s.is(i-1, "no", "number", "room", "flight", "than", "least", "about", "approximately", "page", "channel", "route", "over", "model", "highway", "line") {
		return false
	}
	next := s.tok(k)
	if s.mark(k, '-') && s.tight(k) && s.isDigits(k+1) && s.tight(k+1) && s.width(k+1) != 4 && s.width(k+1) != 2 {
		return false
	}
	if s.mark(k, '%') || s.mark(k, '$') || s.lex(k).unit > 0 && s.lex(k).plural || s.lex(k).scale > 0 || s.lex(k).part > 0 {
		return false
	}
	inPrep := s.is(i-1, "in", "since", "until", "till", "by", "of", "from", "before", "after", "during", "between", "through", "circa", "late", "early", "mid", "until", "for")
	if y >= 1900 && y <= 2100 {
		// "1,950 troops" without its comma: a small plural follows.
		return inPrep || !(next.kind == word && next.gap == blank && countable(s.text[next.start:next.end]))
	}
	return inPrep && y >= 1400 && !s.is(i-1, "for", "by", "of") && !(next.kind == word && next.gap == blank && !s.lex(k).closed)
}

// countable reports whether a lower-case plural of people or measures follows
// a number, so that the number is a count rather than a year.
func countable(w string) bool {
	switch w {
	case "people", "men", "women", "children", "soldiers", "troops", "miles", "feet", "dollars", "euros", "pounds",
		"points", "shares", "votes", "jobs", "workers", "homes", "houses", "meters", "metres", "kilometers",
		"kilometres", "tons", "tonnes", "yards", "members", "employees", "students", "GMT", "UTC", "EST", "EDT", "percent", "words",
		"calories", "square", "acres", "cases", "deaths", "units", "or", "rpm", "mph":
		return w != "or"
	}
	return false
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
