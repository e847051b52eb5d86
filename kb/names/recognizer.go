package names

import (
	_ "embed"
	"fmt"
	"strings"
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
			for Type(typ) == Person && first < last && honorific(tokens[first].Of(s)) {
				first++
			}
			out = append(out, Mention{
				Start: int32(tokens[first].Start),
				End:   int32(nameEnd(s, tokens, last)),
				Type:  Type(typ),
			})
		})
	})
	return out
}

// nameEnd is where a name ends whose last token is the one given. The dot of
// an abbreviation that ends the sentence is the sentence's: "He left Lear
// Corp." Acronyms keep theirs.
func nameEnd(s string, tokens []text.Token, last int) int {
	end := tokens[last].End
	word := tokens[last].Of(s)
	if len(word) < 3 || strings.IndexByte(word, '.') != len(word)-1 {
		return end
	}
	for _, t := range tokens[last+1:] {
		if !strings.Contains("\"'”’)]", t.Of(s)) {
			return end
		}
	}
	return end - 1
}

// honorific reports words that stand before a name and do not belong to it.
// The news that the model learnt from hardly has them.
func honorific(word string) bool {
	switch strings.TrimSuffix(word, ".") {
	case "Mr", "Mrs", "Ms", "Mx", "Miss", "Dr", "Prof", "Sen", "Rep", "Gov", "Gen", "Adm", "Lt", "Col", "Maj",
		"Capt", "Cmdr", "Sgt", "Cpl", "Rev", "Hon", "Pres":
		return true
	}
	return false
}
