package timex

// relative reads what a relation places: "last week", "this coming Sunday",
// "that same year", "the following day", "the past three months", "next May".
func (s *scanner) relative(i int) node {
	j := i
	article := s.is(j, "the")
	if article {
		j++
	}
	r, j := s.relation(j, article)
	if r == noRel {
		return s.thePeriod(i)
	}
	if n := s.counted(j, r); n.found() {
		return n
	}
	if s.mark(j-2, '"') && s.tok(j).capital && s.tok(j-1).capital {
		return node{} // "This Week", the broadcast
	}
	k := s.opt(j, "fiscal")
	k = s.opt(k, "calendar", "school", "business", "crucial", "full", "very", "single")
	return s.related(k, r, article)
}

// relation reads the relating words at j.
func (s *scanner) relation(j int, article bool) (rel, int) {
	r := s.lex(j).rel
	switch {
	case r == relThis || r == relSame:
		if s.is(j+1, "past", "last") {
			return relLast, j + 2
		}
		if s.is(j+1, "coming", "next") {
			return relNext, j + 2
		}
		if s.is(j+1, "same") {
			return relSame, j + 2
		}
		return r, j + 1
	case r == relNext && article:
		// "the next day" follows what was told; "next day" and "the next three
		// years" are seen from today.
		if s.is(j, "next") && (s.lex(j+1).unit == unitDay && !s.lex(j+1).plural || s.lex(j+1).part > 0) {
			return relAfter, j + 1
		}
		return r, j + 1
	case r == relEvery:
		return noRel, j
	case r != noRel:
		return r, j + 1
	case s.is(j, "same"):
		return relSame, j + 1
	case s.is(j, "current"):
		return relThis, j + 1
	}
	return noRel, j
}

// counted reads "three months" after "the past", "the next".
func (s *scanner) counted(j int, r rel) node {
	if r == relThis || r == relSame {
		return node{}
	}
	q, k := s.number(j)
	if s.is(j, "half") && s.is(s.hyphen(j+1), "dozen") {
		q, k = number{value: 6}, s.hyphen(j+1)+1
	}
	if k == j {
		return node{}
	}
	if s.is(k, "to", "or") {
		if _, e := s.number(k + 1); e > k+1 && s.lex(e).unit > 0 {
			k = e
		}
	}
	k = s.opt(k, "consecutive", "straight", "full", "calendar", "business", "trading", "fiscal")
	l := s.lex(s.hyphen(k))
	if l.unit == noUnit && (l.season == noSeason || !l.plural) {
		return node{}
	}
	n := blankNode(formDuration)
	n.rel, n.count, n.unit, n.j = r, q, l.unit, s.hyphen(k)+1
	if l.season > 0 {
		n.unit = unitYear
	}
	if s.is(n.j, "or") && s.is(n.j+1, "so") {
		n.mod, n.j = modApprox, n.j+2
	}
	return n
}

// related reads the period that a relation places at token k.
func (s *scanner) related(k int, r rel, article bool) node {
	l := s.lex(k)
	n := blankNode(formPeriod)
	n.rel, n.j = r, k+1
	switch {
	case r == relAfter && !article && (l.weekday > 0 || l.month > 0):
		return node{} // "following Tuesday's vote": after it
	case l.month > 0:
		return s.relatedMonth(k, r)
	case l.weekday > 0 && !l.abbr && !l.plural:
		n.form, n.weekday = formCalendar, int(l.weekday)
		if m := s.date(k); m.found() && m.month > 0 {
			m.rel = r
			return m
		}
	case l.season > 0 && s.is(k, "fall") && s.is(k+1, "into", "under", "in", "on", "within", "short", "outside") && r == relSame:
		return node{} // the verb
	case l.season > 0 && !l.plural:
		n.form, n.season = formSeason, l.season
	case l.part > 0 && !l.plural && r != relNext && r != relBefore && r != relLatest:
		n.form, n.part = formShift, l.part
		if r == relLast {
			n.shift = -1
			if l.part != partNighttime && l.part != partEvening {
				return node{}
			}
		}
		if r == relSame || r == relAfter {
			n.form, n.unit = formPeriod, unitDay
		}
	case l.unit > 0:
		return s.relatedUnit(n, k, article)
	case s.is(k, "period") && (r == relLatest):
		n.form, n.sub = formQuarter, -1
	case s.is(k, "time") && r == relThis, s.is(k, "moment") && (r == relThis):
		n.form, n.ref = formRef, presentRef
		if s.is(k, "time") {
			return node{}
		}
	default:
		return s.relatedHoliday(k, r)
	}
	if l.part > 0 && s.tok(k).capital && !s.tok(k).caps && !s.sentenceStart(k-1) {
		return node{} // "CBS This Morning"
	}
	return n
}

