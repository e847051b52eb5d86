package kb

import (
	"context"
)

// Summary is an article in short.
type Summary struct {
	Headline
	Sentences []Evidence // its key sentences, in the article's order
	People    []string
	Places    []string
	Others    []string // organisations and other names
	Dates     []Date
}

// Summarize returns the summary of the article whose title is meant, and near
// titles where none is.
func (b *Base) Summarize(ctx context.Context, title string) (s Summary, found bool, near []string) {
	return Summary{}, false, nil
}
