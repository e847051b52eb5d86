// Package bot is Dateline in Discord: its commands, their completion, the
// replies, and the conversation in direct messages and mentions.
//
// How an answer is found is the business of the knowledge base, how it is drawn
// that of package render, how the connection to Discord is kept that of package
// gateway. This package takes an event, makes a question of it, and sends back
// one reply, always in time.
package bot

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"

	"dateline/bot/button"
	"dateline/bot/recent"
	"dateline/bot/talk"
)

// Config is what a bot needs to know.
type Config struct {
	Token   string
	GuildID string // register the commands in this server only, at once
	KB      Knowledge
	Log     *slog.Logger
	// Settings keeps what servers choose, Feedback takes what people call wrong.
	// Either may be nil: then there are no settings, or wrong answers go nowhere.
	Settings Settings
	Feedback Feedback
	Now      func() time.Time // time.Now if nil
	Measure  Measure          // told about every request; may be nil
}

// Measure is told what became of a request: the command ("who", "message",
// "button", "complete"), the outcome, how long the answer took to find, and how
// long it took until the reply was sent.
type Measure func(command, outcome string, thought, replied time.Duration)

// The reasons why a bot cannot start, to be told from other errors with
// errors.Is.
var (
	ErrToken   = errors.New("Discord does not accept the token: copy it again from the Bot page of your application at https://discord.com/developers/applications")
	ErrNetwork = errors.New("Discord cannot be reached: check the network connection")
	ErrIntent  = errors.New("Discord refuses an intent that the bot asks for: check the Bot page of your application at https://discord.com/developers/applications")
)

// Intents are the events that the bot needs to see: direct messages, and
// messages in servers for those that mention it. Their text comes with both, so
// the privileged Message Content intent is not needed.
const Intents = discordgo.IntentDirectMessages | discordgo.IntentGuildMessages

const maxParents = 10_000

// Bot answers what people ask for in Discord. Its methods are safe for
// concurrent use.
type Bot struct {
	cfg        Config
	log        *slog.Logger
	kb         Knowledge
	commands   []command
	commandIDs atomic.Pointer[map[string]string]
	buttons    *button.Codec
	floods     *recent.Map[string, *flood]
	memory     *talk.Memory
	parents    *recent.Map[string, string] // of channels: the channel that a thread hangs on, or empty
	self       atomic.Pointer[string]      // the bot's own user id, once known
}

// New makes a bot.
func New(cfg Config) *Bot {
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	return &Bot{
		cfg: cfg, log: cmp.Or(cfg.Log, slog.New(slog.DiscardHandler)), kb: cfg.KB,
		commands: commands(),
		buttons:  button.NewCodec(cfg.Token, cfg.Now),
		floods:   recent.NewMap[string, *flood](maxFloods, floodMemory, cfg.Now),
		memory:   talk.NewMemory(cfg.Now),
		parents:  recent.NewMap[string, string](maxParents, time.Hour, cfg.Now),
	}
}

func (b *Bot) today() time.Time {
	y, m, d := b.cfg.Now().UTC().Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

func (b *Bot) measure(command, outcome string, thought, replied time.Duration) {
	if b.cfg.Measure != nil {
		b.cfg.Measure(command, outcome, thought, replied)
	}
}

// Start checks the token and registers the commands. It fails with ErrToken or
// ErrNetwork where one of these is the reason.
func (b *Bot) Start(ctx context.Context, s *discordgo.Session) error {
	app, err := s.Application("@me")
	if err != nil {
		return fmt.Errorf("ask Discord who I am: %w", startError(err))
	}
	self, err := s.User("@me", discordgo.WithContext(ctx))
	if err != nil {
		return fmt.Errorf("ask Discord who I am: %w", startError(err))
	}
	b.self.Store(&self.ID)
	return b.register(ctx, s, app.ID)
}

// startError finds the reason of a failed start.
func startError(err error) error {
	var refused *discordgo.RESTError
	switch {
	case errors.As(err, &refused) && refused.Response != nil:
		if refused.Response.StatusCode == 401 {
			return ErrToken
		}
		if refused.Message != nil {
			return &apiError{Status: refused.Response.StatusCode, Code: refused.Message.Code, Message: refused.Message.Message}
		}
		return newAPIError(refused.Response.StatusCode, nil)
	case errors.Is(err, discordgo.ErrUnauthorized):
		return ErrToken
	case errors.Is(err, context.Canceled):
		return err
	}
	return fmt.Errorf("%w (%w)", ErrNetwork, withoutAddress(err))
}
