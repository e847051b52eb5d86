package timex

import (
	"testing"
	"time"
)

// TestHolidays checks movable feasts against the calendars of those years.
func TestHolidays(t *testing.T) {
	for _, c := range []struct {
		text string
		doc  time.Time
		want string
	}{
		{"It was on Easter Sunday 1998.", date(2022, 1, 1), "1998-04-12"},
		{"It was on Easter Sunday 2000.", date(2022, 1, 1), "2000-04-23"},
		{"It was on Easter Sunday 2024.", date(2022, 1, 1), "2024-03-31"},
		{"It was on Good Friday 2013.", date(2022, 1, 1), "2013-03-29"},
		{"It was on Ash Wednesday 2013.", date(2022, 1, 1), "2013-02-13"},
		{"It was on Thanksgiving Day, 1999.", date(2022, 1, 1), "1999-11-25"},
		{"It was on Black Friday 2013.", date(2022, 1, 1), "2013-11-29"},
		{"It was on Memorial Day 2022.", date(2022, 1, 1), "2022-05-30"},
		{"It was on Labor Day 2013.", date(2022, 1, 1), "2013-09-02"},
		{"It was on Election Day 2016.", date(2022, 1, 1), "2016-11-08"},
		{"It was on Mother’s Day 2022.", date(2022, 1, 1), "2022-05-08"},
		{"They will meet on Christmas Eve.", date(2022, 1, 1), "2022-12-24"},
		{"They met on Christmas Eve.", date(2022, 1, 1), "2021-12-24"},
		{"They fasted during Ramadan 2022.", date(2022, 1, 1), "2022"},
		{"They fasted during Ramadan.", date(2022, 1, 1), ""},
	} {
		es := Find(c.text, c.doc)
		if len(es) != 1 || es[0].Value != c.want {
			t.Errorf("%q: %+v, want %s", c.text, es, c.want)
		}
	}
}

func TestInstants(t *testing.T) {
	doc := date(2022, 7, 18)
	for _, c := range []struct{ text, want string }{
		{"The call is at 9 a.m. EDT.", "2022-07-18T13:00:00Z"},
		{"The call is at 9 a.m. ET.", "2022-07-18T13:00:00Z"},
		{"The call is at 9 a.m. ET on January 18, 2023.", "2023-01-18T14:00:00Z"},
		{"The call is at 11:30 p.m. Pacific time.", "2022-07-19T06:30:00Z"},
		{"The call is at 18:30 GMT on Tuesday.", "2022-07-19T18:30:00Z"},
		{"The call is at noon CET.", "2022-07-18T11:00:00Z"},
		{"It was sent at 2021-01-14T18:30:05Z.", "2021-01-14T18:30:05Z"},
		{"The call is at 9 a.m. local time.", ""},
		{"The call is at 9 a.m.", ""},
		{"The call is on Tuesday.", ""},
	} {
		es := Find(c.text, doc)
		got := ""
		if len(es) == 1 && es[0].Exact {
			got = es[0].First.Format(time.RFC3339)
		}
		if len(es) != 1 || got != c.want {
			t.Errorf("%q: %+v, want the instant %q", c.text, es, c.want)
		}
	}
}

func TestDateline(t *testing.T) {
	for _, c := range []struct {
		text string
		doc  time.Time
		want string
	}{
		{"WASHINGTON, Jan 18 (Reuters) - The State Department said", date(2022, 1, 19), "2022-01-18"},
		{"JERUSALEM, Dec. 31 (AP) — They met", date(2022, 1, 1), "2021-12-31"},
		{"BRUSSELS, December 2, 1998 (Xinhua) -- The process", time.Time{}, "1998-12-02"},
		{"NEW YORK, Jan 18 (Reuters) - They met", time.Time{}, ""},
		{"WASHINGTON, Jan 18 (Reuters) - They met", date(2022, 3, 1), ""},
		{"He met them on Jan 18 (a Tuesday) in Kyiv.", date(2022, 1, 19), ""},
		{"", date(2022, 1, 19), ""},
	} {
		got, ok := Dateline(c.text, c.doc)
		if day(got) != c.want || ok != (c.want != "") {
			t.Errorf("Dateline(%q) = %s, %v, want %s", c.text, day(got), ok, c.want)
		}
	}
	// Without a date of its own a text is read by its dateline.
	es := Find("BRUSSELS, December 2, 1998 (Xinhua) -- They met yesterday.", time.Time{})
	if len(es) != 2 || es[1].Value != "1998-12-01" {
		t.Errorf("by its dateline: %+v", es)
	}
}

func TestTense(t *testing.T) {
	doc := date(2022, 1, 18)
	for _, c := range []struct {
		text string
		want Tense
	}{
		{"He left on Friday.", Past},
		{"He will leave on Friday.", Future},
		{"He'll leave on Friday.", Future},
		{"The deal will be signed on Friday.", Future},
		{"The deal is expected to be signed on Friday.", Future},
		{"The deal was signed on Friday.", Past},
		{"He would leave on Friday.", Conditional},
		{"He is in Kyiv on Friday.", Present},
		{"On Friday, he will leave.", Future},
		{"The mayor, who was elected in a landslide, will leave on Friday.", Future},
		{"He said on Friday that he will leave.", Past},
		{"The meeting on Friday", Unknown},
		{"He will speak of the Jan. 6 attack.", Unknown},
		{"He will be the first since Friday.", Unknown},
		{"He will not repeat last week.", Past},
	} {
		es := Find(c.text, doc)
		if len(es) != 1 || es[0].Tense != c.want {
			t.Errorf("%q: %+v, want tense %q", c.text, es, c.want)
		}
	}
}

// TestAnchor checks that an expression says which one it hangs on.
func TestAnchor(t *testing.T) {
	es := Find("It began in 2014. He came on Monday. That year he left.", date(2022, 1, 18))
	if len(es) != 3 || es[0].Anchor != -1 || es[1].Anchor != -1 {
		t.Fatalf("%+v", es)
	}
	if es[2].Anchor != 0 || es[2].Value != "2014" {
		t.Errorf("%q hangs on %d with %s, want 0 with 2014", es[2].Text, es[2].Anchor, es[2].Value)
	}
}
