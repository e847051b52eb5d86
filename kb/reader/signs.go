package reader

import (
	"math"
	"slices"
)

// The numbers of signs: of a token of the passages beside a question, of the
// passages as a whole, and of a token of the question.
const (
	TokenSigns    = 28
	PassageSigns  = 12
	QuestionSigns = 5
)

// asked is what is asked for in the words of a question.
type asked struct {
	words   map[string]bool
	stems   map[string]float64 // of content words, by rarity
	starts  map[string]bool    // the first five bytes of long ones
	pairs   map[[2]string]bool
	related map[string]string // stems of words related to one of stems, and that one
	total   float64
}

func (v *vocabulary) ask(q []token, related func(string) []string) *asked {
	a := &asked{words: map[string]bool{}, stems: map[string]float64{}, starts: map[string]bool{}, pairs: map[[2]string]bool{}, related: map[string]string{}}
	for i, t := range q {
		a.words[t.lower] = true
		if i > 0 {
			a.pairs[[2]string{q[i-1].lower, t.lower}] = true
		}
		if !t.content {
			continue
		}
		a.stems[t.stem] = max(a.stems[t.stem], float64(v.idf[t.word]))
		if len(t.stem) >= 5 {
			a.starts[t.stem[:5]] = true
		}
	}
	for _, t := range q {
		if !t.content || related == nil {
			continue
		}
		for _, r := range related(t.lower) {
			if s := stem(r); a.stems[s] == 0 {
				a.related[s] = t.stem
			}
		}
	}
	for _, w := range a.stems {
		a.total += w
	}
	a.total += 1e-6
	return a
}

// reading is a question laid beside passages.
type reading struct {
	v        *vocabulary
	a        *asked
	q, p     []token
	parts    int
	rows     [][TokenSigns]float32
	cover    []float64         // by sentence: the share of the question that it has
	have     []map[string]bool // by sentence: the stems of the question that it has
	told     []map[string]bool // the same with related words
	title    float64           // the share that the title has
	whole    [PassageSigns]float32
	question [][QuestionSigns]float32
}

// describe fills in all signs.
func (r *reading) describe() {
	r.rows = make([][TokenSigns]float32, len(r.p))
	r.matchWords()
	r.coverSentences()
	r.closeness()
	r.places()
	r.describeWhole()
	r.describeQuestion()
}

// matchWords tells which tokens the question has.
//
//go:norace
func (r *reading) matchWords() {
	r.have, r.told = make([]map[string]bool, r.parts), make([]map[string]bool, r.parts)
	for i := range r.have {
		r.have[i], r.told[i] = map[string]bool{}, map[string]bool{}
	}
	for i := range r.p {
		t, f := &r.p[i], &r.rows[i]
		_, same := r.a.stems[t.stem]
		switch {
		case same && t.content:
			f[1], f[5] = 1, r.v.idf[t.word]
			if r.a.words[t.lower] {
				f[0] = 1
			}
			r.have[t.part][t.stem], r.told[t.part][t.stem] = true, true
		case t.stop && r.a.words[t.lower]:
			f[2] = 1
		case t.content:
			if s, ok := r.a.related[t.stem]; ok {
				f[24] = 1
				r.told[t.part][s] = true
			}
		}
		if len(t.stem) >= 5 && r.a.starts[t.stem[:5]] {
			f[3] = 1
		}
		if i+1 < len(r.p) && r.a.pairs[[2]string{t.lower, r.p[i+1].lower}] {
			f[4], r.rows[i+1][4] = 1, 1
		}
	}
}

// share is how much of the question some of its stems make up.
func (a *asked) share(stems map[string]bool) float64 {
	sum := 0.0
	for s := range stems {
		sum += a.stems[s]
	}
	return sum / a.total
}

func union(sets ...map[string]bool) map[string]bool {
	all := map[string]bool{}
	for _, s := range sets {
		for k := range s {
			all[k] = true
		}
	}
	return all
}

