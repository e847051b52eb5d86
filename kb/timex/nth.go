package timex

// nthWeekday reads "the fourth Thursday of November", "the last Monday in May
// 2021", and with "every" the feast that comes with it each year.
func (s *scanner) nthWeekday(i int) node {
	repeated := s.is(i, "every", "each")
	j := i
	if repeated || s.is(i, "the") {
		j++
	}
	nth, k := s.ordinal(j)
	if s.is(j, "last") {
		nth, k = lastInMonth, j+1
	}
	if nth == 0 || nth > lastInMonth || nth == lastInMonth && k == j || s.lex(k).weekday == 0 || s.lex(k).abbr || !s.is(k+1, "of", "in") {
		return node{}
	}
	m, e := s.monthName(k + 2)
	if m == 0 {
		return node{}
	}
	n := blankNode(formCalendar)
	n.weekday, n.month, n.nth, n.j = int(s.lex(k).weekday), m, nth, e
	if repeated {
		n.form, n.weekday = formSet, 0
		return n
	}
	s.addYear(&n)
	return n
}

// lastInMonth stands for the last one of a month.
const lastInMonth = 5

// nthDay is the day of the month of the n-th weekday, 1 Monday to 7 Sunday, or
// 0 where the month has no such day.
func nthDay(y, m, weekday, n int) int {
	first := 1 + (weekday-isoWeekday(date(y, m, 1))+7)%7
	d := first + 7*(n-1)
	if n == lastInMonth && d > daysIn(y, m) {
		d -= 7
	}
	if d > daysIn(y, m) {
		return 0
	}
	return d
}
