package render

import (
	"fmt"
	"strings"
	"time"

	"dateline/bot/settings"
	"dateline/kb"
)

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

// plainLink makes readable custom_ids; the real ones are the business of
// package button.
func plainLink(action Action, page int, args ...string) string {
	return Fit(fmt.Sprintf("%c %d %s", action, page, strings.Join(args, "~")), 100)
}

const hostileText = "@everyone @here <@123> <@&456> <#789> **bold** _it_ ~~gone~~ ||spoiler|| `code` ```block``` [click](https://evil.example) https://evil.example <https://evil.example> <t:0:R> </who:1> <:x:1>\n# heading\n> quote\n- list\n1. one \u202egnp.exe\u202c zero\u200bwidth \u2066iso\u2069 soft\u00adhyphen \\ \x00\x1b[31m \xff"

// marked finds the parts of a quote that hold the answer.
func marked(quote string, parts ...string) [][2]int {
	var out [][2]int
	at := 0
	for _, p := range parts {
		i := strings.Index(quote[at:], p) + at
		out = append(out, [2]int{i, i + len(p)})
		at = i + len(p)
	}
	return out
}

func evidence(quote string, parts ...string) kb.Evidence {
	return kb.Evidence{
		Quote: quote, Marks: marked(quote, parts...), ArticleID: "2022-01-18-blinken-ukraine",
		Title: "In the midst of tensions with Russia, the United States’ top diplomat will travel to Ukraine.", Date: day(2022, 1, 18),
	}
}

func linked(e kb.Evidence, title, address, outlet string) kb.Evidence {
	e.Title, e.URL, e.Source = title, address, outlet
	return e
}

var (
	kulebaSentence = "On January 14, the top US diplomat will meet with Ukrainian President Volodymyr Zelenskyy and Foreign Minister Dmytro Kuleba."
	leaveSentence  = "Blinken will leave on Tuesday as part of the department’s “extensive diplomacy with our European Allies and partners about a united approach to address the threat Russia poses to Ukraine”, according to the department."

	whoQuestion = kb.Question{Kind: kb.Who, Text: "Kuleba", Asked: day(2022, 1, 20)}
	whoAnswer   = kb.Answer{
		Kind: kb.Who, Text: "Dmytro Kuleba — Foreign Minister of Ukraine", Confidence: 0.97, Sources: 1, Subject: "Dmytro Kuleba",
		Evidence: []kb.Evidence{evidence(kulebaSentence, "Foreign Minister Dmytro Kuleba")},
	}
	whenQuestion = kb.Question{Kind: kb.When, Text: "Blinken-Kuleba", Asked: day(2022, 1, 20)}
	whenAnswer   = kb.Answer{
		Kind: kb.When, Text: "14 January 2022", Confidence: 0.8, Sources: 3, Subject: "Antony Blinken",
		Dates: []kb.Date{{Text: "January 14", Value: "2022-01-14", First: day(2022, 1, 14), Last: day(2022, 1, 14), Words: "Friday 14 January 2022",
			Event: "the top US diplomat will meet with Ukrainian President Volodymyr Zelenskyy", Note: "before the article's own date, though told as future"}},
		Evidence: []kb.Evidence{
			linked(evidence(kulebaSentence, "January 14"), "Blinken to visit Kyiv", "https://www.example.com/news/blinken-kyiv", "Example News"),
			evidence(leaveSentence, "Tuesday"),
		},
	}
)

// longAnswer has more of everything than fits.
func longAnswer() kb.Answer {
	long := strings.Repeat("a long sentence about everything and then some more, ", 60)
	a := kb.Answer{Kind: kb.Ask, Text: long, Confidence: 0.31, Sources: 1234, Subject: strings.Repeat("Name ", 60), Message: long}
	for i := range 30 {
		quote := long + "the answer stands here, " + long
		e := linked(evidence(quote, "the answer stands here"), long, "https://example.com/"+strings.Repeat("x", 300), long)
		a.Evidence = append(a.Evidence, e)
		a.Dates = append(a.Dates, kb.Date{Text: "day", Words: fmt.Sprintf("day %d %s", i, long), Event: long, Note: long, First: day(2022, 1, 1)})
		a.Choices = append(a.Choices, fmt.Sprintf("Choice %d %s — %s", i, long, long))
		a.Suggestions = append(a.Suggestions, fmt.Sprintf("Suggestion %d %s", i, long))
	}
	return a
}

