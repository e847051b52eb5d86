package timex

import (
	"strings"
	"testing"
)

// TestFind lists, for texts of Tuesday 18 January 2022, the expressions that
// they hold and their values, as "text=value".
func TestFind(t *testing.T) {
	doc := date(2022, 1, 18)
	for _, c := range []struct{ text, want string }{
		// Dates in every usual order and spelling.
		{"on January 14, 2021", "January 14, 2021=2021-01-14"},
		{"It was Jan. 14, 2021.", "Jan. 14, 2021=2021-01-14"},
		{"It was 14 January 2021.", "14 January 2021=2021-01-14"},
		{"It was the 14th of January, 2021.", "the 14th of January, 2021=2021-01-14"},
		{"It was January 14th.", "January 14th=2022-01-14"},
		{"It was Tuesday, Jan. 11, 2022.", "Tuesday, Jan. 11, 2022=2022-01-11"},
		{"It was Tuesday (Jan. 11).", "Tuesday (Jan. 11)=2022-01-11"},
		{"It was on 14/01/2021.", "14/01/2021=2021-01-14"},
		{"It was on 1/14/21.", "1/14/21=2021-01-14"},
		{"It was on 2021-01-14.", "2021-01-14=2021-01-14"},
		{"It was on 14.01.2021.", "14.01.2021=2021-01-14"},
		{"It was on 01/02/2021.", "01/02/2021=2021"},
		{"Sent at 2021-01-14T18:30:00Z by hand.", "2021-01-14T18:30:00Z=2021-01-14T18:30:00"},
		{"In mid-January they met.", "mid-January=2022-01"},
		{"In early 2021 they met.", "early 2021=2021"},
		{"It began in January 2014.", "January 2014=2014-01"},
		{"from January 14-16, 2021", "January 14=2021-01-14 16, 2021=2021-01-16"},
		{"14–16 January 2021", "14=2021-01-14 16 January 2021=2021-01-16"},
		{"They met in January. On the 14th they left.", "January=2022-01 the 14th=2022-01-14"},
		{"in the 1990s and the '80s", "the 1990s=199 the '80s=198"},
		{"in the early nineties", "the early nineties=199"},
		{"at the turn of the century", "the turn of the century=20"},
		{"in the 19th century", "the 19th century=18"},
		{"in the summer of 2021", "the summer of 2021=2021-SU"},
		{"by the end of 2021", "the end of 2021=2021"},
		{"in the third quarter of 2021", "the third quarter of 2021=2021-Q3"},
		{"in Q3 2021 sales fell", "Q3 2021=2021-Q3"},
		{"in the first half of 2021", "the first half of 2021=2021-H1"},
		{"in fiscal year 2021", "fiscal year 2021=2021"},
		{"in nineteen ninety-six", "nineteen ninety-six=1996"},
		{"since the year two thousand", "the year two thousand=2000"},
		// Holidays.
		{"They met on Christmas Day.", "Christmas Day=2021-12-25"},
		{"They met last Thanksgiving.", "last Thanksgiving=2021-11-25"},
		{"They will meet on Good Friday.", "Good Friday=2022-04-15"},
		{"They met on Easter Sunday 2021.", "Easter Sunday 2021=2021-04-04"},
		{"It was on Memorial Day.", "Memorial Day=2021-05-31"},
		{"They met on New Year’s Eve.", "New Year’s Eve=2021-12-31"},
		{"She spoke on Martin Luther King Jr. Day.", "Martin Luther King Jr. Day=2022-01-17"},
		// Weekdays and relative expressions by tense.
		{"He announced Tuesday that it ended.", "Tuesday=2022-01-18"},
		{"He announced Monday that it ended.", "Monday=2022-01-17"},
		{"He will leave on Monday.", "Monday=2022-01-24"},
		{"He will leave on Tuesday.", "Tuesday=2022-01-18"},
		{"On Friday, he will leave.", "Friday=2022-01-21"},
		{"On Friday, he left.", "Friday=2022-01-14"},
		{"The vote is scheduled for Friday.", "Friday=2022-01-21"},
		{"The vote was postponed until Friday.", "Friday=2022-01-21"},
		{"He said he would leave Friday.", "Friday=2022-01-21"},
		{"The session begins Thursday.", "Thursday=2022-01-20"},
		{"He has been there since Thursday.", "Thursday=2022-01-13"},
		{"He left last Friday and returns next Friday.", "last Friday=2022-01-14 next Friday=2022-01-21"},
		{"this week, last week and next week", "this week=2022-W03 last week=2022-W02 next week=2022-W04"},
		{"next month and last year", "next month=2022-02 last year=2021"},
		{"They met last summer.", "last summer=2021-SU"},
		{"They met two years ago.", "two years ago=2020"},
		{"They met ten days ago.", "ten days ago=2022-01-08"},
		{"They will meet in three weeks.", "three weeks=2022-W06"},
		{"They will meet three days from now.", "three days from now=2022-01-21"},
		{"They met earlier this year.", "earlier this year=2022"},
		{"They met over the weekend.", "the weekend=2022-W02-WE"},
		{"They meet tonight.", "tonight=2022-01-18TNI"},
		{"They met yesterday morning.", "yesterday morning=2022-01-17TMO"},
		{"They met last night.", "last night=2022-01-17TNI"},
		{"It was the day before yesterday.", "the day before yesterday=2022-01-16"},
		{"He will leave in May.", "May=2022-05"},
		{"He left in May.", "May=2021-05"},
		// Expressions that hang on another one.
		{"It began in 2014. That same year he left.", "2014=2014 That same year=2014"},
		{"It began in 2014. In May of that year he left.", "2014=2014 May of that year=2014-05"},
		{"He came on March 3, 2020, and left the following day.", "March 3, 2020=2020-03-03 the following day=2020-03-04"},
		{"He came on March 3, 2020. Two days later he left.", "March 3, 2020=2020-03-03 Two days later=2020-03-05"},
		{"He left in 2019. A year earlier he had come.", "2019=2019 A year earlier=2018"},
		{"eight years after Russia annexed Crimea in 2014", "eight years=P8Y 2014=2014"},
		// Durations and repetitions.
		{"for nearly a decade", "nearly a decade=P10Y"},
		{"for more than three years", "more than three years=P3Y"},
		{"a five-year plan and a 10-hour flight", "five-year=P5Y 10-hour=PT10H"},
		{"for half an hour", "half an hour=PT30M"},
		{"for two and a half years", "two and a half years=P2.5Y"},
		{"for three hours and 20 minutes", "three hours and 20 minutes=PT3H20M"},
		{"for weeks and months", "weeks=PXW months=PXM"},
		{"every Tuesday, twice a week and daily", "every Tuesday=XXXX-WXX-2 twice a week=P1W daily=P1D"},
		{"every two years and every other week", "every two years=P2Y every other week=P2W"},
		{"He meets them on Mondays.", "Mondays=XXXX-WXX-1"},
		{"It costs $3 million a year.", "a year=P1Y"},
		{"since 2014, between 2014 and 2016", "2014=2014 2014=2014 2016=2016"},
		{"He stayed from Monday to Friday.", "Monday=2022-01-17 Friday=2022-01-21"},
		// Times of day.
		{"He spoke at 9 a.m. EST.", "9 a.m. EST=2022-01-18T09:00"},
		{"He spoke at 9:30 p.m. on Monday.", "9:30 p.m. on Monday=2022-01-17T21:30"},
		{"They will be there by noon.", "noon=2022-01-18T12:00"},
		{"It fell at 18:30 GMT.", "18:30 GMT=2022-01-18T18:30"},
		{"It fell at 1830 GMT.", "1830 GMT=2022-01-18T18:30"},
		{"He woke at 4 in the morning.", "4 in the morning=2022-01-18T04:00"},
		{"It began at ten o’clock.", "ten o’clock=2022-01-18T10:00"},
		{"On Monday he spoke at 3pm.", "Monday=2022-01-17 3pm=2022-01-17T15:00"},
		{"He came on the morning of January 6.", "the morning of January 6=2022-01-06TMO"},
		// Damage.
		{"In January, he will visit Germany.\n\n20 to meet the minister.", "January=2022-01 20=2022-01-20"},
		{"on Jan.14,2021", "Jan.14,2021=2021-01-14"},
		{"on January14 2021", "January14 2021=2021-01-14"},
		{"on January\u00a014,\u00a02021", "January\u00a014,\u00a02021=2021-01-14"},
		{"on January l4", "January l4=2022-01-14"},
		{"on January\n14", "January\n14=2022-01-14"},
		{"in the ’90s", "the ’90s=199"},
		// References.
		{"now, currently and recently", "now=PRESENT_REF currently=PRESENT_REF recently=PAST_REF"},
		{"in the future", "the future=FUTURE_REF"},
		// What only looks like a time.
		{"Theresa May may march.", ""},
		{"May said he may go.", ""},
		{"The March on Washington drew crowds.", ""},
		{"He led a march of 2,000 troops.", ""},
		{"The Sunday Times and the Daily Mail wrote so.", ""},
		{"They live in Fall River.", ""},
		{"prices fall and spring up", ""},
		{"2,000 troops and 2000 soldiers", ""},
		{"since the 9/11 attacks", ""},
		{"the Generation 90 group", ""},
		{"They won 14-10 and 3:2.", ""},
		{"It costs $2014 or 1,999 euros.", ""},
		{"Flight 1984 and call 555-2014.", ""},
		{"the 51-year-old man, 52 years old", ""},
		{"on a second look, the second man", ""},
		{"April Jones and June Smith spoke.", ""},
		{"an august body and the sun rose", ""},
		{"Mark 3:16 and 10.5 percent", ""},
		{"Highway 1 and Route 2020", ""},
	} {
		var got []string
		for _, e := range Find(c.text, doc) {
			got = append(got, e.Text+"="+e.Value)
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, g, c.want)
		}
	}
}
