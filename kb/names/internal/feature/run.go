package feature

// run is a stretch of words with a capital, small words such as "of" between
// them included: [first, last]. A token in no run has last < first.
type run struct{ first, last int32 }

// links are the small words that may stand within a name.
var links = map[uint32]bool{
	Hash("of"): true, Hash("the"): true, Hash("and"): true, Hash("for"): true, Hash("&"): true,
	Hash("de"): true, Hash("la"): true, Hash("van"): true, Hash("der"): true, Hash("von"): true,
	Hash("del"): true, Hash("bin"): true, Hash("al"): true, Hash("-"): true,
}

// longestRun bounds how far a run goes.
const longestRun = 10

func capital(w *Word) bool {
	switch w.Shape {
	case Capital, Initial, Upper, Dotted, Mixed, Camel, Alnum:
		return true
	}
	return false
}

func (s *Sentence) findRuns() {
	s.runs = s.runs[:0]
	for range s.Words {
		s.runs = append(s.runs, run{0, -1})
	}
	for i := 0; i < len(s.Words); {
		if !capital(s.Words[i]) {
			i++
			continue
		}
		last := i
		for k := i + 1; k < len(s.Words) && k < i+longestRun; k++ {
			if capital(s.Words[k]) {
				last = k
			} else if !links[s.Words[k].Folded] || k > last+2 {
				break
			}
		}
		for k := i; k <= last; k++ {
			s.runs[k] = run{int32(i), int32(last)}
		}
		i = last + 1
	}
}

// appendRun appends the features of the run that token i is in: its last word,
// which is most often the head of the name, its first, its length, and the
// words around it.
func (s *Sentence) appendRun(dst []uint32, i int) []uint32 {
	r := s.runs[i]
	if r.last < r.first {
		return dst
	}
	first, last := int(r.first), int(r.last)
	place := uint32(0)
	if i > first {
		place |= 1
	}
	if i < last {
		place |= 2
	}
	head, begin := s.Words[last], s.Words[first]
	if s.Blind && i == last {
		head = edge
	}
	if s.Blind && i == first {
		begin = edge
	}
	if last > first {
		dst = append(dst,
			mix(tRunHead, head.Folded, place),
			mix(tRunHeadClass, uint32(head.class[2]), place),
			mix(tRunFirst, begin.Folded, place))
	}
	if kind := head.head; kind > 0 {
		dst = append(dst, mix(tHead, kind, place), mix(tHead, kind, place<<8|uint32(s.Words[i].Shape)+1<<4))
	}
	if kind := begin.head; kind > 0 && last > first {
		dst = append(dst, mix(tHeadClass, kind, place))
	}
	before, after := s.At(first-1), s.At(last+1)
	dst = append(dst,
		mix(tRunBefore, before.Folded, place),
		mix(tRunAfter, after.Folded, place),
		mix(tRunLength, uint32(min(last-first, 6)), place<<8|uint32(s.Style)))
	if s.quoted[i] {
		whole := uint32(0)
		if quotes[before.Folded] && (quotes[after.Folded] || after.Shape == Mark && quotes[s.At(last+2).Folded]) {
			whole = 1
		}
		dst = append(dst, mix(tQuoted, place<<1|whole, uint32(s.Words[i].Shape)), mix(tQuoted, whole, 99))
	}
	return dst
}

// quotes by which titles are set off, and the most words between them.
var quotes = map[uint32]bool{Hash(`"`): true, Hash("'"): true}

const longestTitle = 9

func (s *Sentence) findQuotes() {
	s.quoted = s.quoted[:0]
	for range s.Words {
		s.quoted = append(s.quoted, false)
	}
	open := -1
	for i, w := range s.Words {
		if w.Shape != Mark || !quotes[w.Folded] {
			continue
		}
		if open >= 0 && i-open <= longestTitle+1 && s.Words[open].Folded == w.Folded {
			for k := open + 1; k < i; k++ {
				s.quoted[k] = true
			}
			open = -1
			continue
		}
		open = i
	}
}
