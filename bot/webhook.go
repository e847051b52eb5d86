package bot

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/bwmarrin/discordgo"

	"dateline/bot/render"
)

// Interactions are answered over the session's HTTP client, past discordgo's own
// calls, for four reasons: those keep a rate-limit bucket with every
// interaction's token for good, wait for limits without regard to the context,
// cannot set the Components V2 flag when a deferred answer is filled in, and
// leave an empty list of choices out. These routes need no authorization and are
// not under the global rate limit.

const (
	firstTimeout = 4 * time.Second  // Discord gives up on a first response after three
	editTimeout  = 20 * time.Second // for one try
	editTries    = 4
	maxErrorBody = 2048
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

// respond sends the first response. It is never tried again: a response that was
// taken though the connection broke would be answered twice.
func respond(ctx context.Context, s *discordgo.Session, i *discordgo.Interaction, c callback) error {
	ctx, cancel := context.WithTimeout(ctx, firstTimeout)
	defer cancel()
	if _, err := send(ctx, s, http.MethodPost, discordgo.EndpointInteractionResponse(i.ID, i.Token), c); err != nil {
		return fmt.Errorf("respond to an interaction: %w", err)
	}
	return nil
}

// editResponse fills a deferred response in. It may be tried again, since the
// same edit twice is one edit.
func editResponse(ctx context.Context, s *discordgo.Session, i *discordgo.Interaction, p payload) error {
	p.Flags &^= discordgo.MessageFlagsEphemeral // settled when it was deferred
	var err error
	for try := range editTries {
		var wait time.Duration
		wait, err = send(ctx, s, http.MethodPatch, discordgo.EndpointWebhookMessage(i.AppID, i.Token, "@original"), p)
		if err == nil {
			return nil
		}
		if !passing(err) {
			break
		}
		if sleep(ctx, max(wait, time.Second<<try)) != nil {
			break
		}
	}
	return fmt.Errorf("fill in a deferred response: %w", err)
}

// send makes one request and returns how long Discord asks to wait. Errors hold
// no token: the address is left out.
func send(ctx context.Context, s *discordgo.Session, method, address string, body any) (wait time.Duration, err error) {
	encoded, err := json.Marshal(body)
	if err != nil {
		return 0, fmt.Errorf("encode the message: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, editTimeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, method, address, bytes.NewReader(encoded))
	if err != nil {
		return 0, errors.New("the interaction has an id or token that makes no address")
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("User-Agent", s.UserAgent)
	resp, err := s.Client.Do(req)
	if err != nil {
		return 0, withoutAddress(err)
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(io.LimitReader(resp.Body, maxErrorBody))
	if resp.StatusCode < 300 {
		_, _ = io.Copy(io.Discard, resp.Body) // so that the connection is used again
		return 0, nil
	}
	if err != nil {
		return 0, withoutAddress(err)
	}
	return retryAfter(resp.Header), newAPIError(resp.StatusCode, answer)
}

func withoutAddress(err error) error {
	var withURL *url.Error
	if errors.As(err, &withURL) {
		return withURL.Err
	}
	return err
}

func retryAfter(h http.Header) time.Duration {
	seconds, err := strconv.ParseFloat(h.Get("Retry-After"), 64)
	if err != nil || seconds < 0 {
		return 0
	}
	return time.Duration(seconds * float64(time.Second))
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

// passing reports whether the same request may succeed later.
func passing(err error) bool {
	var refused *apiError
	if errors.As(err, &refused) {
		return refused.Status == http.StatusTooManyRequests || refused.Status >= 500
	}
	return !errors.Is(err, context.Canceled)
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
