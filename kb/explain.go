package kb

import (
	"context"
)

// Explanation is what the knowledge base knows of a name in somebody's text.
type Explanation struct {
	Name string // preferred name
	Type string // "person", "place", "organisation" or "name"
	What string // role or description; may be empty
	// Evidence is the sentence that says most about it.
	Evidence Evidence
}

// Explain finds the people, places and organisations that the knowledge base
// knows in a text, in the order of the text, each once, at most n.
func (b *Base) Explain(ctx context.Context, text string, n int) []Explanation { return nil }
