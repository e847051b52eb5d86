// Package rules finds times, places, reasons and numbers by rule: it looks over the
// clauses in which what is asked about is mentioned, one file a kind. What it finds
// are hints for package read, which ranks and judges them among all candidates, and
// the answer that shows them where it judges for the first of them.
package rules

import "dateline/kb/library"

// Rules are the rules over a library, safe for use by many goroutines.
type Rules struct{ lib *library.Library }

// New makes rules for what is in a library.
func New(lib *library.Library) *Rules { return &Rules{lib} }
