package kb

import (
	"context"
	"strings"

	"dateline/kb/library"
)

// Ask answers a question. It never fails: what cannot be answered is an
// abstention.
func (b *Base) Ask(ctx context.Context, q Question) Answer {
	q.Text = library.Clean(q.Text)
	if q.Leans() {
		if a, ok := b.within(ctx, q); ok {
			return a
		}
		q.Within = [MaxWithin]string{}
	}
	if len(library.ContentStems(q.Text)) == 0 && b.lib.Meant(q.Text, q.Asked) == nil {
		return Answer{Kind: q.Kind, Abstained: true, Message: "Ask me about somebody or something in the news, for example: " + b.example()}
	}
	return b.answer(ctx, q)
}

// answer answers a question that has words, by the table of kinds.
func (b *Base) answer(ctx context.Context, q Question) Answer {
	for _, k := range kinds() {
		if k.Kind == q.Kind {
			a := k.answer(b, ctx, q)
			if a.Kind == "" {
				a.Kind = q.Kind
			}
			return a
		}
	}
	return b.plain(ctx, q)
}

// ParseLine reads a line as a person types it: a slash command ("/who
// Kuleba"), or anything else as a plain question.
func ParseLine(line string) Question {
	line = strings.TrimSpace(line)
	if !strings.HasPrefix(line, "/") {
		return Question{Kind: Ask, Text: line}
	}
	name, rest, _ := strings.Cut(line[1:], " ")
	for _, k := range Kinds() {
		if strings.EqualFold(name, string(k.Kind)) {
			return Question{Kind: k.Kind, Text: strings.TrimSpace(rest)}
		}
	}
	return Question{Kind: Ask, Text: strings.TrimSpace(line[1:])}
}
