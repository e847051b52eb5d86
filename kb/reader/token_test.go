package reader

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

var day = time.Date(2023, 9, 12, 0, 0, 0, 0, time.UTC)

func TestTokenize(t *testing.T) {
	v := loadVocabulary()
	for s, want := range map[string]string{
		"the 34-year-old’s 1,200 votes": "the|34|-|year|-|old|’s|1,200|votes",
		"$3.5m, 7-5. It's":              "$|3.5|m|,|7|-|5|.|It|'s",
		"Zelenskyy “visited” Kyiv…":     "Zelenskyy|“|visited|”|Kyiv|…",
		" \n\xff\xfe a\u00a0b ":         "a|b",
		"O'Neill's":                     "O|'|Neill|'s",
		"it's 's'":                      "it|'s|'s|'",
	} {
		var got []string
		for _, x := range v.tokenize(nil, s, 0, len(s)) {
			got = append(got, s[x.start:x.end])
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("%q: %q, wanted %q", s, g, want)
		}
	}
}

func TestTokensKnowWhatTheyAre(t *testing.T) {
	e := example("how old is karimbek")
	named, timed := 0, 0
	for _, p := range e.Passage {
		named += min(1, int(p[3]))
		timed += min(1, int(p[4]))
	}
	if named < 6 || timed < 1 {
		t.Errorf("%d tokens in names, %d in times", named, timed)
	}
	if e.Signs[slices.IndexFunc(e.Tokens, func(x Token) bool { return invented[x.Start:x.End] == "Karimbek" })][0] != 1 {
		t.Error("a word of the question is not seen as one")
	}
}

func TestSupport(t *testing.T) {
	r := Result{Spans: []Span{{Sentence: 0, Start: 10, End: 20, P: 0.5}, {Sentence: 0, Start: 10, End: 14, P: 0.25}, {Sentence: 1, Start: 10, End: 20, P: 0.125}}}
	if s := r.Support(0, 10, 14); s != (Support{Exact: 0.25, Near: 0.75, Within: 0.25, Sentence: 0.75}) {
		t.Errorf("%+v", s)
	}
	if s := r.Support(0, 20, 24); s != (Support{Sentence: 0.75}) {
		t.Errorf("%+v", s)
	}
}

// TestSpansStayInASentence wants no answer that runs from one place of the
// articles into another.
func TestSpansStayInASentence(t *testing.T) {
	e := example("who won?")
	r := Embedded().Read(e)
	if len(r.Spans) == 0 {
		t.Fatal("no spans")
	}
	for _, s := range r.Spans {
		if s.Start >= s.End || e.Tokens[s.First].Sentence != e.Tokens[s.Last].Sentence {
			t.Errorf("%+v", s)
		}
	}
}

func TestReadNothing(t *testing.T) {
	for _, q := range []string{"", "   ", "\xff"} {
		if r := Embedded().Read(example(q)); len(r.Spans) > 0 {
			t.Errorf("%q: %v", q, r.Spans)
		}
	}
	if r := Embedded().Read(Encode("who?", nil, 10, nil)); len(r.Spans) > 0 {
		t.Errorf("%v", r.Spans)
	}
}

func FuzzEncode(f *testing.F) {
	f.Add("who won?", invented)
	f.Add("’s 1,", "’s\x00 1,,2.")
	f.Add("\xff", "ǅ ́ ﬁ")
	f.Fuzz(func(t *testing.T, question, passage string) {
		passage = passage[:min(len(passage), 2000)]
		e := Encode(question, []Sentence{{Text: passage, End: len(passage)}}, 320, nil)
		for _, x := range e.Tokens {
			if x.Start < 0 || x.End > len(passage) || x.Start >= x.End || utf8.ValidString(passage) && !utf8.ValidString(passage[x.Start:x.End]) {
				t.Fatalf("token at [%d, %d) of %d bytes", x.Start, x.End, len(passage))
			}
		}
		Embedded().Read(e)
	})
}

func FuzzWeights(f *testing.F) {
	f.Add([]byte{1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 'a', 0, 0, 0, 0})
	f.Add(weights[:200])
	f.Fuzz(func(t *testing.T, b []byte) {
		all, err := readWeights(b)
		if err != nil && all != nil {
			t.Error("weights beside an error")
		}
	})
}
