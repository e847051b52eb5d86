// Package browse shows what is known of names and documents without reading for
// it: who somebody is and whom the news names beside him, what he said, a subject's
// dates in order, the newest articles about it, an article in short, what is
// loaded, and names and roles that complete what is being typed.
package browse

import "dateline/kb/library"

// Browser shows what is in a library. It is immutable, safe for use by many
// goroutines.
type Browser struct {
	lib     *library.Library
	offices *offices
}

// New makes a browser of a library.
func New(lib *library.Library) *Browser {
	return &Browser{lib: lib, offices: newOffices(lib.Directory())}
}
