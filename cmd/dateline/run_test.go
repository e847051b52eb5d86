package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

func environment(values map[string]string) func(string) (string, bool) {
	return func(name string) (string, bool) {
		v, ok := values[name]
		return v, ok
	}
}

// start is one start of the program.
type start struct {
	args     []string
	env      map[string]string
	dotEnv   string // contents of .env; empty for none
	stdin    io.Reader
	terminal bool // stdin is one
	ctx      context.Context
	config   string // folder for files of the user's programs
}

// outcome is what came of it.
type outcome struct {
	code        int
	out, errors string
}

func (s start) do(t *testing.T) outcome {
	t.Helper()
	dotEnv := filepath.Join(t.TempDir(), ".env")
	if s.dotEnv != "" {
		write(t, dotEnv, s.dotEnv)
	}
	if s.ctx == nil {
		s.ctx = context.Background()
	}
	if s.stdin == nil {
		s.stdin = strings.NewReader("")
	}
	if s.config == "" {
		s.config = t.TempDir()
	}
	var out, errs strings.Builder
	code := run(s.ctx, surroundings{
		lookup:    environment(s.env),
		dotEnv:    dotEnv,
		configDir: func() (string, error) { return s.config, nil },
		cacheDir:  func() (string, error) { return s.config, nil },
		now:       func() time.Time { return time.Date(2022, 1, 18, 23, 0, 0, 0, time.FixedZone("", -5*3600)) },
		stdin:     s.stdin, stdout: &out, stderr: &errs, in: terminal{is: s.terminal},
	}, s.args)
	return outcome{code, out.String(), errs.String()}
}

func write(t *testing.T, name, data string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
}

// oneLine fails the test unless s is one line that has all the parts.
func oneLine(t *testing.T, s string, parts ...string) {
	t.Helper()
	if strings.Count(s, "\n") != 1 || !strings.HasSuffix(s, "\n") {
		t.Errorf("want one line, got %q", s)
	}
	for _, part := range parts {
		if !strings.Contains(s, part) {
			t.Errorf("%q does not say %q", s, part)
		}
	}
}

func TestWrongUse(t *testing.T) {
	folder := t.TempDir()
	tests := []struct {
		name  string
		start start
		code  int
		says  []string
	}{
		{"missing token", start{}, exitUsage, []string{"DISCORD_TOKEN", "https://discord.com/developers/applications", "dateline ask"}},
		{"empty token", start{env: map[string]string{"DISCORD_TOKEN": " "}}, exitUsage, []string{"DISCORD_TOKEN"}},
		{"unknown flag", start{args: []string{"ask", "-colour"}}, exitUsage, []string{"-colour", "dateline ask -help"}},
		{"unknown flag of the bot", start{args: []string{"-json"}}, exitUsage, []string{"-json", "dateline -help"}},
		{"flag without its value", start{args: []string{"ask", "-articles"}}, exitUsage, []string{"-articles"}},
		{"unknown command", start{args: []string{"answer"}}, exitUsage, []string{`"answer"`, "dateline -help"}},
		{"too many arguments", start{args: []string{"annotate", "x"}}, exitUsage, []string{`"x"`, "dateline annotate -help"}},
		{"unknown level", start{args: []string{"ask", "x"}, env: map[string]string{"DATELINE_LOG": "loud"}}, exitUsage, []string{"DATELINE_LOG", `"loud"`, "warn"}},
		{"megabytes", start{args: []string{"ask", "x"}, env: map[string]string{"DATELINE_FILE_MB": "many"}}, exitUsage, []string{"DATELINE_FILE_MB", `"many"`, "megabytes"}},
		{"no megabytes", start{args: []string{"ask", "x"}, env: map[string]string{"DATELINE_TOTAL_MB": "0"}}, exitUsage, []string{"DATELINE_TOTAL_MB", "from 1"}},
		{"broken .env", start{args: []string{"ask", "x"}, dotEnv: "A=1\nDISCORD_TOKEN s3cret\nB=2\n"}, exitUsage, []string{".env", "line 2", "NAME=value"}},
		{"broken .env with a quote", start{dotEnv: "\nDISCORD_TOKEN=\"s3cret\n"}, exitUsage, []string{".env", "line 2"}},
		{"shards", start{env: map[string]string{"DISCORD_TOKEN": "s3cret", "DISCORD_SHARDS": "5/4"}}, exitUsage, []string{"DISCORD_SHARDS", "5/4", "auto"}},
		{"address", start{env: map[string]string{"DISCORD_TOKEN": "s3cret", "DISCORD_API_URL": "localhost"}}, exitUsage, []string{"DISCORD_API_URL", "localhost", "http://"}},
		{"data folder", start{env: map[string]string{"DISCORD_TOKEN": "s3cret", "DATELINE_DATA": os.DevNull}}, exitUsage, []string{"DATELINE_DATA", os.DevNull}},
		{"no articles", start{args: []string{"ask", "-articles", "/no/such/folder", "x"}, env: map[string]string{"DATELINE_LOG": "error"}}, exitFailed, []string{"no article loaded from /no/such/folder"}},
		{"empty folder", start{args: []string{"ask", "-articles", folder, "x"}, env: map[string]string{"DATELINE_LOG": "error"}}, exitFailed, []string{"no article loaded from " + folder}},
		{"no articles for the bot", start{args: []string{"-articles", "/no/such/folder"}, env: map[string]string{"DISCORD_TOKEN": "s3cret", "DATELINE_LOG": "error"}}, exitFailed, []string{"no article loaded"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := tt.start.do(t)
			if got.code != tt.code || got.out != "" {
				t.Errorf("exit code %d, output %q; want %d and none", got.code, got.out, tt.code)
			}
			oneLine(t, got.errors, append(tt.says, "dateline: ")...)
			if strings.Contains(got.errors, "s3cret") {
				t.Errorf("%q gives the secret away", got.errors)
			}
		})
	}
}

