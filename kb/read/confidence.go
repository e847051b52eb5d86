package read

import (
	"math"
	"slices"
	"strings"
	"sync"
)

// Evidence is what the confidence in the best of some ranked candidates is
// judged by: the probabilities that the ranking gives, and some features of
// the best. Candidates are best first.
func Evidence(ranked []Example) []float64 {
	top := ranked[0]
	sum, mass, second := 0.0, 0.0, 0.0
	best := " " + key(top.Text) + " "
	for i, e := range ranked {
		p := math.Exp(e.Score - top.Score)
		sum += p
		k := " " + key(e.Text) + " "
		if strings.Contains(best, k) || strings.Contains(k, best) {
			mass += p // the same answer, cut otherwise
		} else if i > 0 {
			second = max(second, p)
		}
	}
	out := []float64{logit(1 / sum), logit(mass / sum), mass/sum - second/sum}
	for _, f := range judged() {
		out = append(out, float64(top.Vector[f]))
	}
	return out
}

// judged are the features that confidence looks at.
var judged = sync.OnceValue(func() []int {
	names := FeatureNames()
	var out []int
	for _, n := range []string{"around", "cover", "fit", "near", "known", "of best sum", "documents", "askedName"} {
		out = append(out, slices.Index(names, n))
	}
	return out
})

func logit(p float64) float64 {
	p = min(max(p, 1e-4), 1-1e-4)
	return math.Log(p / (1 - p))
}
