package names

import (
	_ "embed"
	"fmt"
	"sync"

	"dateline/kb/names/internal/crf"
	"dateline/kb/names/internal/feature"
	"dateline/kb/names/internal/lexicon"
	"dateline/kb/text"
)

var (
	//go:embed weights.bin
	weightsFile []byte
	//go:embed lexicon.bin
	lexiconFile []byte
)

// shared is the recogniser with the embedded weights, made when first needed.
var shared = sync.OnceValue(func() *recognizer {
	r, err := load(weightsFile, lexiconFile)
	if err != nil {
		panic(fmt.Sprintf("embedded weights: %v", err)) // a test loads them
	}
	return r
})

// recognizer is a model and the room that goroutines work in.
type recognizer struct {
	model *crf.Model
	lex   *lexicon.Lexicon
	edges [2*feature.Reach + 1]crf.Row
	desks sync.Pool
}

func load(weights, words []byte) (*recognizer, error) {
	m, err := crf.Decode(weights)
	if err != nil {
		return nil, err
	}
	lex, err := lexicon.Decode(words)
	if err != nil {
		return nil, err
	}
	r := &recognizer{model: m, lex: lex}
	r.edges = *r.contributions(feature.Edge())
	r.desks.New = func() any { return &desk{words: make(map[string]*entry)} }
	return r, nil
}

// entry is a word with what it adds to the scores of the places around it.
type entry struct {
	word feature.Word
	adds [2*feature.Reach + 1]crf.Row
}

// maxWords bounds the words that a desk remembers from text to text.
const maxWords = 1 << 15

// desk is the room of one goroutine.
type desk struct {
	words    map[string]*entry
	tokens   []text.Token
	entries  []*entry
	sentence feature.Sentence
	features []uint32
	scores   []crf.Row
	tags     []crf.Tag
	lattice  crf.Lattice
}

func (r *recognizer) contributions(w *feature.Word) *[2*feature.Reach + 1]crf.Row {
	var adds [2*feature.Reach + 1]crf.Row
	var buf [64]uint32
	for o := range adds {
		for _, f := range feature.AppendWord(buf[:0], w, o-feature.Reach) {
			r.model.Add(&adds[o], f)
		}
	}
	return &adds
}

func (r *recognizer) lookup(d *desk, s string) *entry {
	if e := d.words[s]; e != nil {
		return e
	}
	if len(d.words) >= maxWords {
		clear(d.words)
	}
	e := &entry{word: feature.NewWord(r.lex, s)}
	e.adds = *r.contributions(&e.word)
	if len(s) <= 64 {
		d.words[string([]byte(s))] = e
	}
	return e
}

func (r *recognizer) find(s string) []Mention {
	d := r.desks.Get().(*desk)
	defer r.desks.Put(d)
	var out []Mention
	for _, sent := range text.Sentences(s) {
		out = r.findIn(d, out, s, sent.Span)
	}
	return out
}

// findIn appends the names of one sentence.
func (r *recognizer) findIn(d *desk, out []Mention, s string, span text.Span) []Mention {
	d.tokens = text.Tokens(d.tokens[:0], span.Of(s))
	if len(d.tokens) == 0 {
		return out
	}
	r.score(d, span.Of(s))
	r.model.Viterbi(&d.lattice, d.scores, d.tags)
	for i := 0; i < len(d.tags); i++ {
		t := d.tags[i]
		if t == crf.Outside {
			continue
		}
		start := i
		for p := d.tags[i].Position(); p != crf.Unit && p != crf.Last && i+1 < len(d.tags); p = d.tags[i].Position() {
			i++
		}
		out = append(out, Mention{
			Start: int32(span.Start + d.tokens[start].Start),
			End:   int32(span.Start + d.tokens[i].End),
			Type:  Type(t.Type()),
		})
	}
	return out
}

// score fills the desk's scores for the sentence s, whose tokens it holds.
func (r *recognizer) score(d *desk, s string) {
	n := len(d.tokens)
	d.entries, d.sentence.Words = d.entries[:0], d.sentence.Words[:0]
	for _, t := range d.tokens {
		e := r.lookup(d, t.Of(s))
		d.entries = append(d.entries, e)
		d.sentence.Words = append(d.sentence.Words, &e.word)
	}
	d.sentence.Prepare(r.lex)
	if cap(d.scores) < n {
		d.scores, d.tags = make([]crf.Row, n+n/2), make([]crf.Tag, n+n/2)
	}
	d.scores, d.tags = d.scores[:n], d.tags[:n]
	for i := range d.scores {
		row := &d.scores[i]
		*row = crf.Row{}
		for o := -feature.Reach; o <= feature.Reach; o++ {
			adds := &r.edges
			if j := i + o; j >= 0 && j < n {
				adds = &d.entries[j].adds
			}
			for t, v := range adds[o+feature.Reach] {
				row[t] += v
			}
		}
		d.features = feature.AppendJoint(d.features[:0], &d.sentence, i)
		for _, f := range d.features {
			r.model.Add(row, f)
		}
	}
}
