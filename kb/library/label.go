package library

import (
	"slices"
	"strings"

	"dateline/kb/entity"
)

// Chosen is the entity that a label out of an answer's Choices names, if s is one.
func (l *Library) Chosen(s string) []entity.Match {
	name, what, ok := strings.Cut(s, LabelDash)
	if !ok || what == "" {
		return nil
	}
	for _, m := range l.dir.Find(name, 2*MaxCandidates) {
		e := l.Entity(m.ID)
		for i := range e.Roles {
			if Label(e, e.Roles[i:]) == s {
				return []entity.Match{m}
			}
		}
	}
	return nil
}

// LabelDash stands between a name and what it is.
const LabelDash = " — "

// Label is an entity's name with the first of its roles.
func Label(e *entity.Entity, roles []entity.Role) string {
	if len(roles) == 0 {
		return e.Name
	}
	return e.Name + LabelDash + roles[0].String()
}

// Roles are the roles of an entity, first the one that was asked for, if any
// was.
func (l *Library) Roles(id entity.ID, asked string) []entity.Role {
	all := l.Entity(id).Roles
	first, ok := l.dir.Held(asked, id)
	if i := slices.IndexFunc(all, func(r entity.Role) bool { return r.Doc == first.Doc && r.Span == first.Span }); ok && i > 0 {
		return append([]entity.Role{first}, slices.Delete(slices.Clone(all), i, i+1)...)
	}
	return all
}
