package talk

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the golden files anew")

// first is a first message and what it should be understood as. Intent is the
// name of an intent, of a command, or of a language.
type first struct {
	Said   string `json:"said"`
	Intent string `json:"intent"`
	Text   string `json:"text,omitempty"`
	About  string `json:"about,omitempty"`
}

func readFirst(t *testing.T) []first {
	t.Helper()
	data, err := os.ReadFile("testdata/first.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var out []first
	for lines := bufio.NewScanner(bytes.NewReader(data)); lines.Scan(); {
		var f first
		if err := json.Unmarshal(lines.Bytes(), &f); err != nil {
			t.Fatal(err)
		}
		out = append(out, f)
	}
	return out
}

// understood is a reading in the words of the examples.
func understood(said string) first {
	r := Read(said, nil, time.Time{}, known)
	out := first{Said: said, Intent: r.Intent.String(), Text: r.Call.Option, About: r.Call.About}
	switch r.Intent {
	case Command:
		out.Intent = r.Call.Name
	case Foreign:
		out.Intent = string(r.Language)
	}
	return out
}

// TestFirst keeps the score of the reader on first messages. The odd lines of the
// examples served to mend it, the even ones only to measure; what it takes for
// something else is listed for the odd ones alone.
func TestFirst(t *testing.T) {
	var right, all [2]int
	swallowed := 0
	var wrong bytes.Buffer
	for i, want := range readFirst(t) {
		half := i % 2 // 0: odd lines, counted from one
		all[half]++
		got := understood(want.Said)
		switch {
		case got == want:
			right[half]++
		case half == 0:
			fmt.Fprintf(&wrong, "%q: %s %q, want %s %q\n", want.Said, got.Intent, got.Text, want.Intent, want.Text)
		}
		if want.Intent == "question" && got.Intent != "question" {
			swallowed++
		}
	}
	lost, asked := lostQuestions(t)
	got := fmt.Appendf(nil, "odd lines, to mend: %d of %d\neven lines, to measure: %d of %d\nquestions among them taken for something else: %d\nquestions that the reader learned from, taken for something else: %d of %d\n\n%s",
		right[0], all[0], right[1], all[1], swallowed, lost, asked, wrong.Bytes())
	const path = "testdata/first.golden"
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, _ := os.ReadFile(path); !bytes.Equal(got, want) {
		t.Errorf("the score is not that of %s (go test -update writes it anew):\n%s", path, got)
	}
}

// lostQuestions counts the real questions about the news that are not read as
// such, out of those that the knowledge base learned to read from.
func lostQuestions(t *testing.T) (lost, all int) {
	t.Helper()
	f, err := os.Open("../../kb/reader/train/news.jsonl.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(z); lines.Scan(); all++ {
		var q struct{ Query string }
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			t.Fatal(err)
		}
		if r := Read(q.Query, nil, time.Time{}, known); r.Intent != Question && q.Query[0] != '/' {
			t.Logf("lost: %q", q.Query)
			lost++
		}
	}
	return lost, all
}