func hostileAnswer() kb.Answer {
	e := linked(evidence(hostileText, "**bold** _it_", "https://evil.example"), "Title ](https://evil.example) "+hostileText, "https://example.com/a)b<c>", hostileText)
	return kb.Answer{
		Kind: kb.What, Text: hostileText, Confidence: 0.9, Sources: 2, Subject: hostileText, Message: hostileText,
		Dates:       []kb.Date{{Text: hostileText, Words: hostileText, Event: hostileText, Note: hostileText, Exact: true, First: day(2022, 1, 14)}},
		Evidence:    []kb.Evidence{e, linked(e, "t", "javascript:alert(1)", "")},
		Choices:     []string{hostileText, "", "a", "a"},
		Suggestions: []string{hostileText, "", "a", "a"},
	}
}

func events(n int) []kb.Event {
	var out []kb.Event
	for i := range n {
		d := day(2022, 1, 1+i)
		out = append(out, kb.Event{
			Date:     kb.Date{Text: d.Format("January 2"), First: d, Last: d, Words: d.Format("Monday 2 January 2006"), Event: "Blinken will leave as part of the department’s diplomacy"},
			Evidence: evidence(leaveSentence, "Tuesday"),
		})
	}
	return out
}

func headlines(n int) []kb.Headline {
	var out []kb.Headline
	for i := range n {
		out = append(out, kb.Headline{ID: fmt.Sprint(i), Title: fmt.Sprintf("Article number %d about something", i+1), URL: fmt.Sprintf("https://www.example.com/%d", i), Date: day(2022, 1, 1+i)})
	}
	return out
}

