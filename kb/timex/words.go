package timex

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Words tells the resolved time in words: "Tuesday 18 January 2022", "the week
// of 17–23 January 2022", "the 1990s", "9 a.m. EST on Tuesday 18 January 2022",
// "about 10 years", "every Tuesday". It is empty where Value holds no time that
// could be told so ("now").
func (e Expression) Words() string {
	v := e.Value
	switch {
	case v == "" || strings.HasSuffix(v, "_REF"):
		return ""
	case e.Type == Set:
		return setWords(v)
	case v[0] == 'P':
		return quantified(durationWords(v), e.Mod)
	case strings.HasPrefix(v, "XXXX"):
		return floatingWords(v)
	}
	day, clock, _ := strings.Cut(v, "T")
	w, grain := dateWords(day, e.First)
	if w == "" {
		return ""
	}
	if clock != "" {
		return clockWords(clock, e.Zone) + w
	}
	return modified(w, grain, e.Mod)
}

// dateWords tells a value without a time of day.
func dateWords(v string, first time.Time) (string, grain) {
	if first.IsZero() {
		return "", grainNone
	}
	y := first.Year()
	switch {
	case len(v) > 4 && len(v) < 7:
		return "", grainNone
	case len(v) == 2:
		return "the " + ordinalWord(y/100+1) + " century", grainCentury
	case len(v) == 3:
		return fmt.Sprintf("the %d0s", y/10), grainDecade
	case len(v) == 4:
		return strconv.Itoa(y), grainYear
	case strings.HasSuffix(v, "-WE"):
		return "the weekend of " + spanWords(first, first.AddDate(0, 0, 1)), grainWeekend
	case v[5] == 'W' && v[6] != 'I':
		return "the week of " + spanWords(first, first.AddDate(0, 0, 6)), grainWeek
	case v[5] == 'Q':
		return fmt.Sprintf("the %s quarter of %d", ordinalWords[v[6]-'0'], y), grainQuarter
	case v[5] == 'H':
		return fmt.Sprintf("the %s half of %d", ordinalWords[v[6]-'0'], y), grainHalf
	case v[5] > '9':
		return seasonWord(v[5:], y), grainSeason
	case len(v) == 7:
		return first.Format("January 2006"), grainMonth
	}
	if t, err := time.Parse(time.DateOnly, v); err == nil {
		// An exact instant keeps the day of its own zone.
		return dayWords(t), grainDay
	}
	return "", grainNone
}

func dayWords(t time.Time) string { return t.Format("Monday 2 January 2006") }

// spanWords tells the days from a to b as briefly as they allow.
func spanWords(a, b time.Time) string {
	switch {
	case a.Year() != b.Year():
		return a.Format("2 January 2006") + " – " + b.Format("2 January 2006")
	case a.Month() != b.Month():
		return a.Format("2 January") + " – " + b.Format("2 January 2006")
	}
	return fmt.Sprintf("%d–%s", a.Day(), b.Format("2 January 2006"))
}

var ordinalWords = [...]string{"", "first", "second", "third", "fourth"}

func ordinalWord(n int) string {
	suffix := "th"
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

func seasonWord(code string, y int) string {
	switch code {
	case "SP":
		return fmt.Sprintf("spring %d", y)
	case "SU":
		return fmt.Sprintf("summer %d", y)
	case "FA":
		return fmt.Sprintf("autumn %d", y)
	case "WI":
		return fmt.Sprintf("winter %d–%02d", y, (y+1)%100)
	}
	return ""
}

// clockWords tells a time of day, up to the day's name.
func clockWords(clock, zone string) string {
	if w, ok := partNames[clock]; ok {
		return w
	}
	if zone != "" {
		zone = " " + zone
	}
	h, rest, _ := strings.Cut(clock, ":")
	m, sec, _ := strings.Cut(rest, ":")
	hour, err := strconv.Atoi(h)
	if err != nil {
		return ""
	}
	if sec != "" || zone == " GMT" || zone == " UTC" {
		return clock + zone + " on "
	}
	switch {
	case hour == 12 && m == "00":
		return "noon" + zone + " on "
	case (hour == 0 || hour == 24) && m == "00":
		return "midnight" + zone + " on "
	}
	half := " a.m."
	if hour >= 12 {
		half = " p.m."
	}
	if m != "00" {
		m = ":" + m
	} else {
		m = ""
	}
	return strconv.Itoa((hour+11)%12+1) + m + half + zone + " on "
}

var partNames = map[string]string{
	"MO": "the morning of ", "MI": "midday on ", "AF": "the afternoon of ", "EV": "the evening of ", "NI": "the night of ", "DT": "the day of ",
}

// modified puts a modifier before a date.
func modified(w string, g grain, mod string) string {
	day := g >= grainDay
	switch mod {
	case modStart:
		if day {
			return "early on " + w
		}
		return "early " + withThe(w)
	case modEnd:
		if day {
			return "late on " + w
		}
		return "late " + withThe(w)
	case modMid:
		if day {
			return "the middle of " + w
		}
		return "mid-" + strings.TrimPrefix(w, "the ")
	case modAfter:
		return "after " + w
	case modBefore:
		return "before " + w
	case modFrom:
		return w + " or later"
	case modTill:
		return w + " or earlier"
	}
	return quantified(w, mod)
}

// withThe leaves "early the week of" as "early in the week of".
func withThe(w string) string {
	if strings.HasPrefix(w, "the ") {
		return "in " + w
	}
	return w
}
