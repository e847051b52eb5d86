package timex

// scanner reads the expressions of one paragraph.
type scanner struct {
	text string
	toks []token
	// lower is set where nothing is written with a capital, as people type
	// questions: capitals tell nothing then.
	lower bool
	money uint8 // whether the paragraph speaks of money: 0 not looked, 1 no, 2 yes
}

func newScanner(text string, toks []token) *scanner {
	s := &scanner{text: text, toks: toks, lower: true}
	for i := range toks {
		if toks[i].capital {
			s.lower = false
			break
		}
	}
	return s
}

// none stands for what lies outside the paragraph.
var none token

func (s *scanner) tok(i int) *token {
	if i < 0 || i >= len(s.toks) {
		return &none
	}
	return &s.toks[i]
}

func (s *scanner) lex(i int) *lexeme { return &lexicon.list[s.tok(i).lex] }

// is reports whether token i is one of the words, which are in lower case and
// in the lexicon.
func (s *scanner) is(i int, words ...string) bool {
	w := s.lex(i).word
	if w == "" {
		return false
	}
	for _, x := range words {
		if w == x {
			return true
		}
	}
	return false
}

func (s *scanner) mark(i int, m byte) bool {
	t := s.tok(i)
	return t.kind == mark && t.mark == m
}

func (s *scanner) isDigits(i int) bool {
	t := s.tok(i)
	return t.kind == digits && t.end > 0
}

// width is the number of bytes of token i.
func (s *scanner) width(i int) int { t := s.tok(i); return t.end - t.start }

// tight reports whether token i follows the one before it without a gap.
func (s *scanner) tight(i int) bool { return i > 0 && i < len(s.toks) && s.toks[i].gap == noGap }

// hyphen skips a hyphen at i that joins two words.
func (s *scanner) hyphen(i int) int {
	if s.mark(i, '-') && s.tight(i) && s.tight(i+1) {
		return i + 1
	}
	return i
}

// back is the token before i, over a hyphen.
func (s *scanner) back(i int) int {
	if s.mark(i-1, '-') {
		return i - 2
	}
	return i - 1
}

// dot skips the dot of an abbreviation at i.
func (s *scanner) dot(i int) int {
	if s.mark(i, '.') && s.tight(i) {
		return i + 1
	}
	return i
}

// comma skips a comma at i.
func (s *scanner) comma(i int) int {
	if s.mark(i, ',') {
		return i + 1
	}
	return i
}

// opt skips token i where it is one of the words.
func (s *scanner) opt(i int, words ...string) int {
	if s.is(i, words...) {
		return i + 1
	}
	return i
}

// possessive skips 's at i.
func (s *scanner) possessive(i int) int {
	if s.mark(i, '\'') && s.tight(i) {
		if s.tight(i+1) && s.is(i+1, "s") {
			return i + 2
		}
		return i + 1
	}
	return i
}

// nodes returns the expressions of the paragraph in order, not overlapping.
func (s *scanner) nodes(dst []node) []node {
	for i := 0; i < len(s.toks); {
		t := &s.toks[i]
		if t.kind == word && !lexicon.list[t.lex].starts || t.kind == mark && t.mark != '\'' {
			i++
			continue
		}
		if a, b, ok := s.daysOfMonth(i); ok {
			dst = append(dst, a, b)
			i = b.j
			continue
		}
		n := s.expression(i)
		if !n.found() {
			i++
			continue
		}
		dst = append(dst, n)
		i = n.j
		if m, ok := s.secondDay(&dst[len(dst)-1]); ok {
			dst = append(dst, m)
			i = m.j
		}
	}
	return dst
}

// expression returns the longest expression that begins at token i. Every
// matcher looks at a bounded number of tokens, so the whole is linear.
func (s *scanner) expression(i int) node {
	best := s.modified(i)
	if n := s.core(i); n.j > best.j {
		best = n
	}
	if !best.found() || s.rejected(i, best) {
		return node{}
	}
	best.i = i
	if best.weekday > 0 && best.month == 0 && best.rel == noRel {
		best.indefinite = s.is(i-1, "any", "one", "particular") || s.is(i-1, "a") && (s.is(i-2, "on") || s.closedAfter(best.j))
	}
	if best.inner && s.is(i, "the", "a", "an") {
		best.i++
	}
	return best
}

// core returns the longest expression at i that has no modifier before it.
func (s *scanner) core(i int) node {
	var best node
	take := func(n node) {
		if n.found() && (n.j > best.j || n.j == best.j && n.form == formRef) {
			best = n
		}
	}
	t := s.tok(i)
	if t.kind == digits {
		take(s.numericDate(i))
	}
	take(s.nthWeekday(i))
	take(s.date(i))
	take(s.clock(i))
	take(s.relative(i))
	take(s.quarterOf(i))
	take(s.seasonOf(i))
	take(s.decadeOf(i))
	take(s.centuryOf(i))
	take(s.holidayOf(i))
	take(s.shifted(i))
	take(s.repeated(i))
	take(s.offset(i))
	take(s.duration(i))
	take(s.reference(i))
	if !best.found() {
		take(s.stray(i))
	}
	if best.hasDay() && best.hour < 0 && best.part == noPart {
		best = s.withPart(best)
	}
	return best
}

// blankNode is a node of a form, without a clock time.
func blankNode(f form) node { return node{form: f, hour: -1, sec: -1} }