func (s *scanner) relatedUnit(n node, k int, article bool) node {
	l := s.lex(k)
	if s.is(k, "second", "min", "sec", "minute") {
		return node{}
	}
	if l.plural {
		return s.relatedPlural(n, k)
	}
	n.unit = l.unit
	if l.unit == unitHour && n.rel != relLast && n.rel != relNext {
		return node{}
	}
	if l.unit == unitDay && (n.rel == relLast || n.rel == relNext || n.rel == relThis) && !article && n.rel != relThis && !s.is(k-1, "next") {
		return node{}
	}
	// "the past year", "the last decade", "the next month" are stretches of
	// time up to or from today.
	if article && (s.is(k-1, "past", "last", "next", "coming")) && l.unit != unitDay && l.unit != unitWeekend {
		n.form, n.count = formDuration, number{value: 1}
	}
	if s.is(k-1, "past") && !article && n.rel == relLast && !s.is(k-2, "this") {
		return node{}
	}
	if l.unit == unitQuarter {
		n.form, n.sub = formQuarter, -1
		return n
	}
	if s.is(n.j, "or") && s.is(n.j+1, "so", "two") {
		n.mod, n.j = modApprox, n.j+2
	}
	return n
}

// relatedPlural reads "recent years" and the like with a relation: "past
// years", "coming weeks", "these days".
func (s *scanner) relatedPlural(n node, k int) node {
	if n.rel != relLast && n.rel != relNext || s.is(k-1, "next", "last") {
		return node{}
	}
	n.form, n.unit, n.count = formDuration, s.lex(k).unit, number{vague: true}
	return n
}

func (s *scanner) relatedMonth(k int, r rel) node {
	m, j := s.monthName(k)
	if m == 0 {
		return node{}
	}
	if d := s.monthDate(k); d.day > 0 || d.year > 0 {
		d.rel = r
		return d
	}
	n := blankNode(formCalendar)
	n.month, n.rel, n.j = m, r, j
	return n
}

func (s *scanner) relatedHoliday(k int, r rel) node {
	h := s.holidayAt(k)
	if !h.found() {
		return node{}
	}
	h.rel = r
	return h
}

// thePeriod reads "the week", "the quarter", "the weekend", "the month" where
// the text leaves no doubt that one certain period is meant, and "the week of
// March 6", "the day before".
func (s *scanner) thePeriod(i int) node {
	j := i
	if !s.is(i, "the") {
		return node{}
	}
	j++
	l := s.lex(j)
	n := blankNode(formPeriod)
	n.rel, n.unit, n.j = relSame, l.unit, j+1
	switch {
	case (l.unit == unitWeek || l.unit == unitWeekend) && s.is(j+1, "of", "ending", "ended", "beginning"):
		if d := s.date(j + 2); d.found() && d.day > 0 {
			d.unit = l.unit
			return d
		}
	case l.unit == unitWeekend && !l.plural:
		n.rel = relThis
		return n
	case l.unit == unitDay && s.is(j+1, "before", "after"):
		return s.theDayBefore(j)
	case l.unit == unitDay && s.is(j+1, "earlier") || l.unit == unitYear && s.is(j+1, "before", "after", "earlier"):
		// "the year before" with nothing that it precedes.
		if !s.clauseEnd(j + 2) {
			return node{}
		}
		n.form, n.count, n.dir, n.j = formOffset, number{value: 1}, earlier, j+2
		if s.is(j+1, "after") {
			n.dir = later
		}
		return n
	case (l.unit == unitMonth || l.unit == unitWeek) && s.is(j+1, "before", "after", "earlier") && s.clauseEnd(j+2):
		n.form, n.count, n.dir, n.j = formOffset, number{value: 1}, earlier, j+2
		if s.is(j+1, "after") {
			n.dir = later
		}
		return n
	}
	return s.wholePeriod(i)
}

// wholePeriod reads "the year ended June 30", "the full year", "for the week":
// the period that a report is about.
func (s *scanner) wholePeriod(i int) node {
	j := s.opt(i+1, "full", "fiscal", "calendar")
	j = s.opt(j, "fiscal")
	l := s.lex(j)
	if l.unit != unitYear && (l.unit != unitWeek && l.unit != unitMonth || j > i+1) || l.plural || s.tok(j).capital {
		return node{}
	}
	n := blankNode(formPeriod)
	n.rel, n.unit, n.j = relThis, l.unit, j+1
	switch {
	case l.unit == unitYear && s.is(j+1, "ended", "ending"):
		n.form, n.count, n.rel = formDuration, number{value: 1}, noRel
	case s.is(i+1, "full"), s.is(i-1, "for") && s.closedAfter(j+1) && !s.mark(j+1, '-') && !s.is(j+1, "of", "to", "before", "after"):
	case s.is(i+1, "fiscal") && s.closedAfter(j+1):
		n.form, n.count, n.rel = formDuration, number{value: 1}, noRel
	default:
		return node{}
	}
	return n
}
