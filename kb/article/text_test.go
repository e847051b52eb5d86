package article

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestParseText(t *testing.T) {
	day := time.Date(2022, 1, 18, 0, 0, 0, 0, time.UTC)
	tests := []struct {
		name, in string
		want     Article
	}{
		{"no head", "A ship sank.\n\nNobody was hurt.", Article{Title: "A ship sank.", Text: "A ship sank.\n\nNobody was hurt."}},
		{"date before the first sentence", " date 2022-01-18 A ship sank.\n\nNobody was hurt.", Article{Title: "A ship sank.", Date: day, Text: "A ship sank.\n\nNobody was hurt."}},
		{"date alone", "date 2022-01-18\n\nA ship sank.", Article{Title: "A ship sank.", Date: day, Text: "A ship sank."}},
		{"everything", "title Ship sinks\nurl https://www.example.com/ship\nsource The Paper\ndate 2022-01-18\n\nA ship sank.",
			Article{Title: "Ship sinks", URL: "https://www.example.com/ship", Source: "The Paper", Date: day, Text: "A ship sank."}},
		{"another order, CRLF", "date 2022-01-18\r\nsource  The Paper \r\n\r\ntitle Ship sinks\r\nA ship\r\nsank.\r\n",
			Article{Title: "Ship sinks", Source: "The Paper", Date: day, Text: "A ship\r\nsank."}},
		{"source from the address", "url https://WWW.Example.com:8080/ship A ship sank.",
			Article{Title: "A ship sank.", URL: "https://WWW.Example.com:8080/ship", Source: "example.com", Text: "A ship sank."}},
		{"the text begins after a date", "date 2022-01-18 title fights are back.", Article{Title: "title fights are back.", Date: day, Text: "title fights are back."}},
		{"each field once", "title One\ntitle two is the text.", Article{Title: "One", Text: "title two is the text."}},
		{"a word is no field", "date palms grow well.", Article{Title: "date palms grow well.", Text: "date palms grow well."}},
		{"capitals are no field", "Date 2022-01-18 was a Tuesday.", Article{Title: "Date 2022-01-18 was a Tuesday.", Text: "Date 2022-01-18 was a Tuesday."}},
		{"a date with a time is text", "date 2022-01-18T10:00 is now.", Article{Title: "date 2022-01-18T10:00 is now.", Text: "date 2022-01-18T10:00 is now."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := parseText(tt.in); err != nil || got != tt.want {
				t.Errorf("got %+v, %v; want %+v", got, err, tt.want)
			}
		})
	}
}

func TestHeadline(t *testing.T) {
	long := strings.Repeat("words of many letters, ", 20)
	tests := []struct{ in, want string }{
		{"One line.\nAnother.", "One line."},
		{"Two  blanks\tand a\u00a0tab. More.", "Two blanks and a tab."},
		{long, "words of many letters, words of many letters, words of many letters, words of many letters, words of many letters…"},
		{strings.Repeat("é", 500), strings.Repeat("é", 120) + "…"},
	}
	for _, tt := range tests {
		if got := headline(tt.in); got != tt.want {
			t.Errorf("headline(%.40q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"2022-01-18":           "2022-01-18",
		"2024-02-29":           "2024-02-29",
		"1999-05-06T15:05":     "1999-05-06",
		"2022-01-18T23:59:00Z": "2022-01-18",
		"2023-02-29":           "date 2023-02-29 does not exist",
		"2022-13-01":           "date 2022-13-01 does not exist",
		"0000-00-00":           "date 0000-00-00 does not exist",
		"0001-01-01":           "date 0001-01-01 does not exist",
		"18.01.2022":           `date "18.01.2022", want YYYY-MM-DD`,
		"２０２２-01-18":           `date "２０２２-01-18", want YYYY-MM-DD`,
	} {
		got := ""
		if date, err := ParseDate(in); err != nil {
			got = err.Error()
		} else {
			got = date.Format(time.DateOnly)
		}
		if got != want {
			t.Errorf("ParseDate(%q): %s, want %s", in, got, want)
		}
	}
}

// check states what holds for every article that is loaded.
func check(t *testing.T, a Article) {
	t.Helper()
	if strings.TrimSpace(a.Text) == "" || a.Title == "" || strings.ContainsAny(a.Title+a.Source, "\r\n\t") {
		t.Errorf("text %q, title %q, source %q", a.Text, a.Title, a.Source)
	}
	if !utf8.ValidString(a.Text) || !utf8.ValidString(a.Title) || !utf8.ValidString(a.URL) {
		t.Errorf("not UTF-8: %+v", a)
	}
	if a.URL != "" && !strings.HasPrefix(strings.ToLower(a.URL), "http") {
		t.Errorf("address %q", a.URL)
	}
	if a.Date != a.Date.Truncate(24*time.Hour) {
		t.Errorf("date %v", a.Date)
	}
}

func FuzzText(f *testing.F) {
	f.Add([]byte(" date 2022-01-18 A ship sank.\n\nNobody was hurt."))
	f.Add([]byte("\ufefftitle A\r\nurl http://a.b/c\r\nsource S\r\ndate 2022-02-30\r\nText"))
	f.Add([]byte("title \nsource\turl\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := textArticle(strings.NewReader(string(data)), 1000)
		if a.Text == "" {
			if err == nil {
				t.Error("neither an article nor an error")
			}
			return
		}
		check(t, a)
		if !strings.Contains(string(data), a.Text) {
			t.Errorf("the text %q is not in the file as it stands", a.Text)
		}
	})
}

func FuzzJSONLines(f *testing.F) {
	f.Add([]byte(`{"id":"a","url":"https://a.b/c","title":"T","date":"2022-01-18","text":"A ship sank."}`))
	f.Add([]byte("{\"id\":1,\"text\":\"\\u0000\\ud800\"}\n\n[]\n{\"text\":\"x"))
	f.Fuzz(func(t *testing.T, data []byte) {
		last := 0
		for it := range readJSONLines(strings.NewReader(string(data)), file{}, Limits{Text: 500, Line: 1000}) {
			if it.line <= last && it.line != 0 {
				t.Errorf("line %d after %d", it.line, last)
			}
			last = it.line
			if it.article.Text == "" {
				if it.err == nil {
					t.Error("neither an article nor an error")
				}
				continue
			}
			check(t, it.article)
		}
	})
}
