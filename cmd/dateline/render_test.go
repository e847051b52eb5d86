package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/kb"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares got with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s has changed (go test -update writes it anew); got:\n%s\nwant:\n%s", path, got, want)
	}
}

func utc(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

func storm() kb.Evidence {
	return kb.Evidence{
		Quote:     "On Tuesday, Mayor Ana Ruiz (pictured)\nsaid that the storm had cost the city of Porto Alto more than €40 million, half of it at the harbour.",
		ArticleID: "storm", Title: "Storm hits Porto Alto", Source: "example.com", Date: utc(2023, 5, 3), URL: "https://example.com/storm",
		Marks: [][2]int{{18, 26}},
	}
}

func answers() map[string]kb.Answer {
	second, third, fourth := storm(), storm(), storm()
	second.ArticleID, second.Title, second.URL, second.Source, second.Marks = "b", "“We were lucky”, says mayor", "", "", nil
	third.ArticleID, third.Date = "c", time.Time{}
	fourth.ArticleID = "d"
	return map[string]kb.Answer{
		"who": {Kind: kb.Who, Text: "Ana Ruiz — Mayor of Porto Alto", Confidence: 0.97, Sources: 4, Evidence: []kb.Evidence{storm()}},
		"when": {
			Kind: kb.When, Text: "Tuesday 2 May 2023", Confidence: 0.81, Sources: 1, Evidence: []kb.Evidence{storm()},
			Dates: []kb.Date{
				{Text: "On Tuesday", Words: "Tuesday 2 May 2023", First: utc(2023, 5, 2), Last: utc(2023, 5, 2), Note: "told as future, though before the article's own date"},
				{Text: "next month", Words: "June 2023", First: utc(2023, 6, 1), Last: utc(2023, 6, 30), Event: "the harbour is expected to open again after the repairs"},
			},
		},
		"one date": {Kind: kb.When, Text: "Tuesday 2 May 2023", Confidence: 0.81, Sources: 1, Evidence: []kb.Evidence{storm(), storm()},
			Dates: []kb.Date{{Text: "On Tuesday", Words: "Tuesday 2 May 2023", Event: "the storm had cost the city millions"}}},
		"many quotes":          {Kind: kb.Ask, Text: "a storm", Confidence: 0.31, Sources: 12, Evidence: []kb.Evidence{storm(), second, third, fourth}},
		"abstention":           {Kind: kb.Who, Abstained: true, Message: "None of the articles mentions “Rose”.", Suggestions: []string{"Ana Ruiz", "Rosa Lima"}},
		"nearest":              {Kind: kb.Why, Abstained: true, Message: "The articles do not say why. The nearest they come:", Evidence: []kb.Evidence{second}},
		"choice":               {Kind: kb.Who, Abstained: true, Message: "Several people have that name.", Choices: []string{"Ana Ruiz — Mayor of Porto Alto", "Ana Ruiz — swimmer"}},
		"names in the message": {Kind: kb.Who, Abstained: true, Message: "Ana Ruiz or Rosa Lima?", Suggestions: []string{"Ana Ruiz", "Rosa Lima"}},
		"hostile text":         {Kind: kb.Who, Text: "Ana\x1b[31m\x07 \u202eziuR\n", Confidence: 1, Sources: 1, Evidence: []kb.Evidence{{Quote: "\x01A\x02na\x1b]0;title\x07\u2066 Ruiz\x9b2J", Title: "T\r\nitle", Marks: [][2]int{{0, 5}, {2, 3}, {90, 99}}}}},
		"wide letters":         {Kind: kb.Where, Text: "台北", Confidence: 0.9, Sources: 1, Evidence: []kb.Evidence{{Quote: "总统蔡英文 周二 在 台北 会见 了 来访 的 代表团 并 发表 讲话 说 两国 关系 从未 如此 密切", Title: "新闻"}}},
		"nothing":              {},
	}
}

func TestAnswersInTheTerminal(t *testing.T) {
	for name, a := range answers() {
		for _, p := range []page{{width: 60}, {width: 60, colour: true}} {
			t.Run(fmt.Sprintf("%s/%v", name, p.colour), func(t *testing.T) {
				got := p.answer(a)
				file := strings.ReplaceAll(name, " ", "-")
				if p.colour {
					file += "-colour"
					got = strings.ReplaceAll(got, "\x1b", "ESC")
				}
				golden(t, file, got)
			})
		}
	}
}

func TestNoLineIsTooLong(t *testing.T) {
	for name, a := range answers() {
		for width := minWidth; width < maxWidth; width += 7 {
			p := page{width: width}
			for line := range strings.Lines(p.answer(a)) {
				line = strings.TrimSuffix(line, "\n")
				if n := p.columns(line); n > width && strings.Contains(strings.TrimLeft(line, " —"), " ") {
					t.Errorf("%s: a line of %d columns on a page of %d: %q", name, n, width, line)
				}
			}
		}
	}
}

func TestPage(t *testing.T) {
	tests := []struct {
		name string
		out  terminal
		env  map[string]string
		want page
	}{
		{"pipe", terminal{}, nil, page{80, false}},
		{"terminal", terminal{true, 72}, nil, page{72, true}},
		{"terminal that does not tell", terminal{true, 0}, nil, page{80, true}},
		{"wide", terminal{true, 300}, nil, page{100, true}},
		{"narrow", terminal{true, 5}, nil, page{20, true}},
		{"NO_COLOR", terminal{true, 80}, map[string]string{"NO_COLOR": "1"}, page{80, false}},
		{"empty NO_COLOR", terminal{true, 80}, map[string]string{"NO_COLOR": ""}, page{80, true}},
		{"dumb", terminal{true, 80}, map[string]string{"TERM": "dumb"}, page{80, false}},
	}
	for _, tt := range tests {
		p := program{surroundings: surroundings{out: tt.out, lookup: environment(tt.env)}}
		if got := p.page(); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}
