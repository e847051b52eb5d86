package timex

import "testing"

func TestWords(t *testing.T) {
	doc := date(2022, 1, 18) // a Tuesday
	for _, c := range []struct{ text, want string }{
		{"She left on Tuesday.", "Tuesday 18 January 2022"},
		{"He will go this week.", "the week of 17–23 January 2022"},
		{"It came in last week of talks.", "the week of 10–16 January 2022"},
		{"They met over the weekend.", "the weekend of 15–16 January 2022"},
		{"The vote was in January.", "January 2022"},
		{"In early January they met.", "early January 2022"},
		{"That began in mid-2014.", "mid-2014"},
		{"It began in 2014.", "2014"},
		{"It was built in the 1990s.", "the 1990s"},
		{"In the late 1990s it fell.", "late in the 1990s"},
		{"It was built in the 19th century.", "the 19th century"},
		{"The call is at 9 a.m. EST on Tuesday.", "9 a.m. EST on Tuesday 18 January 2022"},
		{"The call was at 18:30 GMT on Monday.", "18:30 GMT on Monday 17 January 2022"},
		{"He spoke at noon Monday.", "noon on Monday 17 January 2022"},
		{"They met Monday morning.", "the morning of Monday 17 January 2022"},
		{"Prices rose in the third quarter of 2021.", "the third quarter of 2021"},
		{"Prices rose in the first half of 2021.", "the first half of 2021"},
		{"They met last summer.", "summer 2021"},
		{"They met in the winter of 2020.", "winter 2020–21"},
		{"They fought for nearly a decade.", "nearly 10 years"},
		{"They fought for more than three years.", "more than 3 years"},
		{"It took 5 1/2 hours.", "5 hours 30 minutes"},
		{"They wait for weeks.", "several weeks"},
		{"It meets every Tuesday.", "every Tuesday"},
		{"It meets every two weeks.", "every 2 weeks"},
		{"It is printed daily.", "every day"},
		{"They march every July.", "every July"},
		{"He is there now.", ""},
	} {
		es := Find(c.text, doc)
		if len(es) != 1 {
			t.Errorf("%q: found %d expressions, want 1: %+v", c.text, len(es), es)
			continue
		}
		if got := es[0].Words(); got != c.want {
			t.Errorf("%q: %q %s is %q in words, want %q", c.text, es[0].Text, es[0].Value, got, c.want)
		}
	}
}
