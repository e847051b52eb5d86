package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"iter"
	"runtime"
	"sync"
	"time"

	"dateline/kb/article"
	"dateline/kb/names"
	"dateline/kb/stream"
	"dateline/kb/timex"
)

// The input and output of annotate; offsets are UTF-8 byte offsets.
type (
	plainText struct {
		Doc  string `json:"doc"`
		Text string `json:"-"`
		DCT  string `json:"dct"` // the document's date
	}
	annotated struct {
		Doc     string      `json:"doc"`
		Timexes []jsonTimex `json:"timexes"`
		Names   []jsonName  `json:"names"`
	}
	jsonTimex struct {
		Start int        `json:"start"`
		End   int        `json:"end"`
		Text  string     `json:"text"`
		Type  timex.Type `json:"type"`
		Value string     `json:"value"`
	}
	jsonName struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Text  string `json:"text"`
		Type  string `json:"type"`
	}
)

// maxDocumentLine bounds a line of input, in bytes.
const maxDocumentLine = 64 << 20

// annotateCommand shows the times and names in texts.
func annotateCommand(flags *flag.FlagSet) action {
	articles := articlesFlag(flags, "take texts that a line names by \"doc\" alone from")
	return func(ctx context.Context, p program, _ []string) error {
		a := annotator{p, sync.OnceValues(func() (map[string]article.Article, error) { return p.articlesByID(ctx, *articles) })}
		return a.lines(ctx)
	}
}

// annotator annotates the texts of one start.
type annotator struct {
	program
	// loaded returns the loaded articles by ID; they are read when first
	// asked for.
	loaded func() (map[string]article.Article, error)
}

// lines annotates one text a line, on all cores and in order.
func (a annotator) lines(ctx context.Context) error {
	var broken error
	faults := 0
	for r := range stream.Map(a.documents(&broken), runtime.GOMAXPROCS(0), a.annotate) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if r.fault != nil {
			faults++
			a.log.Warn("not annotated", "line", r.line, "reason", r.fault)
			continue
		}
		if err := writeLine(a.stdout, r.out); err != nil {
			return fmt.Errorf("writing an annotation: %w", err)
		}
	}
	if broken != nil {
		return fmt.Errorf("reading the texts: %w", broken)
	}
	if faults > 0 {
		return errTold
	}
	return nil
}

// documents reads the lines of standard input. Where reading fails, broken is
// set before the end.
func (p program) documents(broken *error) iter.Seq[stream.Line] {
	return func(yield func(stream.Line) bool) {
		for line, err := range stream.Lines(p.stdin, maxDocumentLine) {
			if err != nil {
				*broken = err
				return
			}
			if line.TooLong || len(bytes.TrimSpace(line.Text)) > 0 {
				if !yield(line) {
					return
				}
			}
		}
	}
}

// annotation is what became of a line.
type annotation struct {
	line  int
	out   annotated
	fault error
}

func (a annotator) annotate(line stream.Line) annotation {
	r := annotation{line: line.Number}
	var in plainText
	if in, r.fault = a.document(line); r.fault != nil {
		return r
	}
	var date time.Time
	if in.DCT != "" {
		if date, r.fault = article.ParseDate(in.DCT); r.fault != nil {
			return r
		}
	}
	r.out = annotated{in.Doc, []jsonTimex{}, []jsonName{}}
	for _, t := range timex.Find(in.Text, date) {
		r.out.Timexes = append(r.out.Timexes, jsonTimex{t.Start, t.End, t.Text, t.Type, t.Value})
	}
	for _, n := range names.Find(in.Text) {
		r.out.Names = append(r.out.Names, jsonName{int(n.Start), int(n.End), in.Text[n.Start:n.End], n.Type.String()})
	}
	return r
}

// document reads a line. One without a text means a loaded article.
func (a annotator) document(line stream.Line) (plainText, error) {
	var in struct {
		plainText
		Text *string `json:"text"`
	}
	if line.TooLong {
		return in.plainText, fmt.Errorf("longer than the limit of %d bytes", maxDocumentLine)
	}
	if err := json.Unmarshal(line.Text, &in); err != nil {
		return in.plainText, fmt.Errorf("not a text in JSON: %w", err)
	}
	if in.Text != nil {
		in.plainText.Text = *in.Text
		return in.plainText, nil
	}
	articles, err := a.loaded()
	if err != nil {
		return in.plainText, err
	}
	found, ok := articles[in.Doc]
	if !ok {
		return in.plainText, fmt.Errorf("no \"text\", and no loaded article is called %q", in.Doc)
	}
	in.plainText.Text = found.Text
	if in.DCT == "" && !found.Date.IsZero() {
		in.DCT = isoDay(found.Date)
	}
	return in.plainText, nil
}
