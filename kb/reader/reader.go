package reader

import (
	"cmp"
	"slices"
	"sync"
)

// Reader finds answers in sentences. It is immutable and safe for use by many
// goroutines.
type Reader struct{ network *network }

// New returns a reader with the network that train.py has written.
func New(packed []byte) (*Reader, error) {
	n, err := newNetwork(loadVocabulary(), packed)
	if err != nil {
		return nil, err
	}
	return &Reader{n}, nil
}

// Embedded is the reader that the program carries.
func Embedded() *Reader { return embedded() }

var embedded = sync.OnceValue(func() *Reader {
	r, err := New(weights)
	if err != nil {
		panic("reader: the embedded weights are damaged: " + err.Error()) // a broken build, not an input
	}
	return r
})

// Span is a possible answer: some tokens, and where they stand.
type Span struct {
	First, Last int // tokens
	Sentence    int // number of the sentence
	Start, End  int // bytes of the article
	P           float64
}

// Result is what was read.
type Result struct {
	// Spans are those that are at all likely, likeliest first; their
	// probabilities are those of being the answer if there is one.
	Spans []Span
	// Told is the logit that the sentences tell the answer, Yes that a question
	// whether something is so is answered with yes.
	Told, Yes float64
	tokens    []Token
}

// likely is the probability from which on a span is worth a word, and the most
// spans that are kept.
const (
	likely   = 1e-4
	maxSpans = 400
)

// Read reads what was encoded. It gives nothing where there is nothing to read.
func (r *Reader) Read(e *Encoded) Result {
	if len(e.Passage) == 0 || len(e.Question) == 0 {
		return Result{}
	}
	out := Result{tokens: e.Tokens}
	spans, told, yes := r.network.read(e)
	softmax(spans)
	out.Told, out.Yes = float64(told), float64(yes)
	out.collect(spans)
	return out
}

// collect keeps the likely spans that do not run from one place of the articles
// into another.
//
//go:norace
func (r *Result) collect(p []float32) {
	for i, v := range p {
		first, last := i/MaxSpan, i/MaxSpan+i%MaxSpan
		if v < likely || last >= len(r.tokens) || !r.joined(first, last) {
			continue
		}
		t := r.tokens[first]
		r.Spans = append(r.Spans, Span{first, last, t.Sentence, t.Start, r.tokens[last].End, float64(v)})
	}
	slices.SortStableFunc(r.Spans, func(a, b Span) int { return cmp.Compare(b.P, a.P) })
	r.Spans = r.Spans[:min(len(r.Spans), maxSpans)]
}

// joined reports whether tokens are of one sentence.
func (r *Result) joined(first, last int) bool {
	return r.tokens[first].Sentence >= 0 && r.tokens[first].Sentence == r.tokens[last].Sentence
}

// Support is how likely an answer is by the spans at and about it.
type Support struct {
	Exact    float64 // the very span
	Near     float64 // all spans that overlap it
	Within   float64 // all that lie in it
	Sentence float64 // all of its sentence
}

// Support looks up the bytes [start, end) of a sentence.
//
//go:norace
func (r *Result) Support(sentence, start, end int) Support {
	var s Support
	for _, x := range r.Spans {
		if x.Sentence != sentence {
			continue
		}
		s.Sentence += x.P
		if x.Start >= end || x.End <= start {
			continue
		}
		s.Near += x.P
		if start <= x.Start && x.End <= end {
			s.Within += x.P
		}
		if x.Start == start && x.End == end {
			s.Exact += x.P
		}
	}
	return s
}
