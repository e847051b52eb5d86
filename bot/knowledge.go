package bot

import (
	"context"
	"time"

	"dateline/kb"
)

// Knowledge is what the bot answers from. *kb.Base is one.
type Knowledge interface {
	Ask(ctx context.Context, q kb.Question) kb.Answer
	Complete(typed string, n int) []kb.Completion
	Timeline(ctx context.Context, subject string, from, to time.Time) []kb.Event
	Quotes(ctx context.Context, person, about string) []kb.Quotation
	Latest(ctx context.Context, about string, n int) []kb.Headline
	Summarize(ctx context.Context, title string) (s kb.Summary, found bool, near []string)
	CompleteTitle(typed string, n int) []string
	Explain(ctx context.Context, text string, n int) []kb.Explanation
	Stats() kb.Stats
	Examples(n int) []string
}

var _ Knowledge = (*kb.Base)(nil)
