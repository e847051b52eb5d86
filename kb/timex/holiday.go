package timex

import "time"

// holidays are the days with names of their own: the words that make the name
// and the rule that finds the day. Movable feasts follow the Gregorian rules;
// those of other calendars are named and left without a day.
var holidays = []struct {
	words string // in lower case, without apostrophes; the first word is in the lexicon
	rule  func(year int) (month, day int)
}{
	{"new year s eve", fixed(12, 31)},
	{"new years eve", fixed(12, 31)},
	{"new year s day", fixed(1, 1)},
	{"new years day", fixed(1, 1)},
	{"martin luther king jr day", nth(1, time.Monday, 3)},
	{"martin luther king day", nth(1, time.Monday, 3)},
	{"mlk day", nth(1, time.Monday, 3)},
	{"groundhog day", fixed(2, 2)},
	{"valentine s day", fixed(2, 14)},
	{"valentines day", fixed(2, 14)},
	{"presidents day", nth(2, time.Monday, 3)},
	{"st patrick s day", fixed(3, 17)},
	{"shrove tuesday", easter(-47)},
	{"mardi gras", easter(-47)},
	{"ash wednesday", easter(-46)},
	{"palm sunday", easter(-7)},
	{"maundy thursday", easter(-3)},
	{"holy thursday", easter(-3)},
	{"good friday", easter(-2)},
	{"easter sunday", easter(0)},
	{"easter monday", easter(1)},
	{"easter", easter(0)},
	{"ascension day", easter(39)},
	{"whit monday", easter(50)},
	{"pentecost", easter(49)},
	{"earth day", fixed(4, 22)},
	{"may day", fixed(5, 1)},
	{"victory day", fixed(5, 9)},
	{"mother s day", nth(5, time.Sunday, 2)},
	{"mothers day", nth(5, time.Sunday, 2)},
	{"memorial day", lastMonday(5)},
	{"juneteenth", fixed(6, 19)},
	{"father s day", nth(6, time.Sunday, 3)},
	{"fathers day", nth(6, time.Sunday, 3)},
	{"independence day", fixed(7, 4)},
	{"fourth of july", fixed(7, 4)},
	{"july fourth", fixed(7, 4)},
	{"bastille day", fixed(7, 14)},
	{"labor day", nth(9, time.Monday, 1)},
	{"columbus day", nth(10, time.Monday, 2)},
	{"halloween", fixed(10, 31)},
	{"election day", electionDay},
	{"veterans day", fixed(11, 11)},
	{"armistice day", fixed(11, 11)},
	{"remembrance day", fixed(11, 11)},
	{"thanksgiving day", nth(11, time.Thursday, 4)},
	{"thanksgiving", nth(11, time.Thursday, 4)},
	{"black friday", afterThanksgiving(1)},
	{"cyber monday", afterThanksgiving(4)},
	{"giving tuesday", afterThanksgiving(5)},
	{"christmas eve", fixed(12, 24)},
	{"christmas day", fixed(12, 25)},
	{"christmas", fixed(12, 25)},
	{"boxing day", fixed(12, 26)},
	{"rosh hashanah", nil},
	{"yom kippur", nil},
	{"hanukkah", nil},
	{"passover", nil},
	{"ramadan", nil},
	{"eid al fitr", nil},
	{"eid al adha", nil},
	{"diwali", nil},
	{"lunar new year", nil},
	{"chinese new year", nil},
}

// holidaysBy groups the holidays by their first word.
var holidaysBy = groupHolidays()

func groupHolidays() map[string][]int {
	m := map[string][]int{}
	for i, h := range holidays {
		first := firstField(h.words)
		m[first] = append(m[first], i)
	}
	return m
}

func firstField(s string) string {
	for i := range len(s) {
		if s[i] == ' ' {
			return s[:i]
		}
	}
	return s
}

// holidayOf reads a holiday and the year beside it.
func (s *scanner) holidayOf(i int) node {
	j := s.opt(i, "the")
	n := s.holidayAt(j)
	if !n.found() {
		return node{}
	}
	k := s.opt(s.comma(n.j), "in", "of")
	if y, e := s.fullYear(k); y > 0 {
		n.year, n.j = y, e
	} else if s.is(n.j, "this", "last", "next") && s.is(n.j+1, "year") {
		n.yearRel, n.j = s.lex(n.j).rel, n.j+2
	}
	return n
}

// holidayAt reads the longest holiday name at i. The name must be written as
// a name, and not be the beginning of a longer one ("Black Friday Sale").
func (s *scanner) holidayAt(i int) node {
	t := s.tok(i)
	if t.end == 0 || !t.capital && !s.lower || s.tight(i) && s.tok(i-1).mark == '\'' {
		return node{}
	}
	best, end := 0, 0
	for _, h := range holidaysBy[s.lex(i).word] {
		if j := s.spelled(i, holidays[h].words); j > end {
			best, end = h+1, j
		}
	}
	if end == 0 {
		return node{}
	}
	next := s.tok(end)
	name := next.kind == word && next.capital && next.gap == blank && !s.tok(i).caps && s.lex(end).part == noPart && s.lex(end).weekday == 0 && !s.lex(end).closed
	if name || s.mark(end, '-') && s.tight(end) {
		return node{}
	}
	n := blankNode(formHoliday)
	n.holiday, n.j = best, end
	return n
}

// spelled matches the words of a name from token i on and returns the token
// after it, or 0. Apostrophes and dots between the words are passed over.
func (s *scanner) spelled(i int, name string) int {
	for len(name) > 0 {
		w := firstField(name)
		name = name[len(w):]
		if len(name) > 0 {
			name = name[1:]
		}
		for s.mark(i, '\'') || s.mark(i, '-') || s.mark(i, '.') && s.tight(i) {
			i++
		}
		if s.lex(i).word != w {
			return 0
		}
		i++
	}
	return i
}

func fixed(m, d int) func(int) (int, int) { return func(int) (int, int) { return m, d } }

// nth is the n-th given weekday of a month.
func nth(m int, w time.Weekday, n int) func(int) (int, int) {
	return func(y int) (int, int) {
		first := date(y, m, 1).Weekday()
		return m, 1 + (int(w)-int(first)+7)%7 + 7*(n-1)
	}
}

func lastMonday(m int) func(int) (int, int) {
	return func(y int) (int, int) {
		d := daysIn(y, m)
		return m, d - (int(date(y, m, d).Weekday())+6)%7
	}
}

func afterThanksgiving(days int) func(int) (int, int) {
	return func(y int) (int, int) {
		_, d := nth(11, time.Thursday, 4)(y)
		t := date(y, 11, d+days)
		return int(t.Month()), t.Day()
	}
}

// electionDay is the Tuesday after the first Monday of November.
func electionDay(y int) (int, int) {
	_, d := nth(11, time.Monday, 1)(y)
	return 11, d + 1
}

// easter is a day so many days after Easter Sunday, by the anonymous Gregorian
// algorithm (Nature, 20 April 1876; Meeus, Astronomical Algorithms, ch. 8).
func easter(offset int) func(int) (int, int) {
	return func(y int) (int, int) {
		a, b, c := y%19, y/100, y%100
		d, e := b/4, b%4
		g := (8*b + 13) / 25
		h := (19*a + b - d - g + 15) % 30
		i, k := c/4, c%4
		l := (32 + 2*e + 2*i - h - k) % 7
		m := (a + 11*h + 19*l) / 433
		month := (h + l - 7*m + 90) / 25
		day := (h + l - 7*m + 33*month + 19) % 32
		t := date(y, month, day+offset)
		return int(t.Month()), t.Day()
	}
}
