package timex

// dayPart reads a part of a day that stands before its day: "the morning of
// January 31", "the night of Oct. 23", "mid-afternoon", "late morning".
func (s *scanner) dayPart(i int) node {
	j := s.opt(i, "the")
	l := s.lex(j)
	if l.part == noPart || l.plural || s.is(j, "tonight", "overnight", "sunset", "sunrise") {
		return node{}
	}
	n := blankNode(formShift)
	n.part, n.j = l.part, j+1
	if s.is(n.j, "of", "on") {
		if d := s.day(n.j + 1); d.found() {
			return n
		}
	}
	if j > i && s.is(i-1, "in", "during") && s.clauseEnd(j+1) {
		// "in the morning": of the day last spoken of.
		n.form, n.unit = formPeriod, unitDay
		return n
	}
	return node{}
}

// onDay joins a clock time with the day that follows it.
func (s *scanner) onDay(n node) node {
	j := s.comma(n.j)
	comma := j > n.j
	j = s.opt(j, "on", "of")
	if s.is(j-1, "on") && s.is(j, "a") && s.lex(j+1).weekday > 0 {
		j++
	}
	mod := ""
	k := s.opt(j, "early", "late")
	if k > j {
		mod = modStart
		if s.is(j, "late") {
			mod = modEnd
		}
	}
	d := s.day(k)
	if !d.found() {
		return n
	}
	if comma && d.form == formCalendar && d.weekday == 0 && d.day == 0 {
		return n
	}
	d = s.withPart(d)
	if n.hour >= 0 {
		d.hour, d.min, d.sec, d.zone = n.hour, n.min, n.sec, n.zone
		if n.hour < 12 && n.zone == "" && (d.part == partAfternoon || d.part == partEvening || d.part == partNighttime && n.hour > 5) && n.min < 0 {
			d.hour += 12
		}
		d.part = noPart
		d.min = max(d.min, 0)
	} else if d.part == noPart {
		d.part = n.part
	}
	if mod != "" {
		d.mod = mod
	}
	return d
}

// day reads an expression at i that stands for one day.
func (s *scanner) day(i int) node {
	for _, n := range []node{s.numericDayAt(i), s.date(i), s.relative(i), s.shifted(i), s.holidayOf(i)} {
		if n.found() && n.hasDay() {
			return n
		}
	}
	return node{}
}

func (s *scanner) numericDayAt(i int) node {
	if !s.isDigits(i) {
		return node{}
	}
	return s.numericDate(i)
}

// withPart reads the part of the day after a day: "Tuesday morning".
func (s *scanner) withPart(n node) node {
	j := n.j
	mod := ""
	if s.is(j, "early", "late") {
		mod = modStart
		if s.is(j, "late") {
			mod = modEnd
		}
		j++
	}
	if s.is(j, "mid") {
		mod = modMid
		j = s.hyphen(j + 1)
	}
	l := s.lex(j)
	if l.part == noPart || l.plural || n.part != noPart || s.is(j, "tonight", "sunset", "sunrise", "overnight") {
		return n
	}
	t := s.tok(j)
	if t.gap == noGap && j == n.j || t.capital && (s.tok(j+1).capital || s.tok(j-1).capital && !s.tok(j).caps) {
		return n // "Saturday Night Live", "Sunday Morning"
	}
	n.part, n.j = l.part, j+1
	if mod != "" {
		n.mod = mod
	}
	return n
}
