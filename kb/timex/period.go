package timex

import (
	"fmt"
	"time"
)

// grain is how fine a period is.
type grain uint8

const (
	grainNone grain = iota
	grainCentury
	grainDecade
	grainYear
	grainHalf
	grainSeason
	grainQuarter
	grainMonth
	grainWeek
	grainWeekend
	grainDay
	grainPart // a part of a day
	grainClock
)

// period is a stretch of calendar time as TIMEX3 names it.
type period struct {
	grain  grain
	first  time.Time // its first day
	season season
	part   part
	hour   int
	min    int
	sec    int // -1 where not given
}

func date(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

func daysIn(y, m int) int { return date(y, m+1, 0).Day() }

func dayPeriod(t time.Time) period { return period{grain: grainDay, first: t} }

func monthPeriod(y, m int) period { return period{grain: grainMonth, first: date(y, m, 1)} }

func yearPeriod(y int) period { return period{grain: grainYear, first: date(y, 1, 1)} }

func weekPeriod(t time.Time) period { return period{grain: grainWeek, first: monday(t)} }

func quarterPeriod(y, q int) period {
	if q > 4 {
		return period{grain: grainHalf, first: date(y, 1+6*(q-5), 1)}
	}
	return period{grain: grainQuarter, first: date(y, 3*q-2, 1)}
}

// seasonStart are the months in which the seasons of the northern half of the
// world begin, by whole months as meteorologists count them.
var seasonStart = [...]int{seasonSpring: 3, seasonSummer: 6, seasonAutumn: 9, seasonWinter: 12}

func seasonPeriod(y int, s season) period {
	return period{grain: grainSeason, season: s, first: date(y, seasonStart[s], 1)}
}

// monday is the first day of t's ISO week.
func monday(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7) }

// last is the last day of the period.
func (p period) last() time.Time {
	switch p.grain {
	case grainCentury:
		return p.first.AddDate(100, 0, -1)
	case grainDecade:
		return p.first.AddDate(10, 0, -1)
	case grainYear:
		return p.first.AddDate(1, 0, -1)
	case grainHalf:
		return p.first.AddDate(0, 6, -1)
	case grainSeason, grainQuarter:
		return p.first.AddDate(0, 3, -1)
	case grainMonth:
		return p.first.AddDate(0, 1, -1)
	case grainWeek:
		return p.first.AddDate(0, 0, 6)
	case grainWeekend:
		return p.first.AddDate(0, 0, 1)
	}
	return p.first
}

// value is the period's TIMEX3 value.
func (p period) value() string {
	y, m, d := p.first.Date()
	switch p.grain {
	case grainCentury:
		return fmt.Sprintf("%02d", y/100)
	case grainDecade:
		return fmt.Sprintf("%03d", y/10)
	case grainYear:
		return fmt.Sprintf("%04d", y)
	case grainHalf:
		return fmt.Sprintf("%04d-H%d", y, 1+int(m)/7)
	case grainSeason:
		return fmt.Sprintf("%04d-%s", y, seasonCodes[p.season])
	case grainQuarter:
		return fmt.Sprintf("%04d-Q%d", y, (int(m)+2)/3)
	case grainMonth:
		return fmt.Sprintf("%04d-%02d", y, m)
	case grainWeek:
		wy, w := p.first.ISOWeek()
		return fmt.Sprintf("%04d-W%02d", wy, w)
	case grainWeekend:
		wy, w := p.first.ISOWeek()
		return fmt.Sprintf("%04d-W%02d-WE", wy, w)
	case grainDay:
		return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	case grainPart:
		return fmt.Sprintf("%04d-%02d-%02d%s", y, m, d, partCodes[p.part])
	case grainClock:
		v := fmt.Sprintf("%04d-%02d-%02dT%02d:%02d", y, m, d, p.hour, p.min)
		if p.sec >= 0 {
			v += fmt.Sprintf(":%02d", p.sec)
		}
		return v
	}
	return ""
}

// grainOf is the grain of one unit.
func grainOf(u unit) grain {
	switch u {
	case unitDay, unitNight:
		return grainDay
	case unitWeekend:
		return grainWeekend
	case unitWeek, unitFortnight:
		return grainWeek
	case unitMonth:
		return grainMonth
	case unitQuarter:
		return grainQuarter
	case unitYear:
		return grainYear
	case unitDecade:
		return grainDecade
	case unitCentury, unitMillennium:
		return grainCentury
	}
	return grainNone
}

// around is the period of a grain that holds the day t.
func around(g grain, t time.Time) period {
	y, m, _ := t.Date()
	switch g {
	case grainCentury:
		return period{grain: g, first: date(y/100*100, 1, 1)}
	case grainDecade:
		return period{grain: g, first: date(y/10*10, 1, 1)}
	case grainYear:
		return yearPeriod(y)
	case grainHalf:
		return quarterPeriod(y, 5+int(m)/7)
	case grainQuarter:
		return quarterPeriod(y, (int(m)+2)/3)
	case grainMonth:
		return monthPeriod(y, int(m))
	case grainWeek:
		return weekPeriod(t)
	case grainWeekend:
		return period{grain: g, first: monday(t).AddDate(0, 0, 5)}
	}
	return dayPeriod(t)
}

// shiftBy moves t by n periods of a grain.
func shiftBy(g grain, t time.Time, n int) time.Time {
	switch g {
	case grainCentury:
		return addMonths(t, 1200*n)
	case grainDecade:
		return addMonths(t, 120*n)
	case grainYear:
		return addMonths(t, 12*n)
	case grainHalf:
		return addMonths(t, 6*n)
	case grainSeason, grainQuarter:
		return addMonths(t, 3*n)
	case grainMonth:
		return addMonths(t, n)
	case grainWeek, grainWeekend:
		return t.AddDate(0, 0, 7*n)
	}
	return t.AddDate(0, 0, n)
}

// addMonths moves t by months and keeps to the end of a shorter month.
func addMonths(t time.Time, n int) time.Time {
	y, m, d := t.Date()
	first := date(y, int(m)+n, 1)
	return date(first.Year(), int(first.Month()), min(d, daysIn(first.Year(), int(first.Month()))))
}
