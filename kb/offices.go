package kb

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"dateline/kb/entity"
	"dateline/kb/lexicon"
	"dateline/kb/match"
	"dateline/kb/names"
	"dateline/kb/text"
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

// office reports whether words name a role rather than somebody or something:
// their head is a noun for people, and nothing was done to him ("fired the
// minister").
func (b *Base) office(s string) bool {
	base, e, ok := b.lexicon.Base(officeHead(s), lexicon.Noun)
	if !ok || e.Best() != lexicon.Noun || b.lexicon.IsA(base, b.lexicon.ClassOf("person")) < 1 {
		return false
	}
	ws := strings.Fields(text.Fold(stripArticle(s)))
	if len(ws) < 2 {
		return false
	}
	first, ok := b.lexicon.Lookup(ws[0])
	return !(ok && first.Best() == lexicon.Verb || strings.HasSuffix(ws[0], "ed"))
}

// holder reads for who holds a role that no name was found to have, a person who
// is not known to hold it elsewhere.
func (b *Base) holder(ctx context.Context, q Question, role string) Answer {
	q.Kind, q.Text = Who, role
	a := b.read(ctx, q)
	a.Kind = Who
	if a.Abstained || b.mayHold(a.Text, role) {
		return a
	}
	return Answer{Kind: Who, Abstained: true, Message: "The articles do not say who is " + clip(role, 60) + "."}
}

// mayHold reports whether an answer can be who holds a role: a person whose
// roles of that kind, if any are known, are not all of something else.
func (b *Base) mayHold(name, role string) bool {
	found := best(b.dir.Find(name, 1))
	if len(found) == 0 {
		return true
	}
	e := &b.dir.Entities[found[0].ID]
	if e.Type != names.Person {
		return false
	}
	head, asked := officeHead(role), contentStems(role)
	for _, r := range e.Roles {
		if slices.Contains(strings.Fields(text.Fold(r.Title)), head) && r.Of != "" && !hasStems(asked, contentStems(r.Of)) {
			return false
		}
	}
	return true
}

// officeHead is the folded noun that carries a role: "president" of "president of
// France" and "French president".
func officeHead(s string) string {
	s = text.Fold(s)
	for _, prep := range []string{" of ", " for ", " at ", " in "} {
		s, _, _ = strings.Cut(s, prep)
	}
	return s[strings.LastIndexByte(s, ' ')+1:]
}

// bears reports whether one of an entity's names has a word.
func (b *Base) bears(id entity.ID, folded string) bool {
	e := &b.dir.Entities[id]
	has := func(name string) bool { return slices.Contains(strings.Fields(text.Fold(name)), folded) }
	return has(e.Name) || slices.ContainsFunc(e.Aliases, has)
}
