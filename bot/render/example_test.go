package render_test

import (
	"fmt"

	"dateline/bot/render"
	"dateline/kb"
)

func ExampleEscape() {
	fmt.Println(render.Escape("**Free** gifts <@123>: https://example.com"))
	// Output: \*\*Free\*\* gifts \<@123>: https\://example.com
}

func ExampleFit() {
	fmt.Println(render.Fit("Secretary of State Antony Blinken will visit Ukraine this week", 40))
	// Output: Secretary of State Antony Blinken will…
}

func ExampleAnswer() {
	link := func(action render.Action, page int, args ...string) string { return string(action) }
	answer := kb.Answer{
		Kind: kb.Who, Text: "Dmytro Kuleba — Foreign Minister of Ukraine", Confidence: 0.97, Sources: 3,
		Evidence: []kb.Evidence{{Quote: "They met Foreign Minister Dmytro Kuleba.", Marks: [][2]int{{9, 39}}, Title: "A meeting"}},
	}
	m := render.Answer(kb.Question{Kind: kb.Who, Text: "Kuleba"}, answer, link)
	fmt.Println(len(m.Components), m.Private)
	// Output: 1 false
}
