package main

import (
	"bytes"
	"debug/buildinfo"
	"errors"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"dateline/bot/discordtest"
)

// binary is the real program, built for a test.
type binary struct{ path, home string }

func build(t *testing.T) binary {
	t.Helper()
	b := binary{filepath.Join(t.TempDir(), "dateline"), t.TempDir()}
	if out, err := exec.Command("go", "build", "-buildvcs=false", "-o", b.path, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return b
}

// command is the program with nothing around it but the settings given.
func (b binary) command(settings []string, args ...string) *exec.Cmd {
	c := exec.Command(b.path, args...)
	c.Dir = b.home
	c.Env = append([]string{"HOME=" + b.home, "PATH=" + os.Getenv("PATH")}, settings...)
	return c
}

// exit runs the program to its end.
func (b binary) exit(t *testing.T, settings []string, stdin string, args ...string) outcome {
	t.Helper()
	var out, errs strings.Builder
	c := b.command(settings, args...)
	c.Stdin, c.Stdout, c.Stderr = strings.NewReader(stdin), &out, &errs
	err := c.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return outcome{c.ProcessState.ExitCode(), out.String(), errs.String()}
}

// licences wants the notice of every module that is linked in, in its version.
func licences(t *testing.T, b binary) {
	info, err := buildinfo.ReadFile(b.path)
	if err != nil || len(info.Deps) < 10 {
		t.Fatalf("%v, %v: want the modules", info, err)
	}
	got := b.exit(t, nil, "", "version", "-licences")
	for _, m := range info.Deps {
		if !strings.Contains(got.out, "=== "+m.Path+" "+m.Version+"\n") {
			t.Errorf("%s %s has no notice: go generate ./cmd/dateline/notices", m.Path, m.Version)
		}
	}
	if got.code != exitFine || !strings.Contains(got.out, "Princeton University") {
		t.Errorf("exit code %d, or no notice of the data", got.code)
	}
}

func TestBinary(t *testing.T) {
	b := build(t)
	t.Run("exit codes", func(t *testing.T) { exitCodes(t, b) })
	t.Run("licences", func(t *testing.T) { licences(t, b) })
	t.Run("ask", func(t *testing.T) { asks(t, b) })
	t.Run("wrong token", func(t *testing.T) { wrongToken(t, b) })
	t.Run("no network", func(t *testing.T) { noNetwork(t, b) })
	t.Run("Discord", func(t *testing.T) { discord(t, b) })
}

func exitCodes(t *testing.T, b binary) {
	for _, tt := range []struct {
		args  []string
		stdin string
		code  int
	}{
		{[]string{"ask", "/who Kuleba"}, "", exitFine},
		{[]string{"ask", "-json"}, `{"id":"x","query":"` + strings.Repeat("x", 2000) + `"}`, exitFine},
		{[]string{"ask", "-json"}, `{"id":`, exitFailed},
		{[]string{"annotate"}, `{"doc":"x","text":"In Paris."}`, exitFine},
		{[]string{"ask", "-articles", b.path, "x"}, "", exitFailed},
		{[]string{"ask", "-nonsense"}, "", exitUsage},
		{[]string{"-help"}, "", exitFine},
		{nil, "", exitUsage},
	} {
		if got := b.exit(t, nil, tt.stdin, tt.args...); got.code != tt.code {
			t.Errorf("%.80q: exit code %d, want %d: %s", tt.args, got.code, tt.code, got.errors)
		}
	}
	oneLine(t, b.exit(t, nil, "").errors, "DISCORD_TOKEN", "dateline ask")
}

func asks(t *testing.T, b binary) {
	got := b.exit(t, nil, "", "ask", "/who Kuleba")
	for _, part := range []string{"Dmytro Kuleba", "Foreign Minister", "On January 14, the top US diplomat", "18 January 2022"} {
		if !strings.Contains(got.out, part) {
			t.Errorf("no %q in %s", part, got.out)
		}
	}
	if strings.ContainsRune(got.out, '\x1b') {
		t.Errorf("escape sequences on a pipe: %q", got.out)
	}
}

func wrongToken(t *testing.T, b binary) {
	server := discordtest.New(t, discordtest.Lenient())
	got := b.exit(t, []string{"DISCORD_TOKEN=wrong.token.altogether", "DISCORD_API_URL=" + server.URL, "DATELINE_LOG=error"}, "")
	if got.code != exitUsage {
		t.Errorf("exit code %d, want %d", got.code, exitUsage)
	}
	oneLine(t, got.errors, "token", "https://discord.com/developers/applications")
	if strings.Contains(got.errors, "wrong.token") {
		t.Errorf("the token is given away: %s", got.errors)
	}
}

func noNetwork(t *testing.T, b binary) {
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	closed.Close()
	got := b.exit(t, []string{"DISCORD_TOKEN=a.b.c", "DISCORD_API_URL=http://" + closed.Addr().String(), "DATELINE_LOG=error"}, "")
	if got.code != exitFailed {
		t.Errorf("exit code %d, want %d", got.code, exitFailed)
	}
	oneLine(t, got.errors, "Discord")
}

// discord takes the real program through a conversation with a stand-in.
func discord(t *testing.T, b binary) {
	server := discordtest.New(t, discordtest.Patience(time.Minute))
	c := b.command([]string{"DISCORD_TOKEN=" + server.Token, "DISCORD_API_URL=" + server.URL, "DISCORD_GUILD_ID=" + discordtest.GuildID})
	var log bytes.Buffer
	c.Stdout, c.Stderr = io.Discard, &log
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	defer func() { _ = c.Process.Kill() }()

	server.WaitReady()
	converse(t, server)

	if err := c.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("after SIGTERM: %v\n%s", err, log.String())
		}
	case <-time.After(20 * time.Second):
		t.Fatal("does not end after SIGTERM")
	}
	server.WaitGone()
	if strings.Contains(log.String(), server.Token) {
		t.Error("the token is in the log")
	}
}

func converse(t *testing.T, server *discordtest.Server) {
	registered := map[string]*discordgo.ApplicationCommand{}
	for _, c := range server.Commands(discordtest.GuildID) {
		registered[c.Name] = c
	}
	for _, name := range []string{"who", "when", "where", "what", "why", "howmany", "ask"} {
		if registered[name] == nil {
			t.Errorf("/%s is not registered", name)
		}
	}
	option := func(command string) string { return registered[command].Options[0].Name }
	says := func(what string, r *discordtest.Reply, parts ...string) {
		t.Helper()
		for _, part := range parts {
			if !strings.Contains(r.Text(), part) {
				t.Errorf("%s: no %q in %s", what, part, r.Text())
			}
		}
	}

	says("who", server.Wait(server.Command("who", option("who"), "Kuleba")), "Dmytro Kuleba", "Foreign Minister")
	says("when", server.Wait(server.Command("when", option("when"), "Blinken-Ukraine")), "2022")
	says("direct message", server.Wait(server.DM("when is blinken going to ukraine")), "2022")

	choices := server.Wait(server.Autocomplete("who", option("who"), "kul")).Choices
	if len(choices) == 0 || !strings.Contains(choices[0].Name, "Dmytro Kuleba") {
		t.Errorf("completions of kul: %+v", choices)
	}
	unknown := server.Wait(server.Command("who", option("who"), "Merkel"))
	if !unknown.Ephemeral() {
		t.Errorf("the answer about somebody unknown is for everybody: %s", unknown.Text())
	}
}
