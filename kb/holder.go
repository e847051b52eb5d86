package kb

import (
	"context"
	"slices"
	"strings"

	"dateline/kb/library"
	"dateline/kb/names"
	"dateline/kb/text"
)

// holder reads for who holds a role that no name was found to have, a person who
// is not known to hold it elsewhere.
func (b *Base) holder(ctx context.Context, q Question, role string) Answer {
	q.Kind, q.Text = Who, role
	a := b.read(ctx, q)
	a.Kind = Who
	if a.Abstained || b.mayHold(a.Text, role) {
		return a
	}
	return Answer{Kind: Who, Abstained: true, Message: "The articles do not say who is " + library.Clip(role, 60) + "."}
}

// mayHold reports whether an answer can be who holds a role: a person whose
// roles of that kind, if any are known, are not all of something else.
func (b *Base) mayHold(name, role string) bool {
	found := library.Best(b.lib.Directory().Find(name, 1))
	if len(found) == 0 {
		return true
	}
	e := b.lib.Entity(found[0].ID)
	if e.Type != names.Person {
		return false
	}
	head, asked := library.OfficeHead(role), library.ContentStems(role)
	for _, r := range e.Roles {
		if slices.Contains(strings.Fields(text.Fold(r.Title)), head) && r.Of != "" && !library.HasStems(asked, library.ContentStems(r.Of)) {
			return false
		}
	}
	return true
}
