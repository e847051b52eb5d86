package kb

import (
	"context"
	"strings"
	"time"

	"dateline/kb/library"
	"dateline/kb/query"
	"dateline/kb/text"
)

// Reading is how a question was understood, for people to see.
type Reading struct {
	Kind    string   // what it asks with: "who", "howmany", "yesno"
	Wants   string   // the type of answer: "person", "age", "count"
	Class   string   // the noun that says of what class the answer is, or empty
	Unit    string   // what is counted, or empty
	Names   []string // the names in it, with what the articles know them as
	Unknown []string // the names that no article has
	Words   []string // the other words that tell something, the most telling first
	Choices []string // what one may choose among
	Several bool     // whether a list is asked for
	Negated bool     // whether the exception is asked for
	// From and To are the days that it restricts itself to; zero where it does
	// not.
	From, To time.Time
}

// Understand reads a question as [Base.Ask] does.
func (b *Base) Understand(q Question) Reading {
	asked, _ := b.understand(context.Background(), Question{Kind: q.Kind, Text: library.Clean(q.Text), Asked: q.Asked})
	r := Reading{
		Kind: string(asked.Kind), Wants: asked.Expect.String(), Class: asked.Class, Unit: unitWord(asked), Unknown: asked.Unknown,
		Several: asked.Several, Negated: asked.Negated, From: asked.From, To: asked.To,
	}
	for _, n := range asked.Names {
		s := n.Text
		if len(n.IDs) > 0 {
			e := b.lib.Entity(n.IDs[0])
			if s = e.Name + " (" + library.TypeWord(e.Type) + ")"; text.Fold(e.Name) != text.Fold(n.Text) {
				s = n.Text + ": " + s
			}
		}
		r.Names = append(r.Names, s)
	}
	for _, t := range asked.Terms {
		if !t.Name {
			r.Words = append(r.Words, t.Word)
		}
	}
	for _, c := range asked.Choices {
		r.Choices = append(r.Choices, strings.Join(c, " "))
	}
	return r
}

// unitWord is the word with which a question names what it counts.
func unitWord(q query.Query) string {
	for _, t := range q.Terms {
		if q.Unit != "" && t.Stem == q.Unit {
			return t.Word
		}
	}
	return q.Unit
}

// String is the reading on a few lines.
func (r Reading) String() string {
	var b strings.Builder
	line := func(name, value string) {
		if value != "" {
			b.WriteString(name + strings.Repeat(" ", max(1, 9-len(name))) + value + "\n")
		}
	}
	line("asks", r.Kind)
	line("wants", r.Wants)
	line("class", r.Class)
	line("counts", r.Unit)
	line("names", strings.Join(r.Names, ", "))
	line("unknown", strings.Join(r.Unknown, ", "))
	line("words", strings.Join(r.Words, ", "))
	line("among", strings.Join(r.Choices, " / "))
	if r.Several {
		line("several", "yes")
	}
	if r.Negated {
		line("negated", "yes")
	}
	if !r.From.IsZero() {
		line("time", library.Days(r.From, r.To))
	}
	return b.String()
}
