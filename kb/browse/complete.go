package browse

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/sahilm/fuzzy"

	"dateline/kb/library"
)

// Completion is a name that completes what is being typed.
type Completion struct {
	Name   string // what is put in: "Dmytro Kuleba"
	Detail string // what tells it apart: "Foreign Minister of Ukraine"; may be empty
}

// leastNames is the number of completions from which names leave no room for
// roles.
const leastNames = 20

// Complete returns at most n names and roles for what has been typed so far, names
// first, each best first. In a pair ("Blinken-U") it completes the second half and
// returns the whole.
func (b *Browser) Complete(typed string, n int) []Completion {
	first, second, pair := library.CutPair(typed)
	if pair && len(b.lib.Meant(first, time.Time{})) > 0 {
		if out := b.completeName(second, n, first+"-"); len(out) > 0 {
			return out
		}
	}
	out := b.completeName(typed, min(n, leastNames), "")
	if strings.TrimSpace(typed) == "" {
		return out
	}
	return append(out, b.offices.complete(b.lib.Directory(), typed, n-len(out))...)
}

func (b *Browser) completeName(typed string, n int, before string) []Completion {
	var out []Completion
	for _, id := range b.lib.Directory().Complete(strings.TrimSpace(typed), n) {
		c := Completion{Name: before + b.lib.Entity(id).Name, Detail: b.lib.Directory().Describe(id)}
		if !slices.Contains(out, c) { // people of one name of whom no more is known
			out = append(out, c)
		}
	}
	return out
}

// CompleteTitle returns at most n article titles for what has been typed,
// newest first where nothing has.
func (b *Browser) CompleteTitle(typed string, n int) []string {
	var out []string
	if strings.TrimSpace(typed) == "" {
		for _, i := range b.lib.Newest()[:min(n, len(b.lib.Newest()))] {
			out = append(out, b.lib.Article(i).Title)
		}
		return library.Unique(out)
	}
	found := fuzzy.FindFrom(typed, titles{b})
	slices.SortStableFunc(found, func(x, y fuzzy.Match) int { return cmp.Compare(y.Score, x.Score) })
	for _, m := range found[:min(n, len(found))] {
		out = append(out, m.Str)
	}
	return library.Unique(out)
}

// titles are the titles of the articles, newest first, for fuzzy.
type titles struct{ b *Browser }

func (t titles) String(i int) string { return t.b.lib.Article(t.b.lib.Newest()[i]).Title }
func (t titles) Len() int            { return len(t.b.lib.Newest()) }
