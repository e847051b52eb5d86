package timex

import (
	"strings"
	"time"
)

// quantified puts a modifier of quantity before a time.
func quantified(w, mod string) string {
	if w == "" {
		return ""
	}
	switch mod {
	case modApprox:
		return "about " + w
	case modMore:
		return "more than " + w
	case modLess:
		return "nearly " + w
	case modAtLeast:
		return "at least " + w
	case modAtMost:
		return "at most " + w
	}
	return w
}

// durationWords tells an ISO 8601 duration: "3 days", "5 hours 30 minutes".
func durationWords(v string) string {
	s, clock := v[1:], false
	var parts []string
	for s != "" {
		if s[0] == 'T' {
			s, clock = s[1:], true
			continue
		}
		i := strings.IndexFunc(s, func(r rune) bool { return r != '.' && r != 'X' && (r < '0' || r > '9') })
		if i < 1 {
			return ""
		}
		name := durationUnit(s[i:], clock)
		if name == "" {
			return ""
		}
		parts = append(parts, counted(s[:i], name))
		if strings.HasPrefix(s[i:], "WE") {
			i++
		}
		s = s[i+1:]
	}
	return strings.Join(parts, " ")
}

func counted(n, name string) string {
	switch n {
	case "X":
		return "several " + plural(name)
	case "1":
		return "1 " + name
	}
	return n + " " + plural(name)
}

func plural(name string) string {
	if name == "century" {
		return "centuries"
	}
	return name + "s"
}

func durationUnit(s string, clock bool) string {
	switch s[0] {
	case 'Y':
		return "year"
	case 'Q':
		return "quarter"
	case 'W':
		if strings.HasPrefix(s, "WE") {
			return "weekend"
		}
		return "week"
	case 'D':
		return "day"
	case 'H':
		return "hour"
	case 'S':
		return "second"
	case 'E':
		return "decade"
	case 'C':
		return "century"
	case 'M':
		if clock {
			return "minute"
		}
		return "month"
	}
	return ""
}

// setWords tells a repetition.
func setWords(v string) string {
	if v[0] == 'P' {
		w := durationWords(v)
		return "every " + strings.TrimPrefix(w, "1 ")
	}
	if w := floatingWords(v); w != "" {
		return "every " + w
	}
	return ""
}

// floatingWords tells a value whose year is open: "XXXX-01-14", "XXXX-WXX-2".
func floatingWords(v string) string {
	date, clock, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(v, "XXXX"), "-"), "T")
	part := ""
	if w, ok := partNames[clock]; ok {
		part = " " + strings.TrimSuffix(strings.TrimPrefix(w, "the "), " of ")
	}
	switch {
	case date == "WXX-WE":
		return "weekend"
	case date == "WXX-XX":
		return "weekday"
	case date == "XX-XX":
		return strings.TrimSpace(part)
	case strings.HasPrefix(date, "WXX-") && len(date) == 5 && date[4] >= '1' && date[4] <= '7':
		return time.Weekday((date[4]-'0')%7).String() + part
	case len(date) == 2 && date[0] > '9':
		name, _, _ := strings.Cut(seasonWord(date, 0), " ")
		return name
	}
	if t, err := time.Parse("2006-01-02", "2000-"+date); err == nil {
		return t.Format("2 January")
	}
	if t, err := time.Parse("2006-01", "2000-"+date); err == nil {
		return t.Format("January")
	}
	return ""
}
