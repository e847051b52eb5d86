package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/bot/discordtest"
	"dateline/bot/settings"
)

// Two bots cannot share a settings file. The second ends with one line: without
// the settings it would show in public what a server wants private.
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

	for _, data := range []string{"", folder} {
		if data != "" {
			env["DATELINE_DATA"] = data
		}
		got := start{env: env, config: config}.do(t)
		if got.code != exitFailed || !strings.Contains(got.errors, "another bot is running") || !strings.Contains(got.errors, "settings.db") {
			t.Errorf("DATELINE_DATA=%q: exit code %d, want %d and the file: %s", data, got.code, exitFailed, got.errors)
		}
	}
}
