package index

import "slices"

// maxSegments is how many segments an index may have before its smallest ones
// are merged. Each costs a search a look-up of every term.
const maxSegments = 8

// compact merges neighbouring segments while there are too many, the smallest
// pair first, so that appending many times costs little each time. Where no
// pair fits into one segment it leaves them.
func compact(segments []*segment) []*segment {
	for len(segments) > maxSegments {
		at, least := -1, maxDocuments+1
		for i := range len(segments) - 1 {
			if n := segments[i].size + segments[i+1].size; n < least {
				at, least = i, n
			}
		}
		if at < 0 {
			break
		}
		merged := merge(segments[at], segments[at+1])
		segments = slices.Concat(segments[:at], []*segment{merged}, segments[at+2:])
	}
	return segments
}

// merge makes one segment of two, the documents of b after those of a.
func merge(a, b *segment) *segment {
	m := &segment{
		terms: make(map[string]uint32, max(len(a.terms), len(b.terms))),
		start: make([]uint32, 1, max(len(a.start), len(b.start))),
		size:  a.size + b.size,
	}
	names := make([]string, 0, len(a.terms))
	for name := range a.terms {
		names = append(names, name)
	}
	for name := range b.terms {
		if _, ok := a.terms[name]; !ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	// Terms that share their postings in both go on to do so.
	known := make(map[[2]int64]uint32)
	for _, name := range names {
		key := [2]int64{a.number(name), b.number(name)}
		id, ok := known[key]
		if !ok {
			id = uint32(len(m.start) - 1)
			known[key] = id
			m.copyPostings(a, key[0], 0)
			m.copyPostings(b, key[1], a.size)
			m.start = append(m.start, uint32(len(m.docs)))
		}
		m.terms[name] = id
	}
	m.at = append(m.at, uint32(len(m.sentences)))
	return m
}

// number is the number of a term, -1 where the segment lacks it.
func (s *segment) number(name string) int64 {
	if id, ok := s.terms[name]; ok {
		return int64(id)
	}
	return -1
}

// copyPostings appends the postings of term number id of s, the documents of
// s numbered from base on.
func (m *segment) copyPostings(s *segment, id int64, base int) {
	if id < 0 {
		return
	}
	from, to := s.start[id], s.start[id+1]
	shift := uint32(len(m.sentences)) - s.at[from]
	for p := from; p < to; p++ {
		m.docs = append(m.docs, s.docs[p]+uint16(base))
		m.at = append(m.at, s.at[p]+shift)
	}
	m.impacts = append(m.impacts, s.impacts[from:to]...)
	m.sentences = append(m.sentences, s.sentences[s.at[from]:s.at[to]]...)
}
