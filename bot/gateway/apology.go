package gateway

import (
	"context"
	"fmt"
	"runtime/debug"

	"github.com/bwmarrin/discordgo"
)

// apologise tells the user why there is no answer, unless there is one already.
func (d *dispatcher) apologise(e *event, why Reason) {
	if !e.open() {
		return
	}
	log := d.log(e)
	ctx, cancel := context.WithTimeout(withLogger(d.ctx, log), d.cfg.Timing.Answer)
	defer cancel()
	defer func() {
		if r := recover(); r != nil {
			log.Error("the apology panicked", "panic", fmt.Sprint(r), "stack", string(debug.Stack()))
		}
	}()
	s := d.client.session(ctx, e)
	if a, ok := d.handler.(Apologiser); ok {
		a.Apologise(ctx, s, e.interaction, e.message, why)
		return
	}
	if err := sayWhy(s, e, why); err != nil {
		log.Warn("the apology was not taken", "err", err)
	}
}

var words = map[Reason]string{
	Busy:     "I have more questions than I can answer just now. Please ask again in a moment.",
	Panicked: "Sorry, something went wrong with this one. It has been noted.",
}

func sayWhy(s *discordgo.Session, e *event, why Reason) error {
	quiet := &discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{}}
	if e.message != nil {
		_, err := s.ChannelMessageSendComplex(e.message.ChannelID, &discordgo.MessageSend{
			Content: words[why], Reference: e.message.Reference(), AllowedMentions: quiet,
		})
		return err
	}
	if e.interaction.Type == discordgo.InteractionApplicationCommandAutocomplete {
		// discordgo leaves an empty list out, which Discord refuses.
		_, err := s.RequestWithBucketID("POST", discordgo.EndpointInteractionResponse(e.interaction.ID, e.interaction.Token),
			map[string]any{"type": 8, "data": map[string]any{"choices": []any{}}}, "autocomplete")
		return err
	}
	return s.InteractionRespond(e.interaction, &discordgo.InteractionResponse{
		Type: discordgo.InteractionResponseChannelMessageWithSource,
		Data: &discordgo.InteractionResponseData{
			Content: words[why], Flags: discordgo.MessageFlagsEphemeral, AllowedMentions: quiet,
		},
	})
}
