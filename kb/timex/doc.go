// Package timex finds the time expressions of English news and resolves them
// to calendar time: "Tuesday", "Jan. 14, 2022", "last summer", "two years
// ago", "that same year", "9 a.m. EST", "every other week", "nearly a decade".
// It needs nothing but the standard library.
//
//	for _, e := range timex.Find(text, published) {
//		fmt.Println(e.Text, e.Value, e.Words(), e.First, e.Last)
//	}
//
// # What it gives
//
// [Find] returns each [Expression] with its byte offsets, its type and value by
// TIMEX3, and the first and last day, or the instant, that it covers.
// [Expression.Words] tells the value in words, [Expression.Note] says where the
// text contradicts itself, [Range] reads the time to which a question is
// restricted, and [Dateline] the date in a dateline.
//
// # How it works
//
// One pass cuts the text into tokens, letters and digits apart, and looks every
// word up in a lexicon of some 700 words. At each token that may begin an
// expression a hand-written grammar takes the longest reading (number.go,
// date.go, relative.go, clock.go, ...); it looks at a bounded number of tokens,
// so time is linear in the text whatever the text. Words that only look like
// times are told by what stands around them (filter.go). The resolver then goes
// through the expressions in order. It knows the document's day, the tense of
// the clause around each expression (tense.go), and what was last spoken of:
//
//   - A weekday or month that stands alone looks back after "said" and ahead
//     after "will", "is scheduled for", "would"; today's own weekday is today in
//     either. In a clause without a verb the nearer one is taken. A weekday
//     that is tomorrow's is tomorrow even after "said": web articles keep the
//     date of their first version.
//   - A date without a year takes the year that puts it nearest to the
//     document's day, with a bias by tense; or the year that the same date was
//     given with before; or the one that fits its weekday.
//   - "That year", "the next day", "two days later" hang on the expression
//     before them; Anchor says on which.
//   - A bare day number at the head of a sentence, after a sentence that ends
//     with a bare month, is a date cut in two by the web page.
//   - "The quarter", "a year earlier" are read by the quarter that a business
//     report is about.
//
// Where the document's day is unknown, what needs it has Relative set and an
// empty or partial Value ("XXXX-WXX-2").
//
// # Sources
//
// The expressions, their extent and their values follow TimeML's TIMEX3
// (Pustejovsky et al. 2003; TimeML annotation guidelines 1.2.1, 2006) as
// TempEval-3 used it (UzZaman et al. 2013). The division into finding and
// resolving, and resolving by tense and by the last mention, follow HeidelTime
// (Strötgen and Gertz 2010) and SUTime (Chang and Manning 2012). The rules and
// the lexicon are our own.
//
// Decades and centuries have the values "199" and "19"; lengths of decades are
// counted in years ("P20Y"); "daily" is "P1D", "every Tuesday" "XXXX-WXX-2". Of a
// length in a range ("two to three weeks") the lower bound counts. Of a numeric
// date that two orders fit ("01/02/2022") only the year is taken. Seasons are
// those of the northern half of the world, by whole months; a winter has the
// year it begins in. Feasts of other calendars are found and not dated.
package timex
