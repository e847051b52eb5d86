package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/bot/discordtest"
	"dateline/bot/settings"
)

// Two bots of one user cannot share a settings file. The second works without
// unless it was told to use that very file.
func TestSettingsInUse(t *testing.T) {
	config := t.TempDir()
	folder := filepath.Join(config, "dateline")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	store, err := settings.Open(filepath.Join(folder, "settings.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	server := discordtest.New(t)
	env := map[string]string{"DISCORD_TOKEN": server.Token, "DISCORD_API_URL": server.URL}

	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	done := make(chan outcome, 1)
	go func() { done <- start{env: env, ctx: ctx, config: config}.do(t) }()
	server.WaitReady()
	cancel()
	if got := <-done; got.code != exitFine || !strings.Contains(got.errors, "another bot keeps its settings here") {
		t.Errorf("exit code %d, want 0 and a warning: %s", got.code, got.errors)
	}

	env["DATELINE_DATA"] = folder
	got := start{env: env, config: config}.do(t)
	if got.code != exitFailed || !strings.Contains(got.errors, "in use") {
		t.Errorf("exit code %d, want %d: %s", got.code, exitFailed, got.errors)
	}
}
