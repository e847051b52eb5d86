package names

import (
	_ "embed"
	"fmt"
	"sync"

	"dateline/kb/names/internal/crf"
	"dateline/kb/names/internal/tagger"
	"dateline/kb/text"
)

var (
	//go:embed weights.bin
	weightsFile []byte
	//go:embed lexicon.bin
	lexiconFile []byte
)

// shared is the recogniser with the embedded files, made when first needed.
var shared = sync.OnceValue(func() *recognizer {
	r, err := load(weightsFile, lexiconFile)
	if err != nil {
		panic(fmt.Sprintf("names: embedded %v", err)) // a test loads them
	}
	return r
})

// recognizer finds names.
type recognizer struct{ tagger *tagger.Tagger }

func load(weights, lexicon []byte) (*recognizer, error) {
	t, err := tagger.New(weights, lexicon)
	if err != nil {
		return nil, err
	}
	return &recognizer{t}, nil
}

func (r *recognizer) find(s string, sentences []text.Sentence) []Mention {
	var out []Mention
	r.tagger.Tag(s, sentences, func(tokens []text.Token, tags []crf.Tag) {
		crf.Names(tags, func(first, last, typ int) {
			out = append(out, Mention{
				Start: int32(tokens[first].Start),
				End:   int32(tokens[last].End),
				Type:  Type(typ),
			})
		})
	})
	return out
}
