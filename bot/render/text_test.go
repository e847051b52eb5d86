package render

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"dateline/kb"
)

func TestClean(t *testing.T) {
	tests := []struct{ in, want string }{
		{"plain", "plain"},
		{"  two \n\t words\r\n", "two words"},
		{"zero\u200bwidth\u2060\ufeff", "zerowidth"},
		{"\u202egnp.exe\u202c", "gnp.exe"},
		{"\u2067iso\u2069 \u061c\u200f\u200e", "iso"},
		{"soft\u00adhyphen", "softhyphen"},
		{"tag\U000e0041\U000e007f", "tag"},
		{"\x00\x1b[31mred\x7f", "[31mred"},
		{"bro\xffken\xc3", "broken"},
		{"\u3164\u2800\u115f", ""},
		{"👩\u200d🚀", "👩\u200d🚀"},
		{"a\u200db", "ab"},
		{"می\u200cخواهم", "می\u200cخواهم"},
		{"❤\ufe0f", "❤\ufe0f"},
		{"x\ufe00", "x"},
	}
	for _, tt := range tests {
		if got := Clean(tt.in); got != tt.want {
			t.Errorf("Clean(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestEscape(t *testing.T) {
	tests := []struct{ in, want string }{
		{"plain", "plain"},
		{"**b** _i_ ~~s~~", `\*\*b\*\* \_i\_ \~\~s\~\~`},
		{"||spoiler|| `code`", "\\|\\|spoiler\\|\\| \\`code\\`"},
		{"[a](https://b)", `\[a](https\://b)`},
		{"<@1> <#2> <t:0:R>", `\<@1> \<#2> \<t:0:R>`},
		{"@everyone @HERE @ann", "@\u200beveryone @\u200bHERE @ann"},
		{"# big", `\# big`},
		{"-# small", `\-# small`},
		{"- item", `\- item`},
		{"> quote", `\> quote`},
		{"1. item", `1\. item`},
		{"20 to meet", "20 to meet"},
		{"2022) x", `2022\) x`},
		{"a # b - c", "a # b - c"},
		{`back\slash`, `back\\slash`},
		{"مرحبا", "\u2068مرحبا\u2069"},
	}
	for _, tt := range tests {
		if got := Escape(tt.in); got != tt.want {
			t.Errorf("Escape(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestFit(t *testing.T) {
	tests := []struct {
		in   string
		max  int
		want string
	}{
		{"short", 10, "short"},
		{"exactly ten", 11, "exactly ten"},
		{"cut at a word", 10, "cut at a…"},
		{"one, two, three", 10, "one, two…"},
		{"unbreakableword", 5, "unbr…"},
		{"ab👩‍👩‍👧‍👦cd", 6, "ab…"},
		{"e\u0301e\u0301e\u0301", 4, "e\u0301…"},
		{"🇺🇦🇩🇪🇫🇷", 9, "🇺🇦🇩🇪…"},
		{"anything", 1, "…"},
		{"anything", 0, ""},
		{"", 5, ""},
	}
	for _, tt := range tests {
		if got := Fit(tt.in, tt.max); got != tt.want {
			t.Errorf("Fit(%q, %d) = %q, want %q", tt.in, tt.max, got, tt.want)
		}
	}
}

func TestCut(t *testing.T) {
	for _, n := range []int{99, 100, 101, 102, 300} {
		for _, s := range []string{strings.Repeat("x", n), strings.Repeat("two ", n/4), strings.Repeat("😀", n/2)} {
			got := Cut(s, 100)
			if Units(got) > 100 || !strings.HasPrefix(s, got) || len(s) > 0 && got == "" {
				t.Errorf("Cut(%q, 100) = %q", s, got)
			}
		}
	}
}

func TestPassage(t *testing.T) {
	long := strings.Repeat("word ", 100)
	tests := []struct {
		name, quote string
		marks       [][2]int
		max         int
		want        string
	}{
		{"bold", "On January 14, they meet.", [][2]int{{3, 13}}, 100, "On **January 14**, they meet."},
		{"blanks within marks", "On January 14, they meet.", [][2]int{{2, 14}}, 100, "On **January 14,** they meet."},
		{"touching marks", "On January 14, they meet.", [][2]int{{3, 10}, {11, 13}}, 100, "On **January 14**, they meet."},
		{"marks out of bounds", "Short.", [][2]int{{-1, 3}, {4, 99}, {5, 5}}, 100, "Short."},
		{"marks in wrong order", "abc def ghi", [][2]int{{8, 11}, {0, 3}}, 100, "abc def **ghi**"},
		{"mark within a character", "aé b", [][2]int{{0, 2}}, 100, "**a**é b"},
		{"lines", "One\n\ntwo three", [][2]int{{5, 8}}, 100, "One **two** three"},
		{"stars", "a *b* c", [][2]int{{2, 5}}, 100, `a **\*b\*** c`},
		{"answer far back", long + "the answer.", [][2]int{{504, 510}}, 60, "…word word the **answer**."},
	}
	for _, tt := range tests {
		if got := passage(kb.Evidence{Quote: tt.quote, Marks: tt.marks}, tt.max); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestSafeURL(t *testing.T) {
	tests := []struct{ in, want string }{
		{"https://example.com/a?b=c", "https://example.com/a?b=c"},
		{"http://example.com/a(b)", "http://example.com/a%28b%29"},
		{"https://example.com/a b", "https://example.com/a%20b"},
		{"javascript:alert(1)", ""},
		{"https://user:pass@example.com/", ""},
		{"//example.com", ""},
		{"https://example.com/\u202e", "https://example.com/%E2%80%AE"},
		{"https://example.com/" + strings.Repeat("x", 400), ""},
		{"not an address", ""},
		{"", ""},
	}
	for _, tt := range tests {
		if got := safeURL(tt.in); got != tt.want {
			t.Errorf("safeURL(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// unescaped finds markup, mentions and links that Discord would act on.
var unescaped = regexp.MustCompile("(?:^|[^\\\\])(?:\\\\\\\\)*(?:[*_~`|<\\[]|://)|@(?i:everyone|here)")

func FuzzText(f *testing.F) {
	f.Add(hostileText, 100)
	f.Add("1. 2. 3.", 4)
	f.Add(":::://://", 7)
	f.Add("@@@@everyone@here", 12)
	f.Add("مرحبا 👩\u200d🚀 e\u0301\u0301\u0301", 9)
	f.Fuzz(func(t *testing.T, s string, max int) {
		max %= 5000
		got := Text(s, max)
		if n := Units(got); n > max && max >= 2 {
			t.Errorf("Text(%q, %d) takes %d: %q", s, max, n, got)
		}
		if !utf8.ValidString(got) {
			t.Errorf("not UTF-8: %q", got)
		}
		if bad := unescaped.FindString(got); bad != "" {
			t.Errorf("Text(%q, %d) = %q, where %q means something", s, max, got, bad)
		}
		inner := strings.TrimSuffix(strings.TrimPrefix(got, "\u2068"), "\u2069")
		if i := strings.IndexFunc(inner, func(r rune) bool { return unicode.Is(unicode.Bidi_Control, r) || r < ' ' }); i >= 0 {
			t.Errorf("a control character came through: %q", got)
		}
		if cut := Fit(s, max); Units(cut) > max && max > 0 {
			t.Errorf("Fit(%q, %d) takes %d", s, max, Units(cut))
		}
	})
}

func FuzzPassage(f *testing.F) {
	f.Add("On January 14, they meet.", 3, 13, 14, 20, 50)
	f.Add(hostileText, 0, 40, 60, 90, 100)
	f.Fuzz(func(t *testing.T, s string, a, b, c, d, max int) {
		max = 10 + abs(max)%4000
		got := passage(kb.Evidence{Quote: s, Marks: [][2]int{{a, b}, {c, d}}}, max)
		if n := Units(got); n > max {
			t.Errorf("passage(%q, %d) takes %d: %q", s, max, n, got)
		}
		if !utf8.ValidString(got) {
			t.Errorf("not UTF-8: %q", got)
		}
	})
}

func FuzzAnswer(f *testing.F) {
	f.Add(hostileText, hostileText, "https://example.com", 1, 9, int64(0), 0.3)
	f.Fuzz(func(t *testing.T, s, other, address string, a, b int, unix int64, confidence float64) {
		e := kb.Evidence{Quote: s, Marks: [][2]int{{a, b}}, Title: other, URL: address, Source: s}
		answer := kb.Answer{Text: s, Message: other, Subject: s, Confidence: confidence, Sources: a, Evidence: []kb.Evidence{e, e},
			Dates: []kb.Date{{Text: s, Words: other, Note: s, Event: other, Exact: true}}, Choices: []string{s, other}, Suggestions: []string{other, s}}
		q := kb.Question{Kind: kb.Kind(other), Text: s}
		said := []kb.Quotation{{Speaker: s, Evidence: e}}
		for _, m := range []Message{
			Answer(q, answer, plainLink), Answer(q, abstaining(answer), plainLink), EvidenceList(q, answer, a, plainLink),
			TimelineList(s, answer.Dates[0].First, answer.Dates[0].Last, []kb.Event{{Date: answer.Dates[0], Evidence: e}}, b, plainLink),
			QuotesList(s, other, said, a, plainLink), NoArticle(s, []string{s, other}, plainLink),
			Explained("x", []kb.Explanation{{Name: s, What: other, Evidence: e}}),
		} {
			for _, problem := range problems(m) {
				t.Error(problem)
			}
		}
	})
}

func abs(n int) int {
	if n < 0 {
		return -(n + 1)
	}
	return n
}
