package kb

import (
	"context"
	"time"
)

// Quotes returns what a person said, newest first, where about is not empty
// only on that subject.
func (b *Base) Quotes(ctx context.Context, person, about string) []Quotation {
	return b.browse.Quotes(ctx, person, about)
}

// Timeline returns the dated events about a subject in order of time, from
// the day from to the day to (either may be zero for no bound).
func (b *Base) Timeline(ctx context.Context, subject string, from, to time.Time) []Event {
	return b.browse.Timeline(ctx, subject, from, to)
}

// Latest returns at most n articles, newest first, where about is not empty
// only those on that subject.
func (b *Base) Latest(ctx context.Context, about string, n int) []Headline {
	return b.browse.Latest(ctx, about, n)
}

// Summarize returns the summary of the article whose title is meant, and near
// titles where none is.
func (b *Base) Summarize(ctx context.Context, title string) (s Summary, found bool, near []string) {
	return b.browse.Summarize(ctx, title)
}

// Explain finds the people, places and organisations that the knowledge base
// knows in a text, in the order of the text, each once, at most n. Of a question in
// small letters it finds those that the question is read to name.
func (b *Base) Explain(ctx context.Context, s string, n int) []Explanation {
	out := b.browse.Explain(ctx, s, n)
	if len(out) > 0 || len(s) > maxTypedSmall {
		return out
	}
	for _, name := range b.reader.Parse(s, time.Time{}).Names {
		if len(name.IDs) > 0 && len(out) < n {
			out = append(out, b.browse.Explanation(name.IDs[0]))
		}
	}
	return out
}

// maxTypedSmall bounds, in bytes, what is looked through for names in small letters.
const maxTypedSmall = 200

// Stats returns what is loaded.
func (b *Base) Stats() Stats { return b.browse.Stats() }

// Complete returns at most n names and roles of the knowledge base for what
// has been typed so far. In a pair ("Blinken-U") it completes the second half
// and returns the whole.
func (b *Base) Complete(typed string, n int) []Completion { return b.browse.Complete(typed, n) }

// CompleteTitle returns at most n article titles for what has been typed,
// newest first where nothing has.
func (b *Base) CompleteTitle(typed string, n int) []string { return b.browse.CompleteTitle(typed, n) }
