package entity

import (
	"strings"
	"testing"
	"time"
	"unicode"

	"dateline/kb/article"
	"dateline/kb/doc"
	"dateline/kb/names"
	ktext "dateline/kb/text"
)

// capitals makes a document of any text in which every run of words with a
// capital is a name, of a type that goes by its place.
func capitals(s string) doc.Document {
	d := doc.Document{Article: article.Article{Text: s, Date: time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC)}, Sentences: ktext.Sentences(s)}
	start, end := -1, -1
	flush := func() {
		if start >= 0 {
			d.Names = append(d.Names, names.Mention{Start: int32(start), End: int32(end), Type: names.Type(start % 4)})
		}
		start = -1
	}
	for _, t := range ktext.Tokens(nil, s) {
		if r := []rune(t.Of(s))[0]; t.Kind == ktext.Word && (unicode.IsUpper(r) || r > 127) {
			if start < 0 {
				start = t.Start
			}
			end = t.End
			continue
		}
		flush()
	}
	flush()
	return d
}

// check tells what is wrong with a directory.
func check(t *testing.T, d *Directory, docs []doc.Document) {
	t.Helper()
	for i, e := range d.Entities {
		if e.ID != ID(i) || e.Name == "" || len(e.Mentions) == 0 || e.Docs == 0 {
			t.Fatalf("entity %d: %+v", i, e)
		}
		for _, m := range e.Mentions {
			if m.Start < 0 || m.Start >= m.End || int(m.End) > len(docs[m.Doc].Article.Text) {
				t.Fatalf("%s: mention %v", e.Name, m)
			}
		}
		for _, r := range e.Roles {
			if r.Title == "" || r.Span.Start < 0 || r.Span.Start >= r.Span.End || r.Span.End > len(docs[r.Doc].Article.Text) {
				t.Fatalf("%s: role %+v", e.Name, r)
			}
		}
		d.Describe(e.ID)
	}
}

func FuzzLink(f *testing.F) {
	f.Add("sAi00 0 0 0 0 0 0 0 0 0 0 sAi") // as many words as are compared, and one that may be two
	for _, s := range []string{
		visit, "Ukrainian President A B and Foreign Minister C D", "X, the president of Y, who is Z’s", "The The’s’s of of", "Sen. A (R-", "A “B” C \"D\" E",
		"Long Name Here (LNH) and (", "Ł Ø ß’s ﬁ", "Кулеба и Путин", "蔡英文 met العربية", "\xff\xfe A \x00B", "JR. SR. III", "Getty Images", "the the The Department",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		docs := []doc.Document{capitals(s), capitals(strings.ToUpper(s))}
		d := Link(docs)
		check(t, d, docs)
		d.Find(s, 5)
		d.FindRole(s, time.Time{}, 5)
		d.Complete(s, 5)
		d.In(0, len(s)/3, len(s))
	})
}

func FuzzFindRole(f *testing.F) {
	d := linked(f, visit)
	for _, s := range []string{"president of Ukraine", "’s 's of", "former former", "the", "of of of", "German", "secretary of state for", "who is the"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, m := range append(d.FindRole(s, time.Time{}, 5), d.Find(s, 5)...) {
			if m.Score < 0 || m.Score > 1.0001 || m.ID < 0 || int(m.ID) >= len(d.Entities) {
				t.Errorf("%q: %+v", s, m)
			}
		}
	})
}

func TestHostile(t *testing.T) {
	for name, s := range map[string]string{
		"no blanks":  strings.Repeat("Ab", 1<<19),
		"capitals":   strings.Repeat("Ab Cd ", 1<<17),
		"names":      strings.Repeat("Mr. Ab Cd, the president of Ef, said. ", 1<<14),
		"one title":  strings.Repeat("president ", 1<<17) + "Ab Cd",
		"possessive": strings.Repeat("Ab’s ", 1<<17),
		"quotes":     strings.Repeat("Ab “", 1<<16),
		"brackets":   strings.Repeat("Ab Cd (AC) (", 1<<15),
		"emoji":      strings.Repeat("🙂", 1<<17),
		"bytes":      strings.Repeat("\xff\xc3A", 1<<18),
	} {
		t.Run(name, func(t *testing.T) {
			docs := []doc.Document{capitals(s)}
			check(t, Link(docs), docs)
		})
	}
	bad := doc.Document{Article: article.Article{Text: "Ab"}, Names: []names.Mention{{Start: -1, End: 1}, {Start: 0, End: 9}, {Start: 2, End: 1}, {Start: 0, End: 2, Type: 9}}}
	if d := Link([]doc.Document{bad}); len(d.Entities) > 0 {
		t.Errorf("names outside the text became %v", d.Entities)
	}
}

func TestComplete(t *testing.T) {
	d := linked(t, visit, "2031-05-07 [PER Hugh Pell] left. [PER Hugh Pell] slept.")
	for prefix, want := range map[string]string{"hu": "Hugh Pell", "pel": "Hugh Pell", "dalia o": "Dalia Orbek", "": "Hugh Pell", "orbk": "Dalia Orbek"} {
		got := d.Complete(prefix, 25)
		if len(got) == 0 || d.Entities[got[0]].Name != want {
			t.Errorf("Complete(%q) = %v, want %s first", prefix, got, want)
		}
	}
	if got := d.Complete("", 2); len(got) != 2 {
		t.Errorf("%d completions, want 2", len(got))
	}
}
