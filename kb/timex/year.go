package timex

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
