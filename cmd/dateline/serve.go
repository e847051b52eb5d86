package main

import (
	"context"
	"errors"
	"flag"
)

// serveCommand runs the bot.
func serveCommand(flags *flag.FlagSet) action {
	articles := articlesFlag(flags)
	return func(ctx context.Context, p program, _ []string) error {
		token := p.setting("DISCORD_TOKEN")
		if token == "" {
			return usagef("DISCORD_TOKEN is not set: make an application at https://discord.com/developers/applications, " +
				"copy its bot token into .env; without one, \"dateline ask\" answers in the terminal")
		}
		if _, err := p.load(ctx, *articles); err != nil {
			return err
		}
		return errors.New("the bot is not part of this build")
	}
}
