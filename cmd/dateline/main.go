// Dateline answers questions about the news, in Discord and in the terminal,
// from articles that it is given.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"
)

// gcPercent trades a little time while many articles are loaded for a fifth of
// the memory at its peak.
const gcPercent = 75

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// A second signal ends the program at once.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, surroundings{
		lookup:    os.LookupEnv,
		dotEnv:    ".env",
		configDir: os.UserConfigDir,
		cacheDir:  os.UserCacheDir,
		now:       time.Now,
		stdin:     os.Stdin,
		stdout:    os.Stdout,
		stderr:    os.Stderr,
		in:        terminalOf(os.Stdin),
		out:       terminalOf(os.Stdout),
		err:       terminalOf(os.Stderr),
	}, os.Args[1:]))
}
