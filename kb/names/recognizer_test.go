package names

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"dateline/kb/text"
)

const news = `Foreign Minister Ana Lindqvist met Lars Berg, who heads Nordbank Inc., in Stockholm. Ms. Lindqvist’s office
said the U.S. and the U.N. had agreed. “Berg will leave,” a spokesman told Reuters. He heads Nordbank Inc.`

func found(s string, mentions []Mention) []string {
	var out []string
	for _, m := range mentions {
		out = append(out, m.Type.String()+" "+s[m.Start:m.End])
	}
	return out
}

func TestFind(t *testing.T) {
	want := []string{
		"PER Ana Lindqvist", "PER Lars Berg", "ORG Nordbank Inc.", "LOC Stockholm", "PER Lindqvist", "LOC U.S.", "ORG U.N.",
		"PER Berg", "ORG Reuters", "ORG Nordbank Inc", // the last dot is the sentence's
	}
	if got := found(news, Find(news)); !slices.Equal(got, want) {
		t.Errorf("Find = %q, want %q", got, want)
	}
	if got := found(news, FindIn(news, text.Sentences(news))); !slices.Equal(got, want) {
		t.Errorf("FindIn = %q, want %q", got, want)
	}
}

// TestFindTogether checks that goroutines share the model without harm, and
// that what was read before does not change what is found.
func TestFindTogether(t *testing.T) {
	texts := []string{news, strings.ToUpper(news), "Nothing here.", strings.Repeat(news+"\n\n", 20)}
	var want [][]Mention
	for _, s := range texts {
		want = append(want, Find(s))
	}
	var wait sync.WaitGroup
	for g := range 8 {
		wait.Go(func() {
			for i := range 8 {
				k := (g + i) % len(texts)
				if got := Find(texts[k]); !slices.Equal(got, want[k]) {
					t.Errorf("text %d: found %v, want %v", k, got, want[k])
				}
			}
		})
	}
	wait.Wait()
}

func TestLoadDamaged(t *testing.T) {
	damaged := slices.Clone(weightsFile)
	damaged[len(damaged)/2] ^= 1
	tests := []struct {
		name           string
		weights, words []byte
		want           string
	}{
		{"a bit changed", damaged, lexiconFile, "weights: file is damaged: CRC-32"},
		{"cut", weightsFile[:1000], lexiconFile, "weights: file is damaged"},
		{"empty", nil, lexiconFile, `weights: file begins with "", want "DLNAMES`},
		{"mixed up", lexiconFile, weightsFile, `weights: file begins with "DLWORDS`},
		{"no lexicon", weightsFile, []byte("x"), `lexicon: file begins with "x"`},
	}
	for _, test := range tests {
		if _, err := load(test.weights, test.words); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", test.name, err, test.want)
		}
	}
}

// TestSize keeps the embedded files within what was agreed.
func TestSize(t *testing.T) {
	if n := len(weightsFile) + len(lexiconFile); n > 2<<20 {
		t.Errorf("weights and lexicon have %d bytes, at most %d are wanted", n, 2<<20)
	}
}
