package entity

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// names of the entities found for a query with a score to be taken.
func found(d *Directory, query string) []string {
	var out []string
	for _, m := range d.Find(query, 9) {
		if m.Score >= 0.6 {
			out = append(out, d.Entities[m.ID].Name)
		}
	}
	return out
}

func TestApart(t *testing.T) {
	tests := []struct {
		name  string
		texts []string
		query string
		want  []string // the entities, in any order
	}{
		{"walks of life", []string{
			"2031-01-01 [ORG Harlem Hoops] coach [PER Michael Stone] left. [PER Stone] will return.",
			"2031-01-02 [PER Michael Stone], a professor of physics at [ORG Yale], left.",
			"2031-01-03 Coach [PER Michael Stone] is back, the [ORG Harlem Hoops] said.",
		}, "Michael Stone", []string{"Michael Stone", "Michael Stone"}},
		{"one life", []string{
			"2031-01-01 Actor [PER Michael Stone] will run with [PER Ida Moss].",
			"2031-01-02 Governor [PER Michael Stone] left with [PER Ida Moss].",
		}, "Michael Stone", []string{"Michael Stone"}},
		{"middle initials", []string{
			"2031-01-01 [PER George W. Rush] left. [PER George W. Rush] slept.",
			"2031-01-02 [PER George H.W. Rush] left. [PER George H.W. Rush] slept.",
		}, "George Rush", []string{"George W. Rush", "George H.W. Rush"}},
		{"middle initial of another", []string{
			"2031-01-01 [PER Michael Stone] ran. [PER Stone] won.", "2031-01-02 [PER Michael Stone] ran.", "2031-01-03 [PER Michael Stone] ran.",
			"2031-01-01 [PER Michael B. Stone] sang.", "2031-01-02 [PER Michael B. Stone] sang.", "2031-01-03 [PER Michael B. Stone] sang.",
		}, "Michael Stone", []string{"Michael Stone", "Michael B. Stone"}},
		{"one middle initial", []string{"2031-01-01 [PER Joan R. Rush] left. [PER Joan Rush] slept."}, "Joan Rush", []string{"Joan R. Rush"}},
		{"father and son", []string{"2031-01-01 [PER Dan Rush] left with [PER Dan Rush Jr.] and [PER Dan Rush]."}, "Dan Rush", []string{"Dan Rush", "Dan Rush Jr."}},
		{"one surname", []string{"2031-01-01 [PER Ann Lee] left with [PER Bo Lee]."}, "Lee", []string{"Ann Lee", "Bo Lee"}},
		{"spellings", []string{
			"2031-01-01 [PER Petro Zelinsky] left.", "2031-01-01 [PER Petro Zelinskyy] left.", "2031-01-01 [PER Pétro Zelinskiy] left.",
		}, "zelinsky", []string{"Petro Zelinsky"}},
		{"nickname", []string{"2031-01-01 [PER Mike Halloran] left.", "2031-01-02 [PER Michael Halloran] left."}, "Halloran", []string{"Mike Halloran"}},
		{"nickname in quotes", []string{"2031-01-01 [PER Francis] “Dick” [PER Scoby] left. [PER Scoby] slept."}, "Scoby", []string{"Francis Scoby"}},
		{"department", []string{"2031-01-01 The [ORG Department of Peace] left. The [ORG Peace Department] slept. The department woke; [ORG Peace] said so."}, "peace department", []string{"Department of Peace"}},
		{"acronym", []string{
			"2031-01-01 The [ORG Grand Alliance of Towns] ([ORG GAT]) met. The alliance slept.", "2031-01-02 [ORG GAT] met again.",
		}, "GAT", []string{"Grand Alliance of Towns"}},
		{"country", []string{"2031-01-01 The [LOC U.S.] and the [LOC United States] and [LOC America] met."}, "usa", nil},
		{"full middle name of another", []string{
			"2031-01-01 [PER John Devin Stone] left with [PER Ida Moss].", "2031-01-02 [PER John Stone] sang.",
		}, "John Stone", []string{"John Devin Stone", "John Stone"}},
		{"full middle name in like company", []string{
			"2031-01-01 [PER John Devin Stone] left with [PER Ida Moss].", "2031-01-02 [PER John Stone] sang with [PER Ida Moss].",
		}, "John Stone", []string{"John Devin Stone"}},
		{"surname of nobody in particular", []string{
			"2031-01-01 [PER Ann Boyd] left.", "2031-01-01 [PER Bo Boyd] left.", "2031-01-02 [PER Boyd] slept.", "2031-01-03 [PER Boyd] woke.",
		}, "Boyd", []string{"Ann Boyd", "Bo Boyd"}},
		{"known by one name", []string{"2031-01-01 [PER Cher] sang.", "2031-01-02 [PER Cher] left.", "2031-01-03 [PER Cher] slept."}, "Cher", []string{"Cher"}},
		{"written as a firm", []string{"2031-01-01 [ORG McMoss’s] sells pies. [ORG McMoss’s] closed. [PER Ed McMoss] slept."}, "McMoss's", []string{"McMoss’s"}},
		{"stage name", []string{"2031-01-01 [PER The Kid Zot] sang. Mr. [PER Kid Zot] left."}, "Kid Zot", []string{"Kid Zot"}},
		{"misread", []string{
			"2031-01-01 [PER Ann Lee] left. [PER Ann Lee] slept. [PER Ann Lee] woke. [PER Ann Lee] rose. [PER Ann Lee] ran. [PER Will Ann Lee] win?",
		}, "Ann Lee", []string{"Ann Lee"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := found(linked(t, tt.texts...), tt.query)
			slices.Sort(got)
			slices.Sort(tt.want)
			if tt.want != nil && !slices.Equal(got, tt.want) {
				t.Errorf("Find(%q) = %q, want %q", tt.query, got, tt.want)
			}
		})
	}
}

