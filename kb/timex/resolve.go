package timex

import "time"

// resolver turns nodes into expressions, in the order of the text. It keeps
// what was last spoken of, for expressions that hang on another one.
type resolver struct {
	text string
	doc  time.Time // the document's day, zero if unknown
	out  []Expression

	spoken  mention // the last period spoken of, of any grain
	day     mention // the last day
	month   mention // the last month or finer
	year    mention // the last year or finer
	quarter mention // the quarter that a report is about
	// halfYears counts the expressions up to the last "nine months": after
	// it, "a year earlier" is a year rather than a quarter.
	halfYears int

	// fullDates holds the year that a month and day were last named with.
	fullDates map[[2]int]int

	// The node resolved before, for those coordinated with it.
	lastNode    node
	lastScanner *scanner
	lastTense   Tense
	paired      bool // the node at hand is coordinated with it
	ranged      bool // the node at hand is the end of a stretch that it begins
}

// mention is a period and the index of the expression that spoke of it.
type mention struct {
	period
	at    int
	aside bool // it only qualifies a noun
}

func (m mention) known() bool { return m.grain != grainNone }

func newResolver(text string, docDate time.Time) *resolver {
	r := &resolver{text: text, fullDates: map[[2]int]int{}}
	if !docDate.IsZero() {
		y, m, d := docDate.Date()
		r.doc = date(y, int(m), d)
	}
	if d, ok := Dateline(text, r.doc); ok {
		r.doc = d
	}
	return r
}

// result is what a node resolves to: a period, or a value that no calendar
// holds.
type result struct {
	period
	typ         Type
	text        string // the value where there is no period
	first, last time.Time
	relative    bool
	anchor      int
	impossible  bool
}

// add resolves n and appends its expression.
func (r *resolver) add(s *scanner, n node) {
	t := r.tense(s, n)
	if r.again(s, n) {
		n.form = formSet
	}
	if t == Future && s.inSoLong(n) {
		n.form, n.dir = formOffset, hence
	}
	res := r.resolve(s, n, t)
	r.lastNode, r.lastScanner, r.lastTense = n, s, t
	if res.typ == "" {
		return
	}
	if y := res.period.first.Year(); res.grain != grainNone && (y < 1 || y > 9999) {
		res = result{typ: res.typ} // beyond what TIMEX3 writes
	}
	e := Expression{Start: s.tok(n.i).start, End: s.tok(n.j - 1).end, Type: res.typ, Mod: n.mod, Tense: s.told(n, t),
		Relative: res.relative, Anchor: res.anchor - 1, Impossible: res.impossible, Value: res.text, First: res.first, Last: res.last}
	e.Text = r.text[e.Start:e.End]
	r.spoke(&e, s, n, res)
}

// spoke fills in the calendar time of e, appends it, and keeps what later
// expressions may hang on.
func (r *resolver) spoke(e *Expression, s *scanner, n node, res result) {
	if res.grain != grainNone {
		e.Value, e.First, e.Last = res.value(), res.period.first, res.period.last()
		if e.First.IsZero() {
			e.Last = time.Time{} // the first century: it begins with Go's zero time
		}
		if n.weekday > 0 && n.month > 0 && n.day > 0 && !r.paired && s.lex(n.i-2).weekday == 0 {
			e.Weekday = n.weekday
		}
		r.instant(e, n, res.period)
	}
	r.out = append(r.out, *e)
	if res.grain != grainNone && (e.Type == Date || e.Type == Time) {
		r.note(res.period, n, n.hour < 0 && s.attributive(n))
		r.noteQuarter(res.period, n, r.lastTense)
	}
	if n.form == formDuration && n.unit == unitMonth && n.count.value >= 6 {
		r.halfYears = len(r.out)
	}
}

// note keeps the period as the last one spoken of.
func (r *resolver) note(p period, n node, aside bool) {
	m := mention{p, len(r.out), aside}
	r.spoken = m
	if p.grain >= grainDay {
		r.day = m
	}
	// "Tuesday" and "yesterday" are the report's own time: "that year" reaches
	// over them.
	named := n.year > 0 || n.month > 0 || n.form == formPeriod || n.form == formSeason || n.form == formOffset
	if p.grain >= grainMonth && named {
		r.month = m
	}
	if p.grain >= grainYear && named {
		r.year = m
	}
}

// noteQuarter keeps the quarter that a report is about: "a year earlier" and
// "the latest quarter" hang on it. Quarters ahead and those of former years
// are only compared with it.
func (r *resolver) noteQuarter(p period, n node, t Tense) {
	if p.grain != grainQuarter || r.doc.IsZero() || n.yearRel == relBefore || t.ahead() ||
		p.first.After(r.doc) || days(p.last(), r.doc) > 300 {
		return
	}
	r.quarter = mention{period: p, at: len(r.out)}
}

// instant makes an expression with a clock time and a known zone exact.
func (r *resolver) instant(e *Expression, n node, p period) {
	e.Zone = n.zone
	if p.grain != grainClock || n.zone == "" {
		return
	}
	off, ok := zoneOffset(n.zone, p.first)
	if !ok {
		return
	}
	t := p.first.Add(time.Duration(p.hour)*time.Hour + time.Duration(p.min)*time.Minute - off)
	if p.sec > 0 {
		t = t.Add(time.Duration(p.sec) * time.Second)
	}
	e.First, e.Last, e.Exact = t, t, true
}

