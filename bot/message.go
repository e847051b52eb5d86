package bot

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"dateline/bot/gateway"
	"dateline/bot/render"
)

// Message answers a direct message, or one that mentions the bot. Other
// messages, and those of bots, it does not answer.
func (b *Bot) Message(ctx context.Context, s *discordgo.Session, m *discordgo.Message) {
	if m == nil || !addressed(m, self(s)) {
		return
	}
	if m.GuildID != "" && !b.answersIn(ctx, s, m) {
		return
	}
	begin := time.Now()
	r := &request{command: "message", user: m.Author.ID, guild: m.GuildID, channel: m.ChannelID, today: b.today(), link: b.links(m.Author.ID)}
	j := job{request: r, run: func(ctx context.Context) (reply, error) { return b.say(ctx, r, m, self(s)) }}
	switch b.admit(r.user) {
	case drop:
		b.metrics.count(j.command, tooMany, 0)
		return
	case tell:
		j = flooded(j)
	}
	ctx, cancel := context.WithTimeout(ctx, b.answerWithin)
	defer cancel()
	out := b.think(ctx, s, m, j)
	thought := time.Since(begin)
	outcome := out.outcome
	if err := b.post(ctx, s, m, out.Message); err != nil {
		outcome = lost
		gateway.Logger(ctx).Warn("a reply to a message could not be sent", "err", err, "channel", m.ChannelID)
	}
	b.metrics.count(j.command, outcome, thought)
}

// self is the bot's own user id.
func self(s *discordgo.Session) string {
	if s.State == nil || s.State.User == nil {
		return ""
	}
	return s.State.User.ID
}

// addressed reports whether a message is meant for the bot: written by a
// person, in a direct message or with the bot mentioned by name.
func addressed(m *discordgo.Message, self string) bool {
	if m.Author == nil || m.Author.Bot || m.Author.System || m.WebhookID != "" || m.Author.ID == self {
		return false
	}
	if m.Type != discordgo.MessageTypeDefault && m.Type != discordgo.MessageTypeReply {
		return false
	}
	return m.GuildID == "" || slices.ContainsFunc(m.Mentions, func(u *discordgo.User) bool { return u != nil && u.ID == self })
}

// answersIn reports whether the server wants mentions answered in the channel.
// A thread belongs to the channel that it hangs on.
func (b *Bot) answersIn(ctx context.Context, s *discordgo.Session, m *discordgo.Message) bool {
	server := b.server(ctx, m.GuildID)
	if server.Answers(m.ChannelID) {
		return true
	}
	if len(server.Channels) == 0 {
		return false
	}
	parent, known := b.parents.Get(m.ChannelID)
	if !known {
		if c, err := s.Channel(m.ChannelID, discordgo.WithContext(ctx)); err == nil && c.IsThread() {
			parent = c.ParentID
		}
		b.parents.Put(m.ChannelID, parent)
	}
	return parent != "" && server.Answers(parent)
}

// think runs a job, and shows that the bot is typing where it takes long.
func (b *Bot) think(ctx context.Context, s *discordgo.Session, m *discordgo.Message, j job) reply {
	log := gateway.Logger(ctx).With("command", j.command)
	result := make(chan reply, 1)
	go func() { result <- b.run(ctx, log, j) }()
	slow := time.NewTimer(b.deferAfter)
	defer slow.Stop()
	select {
	case out := <-result:
		return out
	case <-slow.C:
		if err := s.ChannelTyping(m.ChannelID, discordgo.WithContext(ctx)); err != nil {
			log.Debug("cannot show that I am typing", "err", plainError(err))
		}
	}
	return b.await(ctx, result)
}

// reference is what Discord writes for a mention, a channel, a custom emoji.
var reference = regexp.MustCompile(`<(?:@[!&]?|#|a?:\w+:)\d+>`)

// messageText is what a person wrote, without references and invisible
// characters, together with the text of cards and forwarded messages.
func messageText(m *discordgo.Message) string {
	parts := append([]string{m.Content}, texts(m.Components)...)
	for _, e := range m.Embeds {
		if e != nil {
			parts = append(parts, e.Title, e.Description)
		}
	}
	for _, f := range m.MessageSnapshots {
		if f.Message != nil {
			parts = append(parts, f.Message.Content)
		}
	}
	text := reference.ReplaceAllString(strings.Join(parts, " "), " ")
	return render.Clean(cutRunes(text, maxTyped))
}

// texts lists what can be read in components.
func texts(list []discordgo.MessageComponent) []string {
	var out []string
	for _, c := range list {
		switch c := c.(type) {
		case *discordgo.Container:
			out = append(out, texts(c.Components)...)
		case *discordgo.Section:
			out = append(out, texts(c.Components)...)
		case *discordgo.TextDisplay:
			out = append(out, c.Content)
		}
	}
	return out
}