// messages are the rendered replies that are looked after in golden files.
func messages() map[string]Message {
	q := whoQuestion
	exact := kb.Answer{Kind: kb.When, Text: "18:30 on 18 January 2022", Confidence: 0.9, Sources: 1, Evidence: []kb.Evidence{evidence(leaveSentence, "Tuesday")},
		Dates: []kb.Date{{Text: "18:30 GMT on Tuesday", Words: "18:30 on 18 January 2022", Exact: true, First: time.Date(2022, 1, 18, 18, 30, 0, 0, time.UTC)}}}
	several := whenAnswer
	several.Text, several.Confidence = "18 January 2022 and 20 January 2022", 0.42
	several.Dates = []kb.Date{
		{Words: "Tuesday 18 January 2022", Event: "Blinken will visit Ukraine this week"},
		{Words: "Thursday 20 January 2022", Event: "to meet Foreign Minister Annalena Baerbock"},
	}
	ambiguous := kb.Answer{Kind: kb.Who, Abstained: true, Message: "There are two people of that name.", Choices: []string{"George Bush — 41st president of the United States", "George Bush — 43rd president of the United States", "Bush"}}
	unknown := kb.Answer{Kind: kb.Who, Abstained: true, Message: "The articles name no Merkel.", Suggestions: []string{"Annalena Baerbock", "Dmytro Kuleba"}, Evidence: []kb.Evidence{evidence(kulebaSentence)}}
	summary := kb.Summary{
		Headline: headlines(1)[0], People: []string{"Antony Blinken", "Dmytro Kuleba"}, Places: []string{"Ukraine", "Germany"}, Others: []string{"State Department"},
		Sentences: []kb.Evidence{evidence(kulebaSentence), evidence(leaveSentence)}, Dates: whenAnswer.Dates,
	}
	explained := []kb.Explanation{
		{Name: "Dmytro Kuleba", Type: "person", What: "Foreign Minister of Ukraine", Evidence: evidence(kulebaSentence, "Dmytro Kuleba")},
		{Name: "Kyiv", Type: "place"},
	}
	said := []kb.Quotation{{Speaker: "Ned Price", Evidence: evidence("In a statement, spokesman Ned Price said the trip was to “reinforce the United States’ commitment”.", "reinforce the United States’ commitment")}}
	stats := kb.Stats{Articles: 11538, First: day(2022, 1, 1), Last: day(2023, 12, 31), Undated: 12, People: 4211, Places: 1020, Others: 5120, Sources: []kb.SourceCount{{Source: "example.com", Articles: 9000}, {Source: "", Articles: 2538}}}
	help := []Command{{Name: "who", ID: "123", Summary: "Who somebody is, or who did something"}, {Name: "when", Summary: "When something happened"}}
	border := "Russia is accused of amassing more than 100,000 troops near Ukraine’s border, raising fears in the West."
	quad := strings.Repeat("Blinken will meet representatives from France, Germany, and the United Kingdom ", 3) + "as part of the Transatlantic Quad."
	plain := func(kind kb.Kind, text, quote, part string) Message {
		return Answer(kb.Question{Kind: kind, Text: "troops"}, kb.Answer{Kind: kind, Text: text, Confidence: 0.7, Sources: 2, Evidence: []kb.Evidence{evidence(quote, part)}, Message: "In 2 articles."}, plainLink)
	}
	return map[string]Message{
		"where":                 plain(kb.Where, "near Ukraine’s border", border, "near Ukraine’s border"),
		"howmany":               plain(kb.HowMany, "more than 100,000 troops", border, "more than 100,000 troops"),
		"why":                   plain(kb.Why, "part of “efforts to de-escalate”", "The trip is part of “efforts to de-escalate”.", "part of “efforts to de-escalate”"),
		"what-whole-quote":      plain(kb.What, quad, quad, "Transatlantic Quad"),
		"what-quote-alone":      plain(kb.What, border, border, "troops"),
		"ask":                   plain(kb.Ask, "Annalena Baerbock", kulebaSentence, "Dmytro Kuleba"),
		"who":                   Answer(q, whoAnswer, plainLink),
		"when-contradiction":    Answer(whenQuestion, whenAnswer, plainLink),
		"when-exact":            Answer(whenQuestion, exact, plainLink),
		"when-several-doubtful": Answer(whenQuestion, several, plainLink),
		"answer-long":           Answer(q, longAnswer(), plainLink),
		"answer-hostile":        Answer(kb.Question{Kind: kb.What, Text: hostileText}, hostileAnswer(), plainLink),
		"answer-empty":          Answer(kb.Question{}, kb.Answer{}, plainLink),
		"ambiguous":             Answer(q, ambiguous, plainLink),
		"unknown":               Answer(q, unknown, plainLink),
		"unknown-empty":         Answer(q, kb.Answer{Abstained: true}, plainLink),
		"unknown-hostile":       Answer(q, abstaining(hostileAnswer()), plainLink),
		"unknown-long":          Answer(q, abstaining(longAnswer()), plainLink),
		"evidence":              EvidenceList(whenQuestion, whenAnswer, 0, plainLink),
		"evidence-long":         EvidenceList(q, longAnswer(), 3, plainLink),
		"evidence-abstained":    EvidenceList(q, unknown, 0, plainLink),
		"evidence-none":         EvidenceList(q, kb.Answer{}, 0, plainLink),
		"timeline":              TimelineList("Antony Blinken", day(2022, 1, 1), time.Time{}, events(14), 1, plainLink),
		"timeline-short":        TimelineList("Antony Blinken", time.Time{}, time.Time{}, events(1), 9, plainLink),
		"timeline-none":         TimelineList("Merkel", day(2022, 1, 1), day(2022, 2, 1), nil, 0, plainLink),
		"timeline-hostile":      TimelineList(hostileText, time.Time{}, day(2022, 2, 1), []kb.Event{{Date: hostileAnswer().Dates[0], Evidence: hostileAnswer().Evidence[0]}}, 0, plainLink),
		"quotes":                QuotesList("Price", "trip", said, 0, plainLink),
		"quotes-none":           QuotesList("Price", "", nil, 0, plainLink),
		"latest":                LatestList("", headlines(24), 1, plainLink),
		"latest-none":           LatestList("Mars", nil, 0, plainLink),
		"article":               Summary(summary, plainLink),
		"article-none":          NoArticle("Blinkn", []string{"Blinken to visit Kyiv", strings.Repeat("A very long title ", 20)}, plainLink),
		"not-found":             NotFound("timeline", "Blinkn", []string{"Antony Blinken — Secretary of State"}, plainLink),
		"explained":             Explained("Who and what is this?", explained),
		"explained-none":        Explained("Who and what is this?", nil),
		"sources":               Sources(stats),
		"sources-one":           Sources(kb.Stats{Articles: 1, First: day(2022, 1, 18), Last: day(2022, 1, 18), People: 5, Places: 4, Others: 1}),
		"help":                  Help(help, []string{"/who Dmytro Kuleba", "/when Blinken-Ukraine", "`odd`"}),
		"settings":              Settings(settings.Server{}, "", plainLink),
		"settings-chosen":       Settings(settings.Server{Private: true, Mentions: settings.Chosen, Channels: []string{"1", "2"}}, "Saved.", plainLink),
		"notice":                Notice("You are welcome."),
	}
}

func abstaining(a kb.Answer) kb.Answer {
	a.Abstained, a.Text, a.Choices = true, "", nil
	return a
}
