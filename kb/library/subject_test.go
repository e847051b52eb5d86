package library

import (
	"slices"
	"strings"
	"testing"

	"dateline/kb/text"
)

func TestSplitSubject(t *testing.T) {
	for _, c := range []struct{ subject, want string }{
		{"Blinken-Ukraine", "Blinken|Ukraine"},
		{"Blinken – Ukraine", "Blinken | Ukraine"},
		{"Blinken and Ukraine", "Blinken|Ukraine"},
		{"A, B & C", "A| B|C"},
		{"A vs. B", "A|B"},
		{"Andorra", "Andorra"},
		{"-", "-"},
		{"a-", "a-"},
		{"", ""},
	} {
		if got, _ := splitSubject(c.subject); strings.Join(got, "|") != c.want {
			t.Errorf("%q: %q, want %q", c.subject, got, c.want)
		}
	}
}

func TestRejoin(t *testing.T) {
	pieces, seps := splitSubject("Jean-Luc-Paris")
	if got := rejoin(pieces, seps, 2); !slices.Equal(got, []string{"Jean-Luc", "Paris"}) {
		t.Errorf("%q", got)
	}
}

func TestClauses(t *testing.T) {
	for _, c := range []struct{ sentence, want string }{
		{"The board said that Ann would go, despite the rain.", "The board said |that Ann would go, |despite the rain."},
		{"Ann left after Bob came.", "Ann left |after Bob came."},
		{"Ann, who left, came back; Bob stayed.", "Ann, |who left, came back; |Bob stayed."},
		{"On Monday, the mayor left.", "On Monday, the mayor left."},
		{"He lived there that same year.", "He lived there that same year."},
	} {
		p := text.Span{End: len(c.sentence)}
		var got []string
		for _, q := range clauses(c.sentence, p, Words(c.sentence, p), nil) {
			got = append(got, q.Of(c.sentence))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q", got)
		}
	}
}

func TestClip(t *testing.T) {
	for _, c := range []struct {
		s    string
		n    int
		want string
	}{
		{"short", 10, "short"},
		{"one two three four", 12, "one two…"},
		{"  a\n b ", 10, "a b"},
		{"Зеленський", 5, "Зеле…"},
	} {
		if got := Clip(c.s, c.n); got != c.want {
			t.Errorf("%q, %d: %q, want %q", c.s, c.n, got, c.want)
		}
	}
}
