package bot

import (
	"cmp"
	"context"
	"errors"
	"log/slog"

	"github.com/prometheus/client_golang/prometheus"

	"dateline/bot/gateway"
	"dateline/bot/settings"
)

// Config is what it takes to run a bot in Discord.
type Config struct {
	Token   string
	GuildID string         // register the commands in this server only, at once
	APIURL  string         // where Discord's REST API is, or empty for Discord itself
	HTTP    string         // address of health and metrics, or empty for none
	Shards  gateway.Shards // the zero value asks Discord
	KB      Knowledge
	Log     *slog.Logger // gets no tokens; may be nil
	// SettingsPath is the file of the servers' settings, FeedbackPath that of the
	// answers that people called wrong. Without a path there are none; without
	// settings answers in servers are private.
	SettingsPath string
	FeedbackPath string
}

// Run answers people in Discord until ctx ends, and then returns nil. Errors
// that no new attempt can mend are told apart with errors.Is: gateway.ErrToken,
// gateway.ErrIntents, gateway.ErrShards, gateway.ErrNetwork (while starting) and
// settings.ErrInUse. Their messages are one line for the operator.
func Run(ctx context.Context, c Config) (err error) {
	registry := prometheus.NewRegistry()
	log := slog.New(gateway.Redact(cmp.Or(c.Log, slog.New(slog.DiscardHandler)).Handler(), c.Token))
	deps := Deps{Secret: c.Token, GuildID: c.GuildID, KB: c.KB, Registry: registry}
	if c.SettingsPath == "" {
		deps.Private = true
		log.Warn("there is no file of settings: answers in servers are shown only to those who ask")
	} else {
		store, openErr := settings.Open(c.SettingsPath)
		if openErr != nil {
			return openErr
		}
		defer func() { err = errors.Join(err, store.Close()) }()
		if aside := store.PutAside(); aside != "" {
			log.Error("the file of settings was damaged: it was put aside, and answers in servers are shown only to those who ask until a server chooses otherwise", "aside", aside)
		}
		deps.Settings = store
	}
	if c.FeedbackPath != "" {
		wrong, openErr := settings.OpenLog(c.FeedbackPath)
		if openErr != nil {
			return openErr
		}
		defer func() { err = errors.Join(err, wrong.Close()) }()
		deps.Feedback = wrong
	}
	return gateway.Run(ctx, gateway.Config{
		Token: c.Token, APIURL: c.APIURL, Intents: Intents, Shards: c.Shards, HTTP: c.HTTP, Registry: registry, Log: log,
	}, New(deps))
}
