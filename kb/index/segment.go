package index

import "strings"

// segment is the inverted index of some documents in a row, numbered from 0.
//
// The postings of term t are docs[start[t]:start[t+1]] with their impacts. The
// sentences of posting p are sentences[at[p]:at[p+1]].
type segment struct {
	size      int // number of documents
	terms     map[string]uint32
	start     []uint32
	docs      []uint16
	impacts   []uint8
	at        []uint32
	sentences []sentence
}

// maxDocuments is the most documents that a segment may have.
const maxDocuments = 1 << 16

// invert turns the records of pages around, emptying the pages. An exact form
// that is the only form of its stem shares the postings of the stem.
func invert(pages []page, l *vocabulary) *segment {
	s := &segment{size: len(pages)}
	documents, sentences := count(pages, len(l.names))
	shared := l.onlyForms(documents)
	next := s.layOut(l, documents, sentences, shared)
	for doc := range pages {
		r := &pages[doc].record
		from := uint32(0)
		for i, t := range r.terms {
			if !shared[t] {
				s.put(&next[t], uint16(doc), r.impacts[i], r.sentences[from:r.ends[i]])
			}
			from = r.ends[i]
		}
		pages[doc] = page{} // no longer needed, and there are many
	}
	for t, name := range l.names {
		if shared[t] {
			s.terms[name] = s.terms[l.names[l.stems[t]]]
		}
	}
	return s
}

// count tells in how many documents and sentences each term is.
func count(pages []page, terms int) (documents, sentences []uint32) {
	documents, sentences = make([]uint32, terms), make([]uint32, terms)
	for i := range pages {
		r := &pages[i].record
		from := uint32(0)
		for j, t := range r.terms {
			end := r.ends[j]
			documents[t]++
			sentences[t] += end - from
			from = end
		}
	}
	return documents, sentences
}

// place is where the next posting of a term and its next sentence go.
type place struct{ posting, sentence uint32 }

// layOut numbers the terms and makes room for their postings. It returns the
// place of each.
func (s *segment) layOut(l *vocabulary, documents, sentences []uint32, shared []bool) []place {
	s.terms = make(map[string]uint32)
	s.start = make([]uint32, 1, len(l.names)+1)
	places := make([]place, len(l.names))
	var at place
	for t, name := range l.names {
		if documents[t] == 0 || shared[t] {
			continue
		}
		s.terms[name] = uint32(len(s.start) - 1)
		places[t] = at
		at.posting += documents[t]
		at.sentence += sentences[t]
		s.start = append(s.start, at.posting)
	}
	s.docs, s.impacts = make([]uint16, at.posting), make([]uint8, at.posting)
	s.sentences = make([]sentence, at.sentence)
	s.at = make([]uint32, at.posting+1)
	s.at[at.posting] = at.sentence
	return places
}

func (s *segment) put(at *place, doc uint16, impact uint8, sentences []sentence) {
	s.docs[at.posting], s.impacts[at.posting], s.at[at.posting] = doc, impact, at.sentence
	at.sentence += uint32(copy(s.sentences[at.sentence:], sentences))
	at.posting++
}

// find returns the range of a term's postings.
func (s *segment) find(t Term) (from, to uint32) {
	name := t.Text
	if t.Exact && strings.IndexByte(name, ':') < 0 {
		name = exactMark + name
	}
	id, ok := s.terms[name]
	if !ok {
		return 0, 0
	}
	return s.start[id], s.start[id+1]
}
