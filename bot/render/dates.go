package render

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"dateline/kb"
)

// Day is a day in words, "18 January 2022", or empty where it is unknown.
func Day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2 January 2006")
}

// instant is the markup that every client shows in its own language and time
// zone. It is for instants only: a day would move with the zone.
func instant(t time.Time) string { return fmt.Sprintf("<t:%d:f>", t.Unix()) }

// dateWords is a date as far as it is known: resolved, or as the article has it.
func dateWords(d kb.Date) string {
	return cmp.Or(Clean(d.Words), Clean(d.Text), Day(d.First))
}

// when is a date in bold, with the reader's own time where it is an instant.
func when(d kb.Date) string {
	words := capital(dateWords(d))
	if words == "" {
		return ""
	}
	out := "**" + Text(words, dateMax) + "**"
	if d.Exact && !d.First.IsZero() {
		out += " (" + instant(d.First) + " where you are)"
	}
	return out
}

// happened is what an article says happened at a time, without the marks and
// words that tied it to its sentence; empty where that is little more than the
// date.
func happened(d kb.Date) string {
	event := strings.TrimRight(Clean(d.Event), " ,;:–—-")
	event = strings.TrimPrefix(event, "that ")
	rest := strings.Replace(event, Clean(d.Text), "", 1)
	if len(strings.Fields(rest)) < 3 {
		return ""
	}
	return capital(event)
}

// span is the time from one day to another in words.
func span(first, last time.Time) string {
	switch {
	case first.IsZero() && last.IsZero():
		return ""
	case last.IsZero() || first.Equal(last):
		return Day(first)
	case first.IsZero():
		return "until " + Day(last)
	}
	return Day(first) + " to " + Day(last)
}

// contains reports whether the words of part are all said in whole already.
func contains(whole, part string) bool {
	return strings.Contains(strings.ToLower(Clean(whole)), strings.ToLower(Clean(part)))
}
