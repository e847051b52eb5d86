package match

import "unicode/utf8"

// Costs in letters of what is wrong beside the letters of a word.
const (
	joinCost    = 0.3 // a blank left out or put in
	initialCost = 0.2 // a bare initial for a word
	middleCost  = 0.8 // a middle name that the name found lacks
)

// What decides, in letters too, between names that a query may stand for. It
// is their likelihood by the noisy channel (M. Kernighan, K. Church, W. Gale,
// "A spelling correction program based on a noisy channel model", COLING
// 1990): that of the name, by its prominence, times that of its being typed
// so.
const (
	priorWeight  = 0.1  // a doubling of prominence
	exactBonus   = 1    // no letter is wrong
	wholeBonus   = 10   // no letter is wrong, and nothing is left out
	strangeWord  = 0.5  // a word of the query that the name lacks,
	strangeRune  = 0.5  // with each of its letters
	partMissing  = 0.8  // all of a name left out,
	firstMissing = 0.15 // or all but its last word, mostly a surname
)

// ranked is a result with the likelihood that it is sorted by.
type ranked struct {
	Result
	key float32
}

// rate scores one name against the query.
func (x *Index) rate(s *scratch, e int32, base float32) ranked {
	words := x.nameWord.at(e)
	p := x.pair(s, words)
	part := x.part(words, &p.used)
	total, length, covered := base, float32(0), float32(0)
	key := priorWeight*x.prior(s, e) - base
	for i, w := range s.words {
		n := w.length
		switch {
		case p.at[i] >= 0:
			c := p.cost[i]
			covered += n - min(n, c.written)
			total += c.written
			key -= c.typed
			n = max(n, float32(utf8.RuneCountInString(x.words.words[words[p.at[i]]])))
		case i > 0 && i < len(s.words)-1 && len(words) > 1 && base == 0:
			total += middleCost
			key -= middleCost
		default:
			total += unmatchedCost
			key -= strangeWord + strangeRune*n
		}
		length += n
	}
	last := len(words) > 0 && p.used[len(words)-1] && part >= telling
	r := Result{ID: x.entries[e].id, Name: e, Score: score(total, length, covered) * wholeness(part, last), Exact: total == 0 && part >= telling}
	return ranked{r, key + bonus(r, part) - left(part, last)}
}

// bonus is for what is typed as it stands.
func bonus(r Result, part float64) float32 {
	switch {
	case r.Exact && part > 0.999:
		return wholeBonus
	case r.Exact:
		return exactBonus
	}
	return 0
}

// left is what it costs to have typed only a part of a name.
func left(part float64, last bool) float32 {
	if last {
		return firstMissing * float32(1-part)
	}
	return partMissing * float32(1-part)
}

// prior is the logarithm of an entry's prominence.
func (x *Index) prior(s *scratch, e int32) float32 {
	if len(s.words) == 1 {
		return x.entries[e].alone
	}
	return x.entries[e].prior
}

// score turns the cost of length letters into a score: Taken at a quarter of
// them but one. Below that only the letters that agree count.
func score(cost, length, covered float32) float64 {
	if s := 1 - (1-Taken)*float64(cost/max(0.5, (length-1)/4)); s >= Taken {
		return s
	}
	return (Taken - 0.01) * float64(covered/length)
}

// telling is the least part of a name that may stand for it.
const telling = 0.3

// wholeness is the factor for having typed only a part of a name; the last
// word, mostly a surname, stands for the whole.
func wholeness(part float64, last bool) float64 {
	if last {
		return 0.95 + 0.05*part
	}
	return 0.75 + 0.25*part
}

// part is the share of a name, by how telling its words are, that the query
// covers.
func (x *Index) part(words []int32, used *[maxWords]bool) float64 {
	var have, all float32
	for i, w := range words {
		v := 0.1 + x.idf[w]
		all += v
		if used[i] {
			have += v
		}
	}
	return float64(have / all)
}
