package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	"dateline/bot"
	"dateline/bot/gateway"
	"dateline/bot/settings"
)

const noToken = "DISCORD_TOKEN is not set: make an application at https://discord.com/developers/applications " +
	"and put the token of its Bot page into .env; \"dateline ask\" answers in the terminal without one"

// serveCommand runs the bot.
func serveCommand(flags *flag.FlagSet) action {
	articles := articlesFlag(flags, "answer from")
	http := flags.String("http", "", "serve /healthz, /readyz and /metrics at this `ADDRESS`, as :8080; on loopback unless it names a host")
	return func(ctx context.Context, p program, _ []string) error {
		config, err := p.botConfig()
		if err != nil {
			return err
		}
		config.HTTP = *http
		base, err := p.load(ctx, *articles)
		if err != nil {
			return err
		}
		config.KB = base
		p.log.Info("articles loaded", "articles", base.Stats().Articles)
		return p.serve(ctx, config)
	}
}

// botConfig reads what the bot needs from the environment.
func (p program) botConfig() (bot.Config, error) {
	token := p.setting("DISCORD_TOKEN")
	if token == "" {
		return bot.Config{}, usagef(noToken)
	}
	shards, err := gateway.ParseShards(p.setting("DISCORD_SHARDS"))
	if err != nil {
		return bot.Config{}, usagef("DISCORD_SHARDS: %w", err)
	}
	api := p.setting("DISCORD_API_URL")
	if u, err := url.Parse(api); api != "" && (err != nil || u.Host == "") {
		return bot.Config{}, usagef("DISCORD_API_URL is %q, want an address such as http://127.0.0.1:8080", api)
	}
	folder, err := p.dataFolder()
	if err != nil {
		return bot.Config{}, err
	}
	config := bot.Config{
		Token:   token,
		GuildID: p.setting("DISCORD_GUILD_ID"),
		APIURL:  api,
		Shards:  shards,
		Log:     p.log,
	}
	if folder != "" {
		config.SettingsPath = filepath.Join(folder, "settings.db")
		config.FeedbackPath = filepath.Join(folder, "wrong-answers.jsonl")
	}
	return config, nil
}

// dataFolder makes the folder for the bot's own files. One that was asked for
// has to be there; without the usual one the bot works, and forgets.
func (p program) dataFolder() (string, error) {
	if folder := p.setting("DATELINE_DATA"); folder != "" {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return "", usagef("DATELINE_DATA: %w", err)
		}
		return folder, nil
	}
	folder, err := p.configDir()
	if err == nil {
		folder = filepath.Join(folder, "dateline")
		err = os.MkdirAll(folder, 0o700)
	}
	if err != nil {
		p.log.Warn("no folder for settings and feedback: they are not kept; DATELINE_DATA names one", "reason", err)
		return "", nil
	}
	return folder, nil
}

// serve runs the bot until ctx ends. Where another process has the files, it ends:
// without the settings it would show in public what a server wants private.
func (p program) serve(ctx context.Context, config bot.Config) error {
	err := bot.Run(ctx, config)
	if errors.Is(err, settings.ErrInUse) {
		return fmt.Errorf("another bot is running with the settings in %s; DATELINE_DATA names another folder for this one: %w", config.SettingsPath, err)
	}
	for _, wrong := range []error{gateway.ErrToken, gateway.ErrIntents, gateway.ErrShards} {
		if errors.Is(err, wrong) {
			return usageError{err}
		}
	}
	if err != nil {
		return fmt.Errorf("running the bot: %w", err)
	}
	return nil
}
