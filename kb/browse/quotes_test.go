package browse_test

import (
	"context"
	"testing"

	"dateline/kb/article"
)

// TestSpeakers asks what Mara Quill said; an empty want is nothing.
func TestSpeakers(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"“We will build the wall by spring,” Mara Quill said.", "“We will build the wall by spring,”"},
		{"Mara Quill, the mayor of Port Aster, said the wall would stand by spring.", "the wall would stand by spring"},
		{"The wall will stand by spring, said Mayor Mara Quill.", "The wall will stand by spring"},
		{"Mara Quill said Tuesday she saw “Macbeth” twice.", "Tuesday she saw “Macbeth” twice"},
		{"Mara Quill attorney Tom Okafor said the wall would stand by spring.", ""},
		{"A spokesman for Mara Quill said the wall would stand by spring.", ""},
		{"The harbour board acknowledged that Mara Quill had been told of it.", ""},
		{"Tom Okafor had argued that Mara Quill wanted the wall.", ""},
		{"Mara Quill’s lawyers said the wall would stand by spring.", ""},
		{"Tom Okafor met Mara Quill. He said the wall would stand by spring.", ""},
		{"Mara Quill opened the wall. She said it would stand for years.", "it would stand for years"},
	} {
		b := browser(t, article.Article{ID: "a", Title: "News", Date: day("2023-03-07"), Text: c.text + "\n\nMara Quill is the mayor. Tom Okafor is an engineer."})
		got := ""
		for _, q := range b.Quotes(context.Background(), "Mara Quill", "") {
			got += q.Evidence.Quote[q.Evidence.Marks[0][0]:q.Evidence.Marks[0][1]]
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}
