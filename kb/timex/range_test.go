package timex

import (
	"testing"
	"time"
)

func TestRange(t *testing.T) {
	asked := date(2022, 1, 20) // a Thursday
	for _, c := range []struct{ text, first, last, words string }{
		{"what happened last week", "2022-01-10", "2022-01-16", "last week"},
		{"who visited Kyiv in January 2022", "2022-01-01", "2022-01-31", "in January 2022"},
		{"news about Blinken since Tuesday", "2022-01-18", "", "since Tuesday"},
		{"news about blinken since tuesday", "2022-01-18", "", "since tuesday"},
		{"what did he say before March 2021?", "", "2021-02-28", "before March 2021"},
		{"what happened between 2014 and 2016 in Crimea", "2014-01-01", "2016-12-31", "between 2014 and 2016"},
		{"who met from Monday to Wednesday?", "2022-01-17", "2022-01-19", "from Monday to Wednesday"},
		{"what happened January 14-16, 2022", "2022-01-14", "2022-01-16", "January 14-16, 2022"},
		{"what happened yesterday", "2022-01-19", "2022-01-19", "yesterday"},
		{"who won in the past two weeks", "2022-01-06", "2022-01-20", "in the past two weeks"},
		{"what happened in may", "2021-05-01", "2021-05-31", "in may"},
		{"who led the January 6 attack?", "", "", ""},
		{"who won the 2014 World Cup?", "", "", ""},
		{"who won this year’s prize?", "", "", ""},
		{"what is planned by 2050?", "", "", ""},
		{"who may visit Kyiv?", "", "", ""},
		{"who is Kuleba?", "", "", ""},
		{"", "", "", ""},
	} {
		first, last, spans, ok := Range(c.text, asked)
		words := ""
		for _, p := range spans {
			words += c.text[p[0]:p[1]]
		}
		if day(first) != c.first || day(last) != c.last || words != c.words || ok != (c.words != "") {
			t.Errorf("Range(%q) = %s, %s, %q, %v, want %s, %s, %q", c.text, day(first), day(last), words, ok, c.first, c.last, c.words)
		}
	}
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}