// mentioned is the texts of the mentions of whom a query finds.
func mentioned(tb testing.TB, text, query string) []string {
	tb.Helper()
	doc := marked(tb, text[:10], text[11:])
	d := linked(tb, text)
	m := d.Find(query, 1)
	if len(m) == 0 {
		tb.Fatalf("Find(%q) found nothing", query)
	}
	var out []string
	for _, p := range d.Entities[m[0].ID].Mentions {
		out = append(out, doc.Article.Text[p.Start:p.End])
	}
	return out
}

func TestMentions(t *testing.T) {
	tests := []struct {
		name, text, query string
		want              []string
	}{
		{"possessive and title", "2031-01-01 [PER Mr. Ed Hale] left. [PER Hale’s] car and [PER Hale]’s dog slept.", "Hale", []string{"Ed Hale", "Hale", "Hale"}},
		{"description", "2031-01-01 [MISC German] Foreign Minister [PER Greta Holm] left. The German foreign minister slept; the foreign minister woke. The president ate.", "Holm",
			[]string{"Greta Holm", "The German foreign minister", "the foreign minister"}},
		{"description by another title", "2031-01-01 Secretary of State [PER Kim Post] met [MISC Thai] Foreign Minister [PER Chai Suk]. The top [LOC US] diplomat slept.", "Kim Post",
			[]string{"Kim Post", "The top US diplomat"}},
		{"nearest of two", "2031-01-01 [MISC Thai] President [PER Chai Suk] met [MISC Lao] President [PER Bua Kham]. The president slept.", "Kham", []string{"Bua Kham", "The president"}},
		{"first name", "2031-01-01 [PER Ned Hale] left. [PER Ned] slept.", "Ned Hale", []string{"Ned Hale", "Ned"}},
		{"nearest earlier of a surname", "2031-01-01 [PER Ann Lee] left. [PER Lee] slept. [PER Bo Lee] left. [PER Lee] slept.", "Bo Lee", []string{"Bo Lee", "Lee"}},
		{"after a titled surname", "2031-01-01 The author [PER Ann Kern] and President [PER Kern] met. [PER Kern] slept.", "Ann Kern", []string{"Ann Kern", "Kern", "Kern"}},
		{"couple", "2031-01-01 [PER Ed Kern] left. [PER Ed] slept. [PER Ed] and [PER Ann Hale] woke.", "Ed Kern", []string{"Ed Kern", "Ed"}},
		{"number of a pope", "2031-01-01 [PER Pope John Paul] II left.", "Pope John Paul II", []string{"Pope John Paul II"}},
		{"no name", "2031-01-01 Rep. [PER Bo Clay], [PER R-Leeds], left.", "Bo Clay", []string{"Bo Clay"}},
		{"particle", "2031-01-01 [PER Marine Le Pont] left. [PER Le Pont] slept.", "Marine", []string{"Marine Le Pont", "Le Pont"}},
		{"department", "2031-01-01 The [ORG State Department] slept. The department woke, and a department did not; the department store did.", "state department", []string{"State Department", "The department"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := mentioned(t, tt.text, tt.query); !slices.Equal(got, tt.want) {
				t.Errorf("got %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestOfficeTellsSurnamesApart(t *testing.T) {
	d := linked(t,
		"2031-01-01 President [PER Jo Kern] left. President [PER Kern] slept.",
		"2031-01-02 President [PER Jo Kern] and the painter [PER Max Kern] left.",
		"2031-01-03 [PER Max Kern], the painter, spoke of President [PER Kern].",
	)
	jo := d.Entities[d.Find("Jo Kern", 1)[0].ID]
	if n := len(jo.Mentions); n != 4 {
		t.Errorf("the president has %d mentions, want 4: %v", n, jo.Mentions)
	}
}

func TestMetonyms(t *testing.T) {
	d := linked(t, "2031-01-01 [LOC Moscow] and the [LOC Kremlin] and the [MISC Russian] army of [LOC Russia].")
	for _, name := range []string{"Moscow", "Kremlin", "Russian", "Russia"} {
		m := d.Find(name, 1)
		if len(m) == 0 || d.Entities[m[0].ID].Name != name || d.Entities[m[0].ID].Country != "Russia" {
			t.Errorf("%s: %v", name, m)
		}
	}
}

// TestNamesakes checks that people of a common name are one only where their
// documents have something in common.
func TestNamesakes(t *testing.T) {
	var many strings.Builder
	many.WriteString("2030-01-01 ")
	for i := range 26 {
		fmt.Fprintf(&many, "[PER John %cman] met [PER %cnna Smith].\n", 'A'+i, 'A'+i)
	}
	d := linked(t, many.String(),
		"2031-01-01 [PER John Smith] sang with [PER Ida Moss].",
		"2031-01-02 [PER John Smith] left [PER Ida Moss].",
		"2031-01-03 [PER John Smith] was robbed.",
	)
	var docs []int
	for _, e := range d.Entities {
		if e.Name == "John Smith" {
			docs = append(docs, e.Docs)
		}
	}
	if slices.Sort(docs); !slices.Equal(docs, []int{1, 2}) {
		t.Errorf("John Smith in %v documents, want one in 1 and one in 2", docs)
	}
}