// coverSentences tells how much of the question each token's sentence has, and
// those beside it.
func (r *reading) coverSentences() {
	r.cover = make([]float64, r.parts)
	told, around := make([]float64, r.parts), make([]float64, r.parts)
	best := 0.0
	for i := range r.parts {
		r.cover[i], told[i] = r.a.share(r.have[i]), r.a.share(r.told[i])
		around[i] = r.a.share(union(r.have[max(0, i-1):min(r.parts, i+2)]...))
		best = max(best, r.cover[i])
	}
	for i := range r.p {
		s, f := r.p[i].part, &r.rows[i]
		f[6], f[7], f[9] = float32(r.cover[s]), float32(around[s]), float32(r.cover[s]-best)
		if r.cover[s] >= best-1e-6 {
			f[8] = 1
		}
		f[25] = float32(told[s])
	}
	r.whole[1], r.whole[2] = float32(best), float32(slices.Max(append(around, 0)))
	r.whole[10] = float32(slices.Max(append(told, 0)))
}

// closeness tells how near the last word of the question stands on either
// side, and how many of them near.
//
//go:norace
func (r *reading) closeness() {
	walk := func(i int, gap float64, near, far int) float64 {
		f := &r.rows[i]
		f[near], f[far] = float32(math.Exp(-gap/4)), float32(math.Exp(-gap/12))
		if f[1] > 0 {
			return 0
		}
		return gap
	}
	const away = 999
	gap := float64(away)
	for i := range r.p {
		if i > 0 && r.p[i].part != r.p[i-1].part {
			gap = away
		}
		gap = walk(i, gap+1, 10, 11)
	}
	gap = away
	for i := len(r.p) - 1; i >= 0; i-- {
		if i+1 < len(r.p) && r.p[i].part != r.p[i+1].part {
			gap = away
		}
		gap = walk(i, gap+1, 12, 13)
	}
	const reach = 6
	sums := make([]float32, len(r.p)+1)
	for i := range r.p {
		sums[i+1] = sums[i] + r.rows[i][5]
	}
	for i := range r.p {
		r.rows[i][19] = sums[min(len(r.p), i+reach+1)] - sums[max(0, i-reach)]
	}
}

// places tell where a token stands.
//
//go:norace
func (r *reading) places() {
	at := 0
	for i := range r.p {
		t, f := &r.p[i], &r.rows[i]
		at++
		if i == 0 || t.part != r.p[i-1].part {
			at, f[15] = 0, 1
		}
		f[14] = r.v.idf[t.word]
		f[16] = float32(min(at, 40)) / 40
		if t.part == 0 {
			f[17] = 1
		}
		f[18] = float32(min(t.part, 10)) / 10
		f[20] = float32(math.Log1p(float64(len(r.p))) / 6)
		f[26] = float32(r.title)
		if negations[t.lower] {
			f[27] = 1
		}
	}
}

var negations = wordSet("not no never n't none nobody nothing neither nor without denied denies deny failed fails refused declined cannot didn doesn isn wasn weren won couldn hasn hadn haven don")

// describeWhole tells how much of the question the passages have at all.
func (r *reading) describeWhole() {
	all := r.a.share(union(r.have...))
	missing, names, numbers, rare := 0, 0, 0, float32(0)
	have := union(r.have...)
	for _, t := range r.q {
		if !t.content || have[t.stem] {
			continue
		}
		missing++
		if t.upper {
			names++
		}
		if t.digit {
			numbers++
		}
		rare = max(rare, r.v.idf[t.word])
	}
	second := 0.0
	if r.parts > 1 {
		c := slices.Clone(r.cover)
		slices.Sort(c)
		second = c[len(c)-2]
	}
	r.whole[0] = float32(all)
	r.whole[3], r.whole[4], r.whole[5], r.whole[6] = float32(missing)/4, float32(names)/2, float32(numbers), rare
	r.whole[7], r.whole[8] = float32(math.Log1p(float64(len(r.p)))/6), float32(len(r.q))/15
	r.whole[9] = float32(second)
	r.whole[11] = float32(r.a.share(union(r.told...)))
	for i := range r.rows {
		r.rows[i][21], r.rows[i][22] = r.whole[0], r.whole[1]
	}
}

// describeQuestion tells of each word of the question what it is.
func (r *reading) describeQuestion() {
	r.question = make([][QuestionSigns]float32, len(r.q))
	for i, t := range r.q {
		f := &r.question[i]
		f[0] = r.v.idf[t.word]
		if t.stop {
			f[1] = 1
		}
		if askingWords[t.lower] {
			f[2] = 1
		}
		f[3] = min(float32(i)/10, 2)
		if t.upper {
			f[4] = 1
		}
	}
}

var askingWords = wordSet("what which who whom whose when where why how")
