package kb

import (
	"context"
	"slices"
	"strings"

	"dateline/kb/entity"
	"dateline/kb/library"
	"dateline/kb/names"
	"dateline/kb/text"
)

// holder reads for who holds a role that no name was found to have. What is read
// counts only where its sentence tells the whole role, of the one who is named beside
// it, and who is not known to hold it elsewhere: whoever speaks for a firm is not the
// head of it.
func (b *Base) holder(ctx context.Context, q Question, role string) Answer {
	q.Kind, q.Text = Who, role
	a := b.read(ctx, q)
	a.Kind = Who
	if a.Abstained || b.told(ctx, a, role) && b.mayHold(a.Text, role) {
		return a
	}
	return Answer{Kind: Who, Abstained: true, Message: "The articles do not say who is " + library.Clip(role, 60) + "."}
}

// reachOfRole is how many words may stand between a name and its role.
const reachOfRole = 4

// told reports whether the quote of an answer tells a role of the name it marks: the
// head of the role stands beside the name.
func (b *Base) told(ctx context.Context, a Answer, role string) bool {
	e := a.Evidence[0]
	if len(e.Marks) == 0 {
		return false
	}
	head := library.Stem(library.OfficeHead(role))
	words := library.Words(e.Quote, text.Span{End: len(e.Quote)})
	first := slices.IndexFunc(words, func(w library.Word) bool { return w.End > e.Marks[0][0] })
	last := first
	for last+1 < len(words) && words[last+1].Start < e.Marks[0][1] {
		last++
	}
	long := len(strings.Fields(role)) + 1 // "president of the Pilots Association"
	for i := max(0, first-reachOfRole-1); i <= min(last+reachOfRole+1, len(words)-1); i++ {
		if words[i].Stem != head || i > 0 && lesser[words[i-1].Fold] && !strings.Contains(text.Fold(role), words[i-1].Fold) {
			continue
		}
		around := text.Span{Start: words[max(0, i-long)].Start, End: words[min(i+long, len(words)-1)].End}
		if b.whole(ctx, role, around.Of(e.Quote), e) {
			return true
		}
	}
	return false
}

// whole reports whether evidence has all of a role: the body around the word for the
// role, or a part of its name where the article has it in full ("the winery's new
// president"); what is no name, anywhere in the quote ("park superintendent").
func (b *Base) whole(ctx context.Context, role, around string, e Evidence) bool {
	near, quote := library.ContentStems(around), library.ContentStems(e.Quote)
	if library.HasStems(near, library.ContentStems(role)) {
		return true
	}
	parts := b.lib.Scan(ctx, role, library.CommandWeight)
	return len(parts) > 0 && !slices.ContainsFunc(parts, func(p library.Part) bool {
		if len(p.IDs) == 0 {
			return !library.HasStems(quote, p.Stems)
		}
		partly := slices.ContainsFunc(p.Stems, func(stem string) bool { return library.HasStems(near, []string{stem}) })
		return !library.HasStems(near, p.Stems) && !(partly && p.Exact && b.namedIn(e.ArticleID, p.IDs[0]))
	})
}

// namedIn reports whether an article names an entity.
func (b *Base) namedIn(articleID string, id entity.ID) bool {
	return slices.ContainsFunc(b.lib.Entity(id).Mentions, func(m entity.Mention) bool { return b.lib.Article(m.Doc).ID == articleID })
}

// lesser are words that make another role of the one that they stand before.
var lesser = library.WordSet(`vice deputy former ex assistant associate onetime future would-be late`)

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
