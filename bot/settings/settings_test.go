package settings

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func TestStoreSurvivesReopening(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings.db")
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := s.Get("1"); err != nil || got.Private || !got.Answers("any") {
		t.Errorf("before anybody chose: %+v, %v", got, err)
	}
	want := Server{Private: true, Mentions: Chosen, Channels: []string{"5", "6"}}
	if _, err := s.Change("1", func(c *Server) { *c = want }); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(path); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	got, err := s.Get("1")
	if err != nil || !got.Private || got.Mentions != Chosen || len(got.Channels) != 2 {
		t.Errorf("after reopening: %+v, %v", got, err)
	}
	if other, err := s.Get("2"); err != nil || other.Private {
		t.Errorf("another server's: %+v, %v", other, err)
	}
}

func TestAnswers(t *testing.T) {
	tests := []struct {
		server Server
		want   bool
	}{
		{Server{}, true},
		{Server{Mentions: Nowhere}, false},
		{Server{Mentions: Chosen}, false},
		{Server{Mentions: Chosen, Channels: []string{"7"}}, true},
		{Server{Mentions: Chosen, Channels: []string{"8"}}, false},
	}
	for _, tt := range tests {
		if got := tt.server.Answers("7"); got != tt.want {
			t.Errorf("%+v: got %v, want %v", tt.server, got, tt.want)
		}
	}
}

func TestOpenFailures(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "settings.db")
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := Open(path); !errors.Is(err, ErrInUse) {
		t.Errorf("a second opening: got %v, want ErrInUse", err)
	}
	if _, err := Open(dir); err == nil {
		t.Error("a folder was taken for a file")
	}
	if _, err := OpenLog(filepath.Join(dir, "missing", "log")); err == nil {
		t.Error("a log in a folder that is not there was opened")
	}
}

func TestClosedStoreReports(t *testing.T) {
	s, err := Open(filepath.Join(t.TempDir(), "settings.db"))
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	if _, err := s.Get("1"); err == nil {
		t.Error("reading a closed file should fail")
	}
	if _, err := s.Change("1", func(*Server) {}); err == nil {
		t.Error("writing a closed file should fail")
	}
}

func TestLogKeepsLinesWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "wrong.jsonl")
	l, err := OpenLog(path)
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			if err := l.Append(map[string]string{"question": "two\nlines"}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if err := l.Append(func() {}); err == nil {
		t.Error("what cannot be encoded should be reported")
	}
	l.Close()
	if err := l.Append("x"); err == nil {
		t.Error("writing to a closed log should fail")
	}
	b, err := os.ReadFile(path)
	if err != nil || strings.Count(string(b), "{\"question\":\"two\\nlines\"}\n") != 20 {
		t.Errorf("want 20 whole lines: %v\n%s", err, b)
	}
}

// TestDamagedStore puts a damaged file aside and answers in private from then on,
// until a server chooses again.
func TestDamagedStore(t *testing.T) {
	for name, spoil := range map[string]func([]byte) []byte{
		"no database":      func([]byte) []byte { return []byte(strings.Repeat("no database ", 2000)) },
		"cut off":          func(b []byte) []byte { return b[:3*os.Getpagesize()+100] },
		"cut off more":     func(b []byte) []byte { return b[:2*os.Getpagesize()] },
		"empty at its end": func(b []byte) []byte { return b[:1] },
		"both heads":       func(b []byte) []byte { clear(b[:8192]); return b },
		"its pages":        func(b []byte) []byte { clear(b[8192:]); return b },
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "settings.db")
			s, err := Open(path)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := s.Change("1", func(c *Server) { c.Mentions = Nowhere }); err != nil {
				t.Fatal(err)
			}
			s.Close()
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, spoil(b), 0o600); err != nil {
				t.Fatal(err)
			}
			if s, err = Open(path); err != nil {
				t.Fatal(err)
			}
			if _, err := os.Stat(s.PutAside()); err != nil || s.PutAside() == "" {
				t.Errorf("put aside as %q: %v", s.PutAside(), err)
			}
			if got, err := s.Get("1"); err != nil || !got.Private {
				t.Errorf("after the loss: %+v, %v; want private", got, err)
			}
			if got, err := s.Change("2", func(c *Server) { c.Private = false }); err != nil || got.Private {
				t.Errorf("chosen again: %+v, %v", got, err)
			}
			s.Close()
			if s, err = Open(path); err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			one, _ := s.Get("1")
			if two, _ := s.Get("2"); !one.Private || two.Private || s.PutAside() != "" {
				t.Errorf("after another start: %+v and %+v, put aside %q", one, two, s.PutAside())
			}
		})
	}
}

func TestNotFiles(t *testing.T) {
	dir := t.TempDir()
	if _, err := OpenLog(dir); err == nil {
		t.Error("a folder was taken for a log")
	}
	if _, err := OpenLog(os.DevNull); err == nil {
		t.Error("a device was taken for a log")
	}
	if _, err := Open(os.DevNull); err == nil {
		t.Error("a device was taken for a file of settings")
	}
}

// TestLogMendsItself cuts off what a full disk or a crash left of a line.
func TestLogMendsItself(t *testing.T) {
	for _, left := range []string{"", `{"half`, strings.Repeat("x", 200<<10)} {
		for _, before := range []string{"", "\"one\"\n", strings.Repeat("\"one\"\n", 30<<10)} {
			path := filepath.Join(t.TempDir(), "wrong.jsonl")
			if err := os.WriteFile(path, []byte(before+left), 0o600); err != nil {
				t.Fatal(err)
			}
			l, err := OpenLog(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := l.Append("two"); err != nil {
				t.Fatal(err)
			}
			l.Close()
			if b, err := os.ReadFile(path); err != nil || string(b) != before+"\"two\"\n" {
				t.Errorf("%d bytes and %d of a line: %d bytes, %v", len(before), len(left), len(b), err)
			}
		}
	}
}

// TestLogRotates keeps the file and the one before it, and no more.
func TestLogRotates(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "wrong.jsonl")
	l, err := OpenLog(path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	l.most = 10
	for _, s := range []string{"one", "two", "3", "four", "five"} { // 6, 6, 4, 7 and 7 bytes
		if err := l.Append(s); err != nil {
			t.Fatal(err)
		}
	}
	now, err := os.ReadFile(path)
	before, errBefore := os.ReadFile(path + ".1")
	if err != nil || errBefore != nil || string(now) != "\"five\"\n" || string(before) != "\"four\"\n" {
		t.Errorf("%q and before %q: %v, %v", now, before, err, errBefore)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 2 {
		t.Errorf("%v, %v: want two files", entries, err)
	}
}
