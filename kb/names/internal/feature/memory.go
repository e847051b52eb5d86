package feature

import "dateline/kb/names/internal/crf"

// Memory is what a first reading found the words of a document to be. From it
// come the features of a second reading (Krishnan and Manning 2006): what a
// word is elsewhere in the document tells what it is here.
type Memory struct {
	words map[uint32]*tally
	free  []*tally
	types [kinds]int32 // names of each kind
}

// kinds are the types of name, after 0 for no name.
const kinds = 5

// tally counts what one word was found to be.
type tally struct {
	kind   [kinds]int32
	first  int32        // as the first or only word of a name
	longer [kinds]int32 // within names of several words
	end    int32        // as the last of several
	near   [nearest][2]*Word
	seen   int32
}

// nearest is how many places of a word the memory keeps the neighbours of.
const nearest = 5

// Reset forgets the document.
func (m *Memory) Reset() {
	if m.words == nil {
		m.words = make(map[uint32]*tally)
	}
	for _, t := range m.words {
		*t = tally{}
		m.free = append(m.free, t)
	}
	clear(m.words)
	m.types = [kinds]int32{}
}

// remembered reports whether a word is worth remembering: it may be a name.
func remembered(w *Word) bool {
	return w.Shape != Lower && w.Shape != Mark && w.Shape != Digits
}

// Note remembers the tags of a sentence.
func (m *Memory) Note(words []*Word, tags []crf.Tag) {
	for i, w := range words {
		if !remembered(w) {
			continue
		}
		t := m.words[w.Folded]
		if t == nil {
			if n := len(m.free); n > 0 {
				t, m.free = m.free[n-1], m.free[:n-1]
			} else {
				t = new(tally)
			}
			m.words[w.Folded] = t
		}
		t.add(tags[i], 1)
		if t.seen < nearest {
			t.near[t.seen] = neighbours(words, i)
			t.seen++
		}
		if tags[i] != crf.Outside && tags[i].Starts() {
			m.types[tags[i].Type()+1]++
		}
	}
}

// neighbours are the words before and after place i.
func neighbours(words []*Word, i int) [2]*Word {
	pair := [2]*Word{edge, edge}
	if i > 0 {
		pair[0] = words[i-1]
	}
	if i+1 < len(words) {
		pair[1] = words[i+1]
	}
	return pair
}

func (t *tally) add(tag crf.Tag, n int32) {
	kind := tag.Type() + 1
	t.kind[kind] += n
	if tag == crf.Outside {
		return
	}
	p := tag.Position()
	if p == crf.Unit || p == crf.Begin {
		t.first += n
	}
	if p != crf.Unit {
		t.longer[kind] += n
	}
	if p == crf.Last {
		t.end += n
	}
}

// elsewhere is the tally of w without its own tag here.
func (m *Memory) elsewhere(w *Word, here crf.Tag) (t tally, ok bool) {
	if !remembered(w) {
		return t, false
	}
	known := m.words[w.Folded]
	if known == nil {
		return t, false
	}
	t = *known
	t.add(here, -1)
	for _, n := range t.kind {
		ok = ok || n > 0
	}
	return t, ok
}

// summary says in a few bits which kind of name leads, how clearly, and how
// often: 0 where there is nothing to say.
func summary(counts *[kinds]int32) uint32 {
	all, top := int32(0), 0
	for k, n := range counts {
		all += n
		if n > counts[top] {
			top = k
		}
	}
	if all <= 0 {
		return 0
	}
	clear := uint32(0)
	switch {
	case counts[top] == all:
		clear = 2
	case 3*counts[top] >= 2*all:
		clear = 1
	}
	return uint32(top)<<8 | clear<<4 | uint32(min(all, 3))
}

// AppendMemory appends the features of place i of s that come from the rest of
// the document; tags are those of the first reading.
func (m *Memory) AppendMemory(dst []uint32, s *Sentence, tags []crf.Tag, i int) []uint32 {
	w := s.Words[i]
	if t, ok := m.elsewhere(w, tags[i]); ok {
		kinds := summary(&t.kind)
		dst = append(dst,
			mix(tMemory, kinds, 0),
			mix(tMemory, kinds, uint32(w.Shape)+1),
			mix(tMemoryFirst, kinds>>4, uint32(min(t.first, 2))<<4|uint32(min(t.end, 2))))
		if l := summary(&t.longer); l > 0 {
			dst = append(dst, mix(tMemoryLonger, l>>4, uint32(min(t.end, 2))))
		}
		dst = t.appendNear(dst, s, i)
	}
	if i > 0 {
		if t, ok := m.elsewhere(s.Words[i-1], tags[i-1]); ok {
			dst = append(dst, mix(tMemoryPrev, summary(&t.kind)>>4, uint32(w.Shape)))
		}
	}
	if i+1 < len(s.Words) {
		if t, ok := m.elsewhere(s.Words[i+1], tags[i+1]); ok {
			dst = append(dst, mix(tMemoryNext, summary(&t.kind)>>4, uint32(w.Shape)))
		}
	}
	if len(dst) > 0 && remembered(w) {
		dst = append(dst, mix(tMemoryLean, m.lean(), uint32(w.Lists)&leaning<<8|uint32(w.Usage.Top)))
	}
	return dst
}

// appendNear appends what stands around the word elsewhere in the document
// (the global features of Chieu and Ng 2003).
func (t *tally) appendNear(dst []uint32, s *Sentence, i int) []uint32 {
	here, skipped := neighbours(s.Words, i), false
	for _, pair := range t.near[:t.seen] {
		if !skipped && pair == here {
			skipped = true
			continue
		}
		for side, w := range pair {
			dst = append(dst, mix(tMemoryNear, w.Folded, uint32(side)), mix(tMemoryNearClass, uint32(w.class[2]), uint32(side)))
		}
	}
	return dst
}

// lean says in 0 to 4 how far the document is about organisations rather than
// places, as reports of sport are, whose teams go by the names of places.
func (m *Memory) lean() uint32 {
	places, organisations := m.types[2], m.types[3]
	if places+organisations == 0 {
		return 0
	}
	return uint32(1 + 4*organisations/(places+organisations+1))
}
