package kb

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"dateline/kb/entity"
	"dateline/kb/lexicon"
	"dateline/kb/names"
	"dateline/kb/text"
	"dateline/kb/timex"
)

// who answers who somebody is: a name, a role, or a few words about what
// somebody did.
func (b *Base) who(ctx context.Context, q Question) Answer {
	q.Text = stripNow(stripCopula(q.Text))
	ids := b.chosen(q.Text)
	if len(ids) == 0 {
		q = b.asOf(q)
		ids = b.meant(q.Text, q.Asked)
	}
	if len(ids) == 0 {
		return b.whoDid(ctx, q)
	}
	if len(ids) > 1 {
		return b.choose(ctx, q, ids)
	}
	return b.card(ctx, q, ids[0])
}

// stripNow takes away what asks for the present holder of a role, which is the one
// that is meant without it: "prime minister now".
func stripNow(s string) string {
	for _, now := range []string{" right now", " at the moment", " now", " currently", " today", " these days"} {
		if n := len(s) - len(now); n > 0 && strings.EqualFold(s[n:], now) {
			return strings.TrimRight(s[:n], " ,")
		}
	}
	for _, now := range []string{"current ", "present ", "now "} {
		if n := len(now); len(s) > n && strings.EqualFold(s[:n], now) {
			return s[n:]
		}
	}
	return s
}

// stripCopula takes away what somebody writes after the command as if it were
// part of a sentence: "/who is the mayor".
func stripCopula(s string) string {
	for _, lead := range []string{"is ", "was ", "are ", "were ", "'s "} {
		if rest, ok := strings.CutPrefix(strings.ToLower(s), lead); ok {
			if office := stripArticle(s[len(s)-len(rest):]); !strings.Contains(office, "ed ") && !strings.Contains(office, "ing ") {
				return office
			}
		}
	}
	return s
}

// asOf reads the time out of a question for a role, "president of Brazil in
// 2019": the question for the role alone, asked on the middle day of that time.
func (b *Base) asOf(q Question) Question {
	for _, t := range timex.Find(q.Text, q.Asked) {
		if t.Type != timex.Date || t.First.IsZero() {
			continue
		}
		before := strings.TrimRight(q.Text[:t.Start], " ,")
		for _, prep := range []string{"in", "on", "during", "as of", "of", "at"} {
			before = strings.TrimSuffix(before, " "+prep)
		}
		rest := squeeze(before + " " + q.Text[t.End:])
		on := t.First.Add(t.Last.Sub(t.First) / 2)
		if len(best(b.dir.FindRole(rest, on, 1))) > 0 {
			q.Text, q.Asked = rest, on
			return q
		}
	}
	return q
}

// meant are the entities that a name, or a role held on a day, fits equally
// well.
func (b *Base) meant(s string, on time.Time) []entity.Match {
	named := b.covering(s, best(b.dir.Find(s, 8)))
	held := best(b.dir.FindRole(s, on, 8))
	switch {
	case len(held) > 0 && !b.person(s, named):
		return held
	case b.office(s) || b.partOf(s):
		return slices.DeleteFunc(named, func(m entity.Match) bool { return !b.bears(m.ID, officeHead(s)) })
	}
	return named
}

// partOf reports whether words speak of something of somebody, "head of the FTC",
// rather than name it.
func (b *Base) partOf(s string) bool {
	head := officeHead(s)
	_, _, noun := b.lexicon.Base(head, lexicon.Noun)
	return noun && !strings.HasSuffix(text.Fold(s), head)
}

// person reports whether what was typed is the name of a person as it stands,
// and no title as well ("pope", "chief justice").
func (b *Base) person(s string, ms []entity.Match) bool {
	if len(ms) == 0 || !ms[0].Exact || monarchs[text.Fold(s)] {
		return false
	}
	e := &b.dir.Entities[ms[0].ID]
	full := text.Fold(e.Name + " " + strings.Join(e.Aliases, " "))
	for _, w := range strings.Fields(text.Fold(s)) {
		if !strings.Contains(full, w) {
			return false
		}
	}
	return e.Type == names.Person
}

// monarchs are titles that are surnames too.
var monarchs = wordSet(`king queen pope prince princess emperor`)

// covering leaves out matches whose name is only a small part of what was
// typed: "foreign minister of Germany" does not mean Germany.
func (b *Base) covering(s string, ms []entity.Match) []entity.Match {
	if len(ms) == 0 {
		return nil
	}
	asked := len(contentStems(s))
	return slices.DeleteFunc(ms, func(m entity.Match) bool {
		return 2*b.longestName(m.ID) < asked
	})
}

// longestName is the number of words of an entity's longest name.
func (b *Base) longestName(id entity.ID) int {
	e := &b.dir.Entities[id]
	n := len(strings.Fields(e.Name))
	for _, a := range e.Aliases {
		n = max(n, len(strings.Fields(a)))
	}
	return n
}

// best keeps the matches that may be taken for the one meant and are as good
// as the first.
func best(ms []entity.Match) []entity.Match {
	n := 0
	for n < len(ms) && ms[n].Score >= taken && ms[n].Score >= ms[0].Score-0.02 {
		n++
	}
	return ms[:n]
}

// choose offers the people that a name fits equally well, the most prominent
// one answered first.
func (b *Base) choose(ctx context.Context, q Question, ms []entity.Match) Answer {
	a := b.card(ctx, q, ms[0])
	for _, m := range ms {
		if b.notable(m.ID, ms[0].ID) {
			a.Choices = append(a.Choices, label(&b.dir.Entities[m.ID], b.roles(m.ID, q.Text)))
		}
	}
	if a.Choices = unique(a.Choices); len(a.Choices) < 2 {
		a.Choices = nil
		return a
	}
	a.Message = fmt.Sprintf("“%s” fits several: %s.", clip(q.Text, 60), strings.Join(a.Choices, "; "))
	return a
}

// notable reports whether an entity is in the news often enough beside another
// to be offered as a choice.
func (b *Base) notable(id, first entity.ID) bool {
	return id == first || 20*len(b.dir.Entities[id].Mentions) >= len(b.dir.Entities[first].Mentions)
}

// chosen is the entity that a label out of Choices names, if s is one.
func (b *Base) chosen(s string) []entity.Match {
	name, what, ok := strings.Cut(s, labelDash)
	if !ok || what == "" {
		return nil
	}
	for _, m := range b.dir.Find(name, 2*maxCandidates) {
		e := &b.dir.Entities[m.ID]
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
	all := b.dir.Entities[id].Roles
	first, ok := b.dir.Held(asked, id)
	if i := slices.IndexFunc(all, func(r entity.Role) bool { return r.Doc == first.Doc && r.Span == first.Span }); ok && i > 0 {
		return append([]entity.Role{first}, slices.Delete(slices.Clone(all), i, i+1)...)
	}
	return all
}
