package timex

// quarterOf reads quarters and halves of a year: "the third quarter", "Q3
// 2022", "the year-ago quarter", "first half of 2021", "the 1988 period".
func (s *scanner) quarterOf(i int) node {
	n := blankNode(formQuarter)
	if s.is(i, "q", "h") && s.isDigits(i+1) && s.tight(i+1) && s.tok(i).capital && s.width(i+1) == 1 {
		return s.shortQuarter(i)
	}
	j := s.opt(i, "the", "its", "their")
	if !s.is(i, "the") && j > i && s.lex(j).ord == 0 && !s.is(j, "fiscal") {
		return node{}
	}
	article := j > i
	// What stands before: a year, "year-ago", "last year's", "fiscal".
	if k := s.opt(j, "comparable", "corresponding", "same"); k > j {
		j = k
	}
	switch {
	case s.is(j, "year") && s.is(s.hyphen(j+1), "ago", "earlier"):
		n.yearRel = relBefore
		j = s.hyphen(j+1) + 1
	case s.is(j, "this", "last", "next") && s.is(j+1, "year") && s.mark(j+2, '\''):
		n.yearRel = s.lex(j).rel
		j = s.possessive(j + 2)
	default:
		if y, k := s.fullYear(j); y > 0 {
			n.year, j = y, k
		}
	}
	k := s.opt(j, "fiscal")
	n.fiscal = k > j
	j = s.hyphen(k)
	if s.is(j, "latest", "current") {
		n.rel = s.lex(j).rel
		if s.is(j, "current") {
			n.rel = relThis
		}
		j++
	}
	sub, j2 := s.ordinal(j)
	if s.is(j, "final", "closing") && s.is(j+1, "quarter") {
		sub, j2 = 4, j+1
	}
	j2 = s.hyphen(j2)
	switch {
	case sub > 0 && sub < 3 && s.is(j2, "half"):
		n.sub = 4 + sub
	case sub > 0 && sub <= 4 && s.lex(j2).unit == unitQuarter && !s.lex(j2).plural:
		n.sub = sub
	case sub == 1 && s.is(j2, "two") && s.is(j2+1, "quarters"):
		n.sub = 5
		j2++
	case j2 == j && s.is(j, "quarter") && (article || n.yearRel != noRel) && (n.year > 0 || n.yearRel != noRel || n.rel != noRel):
		n.sub = -1
	case j2 == j && s.is(j, "period") && (n.year > 0 || n.yearRel != noRel || n.rel == relLatest):
		n.sub = -1
	case n.yearRel == relBefore && j2 == j:
		n.sub, n.j, n.inner = -1, j, article
		return n
	case j2 == j && (s.is(j, "quarter") || s.is(j, "period") && s.is(j-1, "same", "corresponding", "comparable")):
		return s.thisQuarter(n, i, j)
	default:
		return node{}
	}
	if n.sub >= 5 && !article && !s.is(j2+1, "of") && n.year == 0 {
		return node{}
	}
	n.j = j2 + 1
	n.inner = s.mark(j2-1, '-') && article && !s.closedAfter(n.j)
	s.yearOf(&n)
	s.yearBehind(&n)
	if n.year == 0 && n.yearRel == noRel && (n.sub >= 5 || n.sub > 0 && !n.fiscal && !s.business()) {
		return node{} // of a match
	}
	return n
}

// business reports whether the paragraph speaks of money: quarters and halves
// are of matches otherwise.
func (s *scanner) business() bool {
	if s.money == 0 {
		s.money = 1
		for i := range s.toks {
			if t := &s.toks[i]; lexicon.list[t.lex].money || t.kind == mark && (t.mark == '$' || t.mark == '%') {
				s.money = 2
				break
			}
		}
	}
	return s.money == 2
}

func (s *scanner) shortQuarter(i int) node {
	n := blankNode(formQuarter)
	q := int(s.tok(i + 1).num)
	n.j = i + 2
	if s.is(i, "h") {
		if q != 1 && q != 2 {
			return node{}
		}
		n.sub = 4 + q
	} else if n.sub = q; q < 1 || q > 4 {
		return node{}
	}
	s.yearOf(&n)
	if n.sub > 4 && n.year == 0 {
		return node{}
	}
	return n
}

// yearOf reads the year that a part of a year belongs to: "of 2012", "2012",
// "of last year", "of the year".
func (s *scanner) yearOf(n *node) {
	j := s.opt(n.j, "of", "in")
	j = s.opt(s.comma(j), "fiscal")
	if s.is(j, "year") {
		j++
	}
	if y, k := s.fullYear(j); y > 0 {
		n.year, n.j = y, k
		return
	}
	if y, k := s.shortYear(j); y > 0 {
		n.year, n.j = y, k
		return
	}
	k := s.opt(j, "the")
	r := s.lex(k).rel
	if s.is(k, "current", "same") {
		r = relThis
		if s.is(k, "same") {
			r = relSame
		}
	}
	if r == relSame && s.is(k+1, "same") {
		k++
	}
	if r != noRel && r != relEvery && s.is(k+1, "year") && (s.is(n.j, "of", "in") || k == n.j && r != relSame) {
		n.yearRel, n.j = r, k+2
		return
	}
	if s.is(n.j, "of") && k > j && s.is(k, "year") {
		n.yearRel, n.j = relThis, k+1
	}
}

// yearBehind reads "a year ago", "a year earlier" after a quarter.
func (s *scanner) yearBehind(n *node) {
	if n.year == 0 && n.yearRel == noRel && s.is(n.j, "a") && s.is(n.j+1, "year") && s.is(n.j+2, "ago", "earlier", "before") {
		n.yearRel, n.j = relBefore, n.j+3
	}
}

// thisQuarter reads "the quarter", "the quarter ended Sept. 30", "the same
// period last year".
func (s *scanner) thisQuarter(n node, i, j int) node {
	n.sub, n.j = -1, j+1
	s.yearOf(&n)
	s.yearBehind(&n)
	if (n.year > 0 || n.yearRel != noRel) && (s.is(i, "the") || s.is(j-1, "same", "corresponding", "comparable")) {
		return n
	}
	if s.is(j, "period") || !s.is(i, "the") || !s.is(i-1, "in", "for", "during", "of", "from", "than") {
		return node{}
	}
	if s.is(n.j, "ended", "ending") {
		if d := s.date(n.j + 1); d.month > 0 {
			n.month, n.year = d.month, d.year
		}
	} else if !s.closedAfter(n.j) || s.mark(n.j, '-') {
		return node{}
	}
	return n
}
