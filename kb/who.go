package kb

import (
	"context"
	"fmt"
	"strings"

	"dateline/kb/entity"
	"dateline/kb/library"
	"dateline/kb/timex"
)

// who answers who somebody is: a name, a role, or a few words about what
// somebody did.
func (b *Base) who(ctx context.Context, q Question) Answer {
	if role, ok := b.headOf(q.Text, q.Asked); ok {
		q.Text = role
	}
	q.Text = stripNow(stripCopula(q.Text))
	ids := b.lib.Chosen(q.Text)
	if len(ids) == 0 {
		q = b.asOf(q)
		ids = b.lib.Meant(q.Text, q.Asked)
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
		if rest, ok := strings.CutSuffix(s, now); ok && rest != "" {
			return strings.TrimRight(rest, " ,") // but not of a name, as "USA TODAY"
		}
	}
	for _, now := range []string{"current ", "present ", "now "} {
		if rest, ok := strings.CutPrefix(s, now); ok && rest != "" {
			return rest
		}
	}
	return s
}

// stripCopula takes away what somebody writes after the command as if it were
// part of a sentence: "/who is the mayor".
func stripCopula(s string) string {
	for _, lead := range []string{"is ", "was ", "are ", "were ", "'s "} {
		if rest, ok := strings.CutPrefix(strings.ToLower(s), lead); ok {
			if office := library.StripArticle(s[len(s)-len(rest):]); !strings.Contains(office, "ed ") && !strings.Contains(office, "ing ") {
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
		rest := library.Squeeze(before + " " + q.Text[t.End:])
		on := t.First.Add(t.Last.Sub(t.First) / 2)
		if len(library.Best(b.lib.Directory().FindRole(rest, on, 1))) > 0 {
			q.Text, q.Asked = rest, on
			return q
		}
	}
	return q
}

// choose offers the people that a name fits equally well, the most prominent
// one answered first.
func (b *Base) choose(ctx context.Context, q Question, ms []entity.Match) Answer {
	a := b.card(ctx, q, ms[0])
	for _, m := range ms {
		if b.notable(m.ID, ms[0].ID) {
			a.Choices = append(a.Choices, library.Label(b.lib.Entity(m.ID), b.lib.Roles(m.ID, q.Text)))
		}
	}
	if a.Choices = library.Unique(a.Choices); len(a.Choices) < 2 {
		a.Choices = nil
		return a
	}
	a.Message = fmt.Sprintf("“%s” fits several: %s.", library.Clip(q.Text, 60), strings.Join(a.Choices, "; "))
	return a
}

// notable reports whether an entity is in the news often enough beside another
// to be offered as a choice.
func (b *Base) notable(id, first entity.ID) bool {
	return id == first || 20*len(b.lib.Entity(id).Mentions) >= len(b.lib.Entity(first).Mentions)
}
