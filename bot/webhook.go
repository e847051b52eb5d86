package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"

	"github.com/bwmarrin/discordgo"

	"dateline/bot/render"
)

// payload is the body of a message, by every route.
type payload struct {
	Flags           discordgo.MessageFlags           `json:"flags,omitempty"`
	Components      []discordgo.MessageComponent     `json:"components,omitempty"`
	AllowedMentions discordgo.MessageAllowedMentions `json:"allowed_mentions"`
	Reference       *discordgo.MessageReference      `json:"message_reference,omitempty"`
}

// newPayload makes a body that mentions nobody.
func newPayload(m render.Message, private bool) payload {
	p := payload{
		Flags:           discordgo.MessageFlagsIsComponentsV2,
		Components:      m.Components,
		AllowedMentions: discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{}},
	}
	if private {
		p.Flags |= discordgo.MessageFlagsEphemeral
	}
	return p
}

// callback is the first response to an interaction.
type callback struct {
	Type discordgo.InteractionResponseType `json:"type"`
	Data any                               `json:"data,omitempty"`
}

// respond sends the first response. It is tried once: a response that was taken
// though the connection broke would be answered twice.
func respond(ctx context.Context, s *discordgo.Session, i *discordgo.Interaction, c callback) error {
	if err := send(ctx, s, "POST", discordgo.EndpointInteractionResponse(i.ID, i.Token), c); err != nil {
		return fmt.Errorf("respond to an interaction: %w", err)
	}
	return nil
}

// editResponse fills a deferred response in. discordgo's own call cannot: its
// edits have no flags, and Components V2 need theirs.
func editResponse(ctx context.Context, s *discordgo.Session, i *discordgo.Interaction, p payload) error {
	p.Flags &^= discordgo.MessageFlagsEphemeral // settled when it was deferred
	if err := send(ctx, s, "PATCH", discordgo.EndpointWebhookMessage(i.AppID, i.Token, "@original"), p); err != nil {
		return fmt.Errorf("fill in a deferred response: %w", err)
	}
	return nil
}

// send makes one request. Errors hold no token, address or body.
func send(ctx context.Context, s *discordgo.Session, method, address string, body any) error {
	_, err := s.RequestWithBucketID(method, address, body, address,
		discordgo.WithContext(ctx), discordgo.WithRestRetries(0), discordgo.WithRetryOnRatelimit(false))
	return plainError(err)
}

// plainError turns an error of discordgo into one that holds no address, header
// or body.
func plainError(err error) error {
	var refused *discordgo.RESTError
	var withURL *url.Error
	switch {
	case errors.As(err, &refused) && refused.Response != nil:
		return newAPIError(refused.Response.StatusCode, refused.ResponseBody)
	case errors.As(err, &withURL):
		return withURL.Err
	}
	return err
}

// apiError is a refusal by Discord.
type apiError struct {
	Status  int
	Code    int    `json:"code"`
	Message string `json:"message"`
}

func (e *apiError) Error() string {
	return fmt.Sprintf("HTTP %d, code %d: %s", e.Status, e.Code, e.Message)
}

func newAPIError(status int, body []byte) error {
	e := &apiError{}
	if json.Unmarshal(body, e) != nil || e.Message == "" {
		e.Message = http.StatusText(status)
	}
	e.Status = status
	return e
}
