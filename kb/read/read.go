package read

import (
	"context"
	"slices"
	"sync"
	"time"

	"dateline/kb/doc"
	"dateline/kb/entity"
	"dateline/kb/index"
	"dateline/kb/lexicon"
	"dateline/kb/phrase"
	"dateline/kb/query"
	"dateline/kb/reader"
	"dateline/kb/related"
)

// Reader reads answers out of a set of articles. It is immutable and safe for
// use by many goroutines.
type Reader struct {
	docs       []doc.Document
	dir        *entity.Directory
	index      *index.Index
	lexicon    *lexicon.Lexicon
	parser     *query.Parser
	known      *Descriptions
	background background
	model      *Model
	network    *reader.Reader
	related    reader.Related
	newest     time.Time // of the articles
	pool       sync.Pool // of *desk
}

// New returns a Reader of docs. dir, which may be nil, has the entities of
// docs; ix has them in the same order; known is what Describe makes of them.
func New(docs []doc.Document, dir *entity.Directory, ix *index.Index, known *Descriptions) *Reader {
	return newReader(docs, dir, ix, known, Embedded(), reader.Embedded())
}

// NewCollector returns a Reader without a model, for learning one with
// [Reader.Collect], or the network, which is nil then, with [Reader.Window].
func NewCollector(docs []doc.Document, dir *entity.Directory, ix *index.Index, known *Descriptions, network *reader.Reader) *Reader {
	return newReader(docs, dir, ix, known, &Model{}, network)
}

func newReader(docs []doc.Document, dir *entity.Directory, ix *index.Index, known *Descriptions, m *Model, network *reader.Reader) *Reader {
	r := &Reader{docs: docs, dir: dir, index: ix, lexicon: lexicon.Load(), known: known, model: m, network: network, related: related.Load().Of}
	for i := range docs {
		if d := docs[i].Article.Date; d.After(r.newest) {
			r.newest = d
		}
	}
	var finder query.Finder
	if dir != nil && len(dir.Entities) > 0 {
		finder = dir
	}
	r.parser = query.NewParser(Stems, finder)
	b, err := loadBackground()
	if err != nil {
		panic("read: the embedded background is damaged: " + err.Error()) // a broken build, not an input
	}
	r.background = b
	return r
}

// asOf is the day from which the age of articles counts for a question asked on a
// day: that day, but no more than two after the newest article, as who asks of old
// articles asks of what was news then.
func (r *Reader) asOf(asked time.Time) time.Time {
	last := r.newest.AddDate(0, 0, 2)
	if r.newest.IsZero() || !asked.IsZero() && asked.Before(last) {
		return asked
	}
	return last
}

// Candidate is a possible answer.
type Candidate struct {
	Text       string // the answer, in the fullest form that the articles found have
	Doc        int32
	Start, End int // where it stands in the best sentence, maybe shorter ("Petersen")
	// SentStart and SentEnd are where the sentence around it is.
	SentStart, SentEnd int
	Sentence           int32 // its number in the document
	Type               string
	Score              float64   // of the ranker; higher is better
	Confidence         float64   // the share of such answers that are right, 0 to 1
	Sources            int       // documents that agree
	Entity             entity.ID // entity.None where it is no name
}

// Result is what was read.
type Result struct {
	Candidates []Candidate // best first
	// Told estimates how likely the articles tell the answer at all, 0 to 1.
	Told float64
	// Answerable estimates how likely the first candidate is right, 0 to 1.
	Answerable float64
	// Whether estimates, for a question whether something is so, how likely the
	// first candidate's sentence tells it, and Affirms how likely with yes.
	Whether, Affirms float64
	// Passages are the sentences that speak most of the question, best first.
	Passages []index.Hit
}

// Parse understands a question with the names of the articles. A name is
// unknown only where no article has all of its words.
func (r *Reader) Parse(text string, asked time.Time) query.Query {
	return r.recall(r.parser.Parse(text, asked))
}

// ParseCommand understands the subject of a command likewise.
func (r *Reader) ParseCommand(c query.Command, text string, asked time.Time) query.Query {
	return r.recall(r.parser.Command(c, text, asked))
}

// recall takes for unknown only what no article has.
func (r *Reader) recall(q query.Query) query.Query {
	q.Unknown = slices.DeleteFunc(q.Unknown, func(name string) bool {
		return !slices.ContainsFunc(Stems(name), func(s string) bool { return r.index.DF(index.Term{Text: s}) == 0 })
	})
	return q
}

// Read answers a question, best hints first. It returns nothing when ctx ends.
func (r *Reader) Read(ctx context.Context, q query.Query, hints []Hint) Result {
	d := r.desk()
	defer r.pool.Put(d)
	d.gather(ctx, r, q, hints)
	if ctx.Err() != nil || len(d.groups) == 0 {
		return Result{Passages: d.top(5)}
	}
	d.features()
	return d.result()
}

// desk is what one question is read on. It is used again for the next.
type desk struct {
	tagger *phrase.Tagger
	*work
}

func (r *Reader) desk() *desk {
	if d, ok := r.pool.Get().(*desk); ok {
		return d
	}
	return &desk{tagger: phrase.New(Stems)}
}

// Stems are the terms under which a word is indexed.
func Stems(word string) []string {
	terms := index.Terms(word)
	out := make([]string, len(terms))
	for i, t := range terms {
		out[i] = t.Text
	}
	return out
}
