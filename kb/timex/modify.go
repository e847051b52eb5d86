package timex

// modified reads an expression with a modifier before it: "nearly a decade",
// "early 2021", "late last week", "the end of the month", "earlier this year",
// "mid-January", "at least 20 more years", "about 10 a.m.".
func (s *scanner) modified(i int) node {
	if mod, j := s.quantifier(i); j > i {
		n := s.core(j)
		if !n.found() || n.form != formDuration && n.form != formOffset && mod != modApprox && !(mod == modLess && n.form == formOffset) {
			return node{}
		}
		switch {
		case n.form == formRef, n.form == formHoliday, n.form == formShift && n.hour < 0, n.form == formPeriod:
			return node{}
		case n.form == formCalendar && n.hour < 0 && (n.day == 0 || !s.is(i, "around")):
			return node{} // "about January 6" is what is talked of
		}
		n.mod = mod
		if n.form == formOffset {
			n.mod = pointMod(mod)
		}
		return n
	}
	if s.is(i, "post", "pre") && s.hyphen(i+1) > i+1 {
		n := s.core(i + 2)
		if n.form != formCalendar && n.form != formHoliday && n.form != formDecade {
			return node{}
		}
		n.mod = modAfter
		if s.is(i, "pre") {
			n.mod = modBefore
		}
		return n
	}
	if n := s.placed(i); n.found() {
		return n
	}
	return s.edge(i)
}

// quantifier reads "nearly", "more than", "at least" and the like.
func (s *scanner) quantifier(i int) (string, int) {
	j := s.opt(i, "well")
	switch {
	case s.is(j, "about", "around", "approximately", "roughly"):
		return modApprox, j + 1
	case s.is(j, "some") && (s.isDigits(j+1) || s.lex(j+1).count > 0):
		return modApprox, j + 1
	case s.is(j, "nearly", "almost"):
		return modLess, j + 1
	case s.is(j, "more") && s.is(j+1, "than"):
		return modMore, j + 2
	case s.is(j, "over") && (s.isDigits(j+1) || s.lex(j+1).count > 0 || s.is(j+1, "a", "an", "half")):
		return modMore, j + 1
	case s.is(j, "less", "fewer") && s.is(j+1, "than"), s.is(j, "under"):
		if s.is(j, "under") {
			return modLess, j + 1
		}
		return modLess, j + 2
	case s.is(j, "at") && s.is(j+1, "least"):
		return modAtLeast, j + 2
	case s.is(j, "at") && s.is(j+1, "most"), s.is(j, "up") && s.is(j+1, "to"):
		return modAtMost, j + 2
	case s.is(j, "no", "not") && s.is(j+1, "more", "longer") && s.is(j+2, "than"):
		return modAtMost, j + 3
	case s.is(j, "no") && s.is(j+1, "less", "fewer") && s.is(j+2, "than"):
		return modAtLeast, j + 3
	case s.is(j, "as") && s.is(j+1, "long", "much", "many", "little") && s.is(j+2, "as"):
		return modAtMost, j + 3
	}
	return "", i
}

