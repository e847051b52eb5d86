package browse

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"github.com/sahilm/fuzzy"

	"dateline/kb/answer"
	"dateline/kb/entity"
	"dateline/kb/index"
	"dateline/kb/library"
	"dateline/kb/names"
	"dateline/kb/text"
	"dateline/kb/timex"
)

// Summary is an article in short.
type Summary struct {
	Headline
	Sentences []answer.Evidence // its key sentences, in the article's order
	People    []string          // by how often they are named
	Places    []string
	Others    []string      // organisations and other names
	Dates     []answer.Date // in order of time
}

// Bounds of a summary.
const (
	maxKeySentences = 3
	maxNamesListed  = 8
	maxDatesListed  = 8
	maxNear         = 5 // titles
)

// Summarize returns the summary of the article whose title is meant, and near
// titles where none is.
func (b *Browser) Summarize(ctx context.Context, title string) (s Summary, found bool, near []string) {
	i, near := b.titled(ctx, library.Clean(title))
	if i < 0 {
		return Summary{}, false, near
	}
	return b.summary(i), true, nil
}

// titled finds the article that a title means, or -1 and titles near it.
func (b *Browser) titled(ctx context.Context, title string) (int32, []string) {
	want := text.Fold(strings.TrimSuffix(title, "…"))
	for _, i := range b.lib.Newest() {
		a := b.lib.Article(i)
		if t := text.Fold(a.Title); t == want || a.ID == title || len(want) > 20 && strings.HasPrefix(t, want) {
			return i, nil
		}
	}
	stems := library.ContentStems(title)
	var near []string
	for _, h := range b.lib.Index().Documents(ctx, index.Query{Terms: index.Terms(title)}, maxNear, nil) {
		t := b.lib.Article(h.Doc).Title
		if len(near) == 0 && library.HasStems(library.ContentStems(t), stems) {
			return h.Doc, nil
		}
		near = append(near, t)
	}
	if len(near) == 0 {
		for _, m := range fuzzy.FindFrom(title, titles{b}) {
			near = append(near, m.Str)
		}
	}
	return -1, library.Unique(near[:min(len(near), maxNear)])
}

func (b *Browser) summary(i int32) Summary {
	d := &b.lib.Docs()[i]
	s := Summary{Headline: headline(&d.Article), Sentences: b.keySentences(i), Dates: b.datesOf(i)}
	counts := map[entity.ID]int{}
	for _, n := range b.lib.Directory().In(i, 0, len(d.Article.Text)) {
		counts[n.ID]++
	}
	ids := make([]entity.ID, 0, len(counts))
	for id := range counts {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(x, y entity.ID) int { return cmp.Or(counts[y]-counts[x], int(x-y)) })
	for _, id := range ids {
		e := b.lib.Entity(id)
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
func (b *Browser) keySentences(i int32) []answer.Evidence {
	d := &b.lib.Docs()[i]
	weight := map[string]float64{}
	var units []library.Unit
	for s := int32(0); int(s) < len(d.Sentences); s++ {
		u := b.lib.UnitAt(i, s)
		s = u.Last
		if stems := library.ContentStems(b.lib.Quote(u)); len(stems) >= 4 {
			units = append(units, u)
			for _, st := range stems {
				weight[st]++
			}
		}
	}
	for st := range weight {
		weight[st] *= b.lib.Index().IDF(index.Term{Text: st}) + 0.5
	}
	var picked []library.Unit
	for len(picked) < maxKeySentences && len(picked) < len(units) {
		u := b.heaviest(units, picked, weight)
		picked = append(picked, u)
		for _, st := range library.ContentStems(b.lib.Quote(u)) {
			weight[st] /= 3
		}
	}
	slices.SortFunc(picked, func(x, y library.Unit) int { return cmp.Compare(x.Start, y.Start) })
	var out []answer.Evidence
	for _, u := range picked {
		out = append(out, b.lib.Evidence(u))
	}
	return out
}

func (b *Browser) heaviest(units, picked []library.Unit, weight map[string]float64) library.Unit {
	best, top := units[0], math.Inf(-1)
	for n, u := range units {
		if slices.Contains(picked, u) {
			continue
		}
		stems := library.ContentStems(b.lib.Quote(u))
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
func (b *Browser) datesOf(i int32) []answer.Date {
	seen := map[string]bool{}
	var out []answer.Date
	for _, t := range b.lib.Docs()[i].Times {
		if t.First.IsZero() || t.Type == timex.Duration || t.Type == timex.Set || seen[t.Value] || len(out) == maxDatesListed {
			continue
		}
		seen[t.Value] = true
		u := b.lib.UnitHolding(i, t.Start)
		v := b.lib.View(u)
		out = append(out, b.lib.Date(library.Event{Passage: library.Passage{View: v}, Time: t, Clause: v.Clauses[v.ClauseOf(t.Start)]}))
	}
	slices.SortStableFunc(out, func(x, y answer.Date) int { return x.First.Compare(y.First) })
	return out
}
