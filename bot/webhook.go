package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"github.com/bwmarrin/discordgo"

	"dateline/bot/render"
)

// payload is the body of a message, by every route.
type payload struct {
	Flags           discordgo.MessageFlags           `json:"flags,omitempty"`
	Components      []discordgo.MessageComponent     `json:"components,omitempty"`
	AllowedMentions discordgo.MessageAllowedMentions `json:"allowed_mentions"`
	Reference       *discordgo.MessageReference      `json:"message_reference,omitempty"`
	// With a Nonce that is enforced Discord takes a message once, however often
	// it is sent.
	Nonce        string `json:"nonce,omitempty"`
	EnforceNonce bool   `json:"enforce_nonce,omitempty"`
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

// respond sends the first response. Where Discord stumbles it is sent again: one
// that was taken all the same is refused the second time as answered already.
func respond(ctx context.Context, s *discordgo.Session, i *discordgo.Interaction, c callback) error {
	tries := 0
	err := again(ctx, func() error {
		tries++
		err := send(ctx, s, "POST", discordgo.EndpointInteractionResponse(i.ID, i.Token), c)
		if tries > 1 && refusedWith(err, codeAnswered) {
			return nil
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("respond to an interaction: %w", err)
	}
	return nil
}

// codeAnswered is Discord's code for an interaction that has its response.
const codeAnswered = 40060

// pauses are those before a request is sent again. With them three tries are over
// within the three seconds that Discord waits for a first response.
var pauses = []time.Duration{150 * time.Millisecond, 500 * time.Millisecond}

// again does what may be done twice until it succeeds, fails for good, or has been
// tried often enough.
func again(ctx context.Context, do func() error) error {
	err := do()
	for _, pause := range pauses {
		if err == nil || !stumbled(err) {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(pause):
		}
		err = do()
	}
	return err
}

// stumbled reports whether a request may succeed when it is sent again: there was
// no answer, or one that Discord or what stands before it is not well.
func stumbled(err error) bool {
	var refused *apiError
	if errors.As(err, &refused) {
		return refused.Status >= 500
	}
	return !errors.Is(err, context.Canceled) && !errors.Is(err, context.DeadlineExceeded)
}

// editResponse fills a deferred response in. discordgo's own call cannot: its
// edits have no flags, and Components V2 need theirs.
func editResponse(ctx context.Context, s *discordgo.Session, i *discordgo.Interaction, p payload) error {
	p.Flags &^= discordgo.MessageFlagsEphemeral // settled when it was deferred
	err := again(ctx, func() error {
		return send(ctx, s, "PATCH", discordgo.EndpointWebhookMessage(i.AppID, i.Token, "@original"), p)
	})
	if err != nil {
		return fmt.Errorf("fill in a deferred response: %w", err)
	}
	return nil
}

// fillIn gives the answer that a deferred response promised. One that turns out to
// be for the asker alone, as a silence is, takes the place of the public promise
// as a message that only the asker sees.
func fillIn(ctx context.Context, s *discordgo.Session, i *discordgo.Interaction, j job, out reply) error {
	if !out.Private || j.private || j.update {
		return editResponse(ctx, s, i, newPayload(out.Message, false))
	}
	err := again(ctx, func() error {
		return send(ctx, s, "DELETE", discordgo.EndpointWebhookMessage(i.AppID, i.Token, "@original"), nil)
	})
	if err != nil {
		return fmt.Errorf("take a deferred response away: %w", err)
	}
	if err := send(ctx, s, "POST", discordgo.EndpointWebhookToken(i.AppID, i.Token), newPayload(out.Message, true)); err != nil {
		return fmt.Errorf("answer in private: %w", err)
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
