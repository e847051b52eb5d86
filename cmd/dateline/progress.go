package main

import (
	"fmt"
	"io"
	"time"

	"dateline/kb"
	"dateline/kb/article"
)

const (
	progressAfter = 500 * time.Millisecond // what is quicker needs no progress
	progressEvery = 100 * time.Millisecond
)

// progress shows on a terminal how far loading is. A nil progress shows
// nothing.
type progress struct {
	w     io.Writer
	now   func() time.Time
	start time.Time // of the present part of the work
	last  time.Time // shown
	shown bool
}

// newProgress returns nil where standard error is no terminal.
func (p program) newProgress() *progress {
	if !p.err.is {
		return nil
	}
	return &progress{w: p.stderr, now: p.now, start: p.now()}
}

// reading shows how far the files are read.
func (p *progress) reading(at article.Progress) {
	p.show(at.Read, at.Size, func(rate string) string {
		return fmt.Sprintf("reading: %s articles, %s", thousands(at.Articles), rate)
	})
}

// building shows how far the articles are analysed.
func (p *progress) building(at kb.Progress) {
	if at.Articles < at.Of {
		p.show(at.Bytes, at.Total, func(rate string) string {
			return fmt.Sprintf("analysing: %s of %s articles, %s", thousands(at.Articles), thousands(at.Of), rate)
		})
		return
	}
	if p != nil && p.shown {
		p.draw("linking names, building the index")
	}
}

// show draws a line, which is given the rate and the time left, unless it is
// too early or the last one too recent.
func (p *progress) show(done, total int64, line func(rate string) string) {
	if p == nil {
		return
	}
	now := p.now()
	if now.Sub(p.start) < progressAfter || now.Sub(p.last) < progressEvery {
		return
	}
	p.last = now
	p.draw(line(rate(done, total, now.Sub(p.start))))
}

func (p *progress) draw(line string) {
	p.shown = true
	fmt.Fprintf(p.w, "\r\x1b[K%s", line)
}

// rate is the speed so far and the time that the rest will take at that speed.
func rate(done, total int64, took time.Duration) string {
	perSecond := float64(done) / took.Seconds()
	if perSecond <= 0 {
		return "0 MB/s"
	}
	left := time.Duration(float64(max(0, total-done)) / perSecond * float64(time.Second))
	return fmt.Sprintf("%.1f MB/s, %s left", perSecond/1e6, left.Round(time.Second))
}

// clear removes the line and begins the next part of the work.
func (p *progress) clear() {
	if p == nil {
		return
	}
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
	p.shown, p.start = false, p.now()
}

// thousands writes n with commas: 11,538.
func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
