package browse_test

import (
	"strings"
	"testing"
	"time"

	"dateline/kb/article"
	"dateline/kb/browse"
)

// TestCardQuotes checks what a card quotes of an article, and what it leaves
// out, beside one that tells something of the person.
func TestCardQuotes(t *testing.T) {
	const told = "Jeff Quill told the council on Monday that Tessa Brandvold would rebuild the harbour."
	for _, c := range []struct{ name, text, want, not string }{
		{"number of a picture", "Hide Caption 3 of 9 Photos: Mayor Jeff Quill opens the harbour with Tessa Brandvold.", "Mayor Jeff Quill opens", "Hide Caption"},
		{"credit with a blank", "Tessa Brandvold slept. Jeff Quill /AFP Boats left the harbour on Tuesday.", told, "Boats left"},
		{"firm of the name", "Tessa Brandvold slept. Jeff Quill Homes built a hundred houses.", told, "Homes built"},
		{"surname of two", "Tessa Brandvold met Tomas Quill, the son of Jeff Quill\n\nQuill said on Tuesday that the boats were gone.", told, "boats were gone"},
	} {
		texts := map[string]string{"told": told, "new": c.text}
		lib := libraryOf(t,
			article.Article{ID: "told", Title: "Council meets", Date: day("2023-03-07"), Text: told},
			article.Article{ID: "new", Title: "News of the week", Date: day("2023-03-09"), Text: c.text},
		)
		meant := lib.Meant("Jeff Quill", time.Time{})
		if len(meant) == 0 {
			t.Fatalf("%s: nobody is meant", c.name)
		}
		var quotes string
		for _, e := range browse.New(lib).Card(meant[0], "Jeff Quill").Evidence {
			quotes += e.Quote + "\n"
			if texts[e.ArticleID][e.Start:e.End] != e.Quote {
				t.Errorf("%s: %q is not the text of %s at [%d, %d)", c.name, e.Quote, e.ArticleID, e.Start, e.End)
			}
		}
		if !strings.Contains(quotes, c.want) || strings.Contains(quotes, c.not) {
			t.Errorf("%s: quotes %q, want %q and not %q", c.name, quotes, c.want, c.not)
		}
	}
}
