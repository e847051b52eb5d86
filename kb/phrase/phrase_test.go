package phrase

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/kb/text"
)

func stems(word string) []string { return []string{strings.ToLower(word)} }

func chunks(s string) []string {
	words := New(stems).Read(nil, s, text.Span{Start: 0, End: len(s)})
	var out []string
	for _, c := range Chunks(nil, words) {
		out = append(out, s[words[c.First].Start:words[c.Last].End])
	}
	return out
}

func TestChunks(t *testing.T) {
	for _, tc := range []struct {
		text string
		want []string
	}{
		{"The new ferry carries shipping containers to Oslo.", []string{"new ferry", "shipping containers", "Oslo"}},
		{"She resigned after a long strike by the dockers.", []string{"long strike", "dockers"}},
		{"Mayor Hanna Petersen bought 310 electric buses for $95 million.", []string{"Mayor Hanna Petersen", "310 electric buses", "$95 million"}},
		{"He wants to plan the town.", []string{"town"}},
		{"Of the farmers, 38% grow rye.", []string{"farmers", "38%", "rye"}},
		{"The site got an edit button early next month.", []string{"site", "edit button", "early next month"}},
		{"", nil},
	} {
		if got := chunks(tc.text); !slices.Equal(got, tc.want) {
			t.Errorf("%q: got %q, want %q", tc.text, got, tc.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("The new ferry, 38% “full”, sank.")
	f.Add("\xff’s $")
	tagger := New(stems)
	f.Fuzz(func(t *testing.T, s string) {
		words := tagger.Read(nil, s, text.Span{Start: 0, End: len(s)})
		end := 0
		for _, c := range Chunks(nil, words) {
			if c.First < end || c.Last < c.First || c.Last >= len(words) {
				t.Fatalf("%q: chunk %v of %d words", s, c, len(words))
			}
			end = c.Last + 1
		}
	})
}

func ExampleChunks() {
	s := "A cook won the first prize with a soup made from nettles."
	words := New(stems).Read(nil, s, text.Span{Start: 0, End: len(s)})
	for _, c := range Chunks(nil, words) {
		fmt.Println(s[words[c.First].Start:words[c.Last].End])
	}
	// Output:
	// cook
	// first prize
	// soup
	// nettles
}
