package timex

// seasonOf reads "summer 2012", "the summer of 2012", "the fall", "in spring".
func (s *scanner) seasonOf(i int) node {
	j := s.opt(i, "the")
	l := s.lex(j)
	if l.season == noSeason || l.plural {
		return node{}
	}
	n := blankNode(formSeason)
	n.season, n.j = l.season, j+1
	t := s.tok(j)
	s.yearOf(&n)
	if n.j > j+1 {
		if s.isDigits(n.j-1) && s.mark(n.j, '-') && s.isDigits(n.j+1) && s.tight(n.j+1) {
			n.j += 2 // "winter 2021-22"
		}
		return n
	}
	if t.capital && s.tok(j+1).capital || t.capital && j > i || s.tight(j+1) && s.mark(j+1, '-') {
		return node{}
	}
	prep := s.is(i-1, "in", "by", "since", "until", "during", "through", "over", "throughout", "into", "before", "after", "late", "early", "mid")
	if !prep {
		return node{}
	}
	switch l.word {
	case "fall":
		// The verb and the accident: only "in the fall", "this fall".
		if j == i && !s.is(i-1, "in") || s.is(j+1, "of", "in", "into", "to", "off", "from") {
			return node{}
		}
	case "spring":
		if s.is(j+1, "of", "to", "up") {
			return node{}
		}
	}
	if k := s.tok(j + 1); k.kind == word && k.end > 0 && k.gap > noGap && !s.lex(j+1).closed && !s.lex(j+1).starts && s.lex(j+1).verb == noVerb {
		return node{}
	}
	return n
}

// decadeOf reads "the 1990s", "the '90s", "the mid-nineties".
func (s *scanner) decadeOf(i int) node {
	j := s.opt(i, "the")
	n := blankNode(formDecade)
	if s.isDigits(j) && s.width(j) == 4 && s.tok(j).num%10 == 0 {
		if k := s.decadeEnd(j + 1); k > 0 && s.tok(j).num >= 1000 && s.tok(j).num < 2200 {
			n.year, n.j = int(s.tok(j).num), k
			return n
		}
		return node{}
	}
	k := j
	if s.mark(k, '\'') {
		k++
	}
	if s.isDigits(k) && s.width(k) == 2 && s.tok(k).num%10 == 0 && (k > j || j > i) {
		e := s.decadeEnd(k + 1)
		if e == 0 || k == j && s.tok(k).num < 20 {
			return node{}
		}
		n.year, n.j = 1900+int(s.tok(k).num), e
		if s.tok(k).num < 20 {
			n.year += 100
		}
		return n
	}
	if d := s.lex(j).decade; d > 0 && (j > i || s.is(s.back(i), "early", "late", "mid")) {
		n.year, n.j = 1900+int(d), j+1
		return n
	}
	return node{}
}

// decadeEnd reads the s of "1990s" and returns the token after it, or 0.
func (s *scanner) decadeEnd(i int) int {
	if s.mark(i, '\'') && s.tight(i) {
		i++
	}
	if s.is(i, "s") && s.tight(i) {
		return i + 1
	}
	return 0
}

// centuryOf reads "the 20th century", "the nineteenth century", "the turn of
// the century".
func (s *scanner) centuryOf(i int) node {
	j := s.opt(i, "the")
	n := blankNode(formCentury)
	if s.is(j, "turn") && s.is(j+1, "of") && s.is(j+2, "the") {
		c, k := s.ordinal(j + 3)
		if s.lex(k).unit != unitCentury && s.lex(k).unit != unitMillennium {
			return node{}
		}
		n.year, n.mod, n.j = 0, modStart, k+1
		if c > 0 {
			n.year = (c - 1) * 100
		}
		return n
	}
	c, k := s.ordinal(j)
	k = s.hyphen(k)
	if c > 0 && c <= 22 && s.lex(k).unit == unitCentury && !s.lex(k).plural {
		n.year, n.j = (c-1)*100, k+1
		if s.is(n.j, "bc", "bce") {
			return node{}
		}
		if c == 1 {
			n.year = 1
		}
		return n
	}
	return node{}
}