func TestWarnings(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "bad.txt"), "date 2022-02-30 A ship sank.")
	write(t, filepath.Join(folder, "good.txt"), "date 2022-02-20 A ship sank.")
	got := start{args: []string{"ask", "-articles", folder, "What sank?"}}.do(t)
	if got.code != exitFine {
		t.Errorf("exit code %d, want 0", got.code)
	}
	oneLine(t, got.errors, "level=WARN", "bad.txt: date 2022-02-30 does not exist")
	got = start{args: []string{"ask", "-articles", folder, "What sank?"}, env: map[string]string{"DATELINE_LOG": "error"}}.do(t)
	if got.code != exitFine || got.errors != "" {
		t.Errorf("exit code %d, diagnostics %q; want 0 and none", got.code, got.errors)
	}
}

func TestHelp(t *testing.T) {
	for _, args := range [][]string{{"-help"}, {"-h"}, {"help"}, {"ask", "-help"}, {"annotate", "--help"}, {"version", "-h"}} {
		got := start{args: args, dotEnv: "broken"}.do(t)
		if got.code != exitFine || got.errors != "" || !strings.HasPrefix(got.out, "dateline") {
			t.Errorf("%q: %+v", args, got)
		}
	}
	got := start{args: []string{"-help"}}.do(t)
	for _, c := range commands() {
		if !strings.Contains(got.out, c.summary) {
			t.Errorf("help lacks %q", c.summary)
		}
	}
	golden(t, "help", got.out+"\n"+start{args: []string{"ask", "-help"}}.do(t).out+"\n"+start{args: []string{"annotate", "-help"}}.do(t).out)
}

func TestVersion(t *testing.T) {
	got := start{args: []string{"version"}}.do(t)
	oneLine(t, got.out, "dateline ", "go1.")
}