func (r *resolver) resolve(s *scanner, n node, t Tense) result {
	switch n.form {
	case formCalendar:
		return r.calendar(n, t)
	case formPeriod:
		return r.onClock(n, r.placed(n, t))
	case formSeason:
		return r.seasonal(n, t)
	case formQuarter:
		return r.quarterly(n, t)
	case formDecade:
		return dated(period{grain: grainDecade, first: date(n.year, 1, 1)})
	case formCentury:
		return r.centennial(n)
	case formHoliday:
		return r.onClock(n, r.holiday(n, t))
	case formShift:
		return r.onClock(n, r.shifted(s, n, t))
	case formOffset:
		return r.offset(n)
	case formDuration:
		return r.duration(n)
	case formSet:
		return result{typ: Set, text: setValue(n)}
	case formRef:
		return result{typ: Date, text: n.ref, relative: true}
	case formStray:
		return r.stray(s, n)
	}
	return result{}
}

func dated(p period) result { return result{period: p, typ: Date} }

// unresolved is a date that needs the document's date and lacks it.
func unresolved(value string) result { return result{typ: Date, text: value, relative: true} }

// onClock adds the clock time or the part of the day to a resolved day.
func (r *resolver) onClock(n node, res result) result {
	if n.hour < 0 && n.part == noPart {
		return res
	}
	if res.typ != "" {
		res.typ = Time
	}
	if res.grain == grainNone {
		if res.text != "" || n.hour < 0 {
			return res
		}
		p := period{hour: n.hour, min: max(n.min, 0), sec: n.sec}
		res.text = p.clockValue()
		return res
	}
	if res.grain != grainDay {
		return res
	}
	if n.hour >= 0 {
		res.grain, res.hour, res.min, res.sec = grainClock, n.hour, max(n.min, 0), n.sec
		return res
	}
	res.grain, res.part = grainPart, n.part
	return res
}

// shifted resolves today, yesterday, tomorrow and clock times without a day.
func (r *resolver) shifted(s *scanner, n node, t Tense) result {
	base, rel := mention{period: dayPeriod(r.doc)}, true
	if n.hour >= 0 && n.shift == 0 && !n.deictic && r.dayNear(s, n) && !(t == Future && r.day.first.Before(r.doc)) {
		base = mention{period: dayPeriod(r.day.first), at: r.day.at}
	}
	if base.first.IsZero() {
		if n.hour >= 0 {
			return result{typ: Date, relative: true}
		}
		return unresolved("")
	}
	res := dated(dayPeriod(base.first.AddDate(0, 0, n.shift)))
	res.relative, res.anchor = rel, base.at
	return res
}

// dayNear reports whether a day was spoken of shortly before n, so that a
// clock time without a day is of that day.
func (r *resolver) dayNear(s *scanner, n node) bool {
	if !r.day.known() || r.day.at == 0 || r.day.at > len(r.out) || r.day.aside {
		return false
	}
	return s.tok(n.i).start-r.out[r.day.at-1].End < nearBytes
}

// nearBytes is about two sentences.
const nearBytes = 300

// stray resolves a day cut off from its month: "In January, ... Germany." /
// "20 to meet ..." is 20 January.
func (r *resolver) stray(s *scanner, n node) result {
	if len(r.out) == 0 || r.spoken.grain != grainMonth || r.spoken.at != len(r.out) {
		return result{}
	}
	prev := r.out[len(r.out)-1]
	if s.tok(n.i).start-prev.End > 300 || sentences(r.text[prev.End:s.tok(n.i).start]) > 1 {
		return result{}
	}
	y, m, _ := r.spoken.first.Date()
	if n.day > daysIn(y, int(m)) {
		return result{}
	}
	res := dated(dayPeriod(date(y, int(m), n.day)))
	res.anchor, res.relative = r.spoken.at, prev.Relative
	return res
}

// sentences counts the sentence ends in a short stretch of text.
func sentences(s string) int {
	n := 0
	for i := range len(s) {
		if (s[i] == '.' || s[i] == '!' || s[i] == '?') && (i+1 == len(s) || s[i+1] <= ' ') {
			n++
		}
	}
	return n
}

// tense is the tense that n is resolved by: that of its clause, or of the time
// that it is coordinated with ("on Friday and Saturday").
func (r *resolver) tense(s *scanner, n node) Tense {
	c := n.i - 1
	r.ranged, r.paired = false, false
	if s == r.lastScanner && c == r.lastNode.j {
		r.ranged = s.is(c, "to", "through", "until", "till", "into") || s.mark(c, '-') || s.mark(c, '~')
		r.paired = r.ranged || s.is(c, "and", "or") || s.mark(c, '/')
	}
	if r.paired {
		return r.lastTense
	}
	if n.weekday > 0 && n.i == 0 && n.j == len(s.toks) {
		return Conditional // a heading in a calendar of the days ahead
	}
	if n.form == formCalendar && n.day > 0 && (s.attributive(n) || s.is(c, "from", "of")) {
		return Unknown
	}
	t := s.tense(n.i, n.j)
	if n.weekday > 0 && n.month == 0 && (t == Unknown && s.timetabled(n) || s.is(n.j, "is") || s.is(n.i-1, "is")) {
		return Conditional
	}
	back := (isoWeekday(r.doc) - n.weekday + 7) % 7
	if t.ahead() && n.weekday > 0 && s.mark(n.j, '\'') && (back == 1 || back == 2) {
		return Past // "will discuss Monday's vote", said on Tuesday
	}
	return t
}

// again reports whether n is a weekday in a list that began with "every".
func (r *resolver) again(s *scanner, n node) bool {
	k := n.i - 1
	for s.is(k, "and", "or") || s.mark(k, ',') {
		k--
	}
	return n.form == formCalendar && n.weekday > 0 && n.month == 0 && n.day == 0 && n.rel == noRel &&
		s == r.lastScanner && r.lastNode.form == formSet && r.lastNode.weekday > 0 && k == r.lastNode.j-1 && k < n.i-1
}
