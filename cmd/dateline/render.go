package main

import (
	"fmt"
	"strings"

	"dateline/kb"
)

const (
	maxShown = 3   // quotes, beside them the others are counted
	unsure   = 0.5 // confidence below which it is said
)

// writeText writes an answer for a person to read, with a blank line after it.
func (p program) writeText(x exchange) error {
	if x.read != nil {
		for line := range strings.Lines(x.read.String()) {
			if _, err := fmt.Fprintln(p.stdout, strings.TrimSpace(printable(line))); err != nil {
				return err
			}
		}
	}
	_, err := fmt.Fprintln(p.stdout, p.page().answer(x.answer))
	return err
}

// writeBoth writes a question and its answer.
func (p program) writeBoth(x exchange) error {
	if _, err := fmt.Fprint(p.stdout, p.page().wrap(printable(x.query), "> ", "  ")); err != nil {
		return err
	}
	return p.writeText(x)
}

// answer lays an answer out: first the answer, then the quotes that it rests
// on with their articles, then what else there is to know.
func (p page) answer(a kb.Answer) string {
	var b strings.Builder
	if a.Text != "" {
		text := printable(a.Text)
		if p.colour {
			text = string(markOn) + text + string(markOff)
		}
		b.WriteString(p.wrap(text, "", ""))
	}
	p.notes(&b, a)
	shown := a.Evidence[:min(len(a.Evidence), maxShown)]
	for i, e := range shown {
		b.WriteString("\n" + p.wrap(marked(e), "  ", "  "))
		if i+1 == len(shown) || shown[i+1].ArticleID != e.ArticleID {
			b.WriteString(p.source(e))
		}
	}
	p.more(&b, a, shown)
	return b.String()
}

// notes are what belongs to the answer itself.
func (p page) notes(b *strings.Builder, a kb.Answer) {
	if a.Message != "" {
		b.WriteString(p.wrap(printable(a.Message), "", ""))
	}
	for _, d := range a.Dates {
		if line := p.date(a, d); line != "" {
			b.WriteString(p.wrap(line, "  ", "    "))
		}
	}
	if a.Text != "" && a.Confidence < unsure {
		b.WriteString(p.wrap(fmt.Sprintf("Not sure: %.0f %%.", 100*a.Confidence), "", ""))
	}
}

// more is what lies beside the answer and the quotes shown.
func (p page) more(b *strings.Builder, a kb.Answer, shown []kb.Evidence) {
	articles := map[string]bool{}
	for _, e := range shown {
		articles[e.ArticleID] = true
	}
	if n := a.Sources - len(articles); n > 0 {
		b.WriteString("\n" + p.wrap("Also in "+count(n, "other article")+".", "", ""))
	}
	p.list(b, a, "Which one?", a.Choices)
	p.list(b, a, "Did you mean?", a.Suggestions)
}

// list lists names, unless the message has them.
func (p page) list(b *strings.Builder, a kb.Answer, title string, items []string) {
	if len(items) == 0 || strings.Contains(a.Message, items[0]) {
		return
	}
	b.WriteString(title + "\n")
	for _, item := range items {
		b.WriteString(p.wrap(printable(item), "  ", "    "))
	}
}

// date is a date of an answer in a line: "Tuesday 2 May 2023 (“Tuesday”): what
// happened". It is empty where the answer says all of it.
func (p page) date(a kb.Answer, d kb.Date) string {
	line, said, event := printable(d.Words), printable(d.Text), strings.Trim(printable(d.Event), " ,;")
	if line == "" {
		line = said
	}
	if strings.Contains(a.Text, line) && len(a.Dates) == 1 && d.Note == "" {
		return ""
	}
	if !strings.Contains(line, said) {
		line += " (“" + said + "”)"
	}
	if event != "" && len(a.Dates) > 1 {
		line += ": " + p.clip(event, p.width-p.columns(line)-8)
	}
	if d.Note != "" {
		line += " — " + printable(d.Note)
	}
	return line
}

// marked is a quote with the answer marked.
func marked(e kb.Evidence) string {
	var b strings.Builder
	at := 0
	for _, m := range e.Marks {
		if m[0] < at || m[1] <= m[0] || m[1] > len(e.Quote) {
			continue
		}
		b.WriteString(printable(e.Quote[at:m[0]]))
		b.WriteRune(markOn)
		b.WriteString(printable(e.Quote[m[0]:m[1]]))
		b.WriteRune(markOff)
		at = m[1]
	}
	b.WriteString(printable(e.Quote[at:]))
	return b.String()
}

// source tells which article a quote is from.
func (p page) source(e kb.Evidence) string {
	title := e.Title
	if !strings.HasSuffix(title, "...") {
		title = strings.TrimSuffix(title, ".")
	}
	if e.Source != "" {
		title += " · " + e.Source
	}
	if !e.Date.IsZero() {
		title += " · " + e.Date.Format("2 January 2006")
	}
	line := p.wrap(printable(title), "  — ", "    ")
	if e.URL != "" {
		line += p.wrap(printable(e.URL), "    ", "    ")
	}
	return line
}

func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return thousands(n) + " " + thing + "s"
}
