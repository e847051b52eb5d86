package timex

import (
	"strconv"
	"time"
)

// placed resolves a unit placed by a relation: "last week", "that same year",
// "the following day", "the weekend".
func (r *resolver) placed(n node, t Tense) result {
	g := grainOf(n.unit)
	if g == grainNone {
		return result{typ: Date, relative: true}
	}
	base, anchor := r.doc, 0
	switch n.rel {
	case noRel, relSame, relBefore, relAfter:
		m := r.anchor(g)
		if m.known() && !(n.rel == noRel && t == Future && m.first.Before(r.doc)) {
			base, anchor = m.first, m.at
		} else if n.rel != noRel {
			return unresolved("") // the year of what was not dated
		}
	}
	if base.IsZero() {
		return unresolved("")
	}
	k := step(n.rel)
	if g == grainWeekend && anchor == 0 {
		k = weekendStep(n.rel, t, r.doc)
	}
	if g == grainWeek && anchor == 0 && base.Weekday() == time.Sunday && (n.rel == relLast || n.rel == relThis && t.ahead()) {
		k++ // seen from a Sunday, the week that ends with it is over
	}
	res := dated(around(g, shiftBy(g, base, k)))
	res.relative, res.anchor = true, anchor
	return res
}

// anchor is the last period spoken of that is no coarser than a grain.
func (r *resolver) anchor(g grain) mention {
	switch {
	case g >= grainWeek:
		return r.day
	case g == grainMonth:
		return r.month
	}
	return r.year
}

// weekendStep tells which weekend is meant, counted from the one of the
// document's week.
func weekendStep(rel rel, t Tense, doc time.Time) int {
	switch rel {
	case relLast:
		return -1
	case relNext:
		return 1
	}
	if !t.ahead() && isoWeekday(doc) < 5 {
		return -1
	}
	return 0
}

// seasonal resolves a season.
func (r *resolver) seasonal(n node, t Tense) result {
	if y := r.givenYear(n); y > 0 {
		res := dated(seasonPeriod(y, n.season))
		res.relative = n.year == 0
		return res
	}
	if r.doc.IsZero() {
		return unresolved("XXXX-" + seasonCodes[n.season])
	}
	y := r.doc.Year()
	if n.rel == relSame && r.year.known() {
		y = r.year.first.Year()
		res := dated(seasonPeriod(y, n.season))
		res.relative, res.anchor = true, r.year.at
		return res
	}
	latest := seasonPeriod(y, n.season) // the latest begun
	if latest.first.After(r.doc) {
		latest = seasonPeriod(y-1, n.season)
	}
	within := !latest.last().Before(r.doc)
	y = latest.first.Year()
	switch {
	case n.rel == relLast && within:
		y--
	case n.rel == relThis && !within && seasonPeriod(r.doc.Year(), n.season).first.After(r.doc):
		y++
	case n.rel == noRel && t != Past && !within && days(r.doc, seasonPeriod(y+1, n.season).first) < 60:
		y++ // about to begin
	case n.rel == relNext, n.rel == noRel && t.ahead() && !within:
		y++
	}
	res := dated(seasonPeriod(y, n.season))
	res.relative = true
	return res
}

// quarterly resolves a quarter or half of a year. One without a number is the
// one last spoken of, else the newest completed one.
func (r *resolver) quarterly(n node, t Tense) result {
	sub, y := n.sub, r.givenYear(n)
	if sub < 0 {
		return r.sameQuarter(n, y)
	}
	if y == 0 {
		if r.doc.IsZero() {
			return unresolved("XXXX-Q" + strconv.Itoa(sub))
		}
		y = r.doc.Year()
		p := quarterPeriod(y, sub)
		switch {
		case n.yearRel == relBefore:
			if p.first.After(r.doc) {
				y--
			}
			y--
		case t.ahead() && p.last().Before(r.doc) && days(p.last(), r.doc) > 120:
			y++
		case !t.ahead() && p.first.After(r.doc) && days(r.doc, p.first) > 95:
			y--
		}
	}
	res := dated(quarterPeriod(y, sub))
	res.relative = n.year == 0
	return res
}

