package timex

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// check asserts what holds for every text: offsets in order and within the
// text, the text at them, and whole intervals.
func check(t testing.TB, text string, es []Expression) {
	t.Helper()
	end := 0
	for i, e := range es {
		if e.Start < end || e.End <= e.Start || e.End > len(text) {
			t.Fatalf("expression %d at [%d, %d) after %d in %d bytes", i, e.Start, e.End, end, len(text))
		}
		if text[e.Start:e.End] != e.Text {
			t.Fatalf("expression %d says %q, the text %q", i, e.Text, text[e.Start:e.End])
		}
		if e.First.IsZero() != e.Last.IsZero() || e.Last.Before(e.First) {
			t.Fatalf("%q covers %v to %v", e.Text, e.First, e.Last)
		}
		if e.Anchor >= i || e.Anchor < -1 {
			t.Fatalf("expression %d hangs on %d", i, e.Anchor)
		}
		e.Words()
		e.Note(date(2022, 1, 18))
		end = e.End
	}
}

func TestHostile(t *testing.T) {
	doc := date(2022, 1, 18)
	const mb, kb = 1 << 20, 1 << 16
	for name, text := range map[string]string{
		"empty":        "",
		"digits":       strings.Repeat("1", mb),
		"weekdays":     strings.Repeat("Monday ", mb/7),
		"the":          strings.Repeat("the ", mb/4),
		"last":         strings.Repeat("last ", kb/5),
		"months":       strings.Repeat("May ", kb/4),
		"numbers":      strings.Repeat("twenty-", kb/7),
		"hundreds":     strings.Repeat("hundred thousand ", kb/17),
		"day numbers":  strings.Repeat("14-", kb/3),
		"dates":        strings.Repeat("January 14, 2022 ", kb/17),
		"over":         strings.Repeat("more than over about ", kb/21),
		"paragraphs":   strings.Repeat("In January.\n\n", kb/13),
		"strays":       "In January.\n\n" + strings.Repeat("20 to 1.\n\n", kb/10),
		"letters":      strings.Repeat("a", mb),
		"quotes":       strings.Repeat("'", kb),
		"slashes":      strings.Repeat("1/2/", kb/4),
		"invalid":      strings.Repeat("on \xff\xfeMonday \x80", kb/14),
		"half a rune":  "on Tuesday \xe2\x80",
		"no space":     strings.Repeat("\u00a0\u200b", kb/5),
		"long words":   strings.Repeat(strings.Repeat("x", 5000)+" ", 200),
		"until":        strings.Repeat("until the end of the beginning of ", kb/34),
		"10 MB":        strings.Repeat("He said so on Tuesday. "+strings.Repeat("nobodyknowsthereason", 34)+"\n", 10*mb/704),
		"huge numbers": strings.Repeat("99999999999999999999999 years ago ", kb/34),
		"far away":     "999999 centuries ago and 9000 decades later, 5000 years before, in 8999 years' time, 9999-12-31",
	} {
		es := Find(text, doc)
		check(t, text, es)
		if name == "weekdays" && len(es) != mb/7 {
			t.Errorf("%s: found %d, want %d", name, len(es), mb/7)
		}
		if name == "invalid" && len(es) != kb/14 {
			t.Errorf("%s: found %d, want %d", name, len(es), kb/14)
		}
	}
}

// TestUndated reads a text whose date nobody knows: what needs it stays
// unresolved and says so, what does not is resolved.
func TestUndated(t *testing.T) {
	text := "On Tuesday he said the vote last week, on January 14, was fair. It began in 2014. Yesterday, in May, they met at 9 a.m."
	for _, c := range Find(text, time.Time{}) {
		if resolved := c.Value == "2014"; resolved == c.Relative || resolved == c.First.IsZero() {
			t.Errorf("%q: value %q, relative %v, first %v", c.Text, c.Value, c.Relative, c.First)
		}
	}
	for _, d := range []time.Time{{}, time.Unix(0, 0), time.Date(-5, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(99999, 1, 1, 0, 0, 0, 0, time.UTC)} {
		check(t, text, Find(text, d))
	}
}

func TestImpossible(t *testing.T) {
	for text, want := range map[string]bool{
		"It was on February 30.": true, "It was on 31 April 2021.": true, "It was on February 29, 2021.": true,
		"It was on February 29, 2020.": false, "It was on 31 March 2021.": false,
	} {
		es := Find(text, date(2022, 1, 18))
		if len(es) != 1 || es[0].Impossible != want || es[0].First.IsZero() != want || (es[0].Note(time.Time{}) != "") != want {
			t.Errorf("%q: %+v, want impossible %v", text, es, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"In January, Blinken will visit Germany.\n\n20 to meet", "at 9 a.m. EST on Tuesday, Jan. 18, 2022", "14–16 January", "two and a half years ago",
		"the third quarter of last year", "every other Tuesday morning", "l4 May", "'90s", "between 2014 and 2016", "\xff"} {
		f.Add(s, int64(1642464000))
	}
	f.Fuzz(func(t *testing.T, text string, unix int64) {
		doc := time.Unix(unix%1e11, 0)
		check(t, text, Find(text, doc))
		Range(text, doc)
		if d, ok := Dateline(text, doc); ok && !utf8.ValidString(text) && d.IsZero() {
			t.Fatal("a dateline without a day")
		}
	})
}

func BenchmarkFind(b *testing.B) {
	var sb strings.Builder
	for _, d := range readGold(b) {
		sb.WriteString(d.Text)
		sb.WriteString("\n\n")
	}
	text := sb.String()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(text, date(1998, 2, 13))
	}
}
