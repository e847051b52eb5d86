package timex

// number reads a count at token i: "12", "2,000", "1.5", "5 1/2",
// "twenty-four", "a hundred", "a couple of", "several", "half a". It returns
// the token after it, or i where there is none.
func (s *scanner) number(i int) (number, int) {
	if s.isDigits(i) {
		return s.figure(i)
	}
	if s.is(i, "half") && s.is(i+1, "a", "an") || s.is(i, "a") && s.is(i+1, "half") {
		return number{value: 0.5}, i + 2
	}
	j := i
	if s.is(i, "a", "an") {
		if s.lex(i+1).scale == 0 && !s.is(i+1, "couple", "few", "pair", "number") {
			return number{}, i
		}
		j++
	}
	if l := s.lex(j); l.vague || s.is(j, "number") {
		return s.vagueNumber(j)
	}
	n, k := s.cardinal(j)
	if k == j {
		return number{}, i
	}
	if s.is(k-1, "couple", "pair", "dozen") {
		k = s.opt(k, "of")
	}
	return s.fraction(n, k)
}

func (s *scanner) vagueNumber(j int) (number, int) {
	k := j + 1
	if s.is(j, "dozens", "hundreds", "thousands", "number") {
		if !s.is(k, "of") {
			return number{}, j
		}
		k++
	}
	k = s.opt(k, "more", "dozen", "hundred", "other")
	return number{vague: true}, k
}

// figure reads digits with thousands commas, decimals and a fraction.
func (s *scanner) figure(i int) (number, int) {
	t := s.tok(i)
	if t.num < 0 {
		return number{}, i
	}
	v, j := float64(t.num), i+1
	for s.mark(j, ',') && s.tight(j) && s.isDigits(j+1) && s.tight(j+1) && s.width(j+1) == 3 && v < 1e12 {
		v = v*1000 + float64(s.tok(j+1).num)
		j += 2
	}
	if s.mark(j, '.') && s.tight(j) && s.isDigits(j+1) && s.tight(j+1) && s.width(j+1) < 4 {
		scale := 1.0
		for k := s.width(j + 1); k > 0; k-- {
			scale *= 10
		}
		v += float64(s.tok(j+1).num) / scale
		j += 2
	}
	if l := s.lex(j); l.scale >= 1000 {
		v *= float64(l.scale)
		j++
	}
	return s.fraction(number{value: v}, j)
}

// fraction reads "1/2", "½" and "and a half" after a number.
func (s *scanner) fraction(n number, i int) (number, int) {
	j := s.hyphen(i)
	if s.isDigits(j) && s.tok(j).num < 10 && s.mark(j+1, '/') && s.isDigits(j+2) && s.tok(j+2).num > s.tok(j).num && s.tok(j+2).num < 10 {
		n.value += float64(s.tok(j).num) / float64(s.tok(j+2).num)
		return n, j + 3
	}
	if t := s.tok(i); t.kind == mark && t.end-t.start == 2 {
		switch s.text[t.start:t.end] {
		case "½":
			n.value += 0.5
			return n, i + 1
		case "¼":
			n.value += 0.25
			return n, i + 1
		case "¾":
			n.value += 0.75
			return n, i + 1
		}
	}
	if s.is(j, "and") && s.is(s.hyphen(j+1), "a") && s.is(s.hyphen(s.hyphen(j+1)+1), "half") {
		n.value += 0.5
		return n, s.hyphen(s.hyphen(j+1)+1) + 1
	}
	return n, i
}

// cardinal reads a number in words; it stops where the words no longer add up,
// so that "nineteen ninety" is nineteen here.
func (s *scanner) cardinal(i int) (number, int) {
	total, part, j := 0.0, 0.0, i
	low := 1000 // what may still be added
	for j < i+12 {
		k := j
		if j > i {
			k = s.hyphen(j)
			if s.is(k, "and") && (s.lex(k+1).count > 0) && s.lex(j-1).scale > 0 {
				k++
			}
		}
		l := s.lex(k)
		switch {
		case l.scale > 0 && (j > i || k > 0 && s.is(k-1, "a", "an")):
			if part == 0 {
				part = 1
			}
			part *= float64(l.scale)
			low = int(l.scale)
			if l.scale >= 1000 {
				total += part
				part = 0
			}
		case l.count > 0 && int(l.count) < low:
			part += float64(l.count)
			low = 1
			if l.count >= 20 {
				low = 10
			}
		default:
			return number{value: total + part}, j
		}
		j = k + 1
	}
	return number{value: total + part}, j
}

// yearWords reads a year in words: "nineteen ninety-six", "two thousand and
// three", "twenty twenty-two".
func (s *scanner) yearWords(i int) (int, int) {
	hi := int(s.lex(i).count)
	if hi == 2 && s.is(i+1, "thousand") {
		j := s.opt(i+2, "and")
		lo, k := s.below100(j)
		if k == j {
			return 2000, i + 2
		}
		return 2000 + lo, k
	}
	if hi < 17 || hi > 20 {
		return 0, i
	}
	j := s.hyphen(i + 1)
	if s.is(j, "hundred") && hi < 20 {
		return hi * 100, j + 1
	}
	lo, k := s.below100(j)
	if k == j || lo < 10 {
		return 0, i
	}
	return hi*100 + lo, k
}

func (s *scanner) below100(i int) (int, int) {
	n := int(s.lex(i).count)
	if s.is(i, "o") {
		i = s.hyphen(i + 1)
		if s.mark(i, '\'') {
			i++
		}
		if c := int(s.lex(i).count); c > 0 && c < 10 {
			return c, i + 1
		}
		return 0, i
	}
	if n == 0 || n > 99 || s.is(i, "couple", "pair") {
		return 0, i
	}
	if n < 20 {
		return n, i + 1
	}
	j := s.hyphen(i + 1)
	if c := int(s.lex(j).count); c > 0 && c < 10 {
		return n + c, j + 1
	}
	return n, i + 1
}

// ordinal reads "14th", "third", "twenty-first".
func (s *scanner) ordinal(i int) (int, int) {
	if s.isDigits(i) {
		if s.tight(i+1) && s.is(i+1, "th", "st", "nd", "rd") && s.tok(i).num > 0 {
			return int(s.tok(i).num), i + 2
		}
		return 0, i
	}
	if c := s.lex(i).count; c >= 20 && c < 100 {
		j := s.hyphen(i + 1)
		if o := s.lex(j).ord; o > 0 && o < 10 {
			return int(c) + int(o), j + 1
		}
	}
	if o := s.lex(i).ord; o > 0 {
		return int(o), i + 1
	}
	return 0, i
}
