package bot

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"time"

	"github.com/bwmarrin/discordgo"

	"dateline/bot/gateway"
	"dateline/bot/render"
)

const (
	// deferAfter is how long an answer may take before "is thinking …" is shown.
	// Discord drops an interaction that is not answered within three seconds.
	deferAfter = 1500 * time.Millisecond
	// answerWithin is how long a deferred answer may take; Discord takes none
	// after fifteen minutes.
	answerWithin = 14 * time.Minute
)

// job is what a request takes to be answered.
type job struct {
	*request
	update  bool // the answer takes the place of the message with the button
	private bool // whatever the reply: only the asker sees it
	run     func(ctx context.Context) (reply, error)
}

// Interaction answers a command, a completion, or a press of a button. It
// returns once the answer was sent.
func (b *Bot) Interaction(ctx context.Context, s *discordgo.Session, i *discordgo.Interaction) {
	if i == nil || requester(i) == "" {
		return
	}
	switch data := i.Data.(type) {
	case discordgo.ApplicationCommandInteractionData:
		if i.Type == discordgo.InteractionApplicationCommandAutocomplete {
			b.complete(ctx, s, i, data)
			return
		}
		b.command(ctx, s, i, data)
	case discordgo.MessageComponentInteractionData:
		b.component(ctx, s, i, data)
	default:
		gateway.Logger(ctx).Warn("an interaction of a type that was not asked for", "type", int(i.Type))
	}
}

// command answers a slash command or a command of a message's menu.
func (b *Bot) command(ctx context.Context, s *discordgo.Session, i *discordgo.Interaction, data discordgo.ApplicationCommandInteractionData) {
	r := b.newRequest(i)
	r.readOptions(data)
	c, known := find(b.commands, data.Name)
	r.command = cmp.Or(c.name, "unknown")
	b.serve(ctx, s, i, job{request: r, private: b.private(ctx, r), run: func(ctx context.Context) (reply, error) {
		if !known {
			return refuse("I do not know this command any more. Please reload Discord to see what I can do."), nil
		}
		return c.run(ctx, b, r)
	}})
}

// serve runs a job and sends its reply: at once, or deferred where it takes
// longer than Discord waits.
func (b *Bot) serve(ctx context.Context, s *discordgo.Session, i *discordgo.Interaction, j job) {
	begin := time.Now()
	log := gateway.Logger(ctx).With("command", j.command)
	switch b.admit(j.user) {
	case drop:
		b.metrics.count(j.command, tooMany, 0)
		log.Debug("put off: too many requests from one person, who was told")
		if err := respond(ctx, s, i, putOff(i)); err != nil {
			log.Warn("a reply could not be sent", "err", err)
		}
		return
	case tell:
		j = flooded(j)
	}
	ctx, cancel := context.WithTimeout(ctx, b.answerWithin)
	defer cancel()

	result := make(chan reply, 1)
	go func() {
		out := b.run(ctx, log, j)
		out.thought = time.Since(begin)
		result <- out
	}()
	slow := time.NewTimer(b.deferAfter)
	defer slow.Stop()
	var out reply
	var err error
	select {
	case out = <-result:
		err = respond(ctx, s, i, firstResponse(j, out))
	case <-slow.C:
		if err = respond(ctx, s, i, deferral(j)); err != nil {
			break
		}
		out = b.await(ctx, result)
		err = fillIn(context.WithoutCancel(ctx), s, i, j, out)
	}
	outcome := out.outcome
	if err != nil {
		outcome = lost
		log.Warn("a reply could not be sent", "err", err)
	}
	log.Debug("answered", "outcome", outcome, "took", time.Since(begin))
	b.metrics.count(j.command, outcome, out.thought)
}

// await waits for a deferred answer.
func (b *Bot) await(ctx context.Context, result <-chan reply) reply {
	select {
	case out := <-result:
		return out
	case <-ctx.Done():
		return tooSlow()
	}
}

func tooSlow() reply {
	return reply{Message: render.Notice("This took too long. Please ask again in a while."), outcome: failed}
}

// run does a job and makes a reply of whatever goes wrong. It remembers what was
// asked before the reply is out, so that a quick follow-up finds it.
func (b *Bot) run(ctx context.Context, log *slog.Logger, j job) (out reply) {
	defer func() {
		if r := recover(); r != nil {
			log.Error("panic while answering", "panic", fmt.Sprint(r), "stack", string(debug.Stack()))
			out = sorry()
		}
	}()
	end, err := b.turns.Take(ctx, j.user)
	if err != nil {
		return tooSlow()
	}
	defer end()
	out, err = j.run(ctx)
	if err != nil {
		log.Error("a request failed", "err", err)
		return sorry()
	}
	if out.turn != nil {
		b.memory.Keep(j.user, j.channel, *out.turn)
	}
	return out
}

func sorry() reply {
	return reply{Message: render.Notice("Sorry, something went wrong on my side. It is in my log. Please try another question."), outcome: failed}
}

// putOff is the response to one request too many of somebody who was told: a press
// changes nothing, anything else gets a moment's word.
func putOff(i *discordgo.Interaction) callback {
	if i.Type == discordgo.InteractionMessageComponent {
		return callback{Type: discordgo.InteractionResponseDeferredMessageUpdate}
	}
	return callback{Type: discordgo.InteractionResponseChannelMessageWithSource, Data: newPayload(render.Notice("One moment …"), true)}
}

func flooded(j job) job {
	return job{request: j.request, private: true, run: func(context.Context) (reply, error) {
		return reply{Message: render.Notice("That was a lot at once. Give me a few seconds, then ask again."), outcome: tooMany}, nil
	}}
}

// firstResponse is the response to an interaction that is answered at once.
func firstResponse(j job, out reply) callback {
	if j.update && out.outcome != failed && out.outcome != refused {
		return callback{Type: discordgo.InteractionResponseUpdateMessage, Data: newPayload(out.Message, false)}
	}
	return callback{Type: discordgo.InteractionResponseChannelMessageWithSource, Data: newPayload(out.Message, j.private || out.Private)}
}

// deferral is the response that asks for more time.
func deferral(j job) callback {
	if j.update {
		return callback{Type: discordgo.InteractionResponseDeferredMessageUpdate}
	}
	var data struct {
		Flags discordgo.MessageFlags `json:"flags,omitempty"`
	}
	if j.private {
		data.Flags = discordgo.MessageFlagsEphemeral
	}
	return callback{Type: discordgo.InteractionResponseDeferredChannelMessageWithSource, Data: data}
}
