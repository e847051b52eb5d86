package index

import (
	"math"
	"slices"

	"dateline/kb/doc"
	"dateline/kb/text"
)

// maxSentences is the most sentences of a document that are indexed.
const maxSentences = 1 << 24

// sentence is the number of a sentence and, in the lowest 8 bits, the impact of
// a term in it.
type sentence uint32

func (s sentence) number() int { return int(s >> 8) }

func (s sentence) impact() float32 { return float32(s & 0xff) }

// record is a document read: its terms in order of their number, each with its
// impact and the sentences that hold it.
type record struct {
	terms     []uint32
	impacts   []uint8
	ends      []uint32 // for each term, the end of its part of sentences
	sentences []sentence
}

// model holds the constants of the ranking function, BM25 over fields.
type model struct {
	k1, b, pivot    float64 // of a document; pivot is the length that is neither long nor short
	sk1, sb, spivot float64 // of a sentence
	title, lead     float64 // how often a word there counts
	leadSentences   uint32

	pool     int     // how many documents have their sentences scored
	near     float32 // share of a term that the sentences beside it get
	document float32 // how much the document counts beside its sentence
	fresh    float32 // the most that being recent adds, to scores between 0 and 1
	halfLife float64 // days after which half of that is left
	rarity   float64 // power of a term's inverse document frequency in its weight
}

var standard = model{
	k1: 1.2, b: 0.75, pivot: 350,
	sk1: 1, sb: 0.05, spivot: 12,
	title: 6, lead: 2, leadSentences: 3,
	pool: 20, near: 0.45, document: 1, fresh: 0.3, halfLife: 14, rarity: 0.6,
}

// occurrence is a term in a sentence, as one number so that sorting is quick:
// the term in the upper half, the sentence, or inTitle, in the lower.
type occurrence uint64

func occur(term, sentence uint32) occurrence {
	return occurrence(term)<<32 | occurrence(sentence)
}

func (o occurrence) term() uint32 { return uint32(o >> 32) }

func (o occurrence) sentence() uint32 { return uint32(o) }

const inTitle = math.MaxUint32

// scribe reads documents into records. It is one worker's.
type scribe struct {
	model  *model
	reader *reader
	sketch sketcher
	tokens []text.Token
	occurs []occurrence
	length []int32 // terms in each sentence
}

// page is a document read.
type page struct {
	record
	prints []uint32 // of each sentence, a hash of its words; 0 where it has none
	sig    signature
}

func (s *scribe) read(d *doc.Document, extra func(int) []string) page {
	n := min(len(d.Sentences), maxSentences)
	prints := make([]uint32, n)
	s.sketch.reset()
	s.occurs = s.occurs[:0]
	s.length = append(s.length[:0], make([]int32, n)...)
	title, _ := s.add(inTitle, d.Article.Title, -1, extra)
	length := s.model.title * float64(title)
	for i := range n {
		s.length[i], prints[i] = s.add(uint32(i), d.Sentences[i].Of(d.Article.Text), i, extra)
		length += float64(s.length[i])
	}
	slices.Sort(s.occurs)
	return page{s.record(length), prints, s.sketch.signature()}
}

// add notes the terms of one sentence. It returns how many words the sentence
// has and a hash of them.
func (s *scribe) add(at uint32, words string, number int, extra func(int) []string) (n int32, print uint32) {
	var hash uint64
	s.tokens = text.Tokens(s.tokens[:0], words)
	for _, t := range s.tokens {
		if t.Kind == text.Punct {
			continue
		}
		read := s.reader.read(t.Of(words))
		hash = mix(hash ^ read.hash)
		if len(read.terms) == 0 {
			continue
		}
		for _, id := range read.terms {
			s.occurs = append(s.occurs, occur(id, at))
		}
		n++
		if at != inTitle {
			s.sketch.add(read.hash)
		}
	}
	if extra == nil {
		return n, uint32(hash)
	}
	for _, term := range extra(number) {
		s.occurs = append(s.occurs, occur(s.reader.extra(term), at))
	}
	return n, uint32(hash)
}

// record gathers the sorted occurrences of a document of that length.
func (s *scribe) record(length float64) record {
	var r record
	m := s.model
	norm := m.k1 * (1 - m.b + m.b*length/m.pivot)
	for i := 0; i < len(s.occurs); {
		term, weight := s.occurs[i].term(), 0.0
		for i < len(s.occurs) && s.occurs[i].term() == term {
			this, tf := s.occurs[i], 0
			for ; i < len(s.occurs) && s.occurs[i] == this; i++ {
				tf++
			}
			at := this.sentence()
			weight += float64(tf) * s.field(at)
			if at == inTitle {
				continue
			}
			snorm := m.sk1 * (1 - m.sb + m.sb*float64(s.length[at])/m.spivot)
			impact := quantize(float64(tf) / (float64(tf) + snorm))
			r.sentences = append(r.sentences, sentence(at<<8|uint32(impact)))
		}
		r.terms = append(r.terms, term)
		r.impacts = append(r.impacts, quantize(weight/(weight+norm)))
		r.ends = append(r.ends, uint32(len(r.sentences)))
	}
	// Without the room to grow that append has left.
	return record{slices.Clone(r.terms), slices.Clone(r.impacts), slices.Clone(r.ends), slices.Clone(r.sentences)}
}

// field is how often a word counts that stands there.
func (s *scribe) field(at uint32) float64 {
	switch {
	case at == inTitle:
		return s.model.title
	case at < s.model.leadSentences:
		return s.model.lead
	}
	return 1
}

// quantize writes an impact between 0 and 1 in 8 bits. What is there never
// becomes 0.
func quantize(impact float64) uint8 { return uint8(max(1, math.Round(impact*255))) }
