package kb

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"github.com/sahilm/fuzzy"

	"dateline/kb/entity"
	"dateline/kb/index"
	"dateline/kb/names"
	"dateline/kb/text"
	"dateline/kb/timex"
)

// Summary is an article in short.
type Summary struct {
	Headline
	Sentences []Evidence // its key sentences, in the article's order
	People    []string   // by how often they are named
	Places    []string
	Others    []string // organisations and other names
	Dates     []Date   // in order of time
}

// Bounds of a summary.
const (
	maxKeySentences = 3
	maxNamesListed  = 8
	maxDatesListed  = 8
)

// Summarize returns the summary of the article whose title is meant, and near
// titles where none is.
func (b *Base) Summarize(ctx context.Context, title string) (s Summary, found bool, near []string) {
	i, near := b.titled(ctx, clean(title))
	if i < 0 {
		return Summary{}, false, near
	}
	return b.summary(i), true, nil
}

// titled finds the article that a title means, or -1 and titles near it.
func (b *Base) titled(ctx context.Context, title string) (int32, []string) {
	want := text.Fold(strings.TrimSuffix(title, "…"))
	for _, i := range b.newest {
		a := b.article(i)
		if t := text.Fold(a.Title); t == want || a.ID == title || len(want) > 20 && strings.HasPrefix(t, want) {
			return i, nil
		}
	}
	stems := contentStems(title)
	var near []string
	for _, h := range b.index.Documents(ctx, index.Query{Terms: index.Terms(title)}, maxSuggestions, nil) {
		t := b.article(h.Doc).Title
		if len(near) == 0 && hasStems(contentStems(t), stems) {
			return h.Doc, nil
		}
		near = append(near, t)
	}
	if len(near) == 0 {
		for _, m := range fuzzy.FindFrom(title, titles{b}) {
			near = append(near, m.Str)
		}
	}
	return -1, unique(near[:min(len(near), maxSuggestions)])
}

func (b *Base) summary(i int32) Summary {
	d := &b.docs[i]
	s := Summary{Headline: headline(&d.Article), Sentences: b.keySentences(i), Dates: b.datesOf(i)}
	counts := map[entity.ID]int{}
	for _, n := range b.dir.In(i, 0, len(d.Article.Text)) {
		counts[n.ID]++
	}
	ids := make([]entity.ID, 0, len(counts))
	for id := range counts {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(x, y entity.ID) int { return cmp.Or(counts[y]-counts[x], int(x-y)) })
	for _, id := range ids {
		e := b.entity(id)
		list := &s.Others
		switch e.Type {
		case names.Person:
			list = &s.People
		case names.Place:
			list = &s.Places
		}
		if len(*list) < maxNamesListed {
			*list = append(*list, e.Name)
		}
	}
	return s
}

// keySentences picks the sentences that hold most of what the article speaks
// of: the mean weight of their stems by frequency in the article and rarity
// (SumBasic; Nenkova and Vanderwende 2005), with a bonus for the lead, each
// stem counting less once a picked sentence has it.
func (b *Base) keySentences(i int32) []Evidence {
	d := &b.docs[i]
	weight := map[string]float64{}
	var units []unit
	for s := int32(0); int(s) < len(d.Sentences); s++ {
		u := b.unitAt(i, s)
		s = u.last
		if stems := contentStems(b.quote(u)); len(stems) >= 4 {
			units = append(units, u)
			for _, st := range stems {
				weight[st]++
			}
		}
	}
	for st := range weight {
		weight[st] *= b.index.IDF(index.Term{Text: st}) + 0.5
	}
	var picked []unit
	for len(picked) < maxKeySentences && len(picked) < len(units) {
		u := b.heaviest(units, picked, weight)
		picked = append(picked, u)
		for _, st := range contentStems(b.quote(u)) {
			weight[st] /= 3
		}
	}
	slices.SortFunc(picked, func(x, y unit) int { return cmp.Compare(x.Start, y.Start) })
	var out []Evidence
	for _, u := range picked {
		out = append(out, b.evidence(u))
	}
	return out
}

func (b *Base) heaviest(units, picked []unit, weight map[string]float64) unit {
	best, top := units[0], math.Inf(-1)
	for n, u := range units {
		if slices.Contains(picked, u) {
			continue
		}
		stems := contentStems(b.quote(u))
		sum := 0.0
		for _, st := range stems {
			sum += weight[st]
		}
		score := sum / (6 + float64(len(stems))) * (1 + 1/(1+float64(n)))
		if score > top {
			best, top = u, score
		}
	}
	return best
}

// datesOf are the days and longer times that an article speaks of.
func (b *Base) datesOf(i int32) []Date {
	seen := map[string]bool{}
	var out []Date
	for _, t := range b.docs[i].Times {
		if t.First.IsZero() || t.Type == timex.Duration || t.Type == timex.Set || seen[t.Value] || len(out) == maxDatesListed {
			continue
		}
		seen[t.Value] = true
		u := b.unitHolding(i, t.Start)
		v := b.view(u)
		out = append(out, b.date(event{hit: hit{view: v}, time: t, clause: v.clauses[v.clauseOf(t.Start)]}))
	}
	slices.SortStableFunc(out, func(x, y Date) int { return x.First.Compare(y.First) })
	return out
}