// The settings file is read, and the environment goes before it.
func TestSettings(t *testing.T) {
	one, two := t.TempDir(), t.TempDir()
	write(t, filepath.Join(one, "a.txt"), "date 2022-02-20 The Aurora sank.")
	write(t, filepath.Join(two, "b.txt"), "date 2022-02-30 The Boreas sank.")
	tests := []struct {
		name  string
		start start
		code  int
		warns bool
	}{
		{"built in", start{}, exitFine, false},
		{".env", start{dotEnv: "# where the news is\nexport DATELINE_ARTICLES='" + two + "'\n"}, exitFailed, true},
		{"environment before .env", start{dotEnv: "DATELINE_ARTICLES=" + two, env: map[string]string{"DATELINE_ARTICLES": one}}, exitFine, false},
		{"a list", start{env: map[string]string{"DATELINE_ARTICLES": two + string(os.PathListSeparator) + one}}, exitFine, true},
		{"flags before the environment", start{args: []string{"-articles", one}, env: map[string]string{"DATELINE_ARTICLES": two}}, exitFine, false},
		{"several flags", start{args: []string{"-articles", one, "-articles=" + two}}, exitFine, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.start.args = append([]string{"ask"}, append(tt.start.args, "What sank?")...)
			got := tt.start.do(t)
			if got.code != tt.code {
				t.Errorf("exit code %d, want %d: %s", got.code, tt.code, got.errors)
			}
			if warned := strings.Contains(got.errors, "2022-02-30"); warned != tt.warns {
				t.Errorf("warned: %v, want %v", warned, tt.warns)
			}
		})
	}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	got := start{args: []string{"ask", "x"}, ctx: ctx}.do(t)
	if got.code != exitFailed || got.out != "" {
		t.Errorf("exit code %d, output %q; want %d and none", got.code, got.out, exitFailed)
	}
	oneLine(t, got.errors, "dateline: interrupted")
}

// Whoever feeds the questions may hold them back for ever.
func TestInterruptedWhileWaiting(t *testing.T) {
	for name, tt := range map[string]struct {
		start start
		code  int
	}{
		"lines":    {start{args: []string{"ask"}}, exitFailed},
		"json":     {start{args: []string{"ask", "-json"}}, exitFailed},
		"annotate": {start{args: []string{"annotate"}}, exitFailed},
		"prompt":   {start{args: []string{"ask"}, terminal: true}, exitFine},
	} {
		t.Run(name, func(t *testing.T) {
			in, out := io.Pipe()
			defer out.Close()
			ctx, cancel := context.WithCancel(context.Background())
			tt.start.stdin, tt.start.ctx = in, ctx
			go func() {
				_, _ = io.WriteString(out, "{\"doc\":\"x\",\"query\":\"x\",\"text\":\"x\"}\n")
				cancel()
			}()
			if got := tt.start.do(t); got.code != tt.code {
				t.Errorf("exit code %d, want %d: %s", got.code, tt.code, got.errors)
			}
		})
	}
}

func TestBrokenInput(t *testing.T) {
	in := func() io.Reader {
		return io.MultiReader(strings.NewReader("one question\n"), iotest.ErrReader(errors.New("the pipe burst")))
	}
	for _, args := range [][]string{{"ask"}, {"ask", "-json"}, {"annotate"}} {
		got := start{args: args, stdin: in()}.do(t)
		if got.code != exitFailed || !strings.Contains(got.errors, "the pipe burst") {
			t.Errorf("%q: exit code %d, diagnostics %q", args, got.code, got.errors)
		}
	}
}

// Every setting that the program reads is explained in .env.example, and no
// other.
func TestEnvExample(t *testing.T) {
	example, err := os.ReadFile(filepath.Join(root, ".env.example"))
	if err != nil {
		t.Fatal(err)
	}
	documented, ok := parseDotEnv(string(example))
	if !ok {
		t.Fatal(".env.example does not parse")
	}
	asked := map[string]bool{"NO_COLOR": true, "TERM": true}
	for _, name := range settingsRead(t) {
		if _, ok := documented[name]; !ok && !asked[name] {
			t.Errorf("%s is read, but .env.example does not explain it", name)
		}
		asked[name] = true
	}
	for name := range documented {
		if !asked[name] {
			t.Errorf(".env.example explains %s, which nothing reads", name)
		}
	}
}

// settingsRead finds the names of the settings in this folder's source.
func settingsRead(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range files {
		source, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(f, "_test.go") {
			continue
		}
		for _, m := range regexp.MustCompile(`setting\("([A-Z_]+)"\)`).FindAllSubmatch(source, -1) {
			names = append(names, string(m[1]))
		}
	}
	return names
}
