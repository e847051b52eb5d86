package browse

import (
	"slices"
	"strings"

	"dateline/kb/entity"
	"dateline/kb/names"
	"dateline/kb/text"
)

// maxCircle is the number of documents from which those about namesakes no
// longer show, and are no longer looked for.
const maxCircle = 40

// circle are the documents that are surely about an entity: those that name a
// person in full and, as namesakes have no company in common, that are joined
// to the one that tells the person's role, or else to most others: by people
// or organisations that few documents name, or by a role.
func (b *Browser) circle(e *entity.Entity) []int32 {
	docs := b.namedIn(e)
	if e.Type != names.Person || len(docs) < 2 || len(docs) > maxCircle {
		return docs
	}
	group := b.grouped(e, docs)
	joinHolders(e, docs, group)
	size := make([]int, len(docs))
	for _, g := range group {
		size[g]++
	}
	best := -1
	for i, g := range group {
		if len(e.Roles) > 0 && docs[i] == e.Roles[0].Doc {
			best = g
			break
		}
		if best < 0 || size[g] >= size[best] {
			best = g
		}
	}
	var out []int32
	for i, g := range group {
		if g == best {
			out = append(out, docs[i])
		}
	}
	return out
}

// grouped gives each document the number of its group: those that are joined
// by rare company have the same.
func (b *Browser) grouped(e *entity.Entity, docs []int32) []int {
	group := make([]int, len(docs))
	seen := map[entity.ID]int{}
	for i, d := range docs {
		group[i] = i
		for _, l := range b.lib.Directory().In(d, 0, len(b.lib.Article(d).Text)) {
			if o := b.lib.Entity(l.ID); l.ID == e.ID || o.Docs > maxCircle || o.Type != names.Person && o.Type != names.Organisation {
				continue
			}
			j, ok := seen[l.ID]
			if !ok {
				seen[l.ID] = i
				continue
			}
			join(group, i, j)
		}
	}
	return group
}

// joinHolders joins the documents that tell the same role.
func joinHolders(e *entity.Entity, docs []int32, group []int) {
	first := map[string]int{}
	for _, r := range e.Roles {
		for _, d := range r.Docs {
			i, ok := slices.BinarySearch(docs, d)
			if !ok {
				continue
			}
			if j, told := first[r.Head()]; told {
				join(group, i, j)
			} else {
				first[r.Head()] = i
			}
		}
	}
}

// join makes one group of those of documents i and j.
func join(group []int, i, j int) {
	from, to := group[i], group[j]
	for k := range group {
		if group[k] == from {
			group[k] = to
		}
	}
}

// namedIn are the documents that name a person in full, or all where none
// does; of anything else all that mention it.
func (b *Browser) namedIn(e *entity.Entity) []int32 {
	var out []int32
	if e.Type == names.Person && strings.Contains(e.Name, " ") {
		for _, m := range e.Mentions {
			if !slices.Contains(out[max(0, len(out)-1):], m.Doc) && b.inFull(m, e) {
				out = append(out, m.Doc)
			}
		}
	}
	if len(out) == 0 {
		return b.docsOf(e)
	}
	return out
}

// inFull reports whether a mention is a person's name of several words.
func (b *Browser) inFull(m entity.Mention, e *entity.Entity) bool {
	s := b.lib.Article(m.Doc).Text[m.Start:m.End]
	return strings.ContainsAny(s, " \n") && named(e, s)
}

// named reports whether a mention of a person has a part of the name, and is
// no description ("the judge").
func named(e *entity.Entity, s string) bool {
	if e.Type != names.Person {
		return true
	}
	parts := strings.Fields(text.Fold(e.Name))
	return slices.ContainsFunc(strings.Fields(text.Fold(s)), func(w string) bool { return slices.Contains(parts, w) })
}
