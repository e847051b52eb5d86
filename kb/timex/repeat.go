package timex

// repeated reads what happens again and again: "every Tuesday", "twice a
// week", "daily", "each of the past three years", "Mondays", "$3 a year".
func (s *scanner) repeated(i int) node {
	l := s.lex(i)
	switch {
	case l.every > 0:
		return s.daily(i)
	case s.is(i, "every", "each"):
		return s.everyOne(i)
	case l.weekday > 0 && l.plural:
		return s.weekdays(i)
	case s.is(i, "weekdays", "weekends", "weekday"):
		n := blankNode(formSet)
		n.unit, n.j = unitWeekend, i+1
		if !s.is(i, "weekends") {
			n.unit = unitDay
		}
		if s.is(i, "weekday") {
			return node{}
		}
		return n
	case l.weekday > 0 && s.lex(i+1).part > 0 && s.lex(i+1).plural:
		return s.weekdays(i)
	}
	if n := s.timesPer(i); n.found() {
		return n
	}
	return s.rate(i)
}

// daily reads the adverbs and adjectives of frequency.
func (s *scanner) daily(i int) node {
	n := blankNode(formSet)
	n.unit, n.count, n.j = s.lex(i).every, number{value: 1}, i+1
	t := s.tok(i)
	if s.is(i, "annual") || s.is(i, "quarterly") && !s.closedAfter(i+1) || t.capital && (i > 0 && !s.sentenceStart(i) || s.tok(i+1).capital) || s.mark(i-1, '-') && s.tight(i) {
		return node{}
	}
	return n
}

// everyOne reads "every day", "each July", "every other week", "every two
// years", "every Tuesday morning".
func (s *scanner) everyOne(i int) node {
	n := blankNode(formSet)
	n.count = number{value: 1}
	j := i + 1
	switch {
	case s.is(j, "other", "second"):
		n.count.value = 2
		j++
	case s.is(j, "single"):
		j++
	default:
		if q, k := s.number(j); k > j {
			n.count = q
			j = k
		}
	}
	l := s.lex(j)
	n.j = j + 1
	switch {
	case l.weekday > 0:
		n.weekday = int(l.weekday)
		if p := s.lex(n.j); p.part > 0 && !p.plural {
			n.part = p.part
			n.j++
		}
	case l.month > 0 && s.tok(j).capital:
		n.month = int(l.month)
		if d, k := s.dayNumber(n.j); d > 0 {
			n.day, n.j = d, k
		}
	case l.season > 0:
		n.season = l.season
	case l.part > 0:
		n.part = l.part
	case l.unit > 0 && l.unit != unitSecond:
		n.unit = l.unit
	default:
		return node{}
	}
	return n
}

// weekdays reads "Mondays", "Tuesday nights".
func (s *scanner) weekdays(i int) node {
	n := blankNode(formSet)
	n.weekday, n.j = int(s.lex(i).weekday), i+1
	if p := s.lex(n.j); p.part > 0 {
		n.part = p.part
		n.j++
	}
	return n
}

// timesPer reads "twice a week", "three times a day", "once every two years".
func (s *scanner) timesPer(i int) node {
	j := i
	switch {
	case s.is(i, "once", "twice"):
		j = i + 1
	default:
		_, k := s.number(i)
		if k == i || !s.is(k, "times") {
			return node{}
		}
		j = k + 1
	}
	if s.is(j, "every", "each") {
		return s.everyOne(j)
	}
	if !s.is(j, "a", "an", "per") {
		return node{}
	}
	l := s.lex(j + 1)
	if l.unit == noUnit || l.plural {
		return node{}
	}
	n := blankNode(formSet)
	n.unit, n.count, n.j = l.unit, number{value: 1}, j+2
	return n
}

// rate reads "a year", "per week" after an amount: "$3 million a year".
func (s *scanner) rate(i int) node {
	if !s.is(i, "a", "an", "per") {
		return node{}
	}
	l := s.lex(i + 1)
	if l.unit == noUnit || l.plural || l.unit == unitSecond || s.is(i+2, "ago", "earlier", "later", "before", "after", "from", "or", "and", "old") || s.mark(i+2, '-') {
		return node{}
	}
	if s.is(i, "per") && l.unit.clock() || !s.is(i, "per") && !s.amountBefore(i) {
		return node{}
	}
	n := blankNode(formSet)
	n.unit, n.count, n.j = l.unit, number{value: 1}, i+2
	return n
}

// amountBefore reports whether an amount stands within the few tokens before
// i, so that "a year" is a rate.
func (s *scanner) amountBefore(i int) bool {
	for k := i - 1; k >= i-5 && k >= 0; k-- {
		t := s.tok(k)
		if s.lex(k).prep && !s.is(k, "of") || s.is(k, "than") || t.kind == mark && t.mark != '%' && t.mark != '$' && t.mark != ',' && t.mark != '.' {
			return false
		}
		if t.kind == digits || s.lex(k).count > 0 || s.lex(k).scale > 0 {
			// "in 2010 a year after": a year before it is no amount.
			return !(t.kind == digits && s.width(k) == 4) || s.tok(k-1).mark == '$'
		}
	}
	return false
}
