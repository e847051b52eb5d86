package entity

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline/kb/article"
	"dateline/kb/doc"
	"dateline/kb/names"
	ktext "dateline/kb/text"
)

// marked makes a document of text in which names are written [PER Ann Lee];
// the tests do not depend on what the recogniser finds.
func marked(tb testing.TB, date, s string) doc.Document {
	tb.Helper()
	var b strings.Builder
	var ms []names.Mention
	types := map[string]names.Type{"PER": names.Person, "LOC": names.Place, "ORG": names.Organisation, "MISC": names.Misc}
	for {
		before, rest, ok := strings.Cut(s, "[")
		b.WriteString(before)
		if !ok {
			break
		}
		name, after, _ := strings.Cut(rest, "]")
		label, name, _ := strings.Cut(name, " ")
		t, known := types[label]
		if !known {
			tb.Fatalf("no type %q", label)
		}
		start := b.Len()
		b.WriteString(name)
		ms = append(ms, names.Mention{Start: int32(start), End: int32(b.Len()), Type: t})
		s = after
	}
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		tb.Fatal(err)
	}
	a := article.Article{ID: date, Title: "t", Date: day, Text: b.String()}
	return doc.Document{Article: a, Sentences: ktext.Sentences(a.Text), Names: ms}
}

// linked builds a directory of marked texts, each "date text".
func linked(tb testing.TB, texts ...string) *Directory {
	tb.Helper()
	var docs []doc.Document
	for _, s := range texts {
		docs = append(docs, marked(tb, s[:10], s[11:]))
	}
	return Link(docs)
}

func first(d *Directory, ms []Match) string {
	if len(ms) == 0 {
		return ""
	}
	return d.Entities[ms[0].ID].Name
}

const visit = "2031-05-06 The [ORG Foreign Ministry] said that [MISC Ruritanian] President [PER Oleh Varaskenko] and Foreign Minister [PER Dalia Orbek] would receive " +
	"[PER Hugh Pell], the prime minister of [LOC Freedonia], on Tuesday. A spokeswoman, [PER Ann Lee], said the ministry was ready. [PER Pell] leaves today. " +
	"[PER Lee]'s boss agreed.\n\nIn June, [PER Pell] will also visit [LOC Germany].\n\n20 to meet Foreign Minister [PER Greta Holm], who is new."

func TestLink(t *testing.T) {
	d := linked(t, visit)
	for query, want := range map[string]string{
		"pell": "Hugh Pell", "Orbeck": "Dalia Orbek", "varaskenko": "Oleh Varaskenko", "Ann": "Ann Lee", "Minister Holm": "Greta Holm",
		"foreign ministry": "Foreign Ministry",
	} {
		if got := first(d, d.Find(query, 3)); got != want {
			t.Errorf("Find(%q) = %q, want %q", query, got, want)
		}
	}
	for query, want := range map[string]string{
		"foreign minister of Germany": "Greta Holm", "German foreign minister": "Greta Holm", "prime minister of Freedonia": "Hugh Pell", "spokesman": "Ann Lee",
	} {
		if got := first(d, d.FindRole(query, time.Time{}, 3)); got != want {
			t.Errorf("FindRole(%q) = %q, want %q", query, got, want)
		}
	}
}

func TestIn(t *testing.T) {
	d := linked(t, visit)
	all := d.In(0, 0, 1<<20)
	if len(all) < 10 {
		t.Fatalf("%d mentions", len(all))
	}
	for i, l := range all {
		if i > 0 && l.Start < all[i-1].Start {
			t.Errorf("mention %d out of order", i)
		}
		if got := d.In(0, int(l.Start), int(l.End)); len(got) == 0 || got[0] != l {
			t.Errorf("In(%d, %d) = %v, want %v", l.Start, l.End, got, l)
		}
	}
	if d.In(1, 0, 100) != nil || d.In(-1, 0, 100) != nil {
		t.Error("mentions of a document that is not there")
	}
}

func TestLinkNothing(t *testing.T) {
	for _, d := range []*Directory{Link(nil), Link(make([]doc.Document, 3)), {}} {
		if len(d.Entities) > 0 || len(d.Find("x", 3))+len(d.FindRole("president", time.Time{}, 3))+len(d.Complete("", 3)) > 0 || len(d.In(0, 0, 9)) > 0 {
			t.Error("found something in nothing")
		}
	}
}

func ExampleDirectory_Find() {
	text := "In Zenda, spokesman Rudolf Rassen said that Mr. Rassen had nothing to add."
	d := Link([]doc.Document{{
		Article:   article.Article{Text: text},
		Sentences: []ktext.Sentence{{Span: ktext.Span{Start: 0, End: len(text)}}},
		Names:     []names.Mention{{Start: 20, End: 33, Type: names.Person}, {Start: 48, End: 54, Type: names.Person}},
	}})
	e := d.Entities[d.Find("rasen", 1)[0].ID]
	fmt.Println(e.Name, "-", e.Roles[0], "-", len(e.Mentions), "mentions")
	// Output: Rudolf Rassen - spokesman - 2 mentions
}
