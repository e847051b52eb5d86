// Package bot is Dateline in Discord: its commands, their completion, the
// replies, and the conversation in direct messages and mentions.
//
// How an answer is found is the business of the knowledge base, how it is drawn
// that of package render, how the connection to Discord is kept that of package
// gateway. This package takes an event, makes a question of it, and sends back
// one reply, always in time.
package bot

import (
	"context"
	"fmt"
	"runtime"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/prometheus/client_golang/prometheus"

	"dateline/bot/button"
	"dateline/bot/recent"
	"dateline/bot/talk"
	"dateline/bot/turns"
)

// Deps is what a bot works with.
type Deps struct {
	Secret  string    // seals the state of buttons; the token will do
	GuildID string    // register the commands in this server only, at once
	KB      Knowledge // what is answered from
	// Settings keeps what servers choose, Feedback takes what people call wrong.
	// Either may be nil: then there are no settings, or wrong answers go nowhere.
	Settings Settings
	Feedback Feedback
	// Private shows answers in servers only to those who asked, where Settings is
	// nil and nobody can choose.
	Private  bool
	Registry *prometheus.Registry // takes the metrics; may be nil
	Now      func() time.Time     // time.Now if nil
}

// Intents are the events that the bot needs to see: direct messages, and
// messages in servers for those that mention it. Their text comes with both, so
// the privileged Message Content intent is not needed.
const Intents = discordgo.IntentDirectMessages | discordgo.IntentGuildMessages

const (
	maxParents  = 10_000
	maxReported = 10_000
)

// Bot answers what people ask for in Discord. Its methods are safe for
// concurrent use.
type Bot struct {
	deps         Deps
	kb           Knowledge
	commands     []command
	commandIDs   atomic.Pointer[map[string]string]
	buttons      *button.Codec
	floods       *recent.Map[string, *flood]
	memory       *talk.Memory
	turns        *turns.Turns                // of computing
	reported     *recent.Map[[32]byte, bool] // who has called which answer wrong
	parents      *recent.Map[string, string] // of channels: the channel that a thread hangs on, or empty
	metrics      *metrics
	deferAfter   time.Duration
	answerWithin time.Duration
}

// New makes a bot.
func New(deps Deps) *Bot {
	if deps.Now == nil {
		deps.Now = time.Now
	}
	return &Bot{
		deps: deps, kb: deps.KB,
		commands:   commands(),
		buttons:    button.NewCodec(deps.Secret, deps.Now),
		floods:     recent.NewMap[string, *flood](maxFloods, floodMemory, deps.Now),
		memory:     talk.NewMemory(deps.Now),
		turns:      turns.New(runtime.GOMAXPROCS(0), time.Now),
		deferAfter: deferAfter, answerWithin: answerWithin,
		metrics:  newMetrics(deps.Registry, deps.KB.Stats()),
		reported: recent.NewMap[[32]byte, bool](maxReported, 24*time.Hour, deps.Now),
		parents:  recent.NewMap[string, string](maxParents, time.Hour, deps.Now),
	}
}

func (b *Bot) today() time.Time {
	y, m, d := b.deps.Now().UTC().Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// Start registers the commands. The gateway calls it before any event.
func (b *Bot) Start(ctx context.Context, s *discordgo.Session) error {
	app, err := s.Application("@me")
	if err != nil {
		return fmt.Errorf("ask Discord which application this is: %w", plainError(err))
	}
	return b.register(ctx, s, app.ID)
}
