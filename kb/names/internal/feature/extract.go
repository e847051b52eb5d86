package feature

import "dateline/kb/names/internal/lexicon"

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
	tExact = iota
	tFolded
	tShape
	tPattern
	tPrefix // and three more
	_
	_
	_
	tSuffix // and three more
	_
	_
	_
	tClass
	tCase
	tLists
	tUsage
	tUsagePlace
	tWordTemplates = 32
)

// templates of features of several words.
const (
	tBias = (2*Reach+1)*tWordTemplates + iota
	tPair
	tPairNext
	tAround
	tShapes
	tSentence
	tFirst
	tClassPair
	tClassNext
	tClassAround
	tPhrase
	tRunHead
	tRunHeadClass
	tRunBefore
	tRunAfter
	tRunLength
	tRunFirst
	tQuoted
	tHead
	tHeadClass
	tMemory
	tMemoryFirst
	tMemoryLonger
	tMemoryPrev
	tMemoryNext
	tMemoryLean
	tMemoryNear
	tMemoryNearClass
)

// leaning are the gazetteers whose names may be of places or of teams.
const leaning = uint32(lexicon.City | lexicon.Country | lexicon.Region)

// AppendWord appends the features that w contributes to a place from which it
// stands offset words away: 0 is its own place, -1 that of the word after it.
func AppendWord(dst []uint32, w *Word, offset int) []uint32 {
	t := uint32(offset+Reach) * tWordTemplates
	dst = append(dst, mix(t+tFolded, w.Folded, 0), mix(t+tShape, uint32(w.Shape), 0))
	if w.Case > 0 {
		dst = append(dst, mix(t+tCase, uint32(w.Case), uint32(w.Shape)))
	}
	for i, c := range w.class {
		if c > 0 && (i == 1 || i == 2 || offset >= -1 && offset <= 1) {
			dst = append(dst, mix(t+tClass, uint32(i), uint32(c)))
		}
	}
	if offset >= -1 && offset <= 1 {
		for lists := w.Lists &^ lexicon.Begins; lists != 0; lists &= lists - 1 {
			dst = append(dst, mix(t+tLists, uint32(lists&-lists), uint32(w.Shape)))
		}
	}
	if u := w.Usage; u.Top > 0 && offset >= -1 && offset <= 1 {
		whole := uint32(u.Top)<<16 | uint32(u.Purity)<<8 | uint32(u.Second)
		dst = append(dst,
			mix(t+tUsage, whole, uint32(w.Shape)),
			mix(t+tUsage, uint32(u.Top), 99),
			mix(t+tUsagePlace, whole, uint32(u.Place)))
	}
	if offset != 0 {
		if offset == 1 || offset == -1 {
			dst = append(dst, mix(t+tPattern, w.Pattern, 0))
			if w.suffixes > 2 {
				dst = append(dst, mix(t+tSuffix, w.Suffix[2], 0))
			}
		}
		return dst
	}
	dst = append(dst, mix(t+tExact, w.Exact, 0), mix(t+tPattern, w.Pattern, 0))
	for i := 0; i < w.prefixes; i++ {
		dst = append(dst, mix(t+tPrefix+uint32(i), w.Prefix[i], 0))
	}
	for i := 0; i < w.suffixes; i++ {
		dst = append(dst, mix(t+tSuffix+uint32(i), w.Suffix[i], uint32(w.Shape)))
	}
	return dst
}

// AppendShape appends what a blind model sees of a word in its own place.
func AppendShape(dst []uint32, w *Word) []uint32 {
	const t = Reach * tWordTemplates
	return append(dst, mix(t+tShape, uint32(w.Shape), 0))
}

// Sentence is the words of one sentence.
type Sentence struct {
	Words   []*Word
	Style   Style
	Blind   bool     // the features of a place say nothing of its own word but how it is written
	Phrases []Phrase // the gazetteer entries of several words, by token
	runs    []run    // the run of capitals that each token is in
	quoted  []bool   // whether a token stands in short quotation marks
}

// Phrase is a token's place in a gazetteer entry of several words.
type Phrase struct {
	Lists lexicon.List // 0: in none
	Place uint8        // 1 begin, 2 inside, 3 last
}

