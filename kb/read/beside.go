package read

import (
	"slices"

	"dateline/kb/phrase"
	"dateline/kb/query"
)

// besideFeatures compare the words right beside a candidate with those right
// beside the place of the answer in the question, function words and all: "off
// the coast of South Carolina" with "off the coast of which state".
func (d *desk) besideFeatures(r *row, g *group) {
	var left, right, both, link float64
	link = -1
	for i := range g.found {
		o := &g.found[i]
		words := o.passage.words
		b, a := run(d.q.Before, words, o.first-1, -1), run(d.q.After, words, o.last+1, 1)
		left, right, both = max(left, b), max(right, a), max(both, a+b)
		link = max(link, d.link(words, o.first))
	}
	r.put("runLeft", left)
	r.put("runRight", right)
	r.put("run", both)
	r.put("link", link)
}

// run adds up the words of the question that stand one after the other in a
// passage from word i on.
func run(asked, words []phrase.Word, i, step int) float64 {
	sum := 0.0
	for _, q := range asked {
		for i >= 0 && i < len(words) && !query.Tells(words[i]) {
			i += step
		}
		if i < 0 || i >= len(words) || !same(q, words[i]) {
			break
		}
		if phrase.Closed(q.Lower) {
			sum += 0.5
		} else {
			sum++
		}
		i += step
	}
	return sum
}

func same(a, b phrase.Word) bool {
	return a.Lower == b.Lower || slices.ContainsFunc(a.Stems, func(s string) bool { return slices.Contains(b.Stems, s) })
}

// link compares the preposition before the phrase of a candidate with the one
// before the place of the answer: 1 the same, 0 none in both, -1 another.
func (d *desk) link(words []phrase.Word, first int) float64 {
	i := first - 1
	for i >= 0 && modifies(words[i]) {
		i--
	}
	for i >= 0 && words[i].Tag == phrase.Determiner {
		i--
	}
	here := i >= 0 && links(words[i])
	asked := len(d.q.Before) > 0 && links(d.q.Before[0])
	switch {
	case here && asked && words[i].Lower == d.q.Before[0].Lower:
		return 1
	case !here && !asked:
		return 0
	}
	return -1
}

func links(w phrase.Word) bool { return w.Tag == phrase.Preposition || w.Tag == phrase.To }
