package reader

import (
	"dateline/kb/names"
	"dateline/kb/timex"
)

// Sentence is one that is read for the answer.
type Sentence struct {
	Text       string // of the article
	Start, End int    // where the sentence stands in it, in bytes
	Title      string // of the article
	// Names and Times are those of the article, in order, with their offsets
	// in Text.
	Names []names.Mention
	Times []timex.Expression
	// Follows is set where the sentence before it here is the one before it in
	// the article.
	Follows bool
}

// Token is a token of the sentences that were read.
type Token struct {
	Sentence   int // number of the sentence; -1 between sentences that do not follow each other
	Start, End int // bytes of the article
}

// Encoded is what the network sees: numbers for tokens, and signs.
type Encoded struct {
	Tokens   []Token
	Passage  [][5]int32 // word, suffix, shape, name, time of each token
	Signs    [][TokenSigns]float32
	Whole    [PassageSigns]float32
	Question [][3]int32 // word, suffix, shape of each token of the question
	Asked    [][QuestionSigns]float32
}

// Related gives the words that mean nearly the same as a word or are derived
// from it, in base form; it may be nil.
type Related func(word string) []string

// MaxSpan is the most tokens of an answer.
const MaxSpan = 20

// maxQuestion is how many tokens of a question are read.
const maxQuestion = 60

// Encode lays a question beside sentences. At most limit tokens of them are
// read.
func Encode(question string, sentences []Sentence, limit int, related Related) *Encoded {
	v := loadVocabulary()
	q := v.tokenize(nil, question, 0, len(question))
	q = q[:min(len(q), maxQuestion)]
	r := &reading{v: v, q: q, a: v.ask(q, related), parts: max(1, len(sentences))}
	e := &Encoded{}
	for n, s := range sentences {
		if n > 0 && !s.Follows {
			r.p = append(r.p, token{shape: gapShape, part: int32(n)})
			e.Tokens = append(e.Tokens, Token{Sentence: -1})
		}
		from := len(r.p)
		r.p = v.tokenize(r.p, s.Text, s.Start, s.End)
		tagNames(r.p[from:], s.Names)
		tagTimes(r.p[from:], s.Times)
		for i := from; i < len(r.p); i++ {
			r.p[i].part = int32(n)
			e.Tokens = append(e.Tokens, Token{n, r.p[i].start, r.p[i].end})
		}
		if len(r.p) >= limit {
			r.p, e.Tokens = r.p[:limit], e.Tokens[:limit]
			break
		}
	}
	r.title = r.titleShare(sentences)
	r.describe()
	for i := range r.p {
		t := &r.p[i]
		e.Passage = append(e.Passage, [5]int32{t.word, t.suffix, t.shape, t.name, t.time})
	}
	for i := range r.q {
		e.Question = append(e.Question, [3]int32{r.q[i].word, r.q[i].suffix, r.q[i].shape})
	}
	e.Signs, e.Whole, e.Asked = r.rows, r.whole, r.question
	return e
}

// titleShare is the share of the question that the title of the first article
// has.
func (r *reading) titleShare(sentences []Sentence) float64 {
	if len(sentences) == 0 {
		return 0
	}
	have := map[string]bool{}
	title := sentences[0].Title
	for _, t := range r.v.tokenize(nil, title, 0, len(title)) {
		if _, ok := r.a.stems[t.stem]; ok && t.content {
			have[t.stem] = true
		}
	}
	return r.a.share(have)
}

func tagNames(tokens []token, all []names.Mention) {
	at := 0
	for i := range tokens {
		for at < len(all) && int(all[at].End) <= tokens[i].start {
			at++
		}
		if at == len(all) {
			return
		}
		if m := all[at]; tokens[i].start >= int(m.Start) {
			tokens[i].name = 1 + 2*int32(m.Type)
			if tokens[i].start == int(m.Start) {
				tokens[i].name++
			}
		}
	}
}

func tagTimes(tokens []token, all []timex.Expression) {
	at := 0
	for i := range tokens {
		for at < len(all) && all[at].End <= tokens[i].start {
			at++
		}
		if at == len(all) {
			return
		}
		if x := all[at]; tokens[i].start >= x.Start {
			tokens[i].time = timeTag[x.Type]
		}
	}
}

var timeTag = map[timex.Type]int32{timex.Date: 1, timex.Time: 2, timex.Duration: 3, timex.Set: 4}
