package timex

// form is the shape of an expression before it is resolved.
type form uint8

const (
	noForm       form = iota
	formCalendar      // parts of a date: year, month, day, weekday
	formPeriod        // a unit placed by a relation: "last week", "this year"
	formSeason        // "summer", "last fall", "the winter of 2012"
	formQuarter       // a quarter or half of a year
	formDecade        // "the 1990s"
	formCentury       // "the 20th century"
	formHoliday       // "Christmas Day", "last Thanksgiving"
	formShift         // today, yesterday, tomorrow
	formOffset        // a distance from a point in time: "two weeks ago"
	formDuration      // "three years"
	formSet           // "every Tuesday", "twice a week"
	formRef           // "now", "recently"
	formStray         // a day of the month cut off from its month
)

// node is an expression as the grammar reads it, not yet resolved.
type node struct {
	i, j       int // tokens [i, j) of the paragraph
	form       form
	year       int // 0 where unknown; for decades and centuries their first year
	month      int
	day        int
	weekday    int
	nth        int // which weekday of its month: 1 to 4, or lastInMonth
	rel        rel
	unit       unit
	season     season
	sub        int    // quarter 1 to 4; 5 and 6 are the halves of a year
	yearRel    rel    // "of this year", "next year"
	holiday    int    // index into holidays, from 1
	count      number // of units
	shift      int    // days from the document's day
	dir        direction
	ref        string
	part       part
	hour       int // -1 where there is no clock time
	min        int
	sec        int // -1 where not given
	zone       string
	mod        string
	fiscal     bool
	deictic    bool // "today" and the like, rather than a clock time alone
	indefinite bool // "a Tuesday", "any Friday"
	inner      bool // begins after an article that belongs to a noun behind it
}

// direction is where an offset points.
type direction uint8

const (
	ago     direction = iota // back from the document's day
	hence                    // ahead of it
	earlier                  // back from the time last spoken of
	later                    // ahead of it
)

// number is a count, as far as it is known.
type number struct {
	value float64
	vague bool
}

func (n node) found() bool { return n.form != noForm }

// hasDay reports whether the node stands for one day.
func (n node) hasDay() bool {
	switch n.form {
	case formCalendar:
		return n.day > 0 || n.weekday > 0 || n.nth > 0
	case formPeriod:
		return n.unit == unitDay
	case formShift, formHoliday:
		return true
	case formOffset:
		return n.unit == unitDay
	}
	return false
}

// TIMEX3 modifiers.
const (
	modStart   = "START"
	modMid     = "MID"
	modEnd     = "END"
	modApprox  = "APPROX"
	modMore    = "MORE_THAN"
	modLess    = "LESS_THAN"
	modAtLeast = "EQUAL_OR_MORE"
	modAtMost  = "EQUAL_OR_LESS"
	modAfter   = "AFTER"
	modBefore  = "BEFORE"
	modTill    = "ON_OR_BEFORE"
	modFrom    = "ON_OR_AFTER"
)
