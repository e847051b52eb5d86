package timex

import (
	"fmt"
	"time"
)

// calendar resolves a date with some of its parts given.
func (r *resolver) calendar(n node, t Tense) result {
	if n.unit == unitWeek || n.unit == unitWeekend {
		day := n
		day.unit = noUnit
		res := r.calendar(day, t)
		if res.grain != grainNone {
			res.period = around(grainOf(n.unit), res.period.first)
		}
		return res
	}
	res := r.calendarDay(n, t)
	return r.onClock(n, res)
}

func (r *resolver) calendarDay(n node, t Tense) result {
	switch {
	case n.nth > 0:
		return r.nthWeekday(n, t)
	case n.month > 0 && n.day > 0:
		return r.monthDay(n, t)
	case n.month > 0:
		return r.monthOnly(n, t)
	case n.weekday > 0 && n.day == 0:
		return r.weekday(n, t)
	case n.day > 0:
		return r.dayOnly(n)
	}
	return dated(yearPeriod(n.year))
}

// monthDay resolves "January 14": in the year given, else in the year that
// puts it nearest to the document's day, with the tense deciding close calls.
func (r *resolver) monthDay(n node, t Tense) result {
	y := r.givenYear(n)
	if y > 0 {
		if n.day > daysIn(y, n.month) {
			return result{typ: Date, impossible: true}
		}
		res := dated(dayPeriod(date(y, n.month, n.day)))
		res.relative = n.year == 0
		r.fullDates[[2]int{n.month, n.day}] = y
		return res
	}
	if y, ok := r.fullDates[[2]int{n.month, n.day}]; ok && n.weekday == 0 && n.rel == noRel {
		return dated(dayPeriod(date(y, n.month, n.day))) // "January 6" after "January 6, 2021"
	}
	if n.day > daysIn(2000, n.month) {
		return result{typ: Date, impossible: true}
	}
	if r.doc.IsZero() {
		return unresolved(fmt.Sprintf("XXXX-%02d-%02d", n.month, n.day))
	}
	y = r.doc.Year()
	best, least := time.Time{}, 1<<30
	for c := y - 1; c <= y+1; c++ {
		if n.day > daysIn(c, n.month) {
			continue
		}
		d := date(c, n.month, n.day)
		cost := distance(days(r.doc, d), t)
		if n.weekday > 0 && isoWeekday(d) != n.weekday {
			// A slip of the pen is likelier than a date a year off.
			cost += 300
			if abs(days(r.doc, d)) > 60 {
				cost += 10000
			}
		}
		if n.rel == relLast && !d.Before(r.doc) || n.rel == relNext && !d.After(r.doc) {
			cost += 20000
		}
		if cost < least {
			best, least = d, cost
		}
	}
	if best.IsZero() {
		return result{typ: Date}
	}
	if n.weekday > 0 && isoWeekday(best) != n.weekday && abs(days(r.doc, date(y, n.month, min(n.day, daysIn(y, n.month))))) < 200 {
		best = date(y, n.month, min(n.day, daysIn(y, n.month)))
	}
	if y := r.year.first.Year(); n.weekday > 0 && isoWeekday(best) != n.weekday && r.year.known() &&
		n.day <= daysIn(y, n.month) && isoWeekday(date(y, n.month, n.day)) == n.weekday {
		best = date(y, n.month, n.day) // the weekday fits the year last spoken of
	}
	res := dated(dayPeriod(best))
	res.relative = true
	return res
}

// distance weighs how far a day lies from the document's, ahead being likelier
// after "will" and back after "said".
func distance(days int, t Tense) int {
	switch {
	case t.ahead() && days < 0:
		return -days * 4
	case t.ahead():
		return days
	case t == Past && days > 0:
		return days * 4
	case days > 0:
		return days * 3 / 2
	}
	return -days
}

func days(from, to time.Time) int { return int(to.Sub(from).Hours() / 24) }

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

func isoWeekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// givenYear is the year that the expression names itself, or 0.
func (r *resolver) givenYear(n node) int {
	if n.year > 0 {
		return n.year
	}
	switch n.yearRel {
	case relThis, relLast, relNext:
		if r.doc.IsZero() {
			return 0
		}
		return r.doc.Year() + step(n.yearRel)
	case relSame:
		if r.year.known() {
			return r.year.first.Year()
		}
		if !r.doc.IsZero() {
			return r.doc.Year()
		}
	}
	return 0
}

// step is how many periods a relation is away from the one it starts from.
func step(r rel) int {
	switch r {
	case relLast, relBefore, relLatest:
		return -1
	case relNext, relAfter:
		return 1
	}
	return 0
}

