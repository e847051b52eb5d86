package kb_test

import (
	"strings"
	"testing"

	"dateline/kb"
)

// TestSlips mends a slip of the keys in a common word, and never makes a word of a
// name that no article has.
func TestSlips(t *testing.T) {
	b := world(t)
	for question, want := range map[string]string{
		"who annouced the deal":                  "announced",
		"when did the striek begin":              "strike",
		"why was there a stirke":                 "strike",
		"how many peple came":                    "people",
		"/when brigde closed":                    "bridge",
		"who made her ambassdor":                 "ambassador",
		"who made okafor un ambassdor":           "ambassador",
		"who made her ambasasdor":                "ambassador",
		"who is meloni":                          "",
		"who is sullivam":                        "",
		"when did starmer resign":                "",
		"/when starmer visit":                    "",
		"did the macron government fall":         "",
		"what did hanks say":                     "",
		"who designd the bridge that was closed": "designed",
	} {
		got := strings.Join(b.Understand(kb.ParseLine(question)).Words, " ")
		if want != "" && !strings.Contains(got, want) {
			t.Errorf("%s: read as %q, want %q in it", question, got, want)
		}
		for _, no := range []string{"melon", "starter", "micron", "hands", "bridge", "sullivan"} {
			if want == "" && strings.Contains(got, no) {
				t.Errorf("%s: read as %q", question, got)
			}
		}
	}
}
