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

// invert turns records around and empties them. An exact form that is the only form of its
// stem shares the postings of the stem.
func invert(records []record, l *lexicon) *segment {
	s := &segment{terms: make(map[string]uint32), start: make([]uint32, 1, len(l.names)+1)}
	df := make([]uint32, len(l.names))
	sf := make([]uint32, len(l.names))
	for i := range records {
		r := &records[i]
		s.table = append(s.table, r.unit)
		from := uint32(0)
		for j, t := range r.terms {
			df[t]++
			sf[t] += r.ends[j] - from
			from = r.ends[j]
		}
	}
	alias := l.onlyForms(df)
	// Where the next posting and the next sentence of a term go.
	next, nextAt := make([]uint32, len(df)), make([]uint32, len(df))
	var postings, sentences uint32
	for t, name := range l.names {
		if df[t] == 0 || alias[t] {
			continue
		}
		s.terms[name] = uint32(len(s.start) - 1)
		next[t], nextAt[t] = postings, sentences
		postings += df[t]
		sentences += sf[t]
		s.start = append(s.start, postings)
	}
	s.units, s.impacts = make([]uint16, postings), make([]uint8, postings)
	s.at = make([]uint32, postings+1)
	s.sentences, s.weights = make([]uint16, sentences), make([]uint8, sentences)
	for u := range records {
		r := &records[u]
		from := uint32(0)
		for j, t := range r.terms {
			end := r.ends[j]
			if !alias[t] {
				p := next[t]
				next[t]++
				s.units[p], s.impacts[p], s.at[p] = uint16(u), r.impacts[j], nextAt[t]
				copy(s.weights[nextAt[t]:], r.weights[from:end])
				nextAt[t] += uint32(copy(s.sentences[nextAt[t]:], r.sentences[from:end]))
			}
			from = end
		}
		records[u] = record{} // no longer needed, and there are many
	}
	s.at[postings] = sentences
	for t, name := range l.names {
		if alias[t] {
			s.terms[name] = s.terms[l.names[l.stems[t]]]
		}
	}
	return s
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