// sameQuarter resolves a quarter without a number: the one that a report is
// about, else the newest completed one, in the year y where it is not 0.
func (r *resolver) sameQuarter(n node, y int) result {
	if r.doc.IsZero() {
		return unresolved("")
	}
	q, anchor := around(grainQuarter, addMonths(r.doc, -3)), 0
	switch {
	case n.month > 0:
		m := r.monthOnly(node{month: n.month, year: n.year}, Past)
		q = around(grainQuarter, m.period.first)
	case n.rel == relThis:
		q = around(grainQuarter, r.doc)
	case n.rel == relNext:
		q = around(grainQuarter, addMonths(r.doc, 3))
	case r.quarter.known() && n.rel != relLast:
		q, anchor = r.quarter.period, r.quarter.at
	case y > 0 || n.yearRel == relBefore:
		// "the 1988 period" of a report on no certain quarter.
		q = yearPeriod(q.first.Year())
	}
	if n.yearRel == relBefore && r.halfYears > r.quarter.at {
		q = yearPeriod(r.doc.Year())
	}
	if n.yearRel == relBefore {
		y = q.first.Year() - 1
	}
	if y > 0 {
		q.first = date(y, int(q.first.Month()), 1)
	}
	res := dated(q)
	res.relative, res.anchor = true, anchor
	return res
}

// centennial resolves a century; "the turn of the century" is the one nearest
// to the document.
func (r *resolver) centennial(n node) result {
	y := n.year
	if y == 0 {
		if r.doc.IsZero() {
			return unresolved("")
		}
		y = r.doc.Year() / 100 * 100
	}
	return dated(period{grain: grainCentury, first: date(max(y, 1), 1, 1)})
}

// offset resolves "two weeks ago", "a year earlier", "three days later".
func (r *resolver) offset(n node) result {
	base, anchor := r.doc, 0
	if (n.dir == earlier || n.dir == later) && r.spoken.known() {
		base, anchor = r.spoken.first, r.spoken.at
	}
	back := n.dir == ago || n.dir == earlier
	if n.count.vague {
		return r.vagueOffset(n, back)
	}
	if base.IsZero() {
		return unresolved("")
	}
	if n.unit == unitYear && n.count.value == 1 && back && r.quarter.known() && len(r.out)-r.quarter.at < 8 {
		return r.sameQuarter(node{yearRel: relBefore}, 0)
	}
	g, k := grainOf(n.unit), int(n.count.value)
	if n.unit == unitFortnight {
		k *= 2
	}
	if n.unit == unitMillennium {
		k *= 10
	}
	if g == grainDecade || g == grainCentury {
		// "two decades ago" is a year, about so many years back.
		k *= map[grain]int{grainDecade: 10, grainCentury: 100}[g]
		g = grainYear
	}
	if back {
		k = -k
	}
	if abs(k) > 9000 {
		return result{typ: Date}
	}
	if g == grainNone {
		g, k = grainDay, 0
	}
	t := shiftBy(g, base, k)
	if n.count.value != float64(int(n.count.value)) && g == grainYear {
		half := 6
		if back {
			half = -6
		}
		t = addMonths(t, half)
	}
	res := dated(around(g, t))
	if n.weekday > 0 {
		res = dated(dayPeriod(monday(t).AddDate(0, 0, n.weekday-1)))
	}
	res.relative, res.anchor = true, anchor
	if n.unit.clock() {
		res.typ = Time
	}
	return res
}

func (r *resolver) vagueOffset(n node, back bool) result {
	switch {
	case n.dir == earlier || n.dir == later:
		return result{typ: Duration, text: durationValue(n.count, n.unit)}
	case back:
		return result{typ: Date, text: pastRef, relative: true}
	}
	return result{typ: Date, text: futureRef, relative: true}
}

// duration resolves a length of time, and where it lies if a relation says so.
func (r *resolver) duration(n node) result {
	res := result{typ: Duration, text: durationValue(n.count, n.unit)}
	if n.rel == noRel || n.count.vague || r.doc.IsZero() || n.unit.clock() {
		return res
	}
	g, k := grainOf(n.unit), int(n.count.value)
	if g == grainNone || k > 9000 {
		return res
	}
	res.relative = true
	switch n.rel {
	case relLast:
		res.first, res.last = shiftBy(g, r.doc, -k), r.doc
	case relNext:
		res.first, res.last = r.doc, shiftBy(g, r.doc, k)
	}
	return res
}
