package main

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"runtime"
	"strings"

	"github.com/joho/godotenv"
)

// newProgram adds the file of settings to the environment, which goes before
// it, and sets logging up.
func newProgram(s surroundings) (program, error) {
	file, err := readDotEnv(s.dotEnv)
	if err != nil {
		return program{}, err
	}
	environment := s.lookup
	s.lookup = func(name string) (string, bool) {
		if v, ok := environment(name); ok {
			return v, true
		}
		v, ok := file[name]
		return v, ok
	}
	p := program{surroundings: s}
	level := slog.LevelInfo
	if name := p.setting("DATELINE_LOG"); name != "" {
		if err := level.UnmarshalText([]byte(name)); err != nil {
			return program{}, usagef("DATELINE_LOG is %q, want debug, info, warn or error", name)
		}
	}
	p.log = slog.New(slog.NewTextHandler(s.stderr, &slog.HandlerOptions{Level: level}))
	if open, mode := readByOthers(s.dotEnv); open && file["DISCORD_TOKEN"] != "" {
		p.log.Warn("others on this machine can read the file with the bot's token: chmod 600 keeps it to yourself", "file", s.dotEnv, "mode", mode)
	}
	return p, nil
}

// setting returns the value of a variable, empty where it is not set.
func (s surroundings) setting(name string) string {
	v, _ := s.lookup(name)
	return strings.TrimSpace(v)
}

// readByOthers reports whether others than its owner may read a file, on systems
// that know.
func readByOthers(name string) (bool, string) {
	info, err := os.Stat(name)
	if err != nil || runtime.GOOS == "windows" {
		return false, ""
	}
	return info.Mode().Perm()&0o044 != 0, fmt.Sprintf("%03o", info.Mode().Perm())
}

// readDotEnv reads a file of settings; that there is none is no error. Errors
// never quote the file, which holds a secret.
func readDotEnv(name string) (map[string]string, error) {
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, usagef("reading the settings: %w", err)
	}
	text := string(data)
	if values, ok := parseDotEnv(text); ok {
		return values, nil
	}
	return nil, usagef("%s: line %d is not a setting, want NAME=value", name, brokenLine(text))
}

func parseDotEnv(text string) (map[string]string, bool) {
	values, err := godotenv.Unmarshal(text)
	if err != nil {
		return nil, false
	}
	for name := range values {
		// The library takes "NAME" and the line after it for one name.
		if name == "" || strings.ContainsAny(name, " \t\r\n") {
			return nil, false
		}
	}
	return values, true
}

// brokenLine is the number of the line after the longest part of text, in
// whole lines, that parses.
func brokenLine(text string) int {
	lines := strings.SplitAfter(text, "\n")
	for n := len(lines) - 1; n > 0; n-- {
		if _, ok := parseDotEnv(strings.Join(lines[:n], "")); ok {
			return n + 1
		}
	}
	return 1
}
