package bot

import (
	"context"
	"strings"

	"github.com/bwmarrin/discordgo"

	"dateline/bot/render"
	"dateline/bot/talk"
	"dateline/kb"
)

func smallTalk(line string) reply {
	return reply{Message: render.Notice(strings.TrimSpace(line)), outcome: answered}
}

// chat is the answer to what is said to the bot rather than asked about the news,
// or empty. It ends with an example where one helps.
func (b *Bot) chat(i talk.Intent) string {
	switch i {
	case talk.Greeting:
		return "Hello! Ask me about the news: a name is enough. " + b.example()
	case talk.HowAreYou:
		return "All well, thank you. What would you like to know from the news? " + b.example()
	case talk.Thanks:
		return "You are welcome."
	case talk.Praise:
		return "Thank you! Ask me whenever you like."
	case talk.Complaint:
		return "Sorry about that. If an answer was wrong, press “Wrong answer” below it. A name and a short question work best. " + b.example()
	case talk.Nod:
		return "Ask me whenever you like."
	case talk.AreYouBot:
		return "Yes, I am a program. I look answers up in news articles, and show the sentence that says so."
	case talk.Maker:
		return "I am Dateline, a program. Whoever runs me chose the articles that I answer from: see `/sources`."
	case talk.Test:
		return "I am here. Ask me about the news. " + b.example()
	case talk.Privacy:
		return b.keeps()
	case talk.Delete:
		return "Done: I have forgotten your last question. I keep nothing with your name on it." + b.nameless()
	case talk.Stop:
		return "I write only when somebody writes to me, so I am quiet from here on. In a server, its managers can choose with `/settings` where I answer."
	case talk.OffTopic:
		return "That is nothing I can help with: I only find what news articles say. " + b.example()
	case talk.Link:
		return "I cannot read links. I know the articles that my operator has loaded: ask me about the subject, or for a title with `/article`."
	case talk.Unclear:
		return "I am not sure what that refers to. Give me a name with it. " + b.example()
	}
	return ""
}

// keeps tells what is kept of questions, and for how long.
func (b *Bot) keeps() string {
	return "I do not write down what you ask. I only remember your last question for ten minutes, so that you can go on with “and where?”." + b.nameless()
}

// nameless tells what is written down where an answer is marked as wrong.
func (b *Bot) nameless() string {
	if b.deps.Feedback == nil {
		return ""
	}
	return " Where an answer is marked wrong, it and the question are written down without a name."
}

// wordless is the answer to a message without words.
func (b *Bot) wordless(m *discordgo.Message) string {
	line := "Yes? Ask me about the news: a name is enough. "
	switch {
	case len(m.StickerItems) > 0:
		line = "Nice sticker! Ask me about the news in words. "
	case len(m.Attachments) > 0:
		line = "I cannot look into pictures or files. Ask me about the news in words. "
	case talk.HasSymbol(m.Content):
		line = "Nice to see you! Ask me about the news in words. "
	}
	return line + b.example()
}

// call runs the command that a message asks for in its own words. Where it finds
// nothing, the message is asked as the question that it may be.
func (b *Bot) call(ctx context.Context, r *request, c talk.Call, q kb.Question) (reply, error) {
	cmd, ok := find(b.commands, c.Name)
	if !ok {
		return b.ask(ctx, r, q), nil
	}
	r.options = map[string]string{}
	for i, text := range []string{c.Option, c.About} {
		if text != "" && i < len(cmd.options) {
			r.options[cmd.options[i].name] = text
		}
	}
	out, err := cmd.run(ctx, b, r)
	if err != nil || out.outcome != abstained || c.Option == "" {
		return out, err
	}
	if asked := b.ask(ctx, r, q); asked.outcome == answered {
		return asked, nil
	}
	return out, nil
}
