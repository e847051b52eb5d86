package kb

import (
	"context"
)

// Quotation is something that somebody said.
type Quotation struct {
	Speaker  string
	Evidence Evidence // its Marks are the words said
}

// Quotes returns what a person said, newest first, where about is not empty
// only on that subject.
func (b *Base) Quotes(ctx context.Context, person, about string) []Quotation { return nil }
