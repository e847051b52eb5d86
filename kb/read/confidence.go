package read

import (
	"math"
	"slices"
	"strings"
	"sync"
)

// Evidence is what the confidence in the best of some ranked candidates is
// judged by: the probabilities that the ranking gives, some features of the
// best, and how likely the judge holds it to be right. Candidates are best
// first.
func Evidence(ranked []Example, right float64) []float64 {
	out := margins(ranked)
	for _, f := range judged() {
		out = append(out, float64(ranked[0].Vector[f]))
	}
	return append(out, logit(right))
}

// Signs are what tells whether the best candidate is right: the probabilities that the ranking gives, what the first few candidates have in
// common, and the features of the best.
func Signs(ranked []Example) []float32 {
	var out []float32
	for _, v := range margins(ranked) {
		out = append(out, float32(v))
	}
	first := ranked[:min(len(ranked), 5)]
	for _, f := range common() {
		sum := float32(0)
		for _, e := range first {
			sum += e.Vector[f]
		}
		out = append(out, sum/float32(len(first)))
	}
	return append(out, ranked[0].Vector...)
}

// margins are the probability of the best candidate among all, that of the same
// answer however cut, and how far the next one is; and the same against there
// being no answer, whose score is 0.
func margins(ranked []Example) []float64 {
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
	none := math.Exp(-min(top.Score, 50))
	return []float64{logit(1 / sum), logit(mass / sum), mass/sum - second/sum, logit(1 / (sum + none)), logit(mass / (sum + none)), logit(sum / (sum + none))}
}

// judged are the features that confidence looks at.
var judged = featuresOf("around", "cover", "fit", "near", "known", "of best sum", "documents", "askedName", "span", "spanNear", "netTold", "toldAround", "namesAround", "hint")

// common are the features of which Signs takes the mean.
var common = featuresOf("near", "focus", "cover", "fit", "aligned", "run", "titleCover", "told", "namesHere")

func featuresOf(wanted ...string) func() []int {
	return sync.OnceValue(func() []int {
		names := FeatureNames()
		var out []int
		for _, n := range wanted {
			out = append(out, slices.Index(names, n))
		}
		return out
	})
}

func logit(p float64) float64 {
	p = min(max(p, 1e-4), 1-1e-4)
	return math.Log(p / (1 - p))
}
