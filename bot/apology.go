package bot

import (
	"context"

	"github.com/bwmarrin/discordgo"

	"dateline/bot/gateway"
	"dateline/bot/render"
)

// Apologise tells the user why there is no answer. The gateway calls it where it
// had to leave an event out, or where this package failed.
func (b *Bot) Apologise(ctx context.Context, s *discordgo.Session, i *discordgo.Interaction, m *discordgo.Message, why gateway.Reason) {
	out := sorry().Message
	if why == gateway.Busy {
		out = render.Notice("Many people are asking me at once. Please try again in a moment.")
	}
	var err error
	switch {
	case m != nil:
		err = b.post(ctx, s, m, out)
	case i.Type == discordgo.InteractionApplicationCommandAutocomplete:
		err = respond(ctx, s, i, completions(nil))
	default:
		err = respond(ctx, s, i, callback{Type: discordgo.InteractionResponseChannelMessageWithSource, Data: newPayload(out, true)})
	}
	if err != nil {
		gateway.Logger(ctx).Warn("an apology could not be sent", "err", err)
	}
}
