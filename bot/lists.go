package bot

import (
	"context"
	"errors"
	"time"

	"dateline/bot/render"
	"dateline/bot/talk"
	"dateline/kb"
)

func runTimeline(ctx context.Context, b *Bot, r *request) (reply, error) {
	subject := r.text("subject")
	if subject == "" {
		return refuse("Whose timeline? Give me a name."), nil
	}
	from, err := parseDay(r.text("from"), false)
	if err != nil {
		return refuse(badDay(r.text("from"))), nil
	}
	to, err := parseDay(r.text("to"), true)
	if err != nil {
		return refuse(badDay(r.text("to"))), nil
	}
	if !from.IsZero() && !to.IsZero() && to.Before(from) {
		return refuse("That ends before it begins: " + render.Day(from) + " is after " + render.Day(to) + "."), nil
	}
	return b.timeline(ctx, r, subject, from, to, 0), nil
}

func (b *Bot) timeline(ctx context.Context, r *request, subject string, from, to time.Time, page int) reply {
	events := b.kb.Timeline(ctx, subject, from, to)
	if near := b.near(ctx, subject, len(events)); near != nil {
		return reply{Message: render.NotFound("timeline", subject, near, r.link), outcome: abstained}
	}
	out := listing(render.TimelineList(subject, from, to, events, page, r.link), len(events))
	out.turn = subjectTurn(r, kb.When, subject)
	return out
}

// near are the names that may have been meant where a list found nothing about a
// name that the articles do not have.
func (b *Bot) near(ctx context.Context, name string, found int) []string {
	if found > 0 {
		return nil
	}
	a := b.kb.Ask(ctx, kb.Question{Kind: kb.Who, Text: name})
	if !a.Abstained {
		return nil
	}
	if len(a.Choices) > 0 {
		return a.Choices
	}
	return a.Suggestions
}

func subjectTurn(r *request, kind kb.Kind, subject string) *talk.Turn {
	return &talk.Turn{Question: kb.Question{Kind: kind, Text: subject, Asked: r.today}, Kind: kind, Subject: subject}
}

func runQuotes(ctx context.Context, b *Bot, r *request) (reply, error) {
	person := r.text("person")
	if person == "" {
		return refuse("Whose words? Give me a name."), nil
	}
	return b.quotes(ctx, r, person, r.text("about"), 0), nil
}

func (b *Bot) quotes(ctx context.Context, r *request, person, about string, page int) reply {
	said := b.kb.Quotes(ctx, person, about)
	if near := b.near(ctx, person, len(said)); near != nil {
		return reply{Message: render.NotFound("quotes", person, near, r.link), outcome: abstained}
	}
	out := listing(render.QuotesList(person, about, said, page, r.link), len(said))
	out.turn = subjectTurn(r, kb.Who, person)
	return out
}

func runLatest(ctx context.Context, b *Bot, r *request) (reply, error) {
	return b.latest(ctx, r, r.text("about"), 0), nil
}

func (b *Bot) latest(ctx context.Context, r *request, about string, page int) reply {
	list := b.kb.Latest(ctx, about, render.LatestMax)
	return listing(render.LatestList(about, list, page, r.link), len(list))
}

func runArticle(ctx context.Context, b *Bot, r *request) (reply, error) {
	title := r.text("title")
	if title == "" {
		return refuse("Which article? Give me its title or a part of it."), nil
	}
	return b.article(ctx, r, title), nil
}

func (b *Bot) article(ctx context.Context, r *request, title string) reply {
	s, found, near := b.kb.Summarize(ctx, title)
	if !found {
		return reply{Message: render.NoArticle(title, near, r.link), outcome: abstained}
	}
	return answer(render.Summary(s, r.link))
}

func runSources(_ context.Context, b *Bot, _ *request) (reply, error) {
	return answer(render.Sources(b.kb.Stats())), nil
}

func runHelp(_ context.Context, b *Bot, _ *request) (reply, error) { return b.help(), nil }

const helpExamples = 5

func (b *Bot) help() reply {
	ids := map[string]string{}
	if known := b.commandIDs.Load(); known != nil {
		ids = *known
	}
	var list []render.Command
	for _, c := range b.commands {
		if c.onMessage {
			continue
		}
		list = append(list, render.Command{Name: c.name, ID: ids[c.name], Summary: c.summary})
	}
	return answer(render.Help(list, b.kb.Examples(helpExamples)))
}

// maxExplained is how many names of a message are explained.
const maxExplained = 10

func runExplain(ctx context.Context, b *Bot, r *request) (reply, error) {
	if r.target == nil {
		return refuse("I cannot see that message."), nil
	}
	text := messageText(r.target)
	if text == "" {
		return refuse("There is no text in that message that I could read."), nil
	}
	list := b.kb.Explain(ctx, text, maxExplained)
	return listing(render.Explained("Who and what is this?", list), len(list)), nil
}

var errDay = errors.New("not a date")

// parseDay reads a day, a month or a year; of a month or a year it takes the
// first day, or the last. Nothing is no bound.
func parseDay(s string, last bool) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	for _, layout := range []string{"2006-01-02", "2006-1-2", "2 January 2006", "January 2, 2006", "2 Jan 2006", "Jan 2, 2006", "2.1.2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	for _, layout := range []string{"2006-01", "2006-1", "January 2006", "Jan 2006", "1/2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return edge(t, t.AddDate(0, 1, -1), last), nil
		}
	}
	if t, err := time.Parse("2006", s); err == nil {
		return edge(t, t.AddDate(1, 0, -1), last), nil
	}
	return time.Time{}, errDay
}

func edge(first, end time.Time, last bool) time.Time {
	if last {
		return end
	}
	return first
}

func badDay(s string) string {
	return "I do not understand the date “" + render.Text(s, 60) + "”. Write a day, a month or a year: 2022-01-18, 2022-01 or 2022."
}
