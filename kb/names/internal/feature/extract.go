package feature

// Reach is how many words to either side of a word its features see.
const Reach = 2

// mix makes a feature of a template and up to two values.
func mix(template, a, b uint32) uint32 {
	h := uint64(template)*0x9E3779B97F4A7C15 ^ uint64(a)<<32 ^ uint64(b)
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	h ^= h >> 32
	h *= 0x94D049BB133111EB
	return uint32(h >> 32)
}

// templates of features; each offset of a word has its own.
const (
	tExact = iota + 1
	tFolded
	tShape
	tPattern
	tPrefix
	tSuffix  = tPrefix + 4
	tClass   = tSuffix + 4
	tCase    = tClass + 4
	tLists   = tCase + 1
	tShaped  = tLists + 1
	perPlace = 32
)

const (
	tPair = perPlace*(2*Reach+1) + iota
	tPairNext
	tAround
	tShapes
	tShapesNext
	tSentence
	tFirst
	tBias
	tClassPair
	tClassPairNext
)

// Group tells what a feature leans on, so that training can leave some out.
type Group uint8

// The groups of features.
const (
	General  Group = iota // shape, affixes, context
	Identity              // the word itself
	Listed                // gazetteers
)

// AppendWord appends the features that w contributes to the place offset
// words before it: offset 0 is its own place, -1 that of the word after it.
func AppendWord(dst []uint32, w *Word, offset int) []uint32 {
	t := uint32(offset+Reach) * perPlace
	dst = append(dst, mix(t+tFolded, w.Folded, 0), mix(t+tShape, uint32(w.Shape), 0))
	if w.Entry.Case > 0 {
		dst = append(dst, mix(t+tCase, uint32(w.Entry.Case), uint32(w.Shape)))
	}
	if offset != 0 {
		if offset == 1 || offset == -1 {
			dst = append(dst, mix(t+tPattern, w.Pattern, 0))
			if w.Suffixes > 2 {
				dst = append(dst, mix(t+tSuffix, w.Suffix[2], 0))
			}
		}
		return dst
	}
	dst = append(dst, mix(t+tExact, w.Exact, 0), mix(t+tPattern, w.Pattern, 0))
	for i := 0; i < w.nprefix; i++ {
		dst = append(dst, mix(t+tPrefix+uint32(i), w.Prefix[i], 0))
	}
	for i := 0; i < w.Suffixes; i++ {
		dst = append(dst, mix(t+tSuffix+uint32(i), w.Suffix[i], uint32(w.Shape)))
	}
	return dst
}

// Sentence is the words of one sentence.
type Sentence struct {
	Words []*Word
	Style Style
}

// Style is how the letters of a sentence are set.
type Style uint8

// The styles of sentences.
const (
	Plain Style = iota
	Title       // most words begin with a capital
	Caps        // nothing but capitals
	Small       // no capital at all
	Table       // mostly numbers and marks
)

// StyleOf judges the style of words.
func StyleOf(words []*Word) Style {
	var lower, capital, upper, rest int
	for _, w := range words {
		switch w.Shape {
		case Lower:
			lower++
		case Capital, Mixed:
			capital++
		case Upper:
			upper++
		case Initial, Dotted:
		default:
			rest++
		}
	}
	letters := lower + capital + upper
	switch {
	case rest > 2*letters:
		return Table
	case lower == 0 && capital == 0 && upper > 1:
		return Caps
	case capital+upper == 0:
		return Small
	case len(words) >= 4 && capital+upper > 2*lower:
		return Title
	}
	return Plain
}

// edge stands for what is before and after a sentence.
var edge = &Word{Shape: Mark, Folded: 1, Exact: 1}

// Edge is the word that stands before and after a sentence.
func Edge() *Word { return edge }

// At returns the word at place i, or the edge.
func (s *Sentence) At(i int) *Word {
	if i < 0 || i >= len(s.Words) {
		return edge
	}
	return s.Words[i]
}

// AppendJoint appends the features of place i that depend on several words.
func AppendJoint(dst []uint32, s *Sentence, i int) []uint32 {
	prev, cur, next := s.At(i-1), s.At(i), s.At(i+1)
	shape := uint32(cur.Shape)
	dst = append(dst,
		mix(tBias, 0, 0),
		mix(tPair, prev.Folded, cur.Folded),
		mix(tPairNext, cur.Folded, next.Folded),
		mix(tAround, prev.Folded, next.Folded),
		mix(tShapes, uint32(prev.Shape)<<8|shape, uint32(next.Shape)),
		mix(tSentence, uint32(s.Style), shape),
	)
	if i == 0 || s.At(i-1).Shape == Mark && i == 1 {
		dst = append(dst, mix(tFirst, shape, uint32(cur.Entry.Case)))
	}
	return dst
}
