package read

import (
	"testing"
	"time"

	"dateline/kb/phrase"
	"dateline/kb/query"
	"dateline/kb/text"
)

func TestBeside(t *testing.T) {
	parser := query.NewParser(Stems, nil)
	for _, tc := range []struct {
		question, passage, candidate string
		left, right, link            float64
	}{
		{"The barge sank off the coast of which country?", "A barge sank on Friday off the coast of southern Norway after a storm.", "Norway", 0, 0, 1},
		{"The barge sank off the coast of which country?", "A barge sank on Friday off the coast of Norway after a storm.", "Norway", 2, 0, 1},
		{"Which club sold its stadium?", "On Monday the club Union sold its old stadium.", "Union", 0, 1, 0},
		{"Which country did the minister move to?", "The minister moved to Oman with Qatar next.", "Oman", 2.5, 0, 1},
		{"Which country did the minister move to?", "The minister moved to Oman with Qatar next.", "Qatar", 0, 0, -1},
	} {
		q := parser.Parse(tc.question, time.Time{})
		words := phrase.New(Stems).Read(nil, tc.passage, text.Span{Start: 0, End: len(tc.passage)})
		at := 0
		for words[at].Of(tc.passage) != tc.candidate {
			at++
		}
		d := &desk{work: &work{q: q}}
		left, right, link := run(q.Before, words, at-1, -1), run(q.After, words, at+1, 1), d.link(words, at)
		if left != tc.left || right != tc.right || link != tc.link {
			t.Errorf("%s / %s: left %v, right %v, link %v, want %v, %v, %v", tc.question, tc.candidate, left, right, link, tc.left, tc.right, tc.link)
		}
	}
}

func TestRank(t *testing.T) {
	step := func(f uint8, at, low, high float32) Tree {
		return Tree{Feature: []uint8{f, 0, 0}, Left: []uint8{1, 0, 0}, At: []float32{at, low, high}}
	}
	m := Model{Sieve: Forest{step(0, 0.5, 0, 1)}, Trees: Forest{step(1, 0.5, 1, 2)}}
	var vectors [][]float32
	for i := range 3 * maxRanked {
		passes, first := float32(0), float32(0)
		if i%3 == 1 {
			passes = 1
		}
		if i == 7 || i == 8 { // 8 does not pass the sieve
			first = 1
		}
		v := make([]float32, len(FeatureNames()))
		v[0], v[1] = passes, first
		vectors = append(vectors, v)
	}
	got := m.Rank(vectors)
	if len(got) != maxRanked || got[0].Index != 7 || got[0].Score != 2+Prior(vectors[7]) {
		t.Fatalf("%d ranked, the first %+v", len(got), got[0])
	}
	for _, r := range got {
		if r.Index%3 != 1 {
			t.Errorf("candidate %d has passed the sieve", r.Index)
		}
	}
	if got := m.Rank(nil); len(got) != 0 {
		t.Errorf("%d ranked of none", len(got))
	}
}
