package gateway

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
)

// What became of an event, for metrics and logs.
const (
	answered = "answered" // it has its response
	silent   = "silent"   // the handler chose to say nothing
	refused  = "refused"  // Discord did not take the response
	expired  = "expired"  // too late: Discord knows the interaction no more
	lost     = "lost"     // the response may or may not have arrived
	dropped  = "dropped"  // there was not even room to say that we are busy
)

// event is one thing to answer, and what is known about its answer.
type event struct {
	interaction *discordgo.Interaction // one of the two
	message     *discordgo.Message
	arrived     time.Time

	mu      sync.Mutex
	outcome string        // of the first response so far
	took    time.Duration // from arrival until the response was acknowledged
}

// id names the event in logs.
func (e *event) id() string {
	if e.interaction != nil {
		return e.interaction.ID
	}
	return e.message.ID
}

// kind names the event in metrics: the command's name or the sort of event.
func (e *event) kind() string {
	if e.interaction == nil {
		return "message"
	}
	switch e.interaction.Type {
	case discordgo.InteractionApplicationCommand:
		if d, ok := e.interaction.Data.(discordgo.ApplicationCommandInteractionData); ok && d.Name != "" {
			return strings.ToValidUTF8(d.Name, "")
		}
		return "command"
	case discordgo.InteractionApplicationCommandAutocomplete:
		return "autocomplete"
	case discordgo.InteractionMessageComponent:
		return "component"
	case discordgo.InteractionModalSubmit:
		return "form"
	}
	return "other"
}

// result is the outcome so far, and how long the response took.
func (e *event) result() (string, time.Duration) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.outcome == "" {
		return silent, 0
	}
	return e.outcome, e.took
}

// open tells whether a first response can still be given, or given again where
// nobody knows what became of it and Discord tells the second from the first.
func (e *event) open() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.outcome == "" || e.outcome == refused || e.outcome == lost && e.interaction != nil
}

// begin is told of a request on behalf of the event before it is sent. It
// refuses a second first response where the first was taken. One that may have
// been is sent again: Discord takes an interaction's response once, and a message
// with the same nonce too. The function it returns is to be told how it went.
func (e *event) begin(r *http.Request) (func(*http.Response, error), error) {
	path := routeOf(r)
	switch {
	case e.interaction != nil && path.callback:
		if !e.open() {
			return nil, errAnswered
		}
	case e.message != nil && path.name == "POST /channels/{id}/messages":
	default:
		return func(*http.Response, error) {}, nil
	}
	return func(resp *http.Response, err error) {
		e.mu.Lock()
		defer e.mu.Unlock()
		if e.outcome == answered { // a message's second part
			return
		}
		e.took = time.Since(e.arrived)
		e.outcome = outcomeOf(resp, err)
	}, nil
}

func outcomeOf(resp *http.Response, err error) string {
	switch {
	case err != nil && neverSent(err):
		return refused
	case err != nil || resp.StatusCode >= 500:
		return lost
	case resp.StatusCode < 300:
		return answered
	}
	const unknownInteraction, alreadyAnswered = 10062, 40060
	switch errorCode(resp) {
	case unknownInteraction:
		return expired
	case alreadyAnswered:
		return answered
	}
	return refused
}

// errorCode is Discord's code in an error response, or 0. The body is left to
// be read again.
func errorCode(resp *http.Response) int {
	b, _ := io.ReadAll(resp.Body) // in memory
	resp.Body = io.NopCloser(bytes.NewReader(b))
	var e struct{ Code int }
	_ = json.Unmarshal(b, &e)
	return e.Code
}
