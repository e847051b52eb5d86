package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"iter"
	"runtime"
	"strings"
	"time"

	"dateline/kb"
	"dateline/kb/stream"
)

// maxQuestionLine bounds a line of input, in bytes.
const maxQuestionLine = 1 << 20

// askCommand answers questions in the terminal.
func askCommand(flags *flag.FlagSet) action {
	articles := articlesFlag(flags, "answer from")
	asJSON := flags.Bool("json", false, "read lines that may be objects {\"id\", \"query\", \"asked\": \"YYYY-MM-DD\"},\nand write one JSON object an answer")
	explain := flags.Bool("explain", false, "show how each question was understood")
	return func(ctx context.Context, p program, args []string) error {
		base, err := p.load(ctx, *articles)
		if err != nil {
			return err
		}
		a := asker{p, base, day(p.now()), *explain, p.writeText}
		if *asJSON {
			a.write = p.writeJSON
		}
		switch {
		case len(args) > 0:
			return a.write(a.answer(ctx, a.plain(strings.Join(args, " "))))
		case p.in.is && !*asJSON:
			return a.prompt(ctx)
		case *asJSON:
			return a.lines(ctx, a.object)
		}
		a.write = p.writeBoth
		return a.lines(ctx, a.plain)
	}
}

// asker answers the questions of one start.
type asker struct {
	program
	base  *kb.Base
	today time.Time
	// explain is set where the reading of a question is shown.
	explain bool
	write   func(exchange) error
}

// exchange is a question and its answer.
type exchange struct {
	id     json.RawMessage // as given, nil if none
	query  string
	asked  time.Time
	fault  error // why the line is no question
	line   int   // of the input, 0 for none
	answer kb.Answer
	read   *kb.Reading // how the question was understood, where that is shown
	took   time.Duration
}

// plain makes a question of a line.
func (a asker) plain(line string) exchange {
	return exchange{query: strings.TrimSpace(line), asked: a.today}
}

// answer asks the knowledge base.
func (a asker) answer(ctx context.Context, x exchange) exchange {
	q := kb.ParseLine(x.query)
	q.Asked = x.asked
	if x.fault != nil {
		x.answer = kb.Answer{Kind: q.Kind, Abstained: true, Message: x.fault.Error()}
		return x
	}
	if a.explain {
		r := a.base.Understand(q)
		x.read = &r
	}
	start := a.now()
	x.answer = a.base.Ask(ctx, q)
	x.took = a.now().Sub(start)
	return x
}

// lines answers one question a line, on all cores and in order.
func (a asker) lines(ctx context.Context, parse func(string) exchange) error {
	var broken error
	faults := 0
	answer := func(x exchange) exchange { return a.answer(ctx, x) }
	for x := range stream.Map(a.read(parse, &broken), runtime.GOMAXPROCS(0), answer) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if x.fault != nil {
			faults++
			a.log.Warn("not a question", "line", x.line, "reason", x.fault)
		}
		if err := a.write(x); err != nil {
			return fmt.Errorf("writing an answer: %w", err)
		}
	}
	if broken != nil {
		return fmt.Errorf("reading the questions: %w", broken)
	}
	if faults > 0 {
		return errTold
	}
	return nil
}

// read reads the lines of standard input; blank ones do not count. Where
// reading fails, broken is set before the end.
func (a asker) read(parse func(string) exchange, broken *error) iter.Seq[exchange] {
	return func(yield func(exchange) bool) {
		for line, err := range stream.Lines(a.stdin, maxQuestionLine) {
			if err != nil {
				*broken = err
				return
			}
			x := parse(strings.ToValidUTF8(string(line.Text), "\ufffd"))
			if line.TooLong {
				x.fault = fmt.Errorf("a line longer than the limit of %d bytes", maxQuestionLine)
			} else if x.query == "" && x.id == nil && x.fault == nil {
				continue
			}
			x.line = line.Number
			if !yield(x) {
				return
			}
		}
	}
}

// day is the calendar day of t where t is, as UTC midnight.
func day(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}
