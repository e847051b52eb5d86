package reader

import (
	"encoding/json"
	"flag"
	"math"
	"os"
	"path/filepath"
	"testing"

	"dateline/kb/names"
	"dateline/kb/text"
	"dateline/kb/timex"
)

var encode = flag.Bool("encode", false, "write testdata/encoded.json anew, for train/reference.py")

const invented = `TASHKENT — Inka Rautio, the third seed, ended the run of local qualifier Dilnoza Karimbek on Monday, winning 6-4, 7-5 to reach the last eight.

Karimbek, 19, had knocked out the champion, Olivia Strand, in the round before. Some 4,200 people watched the match at the Chilanzar Arena.`

// example is an invented article as the network sees it.
func example(question string) *Encoded {
	a := names.Find(invented)
	times := timex.Find(invented, day)
	var s []Sentence
	for i, p := range text.Sentences(invented) {
		s = append(s, Sentence{Text: invented, Start: p.Start, End: p.End, Title: "Rautio ends Karimbek's run", Names: a, Times: times, Follows: i > 0})
	}
	return Encode(question, s, 320, func(word string) []string {
		return map[string][]string{"beat": {"defeat"}, "watched": {"see"}}[word]
	})
}

// reference is what train/reference.py finds for encoded.json.
type reference struct {
	Told, Yes, Total, Best float64 // the logits, and the scores of all spans together and of the best
	At                     int     // number of the best span
}

// TestReference holds the network against the one it was trained with, on an
// input that train/reference.py has read.
func TestReference(t *testing.T) {
	e := example("who knocked out olivia strand?")
	if *encode {
		writeJSON(t, "encoded.json", e)
	}
	var kept Encoded
	readJSON(t, "encoded.json", &kept)
	var want reference
	readJSON(t, "reference.json", &want)
	spans, told, yes := Embedded().network.read(&kept)
	best := 0
	for k, s := range spans {
		if s > spans[best] {
			best = k
		}
	}
	for _, c := range []struct {
		name      string
		got, want float64
	}{{"told", float64(told), want.Told}, {"yes", float64(yes), want.Yes}, {"best", float64(spans[best]), want.Best}, {"total", float64(logSumExp(spans)), want.Total}} {
		if math.Abs(c.got-c.want) > 1e-3 {
			t.Errorf("%s is %v, wanted %v", c.name, c.got, c.want)
		}
	}
	if best != want.At {
		t.Errorf("best span %d, wanted %d", best, want.At)
	}
}

// TestEncodeIsAsItWas holds what the network sees against what it was when the
// reference was made: what changes it makes the weights worthless.
func TestEncodeIsAsItWas(t *testing.T) {
	var want Encoded
	readJSON(t, "encoded.json", &want)
	got := example("who knocked out olivia strand?")
	if len(got.Passage) != len(want.Passage) {
		t.Fatalf("%d tokens, wanted %d", len(got.Passage), len(want.Passage))
	}
	for i := range got.Passage {
		if got.Passage[i] != want.Passage[i] || got.Signs[i] != want.Signs[i] {
			t.Errorf("token %d is seen otherwise: %v %v, wanted %v %v", i, got.Passage[i], got.Signs[i], want.Passage[i], want.Signs[i])
		}
	}
	for i := range got.Question {
		if got.Question[i] != want.Question[i] || got.Asked[i] != want.Asked[i] {
			t.Errorf("word %d of the question is seen otherwise", i)
		}
	}
	if got.Whole != want.Whole {
		t.Errorf("the whole is seen as %v, wanted %v", got.Whole, want.Whole)
	}
}

func writeJSON(t *testing.T, name string, v any) {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join("testdata", name), append(b, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}

func readJSON(t *testing.T, name string, v any) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatal(err)
	}
}
