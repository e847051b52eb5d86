package bot

import (
	"context"
	"strings"

	"github.com/bwmarrin/discordgo"

	"dateline/bot/render"
	"dateline/bot/talk"
	"dateline/kb"
)

// say answers what was said in a conversation.
func (b *Bot) say(ctx context.Context, r *request, m *discordgo.Message, self string) (reply, error) {
	text := render.Clean(reference.ReplaceAllString(cutRunes(m.Content, maxTyped), " "))
	if c, ok := b.typedCommand(r, text); ok {
		if c.manage { // a message does not tell what its author may do
			return smallTalk("Please choose `/" + c.name + "` from the commands that Discord shows when you type `/`."), nil
		}
		return c.run(ctx, b, r)
	}
	last := b.lastTurn(ctx, r, m, self)
	names := func(s string) []kb.Explanation { return b.kb.Explain(ctx, s, maxExplained) }
	read := talk.Read(text, last, r.today, names)
	switch read.Intent {
	case talk.Question:
		return b.sayAnswer(ctx, r, read, last), nil
	case talk.Command:
		return b.call(ctx, r, read.Call, read.Question)
	case talk.Foreign:
		return b.foreign(read.Language), nil
	case talk.Delete:
		b.memory.Forget(r.user)
	case talk.Nothing:
		return smallTalk(b.wordless(m)), nil
	case talk.Help:
		return b.help(), nil
	case talk.More:
		a := b.answerTo(ctx, last.Question)
		return listing(render.EvidenceList(last.Question, a, 0, r.link), len(a.Evidence)), nil
	case talk.WhoElse:
		return b.whoElse(ctx, last.Question), nil
	}
	return smallTalk(b.chat(read.Intent)), nil
}

// sayAnswer answers the question that a message was understood to ask.
func (b *Bot) sayAnswer(ctx context.Context, r *request, read talk.Reading, last *talk.Turn) reply {
	out := b.ask(ctx, r, read.Question)
	if out.outcome == abstained && read.Second.Text != "" {
		if second := b.ask(ctx, r, read.Second); second.outcome == answered {
			out = second
		}
	}
	if read.Follows && out.turn.Subject == "" {
		out.turn.Subject, out.turn.Place = last.Subject, last.Place
	}
	if read.Follows && out.turn.Articles == ([kb.MaxWithin]string{}) {
		out.turn.Articles = last.Articles
	}
	if read.Follows && out.turn.Person == "" {
		out.turn.Person = last.Person
	}
	return out
}

// typedCommand recognises a slash command that was written into a message, with
// all that follows as its first option: "/timeline Blinken".
func (b *Bot) typedCommand(r *request, text string) (command, bool) {
	name, rest, _ := strings.Cut(text, " ")
	if !strings.HasPrefix(name, "/") {
		return command{}, false
	}
	c, ok := find(b.commands, strings.ToLower(name[1:]))
	if ok && len(c.options) > 0 {
		r.options = map[string]string{c.options[0].name: rest}
	}
	return c, ok
}

// example is a question to try, as a sentence.
func (b *Bot) example() string {
	for _, e := range b.kb.Examples(1) {
		return "For example: `" + quotable(e) + "`"
	}
	return ""
}

// lastTurn is what a message continues from: the answer that it replies to, or
// else what the same person asked last in the channel.
func (b *Bot) lastTurn(ctx context.Context, r *request, m *discordgo.Message, self string) *talk.Turn {
	if q, ok := b.questionOf(m.ReferencedMessage, self); ok {
		return b.newTurn(ctx, q, b.answerTo(ctx, q))
	}
	return b.memory.Last(r.user, r.channel)
}

// questionOf reads the question that one of the bot's own messages answers out
// of its buttons. So a reply to an answer works at any later time.
func (b *Bot) questionOf(m *discordgo.Message, self string) (kb.Question, bool) {
	if m == nil || m.Author == nil || m.Author.ID != self {
		return kb.Question{}, false
	}
	for _, id := range customIDs(m.Components) {
		pressed, err := b.buttons.Decode(id)
		if err != nil {
			continue
		}
		switch action, _ := render.Turned(pressed.Action); action {
		case render.Evidence, render.WhoElse, render.Wrong, render.Choose:
			if q, ok := render.QuestionFrom(pressed.Args); ok {
				return q, true
			}
		case render.Timeline, render.Quotes:
			return kb.Question{Kind: kb.Who, Text: pressed.Args[0], Asked: b.today()}, true
		}
	}
	return kb.Question{}, false
}

// customIDs lists the custom_ids within components.
func customIDs(list []discordgo.MessageComponent) []string {
	var out []string
	for _, c := range list {
		switch c := c.(type) {
		case *discordgo.Container:
			out = append(out, customIDs(c.Components)...)
		case *discordgo.ActionsRow:
			out = append(out, customIDs(c.Components)...)
		case *discordgo.Button:
			out = append(out, c.CustomID)
		case *discordgo.SelectMenu:
			out = append(out, c.CustomID)
		}
	}
	return out
}
