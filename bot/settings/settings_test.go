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
	junk := filepath.Join(dir, "junk.db")
	if err := os.WriteFile(junk, []byte(strings.Repeat("no database ", 2000)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(junk); err == nil {
		t.Error("a file that is no database was taken for one")
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
