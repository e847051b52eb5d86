package match

import "unicode/utf8"

// Costs of single edits, in letters. What people confuse, and what
// transliterations vary in, costs less than a letter.
const (
	costVowel     = 0.8  // a vowel for another
	costTwin      = 0.3  // i for y
	costKin       = 0.6  // s for z, k for c, v for w, ...
	costDouble    = 0.4  // a doubled letter written once, or the reverse
	costSilent    = 0.6  // an h more or less
	costHead      = 0.15 // besides, where the first letter is concerned
	maxLength     = maxRunes
	unmatchedCost = 100
	band          = 4 // greatest shift of a letter
)

// model is what the edits cost that differ with what is compared.
type model struct {
	lost     float32 // factor for a letter of the second word that the first lacks
	swap     float32 // two neighbours changed round
	spelling float32 // another spelling with the same skeleton
}

var (
	// written compares two words of equal standing.
	written = model{lost: 1, swap: 0.65, spelling: 0.6}
	// typed judges how likely the first word is typed for the second. A word
	// of n letters has n to leave out and n-1 pairs to change round, but some
	// 26 letters to put in at each place: a single slip of the first kinds is
	// the likelier.
	typed = model{lost: 0.5, swap: 0.5, spelling: 0.8}
)

// cost is how far a word is from what was typed for it, by either model: the
// score is made of the one, the other decides between words.
type cost struct{ written, typed float32 }

// runeBuf holds the runes of a word without allocating.
type runeBuf [maxLength]rune

func (b *runeBuf) fill(s string) []rune {
	n := 0
	for i := 0; i < len(s) && n < maxLength; {
		r, w := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, w = utf8.DecodeRuneInString(s[i:])
		}
		b[n] = r
		n++
		i += w
	}
	return b[:n]
}

// distance is the weighted optimal string alignment distance between two
// words: insertions, deletions, substitutions, and transpositions of
// neighbours. Beyond limit it is only known to be greater.
func (m *model) distance(a, b []rune, limit float32) float32 {
	a, b = unlike(a, b)
	if len(a) == 0 || len(b) == 0 {
		return float32(len(a)) + m.lost*float32(len(b))
	}
	if d := len(a) - len(b); d > band || d < -band {
		return unmatchedCost
	}
	var rows [3][maxLength + 1]float32
	var put [maxLength]float32
	before, prev, cur := &rows[0], &rows[1], &rows[2]
	for j := range b {
		put[j] = m.lost * indel(b, j)
		prev[j+1] = prev[j] + put[j]
	}
	for i, r := range a {
		drop := indel(a, i)
		from, to := max(0, i-band), min(len(b), i+band+1)
		cur[from] = prev[from] + drop
		least := cur[from]
		for j := from; j < to; j++ {
			d := prev[j]
			if r != b[j] {
				d += substitution(r, b[j], i == 0 && j == 0)
			}
			d = min(d, prev[j+1]+drop, cur[j]+put[j])
			if i > 0 && j > 0 && r == b[j-1] && a[i-1] == b[j] && r != a[i-1] {
				d = min(d, before[j-1]+m.swap)
			}
			cur[j+1] = d
			least = min(least, d)
		}
		if to < len(b) {
			cur[to+1] = unmatchedCost // the next row looks one further
		}
		// A transposition may still reach back over this row.
		if least > limit+m.swap {
			return least
		}
		before, prev, cur = prev, cur, before
	}
	return prev[len(b)]
}

// unlike cuts off the letters that a and b end with alike, but for one, which
// the cost of doubled letters depends on.
func unlike(a, b []rune) ([]rune, []rune) {
	for len(a) > 2 && len(b) > 2 && a[len(a)-1] == b[len(b)-1] && a[len(a)-2] == b[len(b)-2] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return a, b
}

// indel is the cost of the letter at i being there or not.
func indel(w []rune, i int) float32 {
	switch {
	case i > 0 && w[i] == w[i-1]:
		return costDouble
	case i == 0:
		return 1 + costHead
	case w[i] == 'h':
		return costSilent
	}
	return 1
}

func substitution(a, b rune, head bool) float32 {
	if a == b {
		return 0
	}
	c := float32(1)
	switch {
	case a == 'i' && b == 'y' || a == 'y' && b == 'i':
		c = costTwin
	case vowel(a) && vowel(b):
		c = costVowel
	case kin(a, b) || kin(b, a):
		return costKin
	}
	if head {
		c += costHead
	}
	return c
}

func vowel(r rune) bool {
	switch r {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// kin reports consonants that spell nearly one sound.
func kin(a, b rune) bool {
	switch a {
	case 's':
		return b == 'z' || b == 'c'
	case 'k':
		return b == 'c' || b == 'q' || b == 'g'
	case 'v':
		return b == 'w' || b == 'f'
	case 'd':
		return b == 't'
	case 'b':
		return b == 'p'
	case 'j':
		return b == 'g' || b == 'y' || b == 'i'
	case 'm':
		return b == 'n'
	}
	return false
}

// cost is the distance between two words, the lesser of that of their letters
// and that of their skeletons. Beyond limit it is only known to be greater.
func (m *model) cost(a, b string, skA, skB string, limit float32) float32 {
	if a == b {
		return 0
	}
	var x, y runeBuf
	c := m.distance(x.fill(a), y.fill(b), limit)
	switch {
	case c <= m.spelling || skA == a && skB == b:
		return c
	case skA == skB:
		return m.spelling
	}
	return min(c, m.spelling+m.distance(x.fill(skA), y.fill(skB), min(c, limit)-m.spelling))
}

// Distance is the distance between two folded words in letters, as Cost, but
// without regard to other spellings of the same sounds.
func Distance(a, b string) float64 {
	var x, y runeBuf
	return float64(written.distance(x.fill(a), y.fill(b), unmatchedCost))
}

// Cost is the distance between two folded words in letters, where what people
// confuse counts less than a letter.
func Cost(a, b string) float64 {
	return float64(written.cost(a, b, Skeleton(a), Skeleton(b), unmatchedCost))
}
