package browse

import (
	"cmp"
	"slices"

	"dateline/kb/entity"
	"dateline/kb/match"
)

// offices are the roles that people hold, for completing what is typed.
type offices struct {
	index  *match.Index
	titles []string    // "Foreign Minister of Ukraine"
	holder []entity.ID // of each, the one named last
}

// maxOffices bounds the roles that are completed, the most often held first.
const maxOffices = 20_000

func newOffices(dir *entity.Directory) *offices {
	type held struct {
		office string
		weight float64
		newest entity.Role
		by     entity.ID
	}
	found := map[string]*held{}
	var all []*held
	for i := range dir.Entities {
		e := &dir.Entities[i]
		for _, r := range e.Roles {
			h := found[r.String()]
			if h == nil {
				h = &held{office: r.String(), by: e.ID, newest: r}
				found[h.office] = h
				all = append(all, h)
			}
			h.weight += float64(len(e.Mentions))
			if r.Date.After(h.newest.Date) {
				h.newest, h.by = r, e.ID
			}
		}
	}
	slices.SortStableFunc(all, func(x, y *held) int { return cmp.Compare(y.weight, x.weight) })
	o := &offices{}
	var names []match.Name
	for i, h := range all[:min(len(all), maxOffices)] {
		names = append(names, match.Name{Text: h.office, ID: int32(i), Weight: h.weight})
		o.titles = append(o.titles, h.office)
		o.holder = append(o.holder, h.by)
	}
	o.index = match.New(names)
	return o
}

// complete returns at most n roles for what has been typed.
func (o *offices) complete(dir *entity.Directory, typed string, n int) []Completion {
	var out []Completion
	for _, i := range o.index.Complete(typed, n) {
		out = append(out, Completion{Name: o.titles[i], Detail: dir.Entities[o.holder[i]].Name})
	}
	return out
}
