package article

import (
	"fmt"
	"net/url"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"dateline/kb/text"
)

// complete derives what was not given: the title from the text, the outlet
// from the address. An address that is none is left out, and said.
func (a Article) complete() (Article, error) {
	a.Title = oneLine(a.Title)
	a.Source = oneLine(a.Source)
	if a.Title == "" {
		a.Title = headline(a.Text)
	}
	if a.URL == "" {
		return a, nil
	}
	host, ok := webHost(a.URL)
	if !ok {
		err := fmt.Errorf("url %.80q is left out: not a web address", a.URL)
		a.URL = ""
		return a, err
	}
	if a.Source == "" {
		a.Source = host
	}
	return a, nil
}

// oneLine makes a line of s: white space of any kind becomes one blank.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// webHost returns the host of an http or https address, without "www.".
func webHost(address string) (string, bool) {
	if strings.ContainsFunc(address, unicode.IsSpace) {
		return "", false
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		return "", false
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www."), true
}

// maxHeadline is the length of a title made from the text, in runes.
const maxHeadline = 120

// headline is the first sentence of s, cut between words where it is long.
func headline(s string) string {
	start := s[:runeStart(s, 8*maxHeadline)]
	if sentences := text.Sentences(start); len(sentences) > 0 {
		start = sentences[0].Of(start)
	}
	start = oneLine(start)
	if utf8.RuneCountInString(start) <= maxHeadline {
		return start
	}
	runes := []rune(start)[:maxHeadline]
	if i := strings.LastIndexByte(string(runes), ' '); i > 0 {
		return strings.TrimRight(string(runes)[:i], " ,;:–—-") + "…"
	}
	return string(runes) + "…"
}

// runeStart is the last offset up to n at which a rune of s begins, or its
// length.
func runeStart(s string, n int) int {
	if n >= len(s) {
		return len(s)
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}

// datePattern reports whether s looks like YYYY-MM-DD, real or not.
func datePattern(s string) bool {
	if len(s) != len(time.DateOnly) {
		return false
	}
	for i, c := range []byte(s) {
		if dash := i == 4 || i == 7; dash && c != '-' || !dash && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// ParseDate reads a day as YYYY-MM-DD, alone or before a time of day ("T15:04:05Z").
func ParseDate(s string) (time.Time, error) {
	day, _, _ := strings.Cut(s, "T")
	if !datePattern(day) {
		return time.Time{}, fmt.Errorf("date %.40q, want YYYY-MM-DD", s)
	}
	t, err := time.Parse(time.DateOnly, day)
	if err != nil || t.Year() < 1 || t.IsZero() {
		return time.Time{}, fmt.Errorf("date %s does not exist", day)
	}
	return t, nil
}