// placed reads "early", "late", "mid" and "earlier", "later" before a period.
func (s *scanner) placed(i int) node {
	j := s.opt(i, "the")
	var mod string
	switch {
	case s.is(j, "early"), s.is(j, "earlier"):
		mod = modStart
	case s.is(j, "late"), s.is(j, "later"):
		mod = modEnd
	case s.is(j, "mid", "middle"):
		mod = modMid
	default:
		return node{}
	}
	comparative := s.is(j, "earlier", "later")
	k := s.hyphen(j + 1)
	if comparative {
		k = s.opt(k, "in", "on")
	} else {
		k = s.opt(k, "in", "on", "to")
		if s.is(k-1, "to") {
			if !s.is(j, "mid") && !s.is(k, "mid", "late") {
				return node{}
			}
			k = s.hyphen(k + 1)
		}
	}
	if s.is(k, "hours") && s.is(k+1, "of", "on") {
		if d := s.day(k + 2); d.found() && d.part == noPart && mod == modStart {
			d.part, d.mod = partMorning, mod // "the early hours of Sunday"
			if s.lex(d.j).part == partMorning {
				d.j++
			}
			return d
		}
	}
	n := s.core(k)
	if !n.found() {
		n = s.theUnit(k)
	}
	if n.found() && n.part == noPart && !comparative && n.form == formShift && n.hour < 0 {
		n = s.withPart(n)
	}
	if !n.found() {
		n = s.partOnly(k, mod)
	}
	switch n.form {
	case formCalendar, formPeriod, formSeason, formQuarter, formDecade, formCentury, formShift, formHoliday:
	default:
		return node{}
	}
	if n.mod == "" {
		n.mod = mod
	}
	return n
}

// partOnly reads "mid-afternoon", "early morning" of the document's day.
func (s *scanner) partOnly(k int, mod string) node {
	l := s.lex(k)
	if l.part == noPart || l.plural || s.is(k, "overnight", "tonight") {
		return node{}
	}
	n := blankNode(formPeriod)
	n.unit, n.part, n.mod, n.j = unitDay, l.part, mod, k+1
	return s.onDay(n)
}

// theUnit reads "the year", "that day", "the month" where a word before it
// says which part of it is meant.
func (s *scanner) theUnit(k int) node {
	if !s.is(k, "the") {
		return node{}
	}
	k++
	k = s.opt(k, "current", "fiscal", "calendar")
	l := s.lex(k)
	if l.unit < unitDay || l.plural || l.unit == unitFortnight || l.unit == unitMillennium {
		return node{}
	}
	n := blankNode(formPeriod)
	n.rel, n.unit, n.j = relThis, l.unit, k+1
	if l.unit == unitQuarter {
		n.form, n.sub = formQuarter, -1
	}
	if l.unit == unitDay {
		n.rel = noRel
	}
	return n
}

// edge reads "the end of 1994", "the beginning of next month", "year-end",
// "year's end".
func (s *scanner) edge(i int) node {
	j := s.opt(i, "the")
	j2 := s.opt(j, "very")
	mod := s.edgeMod(j2)
	if (s.is(i-1, "at") || s.is(i-2, "at")) && s.is(j2, "end") && s.is(j2+1, "of") && s.is(j2+2, "the") && s.is(j2+3, "day") {
		return node{} // "at the end of the day": all in all
	}
	if mod != "" && s.is(j2+1, "of") {
		k := j2 + 2
		n := s.core(k)
		if !n.found() {
			n = s.theUnit(k)
		}
		switch n.form {
		case formCalendar, formPeriod, formSeason, formQuarter, formDecade, formCentury, formShift:
			n.mod = mod
			return n
		}
		return node{}
	}
	l := s.lex(j)
	if l.unit == unitYear || l.unit == unitMonth || l.unit == unitQuarter {
		k := s.hyphen(s.possessive(j + 1))
		if s.is(k, "end") && !l.plural {
			n := blankNode(formPeriod)
			n.rel, n.unit, n.mod, n.j = relThis, l.unit, modEnd, k+1
			if l.unit == unitQuarter {
				n.form, n.sub = formQuarter, -1
			}
			return n
		}
	}
	return node{}
}

func (s *scanner) edgeMod(j int) string {
	switch {
	case s.is(j, "beginning", "start", "opening"):
		return modStart
	case s.is(j, "middle"):
		return modMid
	case s.is(j, "end", "close"):
		return modEnd
	}
	return ""
}

// pointMod turns a modifier of a length into one of the point so far back:
// "more than two years ago" is two years ago or before.
func pointMod(mod string) string {
	switch mod {
	case modMore, modAtLeast:
		return modTill
	case modLess:
		return modApprox
	case modAtMost:
		return modFrom
	}
	return mod
}
