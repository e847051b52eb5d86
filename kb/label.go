package kb

import (
	"slices"
	"strings"

	"dateline/kb/entity"
)

// chosen is the entity that a label out of Choices names, if s is one.
func (b *Base) chosen(s string) []entity.Match {
	name, what, ok := strings.Cut(s, labelDash)
	if !ok || what == "" {
		return nil
	}
	for _, m := range b.dir.Find(name, 2*maxCandidates) {
		e := b.entity(m.ID)
		for i := range e.Roles {
			if label(e, e.Roles[i:]) == s {
				return []entity.Match{m}
			}
		}
	}
	return nil
}

// labelDash stands between a name and what it is.
const labelDash = " — "

// label is an entity's name with the first of its roles.
func label(e *entity.Entity, roles []entity.Role) string {
	if len(roles) == 0 {
		return e.Name
	}
	return e.Name + labelDash + roles[0].String()
}

// roles are the roles of an entity, first the one that was asked for, if any
// was.
func (b *Base) roles(id entity.ID, asked string) []entity.Role {
	all := b.entity(id).Roles
	first, ok := b.dir.Held(asked, id)
	if i := slices.IndexFunc(all, func(r entity.Role) bool { return r.Doc == first.Doc && r.Span == first.Span }); ok && i > 0 {
		return append([]entity.Role{first}, slices.Delete(slices.Clone(all), i, i+1)...)
	}
	return all
}
