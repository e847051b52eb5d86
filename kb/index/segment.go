package index

import "strings"

// segment is the inverted index of some documents.
//
// The postings of term t are units[start[t]:start[t+1]] with their impacts.
// The sentences of posting p are sentences[at[p]:at[p+1]] with their weights.
type segment struct {
	terms     map[string]uint32
	start     []uint32
	units     []uint16
	impacts   []uint8
	at        []uint32
	sentences []uint16
	weights   []uint8

	table []unit
}

// maxUnits is the most units that a segment may have.
const maxUnits = 1 << 16

// invert turns records around, emptying them. An exact form that is the only
// form of its stem shares the postings of the stem.
func invert(records []record, l *lexicon) *segment {
	s := &segment{table: make([]unit, len(records))}
	documents, sentences := count(records, len(l.names))
	shared := l.onlyForms(documents)
	next := s.layOut(l, documents, sentences, shared)
	for u := range records {
		r := &records[u]
		s.table[u] = r.unit
		from := uint32(0)
		for i, t := range r.terms {
			if !shared[t] {
				s.put(&next[t], uint16(u), r.impacts[i], r.sentences[from:r.ends[i]], r.weights[from:r.ends[i]])
			}
			from = r.ends[i]
		}
		*r = record{} // no longer needed, and there are many
	}
	for t, name := range l.names {
		if shared[t] {
			s.terms[name] = s.terms[l.names[l.stems[t]]]
		}
	}
	return s
}

// count tells in how many units and sentences each term is.
func count(records []record, terms int) (units, sentences []uint32) {
	units, sentences = make([]uint32, terms), make([]uint32, terms)
	for i := range records {
		from := uint32(0)
		for j, t := range records[i].terms {
			end := records[i].ends[j]
			units[t]++
			sentences[t] += end - from
			from = end
		}
	}
	return units, sentences
}

// place is where the next posting of a term and its next sentence go.
type place struct{ posting, sentence uint32 }

// layOut numbers the terms and makes room for their postings. It returns the
// place of each.
func (s *segment) layOut(l *lexicon, units, sentences []uint32, shared []bool) []place {
	s.terms = make(map[string]uint32)
	s.start = make([]uint32, 1, len(l.names)+1)
	places := make([]place, len(l.names))
	var at place
	for t, name := range l.names {
		if units[t] == 0 || shared[t] {
			continue
		}
		s.terms[name] = uint32(len(s.start) - 1)
		places[t] = at
		at.posting += units[t]
		at.sentence += sentences[t]
		s.start = append(s.start, at.posting)
	}
	s.units, s.impacts = make([]uint16, at.posting), make([]uint8, at.posting)
	s.sentences, s.weights = make([]uint16, at.sentence), make([]uint8, at.sentence)
	s.at = make([]uint32, at.posting+1)
	s.at[at.posting] = at.sentence
	return places
}

func (s *segment) put(at *place, unit uint16, impact uint8, sentences []uint16, weights []uint8) {
	s.units[at.posting], s.impacts[at.posting], s.at[at.posting] = unit, impact, at.sentence
	copy(s.weights[at.sentence:], weights)
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
