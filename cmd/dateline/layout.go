package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Marks of emphasis within a text that is being laid out. Control characters
// are taken out of what comes from articles, so the marks are unmistakable.
const (
	markOn  = '\x01'
	markOff = '\x02'
)

// page is how text is laid out on standard output.
type page struct {
	width  int  // columns
	colour bool // escape sequences are understood and wanted
}

const (
	plainWidth = 80  // where nobody tells
	minWidth   = 20  // narrower is not wrapped further
	maxWidth   = 100 // wider lines are hard to read
)

// page says how to lay out what goes to standard output. NO_COLOR, when set to
// anything, turns escape sequences off (https://no-color.org).
func (p program) page() page {
	columns := p.out.width
	if columns <= 0 {
		columns = plainWidth
	}
	return page{
		width:  min(max(columns, minWidth), maxWidth),
		colour: p.out.is && p.setting("NO_COLOR") == "" && p.setting("TERM") != "dumb",
	}
}

// printable takes out of s what could act on a terminal: control characters
// and marks that turn the direction of writing. White space becomes blanks.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, s)
}

// wrap breaks s between words so that no line is longer than the page. The
// first line begins with first, the others with rest.
func (p page) wrap(s, first, rest string) string {
	var b strings.Builder
	b.WriteString(first)
	column := p.columns(first)
	begun := false
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }) {
		w := p.columns(word)
		switch {
		case begun && column+1+w > p.width:
			b.WriteString("\n" + rest)
			column = p.columns(rest)
		case begun:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += w
		begun = true
	}
	b.WriteByte('\n')
	return p.emphasise(b.String())
}

// emphasise turns the marks into what the page can show: bold, or stars.
func (p page) emphasise(s string) string {
	if p.colour {
		return strings.NewReplacer(string(markOn), "\x1b[1m", string(markOff), "\x1b[0m").Replace(s)
	}
	return strings.NewReplacer(string(markOn), "*", string(markOff), "*").Replace(s)
}

// columns is the width of s on the page.
func (p page) columns(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r == markOn || r == markOff:
			if !p.colour {
				n++
			}
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case wide(r):
			n += 2
		default:
			n++
		}
	}
	return n
}

// clip cuts s between words where it has more columns than n.
func (p page) clip(s string, n int) string {
	if p.columns(s) <= n {
		return s
	}
	cut := ""
	for word := range strings.FieldsSeq(s) {
		if p.columns(cut)+p.columns(word)+2 > n && cut != "" {
			break
		}
		cut = strings.TrimSpace(cut + " " + word)
	}
	return strings.TrimRight(cut, " ,;:–—-") + "…"
}

// wide reports whether r takes two columns.
func wide(r rune) bool {
	k := width.LookupRune(r).Kind()
	return k == width.EastAsianWide || k == width.EastAsianFullwidth
}
