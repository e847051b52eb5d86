package kb_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/kb"
)

func TestTimeline(t *testing.T) {
	b := world(t)
	ctx := context.Background()
	got := values(b.Timeline(ctx, "strike", time.Time{}, time.Time{}))
	if want := []string{"2023-05-22", "2023-06-02"}; !slices.Equal(slices.Compact(got), want) {
		t.Errorf("timeline of the strike: %v, want %v", got, want)
	}
	if got := values(b.Timeline(ctx, "strike", day("2023-06-01"), time.Time{})); slices.Contains(got, "2023-05-22") {
		t.Errorf("from June: %v", got)
	}
	if got := b.Timeline(ctx, "zeppelin", time.Time{}, time.Time{}); len(got) > 0 {
		t.Errorf("of what no article has: %v", got)
	}
}

func values(events []kb.Event) []string {
	var out []string
	for _, e := range events {
		out = append(out, e.Date.Value)
	}
	return out
}

func TestQuotes(t *testing.T) {
	b := world(t)
	for _, c := range []struct{ person, about, want string }{
		{"Halvorsen", "", "“This bridge joins what the river parted,”"},
		{"Halvorsen", "bridge", "“This bridge joins what the river parted,”"},
		{"Okafor", "", "“fair to both sides.”"},
		{"Okafor", "bridge", ""},
		{"Nobody", "", ""},
	} {
		got := ""
		for _, q := range b.Quotes(context.Background(), c.person, c.about) {
			for _, m := range q.Evidence.Marks {
				got += q.Evidence.Quote[m[0]:m[1]]
			}
		}
		if got != c.want {
			t.Errorf("%s about %q: %q, want %q", c.person, c.about, got, c.want)
		}
	}
}

// TestQuotesOfOne quotes one person where a name fits several, as who does.
func TestQuotesOfOne(t *testing.T) {
	b := built(t,
		"Prime Minister Ola Strand of Norway said: “The bridge will be paid for this year.” Strand left. Strand had met Prime Minister Aino Rautio of Finland.",
		"The baker Piet Strand said: “The bread has never been as dear as this.”",
		"Prime Minister Ola Strand spoke of taxes in Bristol. Strand then left.")
	for _, person := range []string{"Strand", "prime minister of Norway"} {
		for _, q := range b.Quotes(context.Background(), person, "") {
			if q.Speaker != "Ola Strand" {
				t.Errorf("%s: %s says %q", person, q.Speaker, q.Evidence.Quote)
			}
		}
		if len(b.Quotes(context.Background(), person, "")) == 0 {
			t.Errorf("%s: nothing", person)
		}
	}
}

func TestLatest(t *testing.T) {
	b := world(t)
	ids := func(hs []kb.Headline) string {
		var out []string
		for _, h := range hs {
			out = append(out, h.ID)
		}
		return strings.Join(out, " ")
	}
	for _, c := range []struct{ about, want string }{
		{"", "strike2 strike bridge"},
		{"strike", "strike2 strike"},
		{"Halvorsen", "strike2 bridge"},
		{"zeppelin", ""},
	} {
		if got := ids(b.Latest(context.Background(), c.about, 10)); got != c.want {
			t.Errorf("about %q: %s, want %s", c.about, got, c.want)
		}
	}
	if got := ids(b.Latest(context.Background(), "", 1)); got != "strike2" {
		t.Errorf("one: %s", got)
	}
}

func TestSummarize(t *testing.T) {
	b := world(t)
	s, found, _ := b.Summarize(context.Background(), "mayor opens bridge")
	if !found || s.ID != "bridge" || len(s.Sentences) == 0 {
		t.Fatalf("found %v %+v", found, s)
	}
	if !slices.Contains(s.People, "Ingrid Halvorsen") || !slices.Contains(s.Places, "Bristol") {
		t.Errorf("people %v, places %v", s.People, s.Places)
	}
	for _, e := range s.Sentences {
		if e.ArticleID != "bridge" || e.Quote == "" {
			t.Errorf("sentence %+v", e)
		}
	}
	if _, found, near := b.Summarize(context.Background(), "strike of pilots"); found || len(near) == 0 {
		t.Errorf("no such title: found %v, near %v", found, near)
	}
}

func TestExplain(t *testing.T) {
	got := world(t).Explain(context.Background(), "I met Ingrid Halvorsen in Bristol. Halvorsen says hi to Jane Roe.", 5)
	var names []string
	for _, x := range got {
		names = append(names, x.Name+"/"+x.Type)
	}
	if want := []string{"Ingrid Halvorsen/person", "Bristol/place"}; !slices.Equal(names, want) {
		t.Errorf("%v, want %v", names, want)
	}
}

func TestStats(t *testing.T) {
	s := world(t).Stats()
	if s.Articles != 3 || !s.First.Equal(day("2023-05-10")) || !s.Last.Equal(day("2023-06-03")) || len(s.Sources) != 3 || s.Undated != 0 {
		t.Errorf("%+v", s)
	}
}

func TestExamples(t *testing.T) {
	b := world(t)
	examples := b.Examples(3)
	if len(examples) == 0 {
		t.Fatal("none")
	}
	for _, line := range examples {
		if a := b.Ask(context.Background(), kb.ParseLine(line)); a.Abstained {
			t.Errorf("%s is not answered", line)
		}
	}
}

func TestComplete(t *testing.T) {
	b := world(t)
	for _, c := range []struct{ typed, want string }{
		{"halv", "Ingrid Halvorsen"},
		{"Halvorsen-bri", "Halvorsen-Bristol"},
		{"may", "Mayor"},
		{"zzzz", ""},
	} {
		got := ""
		if found := b.Complete(c.typed, 5); len(found) > 0 {
			got = found[0].Name
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.typed, got, c.want)
		}
	}
	if got := b.CompleteTitle("strike", 5); len(got) != 2 {
		t.Errorf("titles: %v", got)
	}
}
