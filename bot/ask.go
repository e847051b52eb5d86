package bot

import (
	"context"
	"slices"
	"strings"

	"dateline/bot/render"
	"dateline/bot/talk"
	"dateline/kb"
)

// askCommand answers a command that is a question kind.
func (b *Bot) askCommand(ctx context.Context, r *request, k kb.KindInfo) reply {
	text := r.text(k.Option)
	if text == "" {
		return refuse(b.empty(k))
	}
	return b.ask(ctx, r, kb.Question{Kind: k.Kind, Text: text, Asked: r.today})
}

// empty is what is said to an option with nothing in it.
func (b *Bot) empty(k kb.KindInfo) string {
	line := "What about? Give me " + render.Text(k.Hint, 200) + "."
	for _, e := range b.kb.Examples(8) {
		if strings.HasPrefix(e, "/"+string(k.Kind)+" ") {
			return "What about? Try `" + strings.ReplaceAll(render.Clean(e), "`", "'") + "`."
		}
	}
	return line
}

// ask answers a question.
func (b *Bot) ask(ctx context.Context, r *request, q kb.Question) reply {
	a := b.answerTo(ctx, q)
	out := reply{Message: render.Answer(q, a, r.link), outcome: answered, turn: b.newTurn(ctx, q, a)}
	if a.Abstained {
		out.outcome = abstained
	}
	return out
}

// answerTo asks the knowledge base. Where a plain question is about somebody
// whom the answer's quote names too, that is the subject.
func (b *Bot) answerTo(ctx context.Context, q kb.Question) kb.Answer {
	a := b.kb.Ask(ctx, q)
	if a.Subject != "" || a.Abstained || len(a.Evidence) == 0 {
		return a
	}
	for _, x := range b.kb.Explain(ctx, a.Evidence[0].Quote, maxExplained) {
		if x.Type == "person" && talk.Mentions(q.Text, x.Name) {
			a.Subject = x.Name
			break
		}
	}
	return a
}

// newTurn is what a follow-up can continue from.
func (b *Bot) newTurn(ctx context.Context, q kb.Question, a kb.Answer) *talk.Turn {
	t := &talk.Turn{Question: q, Kind: a.Kind, Subject: a.Subject, Articles: articlesOf(a)}
	if t.Articles == ([kb.MaxWithin]string{}) {
		t.Articles = q.Within
	}
	named := a.Text
	if a.Abstained {
		named = q.Text
	} else if a.Kind == kb.Where {
		t.Place = a.Text
	}
	for _, x := range b.kb.Explain(ctx, named, maxExplained) {
		if x.Type == "person" {
			t.Person = x.Name
			break
		}
	}
	return t
}

// articlesOf are the articles that an answer was found in, or comes near to.
func articlesOf(a kb.Answer) (ids [kb.MaxWithin]string) {
	n := 0
	for _, e := range a.Evidence {
		if n < len(ids) && !slices.Contains(ids[:n], e.ArticleID) {
			ids[n] = e.ArticleID
			n++
		}
	}
	return ids
}
