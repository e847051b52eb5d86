package timex

// sentenceStart reports whether token i begins a sentence.
func (s *scanner) sentenceStart(i int) bool {
	t := s.tok(i)
	if i <= 0 || t.gap == paragraph {
		return true
	}
	if t.gap == noGap && !t.capital {
		return false
	}
	k := i - 1
	for k > 0 && (s.mark(k, '"') || s.mark(k, '\'') || s.mark(k, ')')) {
		k--
	}
	p := s.tok(k)
	if p.kind != mark || p.mark != '.' && p.mark != '!' && p.mark != '?' {
		return false
	}
	if p.mark != '.' || k == 0 {
		return true
	}
	if t.kind == word && !t.capital {
		return false
	}
	return !s.abbreviated(k)
}

// abbreviated reports whether the dot at k belongs to the word before it.
func (s *scanner) abbreviated(k int) bool {
	if !s.tight(k) {
		return false
	}
	t := s.tok(k - 1)
	if t.kind != word {
		return false
	}
	l := s.lex(k - 1)
	if t.end-t.start == 1 {
		return t.capital || s.mark(k-2, '.')
	}
	if l.abbr {
		return true
	}
	if t.end-t.start > 4 || !t.capital {
		return false
	}
	switch s.text[t.start:t.end] {
	case "Mr", "Mrs", "Ms", "Dr", "Gen", "Sen", "Rep", "Gov", "Lt", "Col", "Sgt", "St", "Prof", "Rev", "Hon", "Maj", "Capt", "Adm", "Jr", "Sr", "No", "Ltd":
		return true
	}
	return false
}
