package read

import (
	"context"

	"dateline/kb/query"
)

// Example is a candidate as the model sees it, for training.
type Example struct {
	Candidate
	Vector []float32
}

// Collect gathers the candidates for a question with their features, in no
// particular order, for training.
func (r *Reader) Collect(ctx context.Context, q query.Query) []Example {
	d := r.desk()
	defer r.pool.Put(d)
	d.gather(ctx, r, q)
	if len(d.groups) == 0 {
		return nil
	}
	d.features()
	out := make([]Example, len(d.groups))
	for i, g := range d.groups {
		out[i] = Example{d.candidate(g), g.vector}
	}
	return out
}