// monthOnly resolves "January": the latest one after a verb of the past, the
// coming one after "will"; "last January", "next January".
func (r *resolver) monthOnly(n node, t Tense) result {
	if y := r.givenYear(n); y > 0 {
		res := dated(monthPeriod(y, n.month))
		res.relative = n.year == 0
		return res
	}
	if r.doc.IsZero() {
		return unresolved(fmt.Sprintf("XXXX-%02d", n.month))
	}
	y, m := r.doc.Year(), int(r.doc.Month())
	switch {
	case n.rel == relSame && r.year.known():
		y = r.year.first.Year()
	case n.rel == relThis:
	case n.rel == relLast:
		// In September "last August" is that of the year before: this year's
		// was last month.
		if n.month >= m-1 {
			y--
		}
	case n.rel == relNext:
		if n.month <= m {
			y++
		}
	case t == Future, t == Conditional && (n.month-m+12)%12 <= 8:
		if n.month < m {
			y++
		}
	case t == Unknown && (n.month-m+12)%12 <= 3:
		if n.month < m {
			y++ // nearer ahead than back
		}
	case n.month > m:
		y--
	}
	res := dated(monthPeriod(y, n.month))
	res.relative = true
	return res
}

// weekday resolves a weekday that stands alone.
func (r *resolver) weekday(n node, t Tense) result {
	if r.doc.IsZero() || n.indefinite {
		return unresolved(fmt.Sprintf("XXXX-WXX-%d", n.weekday))
	}
	base, anchor := r.doc, 0
	if (n.rel == relSame || n.rel == relBefore || n.rel == relAfter) && r.day.known() {
		base, anchor = r.day.first, r.day.at
	}
	if prev := r.lastNode; r.paired && r.day.known() && prev.weekday > 0 && n.rel == noRel && prev.weekday%7+1 == n.weekday {
		res := dated(dayPeriod(r.day.first.AddDate(0, 0, 1))) // "Saturday and Sunday"
		res.relative, res.anchor = true, r.day.at
		return res
	}
	if r.ranged && r.day.known() && r.lastNode.weekday > 0 && n.rel == noRel {
		ahead := (n.weekday - isoWeekday(r.day.first) + 7) % 7
		res := dated(dayPeriod(r.day.first.AddDate(0, 0, ahead))) // "from Monday to Friday"
		res.relative, res.anchor = true, r.day.at
		return res
	}
	back := (isoWeekday(base) - n.weekday + 7) % 7 // days back to it
	var d time.Time
	switch {
	case n.rel == relLast || n.rel == relBefore:
		if back == 0 {
			back = 7
		}
		d = base.AddDate(0, 0, -back)
	case n.rel == relNext || n.rel == relAfter:
		d = base.AddDate(0, 0, 7-back)
	case n.rel == relThis && t != Past, t.ahead():
		d = base.AddDate(0, 0, (7-back)%7)
	case back == 6, t == Unknown && back == 5:
		// Nearer ahead than back. In a text told in the past too: web
		// articles keep the date of their first version, and days almost a
		// week back are rarely named by their weekday.
		d = base.AddDate(0, 0, 7-back)
	default:
		d = base.AddDate(0, 0, -back)
	}
	res := dated(dayPeriod(d))
	res.relative, res.anchor = true, anchor
	return res
}

// dayOnly resolves "the 14th": of the month last spoken of, else of the
// document's.
func (r *resolver) dayOnly(n node) result {
	base, anchor := r.doc, 0
	if r.month.known() {
		base, anchor = r.month.first, r.month.at
	}
	if base.IsZero() {
		return unresolved(fmt.Sprintf("XXXX-XX-%02d", n.day))
	}
	y, m, _ := base.Date()
	if n.day > daysIn(y, int(m)) {
		return result{typ: Date}
	}
	res := dated(dayPeriod(date(y, int(m), n.day)))
	res.relative, res.anchor = true, anchor
	return res
}

// holiday resolves a holiday to its day.
func (r *resolver) holiday(n node, t Tense) result {
	rule := holidays[n.holiday-1].rule
	y := r.givenYear(n)
	if rule == nil {
		if y > 0 {
			return dated(yearPeriod(y))
		}
		return result{typ: Date}
	}
	on := func(y int) time.Time { m, d := rule(y); return date(y, m, d) }
	if y > 0 {
		return dated(dayPeriod(on(y)))
	}
	if r.doc.IsZero() {
		return unresolved("")
	}
	y = r.doc.Year()
	var best time.Time
	least := 1 << 30
	for c := y - 1; c <= y+1; c++ {
		d := on(c)
		cost := distance(days(r.doc, d), t)
		if n.rel == relLast && !d.Before(r.doc) || (n.rel == relNext || t == Future) && d.Before(r.doc) {
			cost += 20000
		}
		if cost < least {
			best, least = d, cost
		}
	}
	res := dated(dayPeriod(best))
	res.relative = true
	return res
}

// nthWeekday resolves "the fourth Thursday of November".
func (r *resolver) nthWeekday(n node, t Tense) result {
	m := r.monthOnly(n, t)
	if m.grain == grainNone {
		return m
	}
	y, mo, _ := m.period.first.Date()
	d := nthDay(y, int(mo), n.weekday, n.nth)
	if d == 0 {
		return result{typ: Date, impossible: true}
	}
	m.period = dayPeriod(date(y, int(mo), d))
	return m
}