// longestPhrase is how many words a gazetteer entry may have.
const longestPhrase = 4

// Prepare fills in what follows from the words.
func (s *Sentence) Prepare(lex *lexicon.Lexicon) {
	s.Style = styleOf(s.Words)
	s.findRuns()
	s.findQuotes()
	s.Phrases = s.Phrases[:0]
	for range s.Words {
		s.Phrases = append(s.Phrases, Phrase{})
	}
	for i := 0; i < len(s.Words); i++ {
		if n, lists := s.phraseAt(lex, i); n > 1 {
			for k := range n {
				s.Phrases[i+k] = Phrase{lists, 2}
			}
			s.Phrases[i].Place, s.Phrases[i+n-1].Place = 1, 3
			i += n - 1
		}
	}
}

// phraseAt finds the longest gazetteer entry of several words that begins at i.
func (s *Sentence) phraseAt(lex *lexicon.Lexicon, i int) (n int, lists lexicon.List) {
	if s.Words[i].Lists&lexicon.Begins == 0 || s.Words[i].Shape == Lower {
		return 0, 0
	}
	h := s.Words[i].Folded
	for k := i + 1; k < len(s.Words) && k < i+longestPhrase; k++ {
		h = lexicon.Join(h, s.Words[k].Folded)
		if _, l := lex.Facts(h); l&^lexicon.Begins != 0 && s.Words[k].Shape != Lower {
			n, lists = k-i+1, l&^lexicon.Begins
		}
	}
	return n, lists
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

// styleOf judges the style of words.
func styleOf(words []*Word) Style {
	var lower, capital, upper, rest int
	for _, w := range words {
		switch w.Shape {
		case Lower:
			lower++
		case Capital, Mixed, Camel:
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
	if s.Blind {
		return s.appendBlind(dst, i)
	}
	prev, cur, next := s.At(i-1), s.At(i), s.At(i+1)
	shape := uint32(cur.Shape)
	class := func(w *Word) uint32 { return uint32(w.class[1]) }
	dst = append(dst,
		mix(tBias, 0, 0),
		mix(tPair, prev.Folded, cur.Folded),
		mix(tPairNext, cur.Folded, next.Folded),
		mix(tAround, prev.Folded, next.Folded),
		mix(tShapes, uint32(prev.Shape)<<8|shape, uint32(next.Shape)),
		mix(tSentence, uint32(s.Style), shape),
		mix(tClassPair, class(prev)<<16|shape, class(cur)),
		mix(tClassNext, class(cur)<<16|shape, class(next)),
		mix(tClassAround, class(prev)<<16|shape, class(next)),
	)
	dst = s.appendRun(dst, i)
	if p := s.Phrases[i]; p.Lists != 0 {
		for lists := p.Lists; lists != 0; lists &= lists - 1 {
			dst = append(dst, mix(tPhrase, uint32(lists&-lists), uint32(p.Place)))
		}
	}
	if i == 0 || s.At(i-1).Shape == Mark && i == 1 {
		dst = append(dst, mix(tFirst, shape, uint32(cur.Case)))
	}
	return dst
}

// appendBlind appends the features of place i that do not depend on the word
// in it.
func (s *Sentence) appendBlind(dst []uint32, i int) []uint32 {
	prev, cur, next := s.At(i-1), s.At(i), s.At(i+1)
	shape := uint32(cur.Shape)
	dst = append(dst,
		mix(tBias, 0, 0),
		mix(tAround, prev.Folded, next.Folded),
		mix(tPair, s.At(i-2).Folded, prev.Folded),
		mix(tPairNext, next.Folded, s.At(i+2).Folded),
		mix(tShapes, uint32(prev.Shape)<<8|shape, uint32(next.Shape)),
		mix(tSentence, uint32(s.Style), shape),
		mix(tClassPair, uint32(prev.class[1])<<16|shape, uint32(s.At(i - 2).class[1])),
		mix(tClassNext, uint32(next.class[1])<<16|shape, uint32(s.At(i + 2).class[1])),
		mix(tClassAround, uint32(prev.class[1])<<16|shape, uint32(next.class[1])),
	)
	return s.appendRun(dst, i)
}
