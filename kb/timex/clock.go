package timex

// clock reads a time of day, with the day beside it where there is one: "9
// a.m. EST on Tuesday", "18:30 GMT", "noon Thursday", "4 in the morning", "10
// o'clock", "half past nine", "the morning of January 31".
func (s *scanner) clock(i int) node {
	n := s.clockTime(i)
	if !n.found() {
		n = s.dayPart(i)
	}
	if !n.found() {
		return node{}
	}
	return s.onDay(n)
}

// clockTime reads an hour with its minutes and zone.
func (s *scanner) clockTime(i int) node {
	n := blankNode(formShift)
	switch {
	case s.is(i, "noon", "midnight") && s.tok(i).capital && s.tok(i-1).capital && !s.sentenceStart(i):
		return node{} // "High Noon"
	case s.is(i, "noon"):
		n.hour, n.min, n.j = 12, 0, i+1
	case s.is(i, "midnight"):
		n.hour, n.min, n.j = 24, 0, i+1
	case s.is(i, "half") && s.is(i+1, "past") && s.lex(i+2).count > 0 && s.lex(i+2).count <= 12:
		n.hour, n.min, n.j = int(s.lex(i+2).count), 30, i+3
		s.halfDay(&n)
	case s.isDigits(i):
		n = s.clockFigures(i)
	case s.lex(i).count > 0 && s.lex(i).count <= 12:
		n.hour, n.j = int(s.lex(i).count), i+1
		j := n.j
		if c := s.lex(j).count; c > 0 && c < 60 && c != int16(n.hour) {
			n.min, n.j = int(c), j+1
		}
		if !s.halfDay(&n) {
			return node{}
		}
	default:
		return node{}
	}
	if !n.found() {
		return node{}
	}
	s.readZone(&n)
	return n
}

func (s *scanner) clockFigures(i int) node {
	n := blankNode(formShift)
	t := s.tok(i)
	h, w := int(t.num), s.width(i)
	j := i + 1
	if s.tight(i) && (s.tok(i-1).mark == ':' || s.tok(i-1).mark == '$' || s.tok(i-1).mark == '.') {
		return node{}
	}
	colon := false
	switch {
	case w <= 2 && h <= 24 && (s.mark(j, ':') || s.mark(j, '.') && s.width(j+1) == 2) && s.tight(j) && s.isDigits(j+1) && s.tight(j+1) && s.width(j+1) == 2 && s.tok(j+1).num < 60:
		colon = s.mark(j, ':')
		n.hour, n.min = h, int(s.tok(j+1).num)
		j += 2
		if s.mark(j, ':') && s.tight(j) && s.isDigits(j+1) && s.tight(j+1) {
			if s.width(j+1) != 2 || s.tok(j+1).num > 59 {
				return node{}
			}
			n.sec = int(s.tok(j + 1).num)
			j += 2
		}
	case w == 4 && h%100 < 60 && h < 2400:
		// "1830 GMT", "0600 local time".
		n.hour, n.min, n.j = h/100, h%100, j
		if z := s.opt(j, "hours"); s.zoneAt(z) > 0 {
			n.j = z
			return n
		}
		return node{}
	case w <= 2 && h <= 12 && h > 0:
		n.hour, n.min = h, -1
	default:
		return node{}
	}
	n.j = j
	if n.hour <= 12 && s.halfDay(&n) {
		n.min = max(n.min, 0)
		return n
	}
	if n.hour <= 12 {
		if m := s.sameHalf(n); m.found() {
			return m
		}
	}
	if !colon {
		return node{}
	}
	// "18:30" alone is a time where nothing makes it a score, a verse or a
	// record; a zone or "at" settles it.
	if s.tight(j) && (s.tok(j).mark == '.' || s.tok(j).mark == ':') && s.isDigits(j+1) && s.tight(j+1) {
		return node{}
	}
	if s.is(j, "of", "left", "into", "remaining", "for") {
		return node{} // the clock of a match
	}
	if s.zoneAt(j) > 0 || n.sec < 0 && s.is(i-1, "at", "by", "around", "about", "from", "until", "till", "before", "after", "since") {
		return n
	}
	return node{}
}

// halfDay reads "a.m.", "pm", "o'clock", "in the morning" after an hour.
func (s *scanner) halfDay(n *node) bool {
	j := s.hyphen(n.j)
	var half part
	switch {
	case s.is(j, "am", "pm"):
		half = partMorning
		if s.is(j, "pm") {
			half = partAfternoon
		}
		if s.is(j, "am") && !s.tight(j) && !s.isDigits(j-1) {
			return false
		}
		n.j = s.dot(j + 1)
		if s.lastDot(n.j) {
			n.j--
		}
	case s.is(j, "a", "p") && s.is(s.dot(j+1), "m") && (s.mark(j+1, '.') || s.tight(j+1)):
		half = partMorning
		if s.is(j, "p") {
			half = partAfternoon
		}
		n.j = s.dot(s.dot(j+1) + 1)
	case s.is(j, "o") && s.mark(j+1, '\'') && s.is(j+2, "clock"), s.is(j, "oclock"):
		n.j = j + 3
		if s.is(j, "oclock") {
			n.j = j + 1
		}
		s.inThe(n, &half)
	default:
		if !s.inThe(n, &half) {
			return false
		}
	}
	if half == noPart {
		return true
	}
	if half == partMorning || half == partNighttime && n.hour < 6 {
		n.hour %= 12
	} else if n.hour < 12 {
		n.hour += 12
	}
	return true
}

// lastDot reports whether the dot before token j ends the sentence as well:
// "at 9 am. The".
func (s *scanner) lastDot(j int) bool {
	return s.mark(j-1, '.') && (s.tok(j).end == 0 || s.tok(j).capital)
}

// inThe reads "in the morning", "at night" after an hour.
func (s *scanner) inThe(n *node, half *part) bool {
	j := n.j
	if s.is(j, "in") && s.is(j+1, "the") && s.lex(j+2).part > 0 && !s.lex(j+2).plural {
		*half, n.j = s.lex(j+2).part, j+3
		return true
	}
	if s.is(j, "at") && s.is(j+1, "night") {
		*half, n.j = partNighttime, j+2
		return true
	}
	if s.is(j, "that", "this", "tomorrow", "yesterday") && s.lex(j+1).part > 0 && !s.lex(j+1).plural {
		*half = s.lex(j + 1).part
		return true
	}
	return false
}

// sameHalf gives an hour the half of the day of the hour that ends its stretch:
// "7-9 p.m.", "4 and 8:30 p.m.", and the day and zone that stand there.
func (s *scanner) sameHalf(n node) node {
	k := s.until(n.j)
	if k == n.j || !s.isDigits(k) || s.tight(k) != s.tight(n.j) {
		return node{}
	}
	end := blankNode(formShift)
	end.hour, end.j = int(s.tok(k).num), k+1
	if s.mark(end.j, ':') && s.isDigits(end.j+1) {
		end.j += 2
	}
	if s.width(k) > 2 || end.hour < 1 || end.hour > 12 || s.inThe(&end, new(part)) || !s.halfDay(&end) {
		return node{}
	}
	n.hour %= 12
	if end.hour >= 12 && (end.hour == 12 || n.hour < end.hour-12) && n.hour > 0 {
		n.hour += 12
	}
	n.min = max(n.min, 0)
	s.readZone(&end)
	if d := s.day(s.opt(s.comma(end.j), "on")); d.found() {
		d.hour, d.min, d.sec, d.part, d.j = n.hour, n.min, n.sec, noPart, n.j
		n = d
	}
	n.zone = end.zone
	return n
}
