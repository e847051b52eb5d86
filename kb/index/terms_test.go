package index

import (
	"slices"
	"testing"
	"unicode/utf8"
)

func TestTerms(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Who is the Foreign Minister of Ukraine?", []string{"foreign", "minist", "ukrain"}},
		{"The U.S. and the US, us and U.N.", []string{"u.s", "un"}},
		{"WHO said who?", []string{"w.h.o", "say"}},
		{"NGOs sold what the NGO sells", []string{"ngo", "sell"}},
		{"Covid-19 cases", []string{"covid", "19", "covid19", "case"}},
		{"a 30-year-old", []string{"30", "year", "old"}},
		{"Zelenskyy’s “plan” isn’t O'Neill's", []string{"zelenskyy", "plan", "oneil"}},
		{"700,000 in 2022", []string{"700000", "2022"}},
		{"Chișinău, Łódź", []string{"chisinau", "lodz"}},
		{"Sen. Smith, Sen Jones", []string{"sen", "smith", "jone"}},
		{"", nil},
	} {
		var got []string
		for _, term := range Terms(c.text) {
			got = append(got, term.Text)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: terms %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzTerms(f *testing.F) {
	for _, s := range []string{"The U.S. and Covid-19", "O’Neill’s 700,000", "...a.b.c--/’", "\xff.\xff", "I.B.M.'s", "ſ.ß"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, term := range append(Terms(s), ExactTerms(s)...) {
			if term.Text == "" || utf8.ValidString(s) && !utf8.ValidString(term.Text) {
				t.Errorf("%q has the term %q", s, term.Text)
			}
		}
	})
}
