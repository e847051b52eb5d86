package library

import (
	"regexp"
	"slices"
	"strings"

	"dateline/kb/answer"
	"dateline/kb/text"
)

// maxQuote bounds a quote in bytes; a page that has no sentences must not be
// quoted whole.
const maxQuote = 1200

// Evidence quotes a unit with the given spans, byte offsets into the article's
// text, marked.
func (l *Library) Evidence(u Unit, marks ...text.Span) answer.Evidence {
	a := l.Article(u.Doc)
	p := u.Span
	if n := Caption(p.Of(a.Text)); n > 0 && (len(marks) == 0 || p.Start+n <= marks[0].Start) {
		p.Start += n
	}
	if p.Len() > maxQuote {
		p = around(a.Text, p, marks)
	}
	e := answer.Evidence{
		Quote: p.Of(a.Text), ArticleID: a.ID, Title: a.Title, Date: a.Date, URL: a.URL, Source: a.Source,
		Start: p.Start, End: p.End,
	}
	for _, m := range mergeSpans(marks) {
		if p.Contains(m) && m.Len() > 0 {
			e.Marks = append(e.Marks, [2]int{m.Start - p.Start, m.End - p.Start})
		}
	}
	return e
}

// captioned is what web pages put before the captions of a gallery.
var captioned = regexp.MustCompile(`^Hide Caption \d+ of \d+ (?:Photos: )*`)

// Caption is the length in bytes of what stands before a caption at the beginning
// of s, and is no part of it; 0 where s is none.
func Caption(s string) int { return len(captioned.FindString(s)) }

// around cuts p down to maxQuote bytes near the first mark, at blanks.
func around(s string, p text.Span, marks []text.Span) text.Span {
	at := p.Start
	if len(marks) > 0 {
		at = marks[0].Start
	}
	start := max(p.Start, at-maxQuote/2)
	end := min(p.End, start+maxQuote)
	for start > p.Start && start < at && s[start] != ' ' {
		start++
	}
	for end < p.End && end > start && s[end] != ' ' {
		end--
	}
	return TrimSpan(s, text.Span{Start: start, End: max(end, start)})
}

// mergeSpans orders spans and joins those that overlap.
func mergeSpans(in []text.Span) []text.Span {
	in = slices.Clone(in)
	slices.SortFunc(in, func(a, b text.Span) int { return a.Start - b.Start })
	var out []text.Span
	for _, p := range in {
		if n := len(out); n > 0 && p.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, p.End)
			continue
		}
		out = append(out, p)
	}
	return out
}

// Distinct keeps the first quote of each place, at most MaxEvidence,
// with the marks of all.
func Distinct(in []answer.Evidence) []answer.Evidence {
	var out []answer.Evidence
	for _, e := range in {
		i := slices.IndexFunc(out, func(o answer.Evidence) bool {
			return o.ArticleID == e.ArticleID && o.Start == e.Start && o.End == e.End || o.Quote == e.Quote
		})
		switch {
		case i >= 0:
			out[i].Marks = mergeMarks(append(out[i].Marks, e.Marks...))
		case len(out) < MaxEvidence:
			out = append(out, e)
		}
	}
	return out
}

func mergeMarks(in [][2]int) [][2]int {
	spans := make([]text.Span, len(in))
	for i, m := range in {
		spans[i] = text.Span{Start: m[0], End: m[1]}
	}
	var out [][2]int
	for _, p := range mergeSpans(spans) {
		out = append(out, [2]int{p.Start, p.End})
	}
	return out
}

// CreditOf is the credit of a picture that the bytes p of s belong to ("Ann
// Lee/AP"), which says nothing of the sentence around it; false where they belong
// to none.
func CreditOf(s string, p text.Span) (text.Span, bool) {
	if strings.Contains(p.Of(s), "/") {
		return p, true
	}
	if strings.HasPrefix(s[p.End:], " /") {
		p.End++ // "Ann Lee /AP"
	}
	if p.End < len(s) && s[p.End] == '/' {
		end := strings.IndexAny(s[p.End:], " \n")
		if end < 0 {
			end = len(s) - p.End
		}
		return text.Span{Start: p.Start, End: p.End + end}, true
	}
	return p, false
}
