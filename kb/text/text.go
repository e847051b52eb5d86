// Package text cuts running text into sentences and tokens and folds words
// for comparison. All offsets are byte offsets into the UTF-8 text as given;
// invalid bytes are passed over, never replaced, so offsets stay true.
package text

// Span is the half-open byte range [Start, End) of a text.
type Span struct{ Start, End int }

// Of returns the bytes of s that the span covers.
func (p Span) Of(s string) string { return s[p.Start:p.End] }

// Len is the number of bytes covered.
func (p Span) Len() int { return p.End - p.Start }

// Contains reports whether q lies within p.
func (p Span) Contains(q Span) bool { return p.Start <= q.Start && q.End <= p.End }

// Overlaps reports whether p and q share a byte.
func (p Span) Overlaps(q Span) bool { return p.Start < q.End && q.Start < p.End }
