package main

import (
	"context"
	"fmt"
	"strings"

	"dateline/kb"
	"dateline/kb/stream"
)

// prompt answers what a person types, until the input ends or the context
// does (Ctrl-D, Ctrl-C).
func (a asker) prompt(ctx context.Context) error {
	a.greet()
	fmt.Fprint(a.stdout, "> ")
	defer fmt.Fprintln(a.stdout)
	for line, err := range stream.Lines(a.stdin, maxQuestionLine) {
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading the questions: %w", err)
		}
		if err := a.reply(ctx, line); err != nil {
			return fmt.Errorf("writing an answer: %w", err)
		}
		fmt.Fprint(a.stdout, "> ")
	}
	return nil
}

// reply answers one line of the prompt.
func (a asker) reply(ctx context.Context, line stream.Line) error {
	if line.TooLong {
		fmt.Fprintf(a.stdout, "That is longer than the limit of %d bytes.\n", maxQuestionLine)
		return nil
	}
	query := strings.ToValidUTF8(string(line.Text), "\ufffd")
	switch strings.ToLower(strings.TrimSpace(query)) {
	case "":
		return nil
	case "help", "/help", "?":
		a.help()
		return nil
	}
	return a.writeText(a.answer(ctx, a.plain(query)))
}

// greet says what is loaded and what to do.
func (a asker) greet() {
	s := a.base.Stats()
	line := count(s.Articles, "article")
	if !s.First.IsZero() {
		line += ", " + span(s)
	}
	fmt.Fprintf(a.stdout, "%s. Ask about somebody or something in them; \"help\" shows how, Ctrl-D ends.\n", line)
	a.examples()
}

func (a asker) examples() {
	for _, e := range a.base.Examples(3) {
		fmt.Fprintf(a.stdout, "  %s\n", printable(e))
	}
}

func (a asker) help() {
	for _, k := range kb.Kinds() {
		fmt.Fprint(a.stdout, a.page().wrap(k.Summary+": "+k.Hint, fmt.Sprintf("  /%-8s ", k.Kind), strings.Repeat(" ", 12)))
	}
	fmt.Fprintln(a.stdout, "A name alone, or a question in plain words, will do as well. For example:")
	a.examples()
}

// span is the time that the articles cover.
func span(s kb.Stats) string {
	first, last := s.First.Format("2 January 2006"), s.Last.Format("2 January 2006")
	if first == last {
		return first
	}
	return first + " to " + last
}
