package timex

import (
	"fmt"
	"math"
	"strconv"
)

// clockValue is the value of a clock time whose day is unknown.
func (p period) clockValue() string {
	v := fmt.Sprintf("XXXX-XX-XXT%02d:%02d", p.hour, p.min)
	if p.sec >= 0 {
		v += fmt.Sprintf(":%02d", p.sec)
	}
	return v
}

// durationValue is the TIMEX3 value of so many units. Decades and centuries
// are counted in years; halves of clock units are written out.
func durationValue(q number, u unit) string {
	prefix := "P"
	if u.clock() {
		prefix = "PT"
	}
	if q.vague {
		return prefix + "X" + u.code()
	}
	v := q.value
	switch u {
	case unitFortnight:
		v *= 2
	case unitDecade:
		v, u = v*10, unitYear
	case unitCentury:
		v, u = v*100, unitYear
	case unitMillennium:
		v, u = v*1000, unitYear
	case unitHour, unitMinute:
		return clockDuration(v, u)
	case unitYear:
		if whole, frac := math.Modf(v); frac > 0 && whole > 0 {
			if months := math.Round(frac * 12); math.Abs(months-frac*12) < 1e-6 && frac != 0.5 {
				return fmt.Sprintf("P%dY%dM", int(whole), int(months))
			}
		}
		if v == 0.5 {
			return "P6M"
		}
	}
	return prefix + strconv.FormatFloat(v, 'f', -1, 64) + u.code()
}

func clockDuration(v float64, u unit) string {
	whole, frac := math.Modf(v)
	small := math.Round(frac * 60)
	out := "PT"
	if whole > 0 || small == 0 {
		out += strconv.FormatFloat(whole, 'f', -1, 64) + u.code()
	}
	if small > 0 {
		lesser := unitMinute
		if u == unitMinute {
			lesser = unitSecond
		}
		out += strconv.Itoa(int(small)) + lesser.code()
	}
	return out
}

// setValue is the TIMEX3 value of a repetition.
func setValue(n node) string {
	p := ""
	if n.part != noPart {
		p = partCodes[n.part]
	}
	switch {
	case n.weekday > 0:
		return fmt.Sprintf("XXXX-WXX-%d%s", n.weekday, p)
	case n.month > 0 && n.day > 0:
		return fmt.Sprintf("XXXX-%02d-%02d", n.month, n.day)
	case n.month > 0:
		return fmt.Sprintf("XXXX-%02d", n.month)
	case n.season != noSeason:
		return "XXXX-" + seasonCodes[n.season]
	case p != "":
		return "XXXX-XX-XX" + p
	case n.count.value == 0 && !n.count.vague && n.unit == unitWeekend:
		return "XXXX-WXX-WE"
	case n.count.value == 0 && !n.count.vague && n.unit == unitDay:
		return "XXXX-WXX-XX"
	}
	return durationValue(n.count, n.unit)
}
