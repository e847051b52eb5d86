package timex

import "time"

// zoneHours are the zones that news names by letters. "ET" and its like follow
// the season.
var zoneHours = map[string]float64{
	"GMT": 0, "UTC": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
	"BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9, "HKT": 8, "SGT": 8, "AEST": 10, "AEDT": 11,
}

// summerZones are the zones whose name does not say whether summer time holds,
// with their winter offset.
var summerZones = map[string]float64{"ET": -5, "CT": -6, "MT": -7, "PT": -8}

// zoneOffset is how far a zone is ahead of UTC on a day.
func zoneOffset(zone string, on time.Time) (time.Duration, bool) {
	if h, ok := zoneHours[zone]; ok {
		return time.Duration(h * float64(time.Hour)), true
	}
	h, ok := summerZones[zone]
	if !ok {
		return 0, false
	}
	if americanSummer(on) {
		h++
	}
	return time.Duration(h * float64(time.Hour)), true
}

// americanSummer reports whether summer time holds in the United States, by
// the Energy Policy Act of 2005: second Sunday of March to first of November.
// Before 2007 it ran from the first Sunday of April to the last of October.
func americanSummer(t time.Time) bool {
	y := t.Year()
	_, from := nth(3, time.Sunday, 2)(y)
	_, to := nth(11, time.Sunday, 1)(y)
	begin, end := date(y, 3, from), date(y, 11, to)
	if y < 2007 {
		_, from = nth(4, time.Sunday, 1)(y)
		begin = date(y, 4, from)
		end = date(y, 10, 31)
		end = end.AddDate(0, 0, -int(end.Weekday()))
	}
	return !t.Before(begin) && t.Before(end)
}

// readZone reads a time zone after a clock time.
func (s *scanner) readZone(n *node) {
	if w := s.zoneAt(n.j); w > 0 {
		n.zone, n.j = s.zoneName(n.j), n.j+w
	}
}

// zoneAt returns the number of tokens of a zone at j, or 0.
func (s *scanner) zoneAt(j int) int {
	if s.lex(j).zone && s.tok(j).caps && s.width(j) >= 2 {
		return 1
	}
	if s.is(j, "local") && s.is(j+1, "time") {
		return 2
	}
	if s.tok(j).capital && s.tok(j).kind == word && s.is(j+1, "time") && longZone(s.text[s.tok(j).start:s.tok(j).end]) != "" {
		return 2
	}
	return 0
}

func (s *scanner) zoneName(j int) string {
	t := s.tok(j)
	w := s.text[t.start:t.end]
	if z := longZone(w); z != "" {
		return z
	}
	if s.is(j, "local") {
		return ""
	}
	return w
}

func longZone(w string) string {
	switch w {
	case "Eastern":
		return "ET"
	case "Central":
		return "CT"
	case "Mountain":
		return "MT"
	case "Pacific":
		return "PT"
	}
	return ""
}
