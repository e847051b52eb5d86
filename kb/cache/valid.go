package cache

import (
	"unicode/utf8"

	"dateline/kb/doc"
	"dateline/kb/names"
	"dateline/kb/text"
)

// valid reports whether what was read can be the analysis of its article: all
// places lie in the text, in order and between characters, and every number is one
// that there is. A file may have the right checksum and be somebody else's.
func valid(d *doc.Document) bool {
	s := d.Article.Text
	return validSentences(d, s) && validNames(d, s) && validTimes(d, s)
}

// within reports whether a span lies in a text, between characters.
func within(p text.Span, s string) bool {
	return 0 <= p.Start && p.Start < p.End && p.End <= len(s) && boundary(s, p.Start) && boundary(s, p.End)
}

// boundary reports whether a character begins at byte i, or the text ends.
func boundary(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }

func validSentences(d *doc.Document, s string) bool {
	end, paragraph := 0, 0
	for _, x := range d.Sentences {
		if !within(x.Span, s) || x.Start < end || x.Paragraph < paragraph {
			return false
		}
		end, paragraph = x.End, x.Paragraph
	}
	return true
}

func validNames(d *doc.Document, s string) bool {
	end := 0
	for _, x := range d.Names {
		p := text.Span{Start: int(x.Start), End: int(x.End)}
		if !within(p, s) || p.Start < end || x.Type > names.Misc {
			return false
		}
		end = p.End
	}
	return true
}

func validTimes(d *doc.Document, s string) bool {
	start := 0
	for _, x := range d.Times {
		p := text.Span{Start: x.Start, End: x.End}
		if !within(p, s) || p.Start < start || x.Text != p.Of(s) || x.Anchor < -1 || x.Anchor >= len(d.Times) ||
			x.Weekday < 0 || x.Weekday > 7 || x.Last.Before(x.First) && !x.Last.IsZero() {
			return false
		}
		start = p.Start
	}
	return true
}
