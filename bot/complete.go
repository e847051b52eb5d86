package bot

import (
	"context"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"dateline/bot/gateway"
	"dateline/bot/render"
	"dateline/kb"
)

const (
	maxChoices = 25
	maxChoice  = 100 // characters of a choice's name or value
	// maxCompleted is how much of what is being typed is looked at.
	maxCompleted = 200
)

// choice is one line offered while somebody types.
type choice struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// complete offers names for what is being typed. Where nothing fits it offers
// nothing; it is never an error.
func (b *Bot) complete(ctx context.Context, s *discordgo.Session, i *discordgo.Interaction, data discordgo.ApplicationCommandInteractionData) {
	begin := time.Now()
	r := b.newRequest(i)
	r.readOptions(data)
	var choices []choice
	outcome := answered
	if b.admitTyping(r.user) {
		choices = b.choices(data.Name, r)
	} else {
		outcome = tooMany
	}
	thought := time.Since(begin)
	err := respond(ctx, s, i, completions(choices))
	if err != nil {
		outcome = lost
		gateway.Logger(ctx).Warn("a completion could not be sent", "err", err)
	}
	b.metrics.count("complete", outcome, thought)
}

// completions is the response to a completion. Its list is never null: Discord
// wants one, where discordgo leaves an empty one out.
func completions(choices []choice) callback {
	if choices == nil {
		choices = []choice{}
	}
	return callback{
		Type: discordgo.InteractionApplicationCommandAutocompleteResult,
		Data: map[string]any{"choices": choices},
	}
}

// choices are the completions of the option that is being typed.
func (b *Bot) choices(name string, r *request) []choice {
	var out []choice
	c, _ := find(b.commands, name)
	for _, o := range c.options {
		if o.name != r.focused || o.complete == nil {
			continue
		}
		seen := map[string]bool{}
		for _, x := range o.complete(b, cutRunes(r.text(o.name), maxCompleted)) {
			value := render.Cut(render.Clean(x.Name), maxChoice)
			if value == "" || seen[value] || len(out) == maxChoices {
				continue
			}
			seen[value] = true
			label := render.Clean(x.Name)
			if detail := render.Clean(x.Detail); detail != "" {
				label += " — " + detail
			}
			out = append(out, choice{Name: render.Fit(label, maxChoice), Value: value})
		}
	}
	return out
}

// completeSubject completes a name, a pair of names, or the name that a whole
// question ends with.
func completeSubject(b *Bot, typed string) []kb.Completion {
	found := b.kb.Complete(typed, maxChoices)
	if len(found) > 0 {
		return found
	}
	for _, words := range []int{2, 1} {
		head, tail, ok := lastWords(typed, words)
		if !ok {
			continue
		}
		found = b.kb.Complete(tail, maxChoices)
		for i := range found {
			found[i].Name = head + found[i].Name
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// lastWords parts the last n words of a text from what stands before them, if
// something does and they are long enough to be completed.
func lastWords(s string, n int) (head, tail string, ok bool) {
	at := len(s)
	for range n {
		if at = strings.LastIndexByte(s[:max(at, 0)], ' '); at < 0 {
			return "", "", false
		}
	}
	return s[:at+1], s[at+1:], len(s)-at-1 >= 2
}

func completeTitle(b *Bot, typed string) []kb.Completion {
	var out []kb.Completion
	for _, title := range b.kb.CompleteTitle(typed, maxChoices) {
		out = append(out, kb.Completion{Name: title})
	}
	return out
}
