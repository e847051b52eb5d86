package read

import (
	"context"

	"dateline/kb/query"
	"dateline/kb/reader"
)

// Example is a candidate as the model sees it, for training.
type Example struct {
	Candidate
	Vector []float32
}

// Collect gathers the candidates for a question with their features, in no
// particular order, for training.
func (r *Reader) Collect(ctx context.Context, q query.Query, hints []Hint) []Example {
	d := r.desk()
	defer r.pool.Put(d)
	d.gather(ctx, r, q, hints)
	if len(d.groups) == 0 {
		return nil
	}
	d.features()
	if q.Kind == query.YesNo {
		if g := d.likeliest(); g != nil {
			return []Example{{d.candidate(g), g.vector}}
		}
		return nil
	}
	out := make([]Example, len(d.groups))
	for i, g := range d.groups {
		out[i] = Example{d.candidate(g), g.vector}
	}
	return out
}

// Window is what of the articles the network reads for a question, for
// training: the sentences, and the document of each.
func (r *Reader) Window(ctx context.Context, q query.Query) ([]reader.Sentence, []int32) {
	d := r.desk()
	defer r.pool.Put(d)
	d.gather(ctx, r, q, nil)
	return d.window()
}

// Encode lays a question beside the sentences of a window as the network sees
// them.
func (r *Reader) Encode(q query.Query, window []reader.Sentence) *reader.Encoded {
	return reader.Encode(q.Spoken(), window, MaxTokens, r.related)
}
