package kb

import (
	"context"
	"time"
)

// Headline is one article in a list.
type Headline struct {
	ID, Title, URL, Source string
	Date                   time.Time
}

// Latest returns at most n articles, newest first, where about is not empty
// only those on that subject.
func (b *Base) Latest(ctx context.Context, about string, n int) []Headline { return nil }
