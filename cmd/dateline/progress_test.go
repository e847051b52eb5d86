package main

import (
	"strings"
	"testing"
	"time"

	"dateline/kb"
	"dateline/kb/article"
)

func TestProgress(t *testing.T) {
	var out strings.Builder
	now := utc(2023, 5, 3)
	p := program{surroundings: surroundings{stderr: &out, err: terminal{is: true}, now: func() time.Time { return now }}}.newProgress()
	after := func(d time.Duration) { now = now.Add(d) }

	after(400 * time.Millisecond)
	p.reading(article.Progress{Articles: 10, Read: 1e6, Size: 10e6}) // too early to be worth a line
	after(600 * time.Millisecond)
	p.reading(article.Progress{Articles: 1234, Read: 5e6, Size: 20e6})
	after(50 * time.Millisecond)
	p.reading(article.Progress{Articles: 1235, Read: 6e6, Size: 20e6}) // too soon after the last
	p.clear()
	after(2 * time.Second)
	p.building(kb.Progress{Articles: 11000, Of: 11538, Bytes: 100e6, Total: 105e6})
	p.building(kb.Progress{Articles: 11538, Of: 11538, Bytes: 105e6, Total: 105e6})
	p.clear()

	want := []string{"", "reading: 1,234 articles, 5.0 MB/s, 3s left", "", "analysing: 11,000 of 11,538 articles, 50.0 MB/s, 0s left", "linking names, building the index", ""}
	if got := strings.Split(out.String(), "\r\x1b[K"); strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("shown: %q, want %q", got, want)
	}
}

func TestNoProgressWithoutATerminal(t *testing.T) {
	var out strings.Builder
	p := program{surroundings: surroundings{stderr: &out, now: time.Now}}.newProgress()
	p.reading(article.Progress{Articles: 1, Read: 1, Size: 2})
	p.building(kb.Progress{Articles: 1, Of: 2, Bytes: 1, Total: 2})
	p.clear()
	if out.Len() > 0 {
		t.Errorf("shown: %q", out.String())
	}
}
