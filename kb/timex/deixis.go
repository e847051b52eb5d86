package timex

// theDayBefore reads "the day before", "the day before yesterday", "the day
// after tomorrow".
func (s *scanner) theDayBefore(j int) node {
	n := blankNode(formShift)
	back := s.is(j+1, "before")
	if l := s.lex(j + 2); back && l.shift == dayBefore || !back && l.shift == dayAfter {
		n.shift, n.j = 2, j+3
		if back {
			n.shift = -2
		}
		return n
	}
	if !s.clauseEnd(j + 2) {
		return node{}
	}
	n.form, n.unit, n.count, n.j = formOffset, unitDay, number{value: 1}, j+2
	n.dir = later
	if back {
		n.dir = earlier
	}
	return n
}

// clauseEnd reports whether nothing that could be an object follows at k.
func (s *scanner) clauseEnd(k int) bool {
	t := s.tok(k)
	if t.end == 0 {
		return true
	}
	if t.kind == mark {
		return t.mark != '"' && t.mark != '\'' && t.mark != '$' && t.mark != '-' && t.mark != '`'
	}
	return t.kind == word && s.is(k, "in", "at", "on", "by", "and", "but", "when", "while", "as", "after", "for", "with", "from", "to", "than", "that", "because")
}

// shifted reads "today", "yesterday", "tomorrow", "tonight", "overnight".
func (s *scanner) shifted(i int) node {
	l := s.lex(i)
	n := blankNode(formShift)
	n.j = i + 1
	switch {
	case l.shift > 0:
		n.shift, n.deictic = int(l.shift)-sameDay, true
	case s.is(i, "tonight", "overnight"):
		n.part = partNighttime
		if s.is(i, "overnight") && s.tok(i).capital && s.tok(i+1).capital {
			return node{}
		}
	default:
		return node{}
	}
	if s.is(i, "today", "tonight") && s.tok(i).capital && (s.is(i-1, "usa") || !s.sentenceStart(i) && !s.tok(i).caps) {
		return node{} // the paper, the broadcast
	}
	return n
}
