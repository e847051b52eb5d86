package kb

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/sahilm/fuzzy"
)

// Completion is a name that completes what is being typed.
type Completion struct {
	Name   string // what is put in: "Dmytro Kuleba"
	Detail string // what tells it apart: "Foreign Minister of Ukraine"; may be empty
}

// leastNames is the number of completions from which names leave no room for
// roles.
const leastNames = 20

// Complete returns at most n names and roles of the knowledge base for what
// has been typed so far, names first, each best first. In a pair ("Blinken-U") it completes the second
// half and returns the whole.
func (b *Base) Complete(typed string, n int) []Completion {
	first, second, pair := cutPair(typed)
	if pair && len(b.meant(first, time.Time{})) > 0 {
		if out := b.completeName(second, n, first+"-"); len(out) > 0 {
			return out
		}
	}
	out := b.completeName(typed, min(n, leastNames), "")
	if strings.TrimSpace(typed) == "" {
		return out
	}
	return append(out, b.offices.complete(b.dir, typed, n-len(out))...)
}

func (b *Base) completeName(typed string, n int, before string) []Completion {
	var out []Completion
	for _, id := range b.dir.Complete(strings.TrimSpace(typed), n) {
		c := Completion{Name: before + b.entity(id).Name, Detail: b.dir.Describe(id)}
		if !slices.Contains(out, c) { // people of one name of whom no more is known
			out = append(out, c)
		}
	}
	return out
}

// cutPair cuts what is being typed at its last separator.
func cutPair(typed string) (first, second string, ok bool) {
	pieces, seps := splitSubject(typed + "\x00") // an open second half counts
	if len(pieces) < 2 {
		return "", "", false
	}
	second = strings.TrimSuffix(pieces[len(pieces)-1], "\x00")
	first = strings.Join(rejoin(pieces[:len(pieces)-1], seps[:len(pieces)-2], 0), "")
	return strings.TrimSpace(first), second, true
}

// CompleteTitle returns at most n article titles for what has been typed,
// newest first where nothing has.
func (b *Base) CompleteTitle(typed string, n int) []string {
	var out []string
	if strings.TrimSpace(typed) == "" {
		for _, i := range b.newest[:min(n, len(b.newest))] {
			out = append(out, b.article(i).Title)
		}
		return unique(out)
	}
	found := fuzzy.FindFrom(typed, titles{b})
	slices.SortStableFunc(found, func(x, y fuzzy.Match) int { return cmp.Compare(y.Score, x.Score) })
	for _, m := range found[:min(n, len(found))] {
		out = append(out, m.Str)
	}
	return unique(out)
}

// titles are the titles of the articles, newest first, for fuzzy.
type titles struct{ b *Base }

func (t titles) String(i int) string { return t.b.article(t.b.newest[i]).Title }
func (t titles) Len() int            { return len(t.b.newest) }
