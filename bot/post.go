package bot

import (
	"context"
	"errors"
	"fmt"

	"github.com/bwmarrin/discordgo"

	"dateline/bot/gateway"
	"dateline/bot/render"
)

// post answers a message in its channel. Where the bot may not write there, it
// tells the person in a direct message.
func (b *Bot) post(ctx context.Context, s *discordgo.Session, m *discordgo.Message, out render.Message) error {
	p := newPayload(out, false)
	p.Nonce, p.EnforceNonce = m.ID, true
	if m.GuildID != "" {
		exists := false
		p.Reference = &discordgo.MessageReference{MessageID: m.ID, ChannelID: m.ChannelID, FailIfNotExists: &exists}
	}
	err := postTo(ctx, s, m.ChannelID, p)
	if refusedWith(err, discordgo.ErrCodeCannotReplyWithoutPermissionToReadMessageHistory) {
		p.Reference = nil
		err = postTo(ctx, s, m.ChannelID, p)
	}
	if m.GuildID == "" || !refusedWith(err, discordgo.ErrCodeMissingPermissions, discordgo.ErrCodeMissingAccess) {
		return err
	}
	gateway.Logger(ctx).Info("may not write in a channel; telling the person in a direct message", "channel", m.ChannelID)
	return b.whisper(ctx, s, m, out)
}

// whisper sends an answer in a direct message, with the reason. It is sent only
// to the person who asked.
func (b *Bot) whisper(ctx context.Context, s *discordgo.Session, m *discordgo.Message, out render.Message) error {
	dm, err := s.UserChannelCreate(m.Author.ID, discordgo.WithContext(ctx))
	if err != nil {
		return fmt.Errorf("open a direct message: %w", plainError(err))
	}
	why := discordgo.TextDisplay{Content: "You asked me in <#" + m.ChannelID + ">, where I may not write. My answer:"}
	out.Components = append([]discordgo.MessageComponent{why}, out.Components...)
	p := newPayload(out, false)
	p.Nonce, p.EnforceNonce = m.ID, true
	return postTo(ctx, s, dm.ID, p)
}

// postTo sends a message that has a nonce.
func postTo(ctx context.Context, s *discordgo.Session, channel string, p payload) error {
	err := again(ctx, func() error { return send(ctx, s, "POST", discordgo.EndpointChannelMessages(channel), p) })
	if err != nil {
		return fmt.Errorf("send a message: %w", err)
	}
	return nil
}

// refusedWith reports whether Discord refused with one of the codes.
func refusedWith(err error, codes ...int) bool {
	var refused *apiError
	if !errors.As(err, &refused) {
		return false
	}
	for _, c := range codes {
		if refused.Code == c {
			return true
		}
	}
	return false
}
