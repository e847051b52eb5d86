package read

import (
	"context"
	"testing"
	"time"
)

// texts are the candidates for a question, by their kind.
func texts(t *testing.T, body, question string) map[string]string {
	t.Helper()
	r := library(t, body)
	out := map[string]string{}
	for _, e := range r.Collect(context.Background(), r.Parse(question, time.Time{}), nil) {
		out[e.Text] = e.Type
	}
	return out
}

func TestCandidates(t *testing.T) {
	for _, tc := range []struct{ body, question, want, kind string }{
		{"The ferry sank in Bremen on 3 May 2024.", "What sank in Bremen?", "ferry", "noun"},
		{"The ferry carried 4,200 tons of rye.", "What did the ferry carry?", "4,200 tons", "quantity"},
		{"The ferry carried 4,200 tons of rye.", "How many tons did the ferry carry?", "4,200", "number"},
		{"Rents in the town rose by 38% in a year.", "By how much did rents rise in the town?", "38%", "percent"},
		{"The town paid $95 million for the ferry.", "How much did the town pay for the ferry?", "$95 million", "money"},
		{"A 94-year-old gardener won the prize.", "How old is the gardener who won the prize?", "94", "age"},
		{"The cook ran under the slogan “soup for everyone” this year.", "What was the slogan of the cook?", "soup for everyone", "span"},
		{"The fair opened in May 2023 in the harbour.", "In which month did the fair open in the harbour?", "May", "time"},
		{"The mayor resigned because the ferry was lost.", "Why did the mayor resign?", "the ferry was lost", "reason"},
		{"The mayor of the town bought a box of nettles.", "What did the mayor buy?", "a box of nettles", "span"},
	} {
		got := texts(t, tc.body, tc.question)
		if kind, ok := got[tc.want]; !ok || kind != tc.kind {
			t.Errorf("%s %s: want %q as %s, got %q", tc.body, tc.question, tc.want, tc.kind, got)
		}
	}
}

func TestInadmissible(t *testing.T) {
	body := "The ferry sank off Bremen on 3 May 2024 with 310 passengers, the harbour master Lars Ekdal said."
	for _, tc := range []struct{ question, not string }{
		{"How many passengers did the ferry have when it sank?", "Lars Ekdal"},
		{"When did the ferry sink?", "ferry"},
		{"Who said that the ferry sank?", "310"},
	} {
		if kind, ok := texts(t, body, tc.question)[tc.not]; ok {
			t.Errorf("%s: %q (%s) is a candidate", tc.question, tc.not, kind)
		}
	}
}

func TestSurnames(t *testing.T) {
	got := texts(t, "Mayor Hanna Petersen opened the fair. Petersen praised the cooks of the fair.", "Who praised the cooks of the fair?")
	if _, ok := got["Petersen"]; ok {
		t.Errorf("the surname stands alone: %q", got)
	}
	if _, ok := got["Hanna Petersen"]; !ok {
		t.Errorf("the full name is missing: %q", got)
	}
}

func TestDescriptions(t *testing.T) {
	r := library(t, "The pop star Hanna Petersen sang. Oslo, the Norwegian capital, was cold. Petersen is a gardener.")
	for _, tc := range []struct {
		name, word string
		want       bool
	}{
		{"hanna petersen", "star", true},
		{"oslo", "capital", true},
		{"petersen", "gardener", true},
		{"oslo", "star", false},
	} {
		if got := r.known.count(tc.name, Stems(tc.word)[0]) > 0; got != tc.want {
			t.Errorf("%s described as %s: %v", tc.name, tc.word, got)
		}
	}
}

func TestKey(t *testing.T) {
	for _, tc := range []struct{ a, b string }{
		{"The Wreck", "wreck"}, {"“Nettles”", "nettles"}, {"São Paulo", "sao paulo"}, {"a  ferry.", "ferry"}, {"38 %", "38 %"},
	} {
		if key(tc.a) != key(tc.b) {
			t.Errorf("%q and %q have the keys %q and %q", tc.a, tc.b, key(tc.a), key(tc.b))
		}
	}
	if key("$4") == key("4") {
		t.Error("an amount of money has the key of its number")
	}
}
