package timex_test

import (
	"fmt"
	"time"

	"dateline/kb/timex"
)

func ExampleFind() {
	published := time.Date(2022, 1, 18, 0, 0, 0, 0, time.UTC)
	text := "Blinken will leave on Tuesday. Moscow annexed Crimea in 2014 and began to support the rebels that same year."
	for _, e := range timex.Find(text, published) {
		fmt.Printf("%s: %s %s (%s)\n", e.Text, e.Type, e.Value, e.Words())
	}
	// Output:
	// Tuesday: DATE 2022-01-18 (Tuesday 18 January 2022)
	// 2014: DATE 2014 (2014)
	// that same year: DATE 2014 (2014)
}

func ExampleFind_instant() {
	e := timex.Find("The call is at 9 a.m. EST on Tuesday.", time.Date(2022, 1, 18, 0, 0, 0, 0, time.UTC))[0]
	fmt.Println(e.Words())
	fmt.Println(e.Exact, e.First.Format(time.RFC3339))
	// Output:
	// 9 a.m. EST on Tuesday 18 January 2022
	// true 2022-01-18T14:00:00Z
}

func ExampleRange() {
	asked := time.Date(2022, 1, 20, 0, 0, 0, 0, time.UTC)
	question := "who visited Kyiv last week"
	first, last, spans, ok := timex.Range(question, asked)
	fmt.Println(ok, first.Format(time.DateOnly), last.Format(time.DateOnly), question[spans[0][0]:spans[0][1]])
	// Output: true 2022-01-10 2022-01-16 last week
}

func ExampleExpression_Note() {
	published := time.Date(2022, 1, 18, 0, 0, 0, 0, time.UTC)
	for _, text := range []string{
		"On January 14, the diplomat will meet the president.",
		"They met on Monday, January 14, 2022.",
		"They met on February 30.",
	} {
		e := timex.Find(text, published)[0]
		fmt.Printf("%s: %s\n", e.Text, e.Note(published))
	}
	// Output:
	// January 14: before the article's own date, though told as future
	// Monday, January 14, 2022: 14 January 2022 is a Friday, not a Monday
	// February 30: there is no such day
}

func ExampleDateline() {
	day, ok := timex.Dateline("WASHINGTON, Jan 18 (Reuters) — The State Department said", time.Date(2022, 1, 19, 0, 0, 0, 0, time.UTC))
	fmt.Println(day.Format(time.DateOnly), ok)
	// Output: 2022-01-18 true
}
