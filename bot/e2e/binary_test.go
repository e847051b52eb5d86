package e2e_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"dateline/bot/discordtest"
)

// build compiles the binary once for all tests.
var build = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "dateline")
	if err != nil {
		return "", err
	}
	binary := filepath.Join(dir, "dateline")
	cmd := exec.Command("go", "build", "-o", binary, "dateline/cmd/dateline")
	cmd.Stderr = os.Stderr
	return binary, cmd.Run()
})

func TestMain(m *testing.M) {
	code := m.Run()
	if binary, err := build(); err == nil {
		os.RemoveAll(filepath.Dir(binary))
	}
	os.Exit(code)
}

// process is a running dateline and all that it has written.
type process struct {
	cmd  *exec.Cmd
	out  output
	done chan error
}

type output struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.String()
}

// start runs the binary with the settings on top of a bare environment.
func start(t *testing.T, settings ...string) *process {
	t.Helper()
	binary, err := build()
	if err != nil {
		t.Fatalf("go build: %v", err)
	}
	p := &process{cmd: exec.Command(binary), done: make(chan error, 1)}
	home := t.TempDir()
	p.cmd.Dir = home
	p.cmd.Env = append([]string{"HOME=" + home, "DATELINE_DATA=" + home, "DATELINE_LOG=debug"}, settings...)
	p.cmd.Stdout, p.cmd.Stderr = &p.out, &p.out
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { p.done <- p.cmd.Wait() }()
	t.Cleanup(func() {
		_ = p.cmd.Process.Kill() // it has ended unless the test failed
		if t.Failed() {
			t.Logf("dateline wrote:\n%s", p.out.String())
		}
	})
	return p
}

// exit waits for the process to end and returns its exit code.
func (p *process) exit(t *testing.T) int {
	t.Helper()
	select {
	case <-p.done:
		return p.cmd.ProcessState.ExitCode()
	case <-time.After(20 * time.Second):
		t.Fatal("dateline does not end")
		return -1
	}
}

func TestBinary(t *testing.T) {
	srv := discordtest.New(t, discordtest.Patience(20*time.Second))
	p := start(t, "DISCORD_TOKEN="+srv.Token, "DISCORD_API_URL="+srv.URL)
	srv.WaitReady()

	commands := map[string]bool{}
	for _, c := range srv.Commands("") {
		commands[c.Name] = true
	}
	for _, name := range []string{"who", "when", "where", "what", "why", "howmany", "ask"} {
		if !commands[name] {
			t.Errorf("/%s is not registered; %v are", name, commands)
		}
	}

	option := func(command string) string { return optionOf(t, srv, command) }
	has := func(what string, r *discordtest.Reply, parts ...string) {
		t.Helper()
		for _, part := range parts {
			if !strings.Contains(r.Text(), part) {
				t.Errorf("%s: no %q in the answer:\n%s", what, part, r.Text())
			}
		}
	}
	has("/who Kuleba", srv.Wait(srv.Command("who", option("who"), "Kuleba")), "Dmytro Kuleba", "Foreign Minister")
	has("/when Blinken-Ukraine", srv.Wait(srv.Command("when", option("when"), "Blinken-Ukraine")), "January 2022")
	has("a direct message", srv.Wait(srv.DM("when is blinken going to ukraine")), "January 2022")

	completed := srv.Wait(srv.Autocomplete("who", option("who"), "kul"))
	found := false
	for _, c := range completed.Choices {
		found = found || strings.Contains(c.Name, "Kuleba")
	}
	if !found {
		t.Errorf("\"kul\" completes to %v, want Kuleba among them", completed.Choices)
	}

	unknown := srv.Wait(srv.Command("who", option("who"), "Xanthippe Quux"))
	if !unknown.Ephemeral() || strings.Contains(unknown.Text(), "Kuleba") {
		t.Errorf("an unknown name is answered (for the asker alone: %v) with\n%s", unknown.Ephemeral(), unknown.Text())
	}

	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if code := p.exit(t); code != 0 {
		t.Errorf("exit code %d after SIGTERM, want 0", code)
	}
	srv.WaitGone()
	noSecrets(t, srv, p)
}

// optionOf is the name of a registered command's first option.
func optionOf(t testing.TB, srv *discordtest.Server, command string) string {
	t.Helper()
	for _, c := range srv.Commands("") {
		if c.Name == command && len(c.Options) > 0 {
			return c.Options[0].Name
		}
	}
	t.Fatalf("/%s is not registered, or has no option", command)
	return ""
}

// noSecrets greps all that the process wrote for tokens.
func noSecrets(t *testing.T, srv *discordtest.Server, p *process) {
	t.Helper()
	written := p.out.String()
	for _, secret := range []string{srv.Token, srv.Token[:24], "aW50ZXJhY3Rpb24"} {
		if strings.Contains(written, secret) {
			t.Errorf("%q is in the output", secret)
		}
	}
}

func TestBinaryRefused(t *testing.T) {
	tests := []struct {
		name     string
		token    string
		greeting discordtest.Greeting
		url      string
		code     int
		says     string
	}{
		{name: "no token", code: 2, says: "DISCORD_TOKEN"},
		{name: "wrong token", token: "wrong", code: 2, says: "token is refused"},
		{name: "missing intent", greeting: discordtest.CloseWith(4014), code: 2, says: "intents"},
		{name: "no network", url: "http://127.0.0.1:1", code: 1, says: "no answer from Discord"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			srv := discordtest.New(t)
			srv.Greet(tt.greeting)
			settings := []string{"DATELINE_LOG=error"}
			switch {
			case tt.token != "":
				settings = append(settings, "DISCORD_TOKEN="+tt.token)
			case tt.name != "no token":
				settings = append(settings, "DISCORD_TOKEN="+srv.Token)
			}
			if tt.url == "" {
				tt.url = srv.URL
			}
			p := start(t, append(settings, "DISCORD_API_URL="+tt.url)...)
			if code := p.exit(t); code != tt.code {
				t.Errorf("exit code %d, want %d", code, tt.code)
			}
			text := strings.TrimSpace(p.out.String())
			if strings.Count(text, "\n") != 0 || !strings.Contains(text, tt.says) {
				t.Errorf("it says\n%s\nwant one line with %q", text, tt.says)
			}
			noSecrets(t, srv, p)
		})
	}
}
