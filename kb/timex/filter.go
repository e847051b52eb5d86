package timex

// rejected reports whether the expression that begins at i only looks like a
// time: a name, a thing, a figure.
func (s *scanner) rejected(i int, n node) bool {
	single := n.j == i+1
	switch n.form {
	case formCalendar:
		if n.month > 0 && n.day == 0 && n.year == 0 && n.weekday == 0 && n.yearRel == noRel {
			return s.noMonth(i, n)
		}
		if n.weekday > 0 && single && n.month == 0 {
			return s.noWeekday(i)
		}
	case formShift:
		return s.partOfName(i, n.j)
	case formHoliday:
		return s.mark(n.j, '-') && s.tight(n.j)
	case formRef:
		return s.mark(i-1, '-') && s.tight(i)
	}
	return false
}

// noMonth judges a month that stands alone: "May" the person and "may" the
// verb, "March" the demonstration, "August" the adjective.
func (s *scanner) noMonth(i int, n node) bool {
	k := n.j - 1
	for k > i && s.lex(k).month == 0 {
		k--
	}
	l, t := s.lex(k), s.tok(k)
	prep := s.is(i-1, "in", "since", "until", "till", "by", "last", "next", "this", "early", "late", "mid", "from", "through", "during",
		"of", "before", "after", "to", "between", "for", "and", "or", "every", "each", "the", "through", "around")
	if k > i {
		prep = true
	}
	if l.abbr && !(s.mark(k+1, '.') || s.mark(k, '.') || n.j > k+1) {
		return true
	}
	next := s.tok(n.j)
	follows := next.kind == word && next.end > 0 && next.gap == blank
	prev := s.tok(i - 1)
	nameBefore := i > 0 && prev.kind == word && prev.capital && prev.gap != paragraph && t.gap == blank && !s.sentenceStart(i-1) && !s.lex(i-1).starts
	switch l.word {
	case "may":
		return !prep || follows && (next.capital && !s.lex(n.j).starts || s.lex(n.j).verb == verbBase) || nameBefore
	case "march", "august":
		if !t.capital && !prep {
			return true
		}
		if follows && next.capital && s.lex(n.j).weekday == 0 || nameBefore || follows && s.is(n.j, "on", "of") && l.word == "march" && !prep {
			return true
		}
		if s.is(i-1, "the") && l.word == "march" && k == i {
			return s.closedAfter(n.j)
		}
		return s.sentenceStart(i) && !s.mark(n.j, ',') || s.lex(i-1).verb != noVerb
	case "april", "june", "jan", "dec", "mar":
		// Given names.
		if follows && next.capital && !s.lex(n.j).starts && s.is(i-1, "and", "or", "for", "to", "after", "before") {
			return true
		}
		if nameBefore && !prep || follows && next.capital && !s.lex(n.j).starts && !prep {
			return true
		}
	}
	return false
}

// noWeekday judges a weekday that stands alone: "Sunday Times", "Ruby Tuesday",
// "Wednesday Addams".
func (s *scanner) noWeekday(i int) bool {
	t := s.tok(i)
	if !t.capital && s.lex(i).abbr {
		return true
	}
	if s.is(i-1, "good", "black", "cyber", "ash", "super", "bloody", "holy", "palm") && s.tok(i-1).capital {
		return true
	}
	if s.mark(i-1, '-') && s.tight(i) && s.tok(i-2).kind == word || s.mark(i+1, '-') && s.tight(i+1) && s.tight(i+2) {
		return s.tok(i+2).capital || s.mark(i-1, '-')
	}
	return s.partOfName(i, i+1)
}

// paperWords follow a day or "today" in the names of papers and broadcasts.
func (s *scanner) partOfName(i, j int) bool {
	next := s.tok(j)
	if next.kind != word || next.end == 0 || !next.capital || next.gap != blank || s.tok(i).caps && s.width(i) > 1 {
		return false
	}
	switch s.text[next.start:next.end] {
	case "Times", "Telegraph", "Mirror", "Express", "Mail", "Post", "Herald", "Tribune", "Show", "Live", "Star", "Mercury", "Independent",
		"People", "Night", "Morning", "Addams", "Sale", "World", "Review", "Magazine", "Bloody", "Football", "Ticket", "Edition", "Politics", "Today", "Weld":
		return true
	}
	return false
}
