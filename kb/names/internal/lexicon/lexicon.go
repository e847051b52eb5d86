// Package lexicon holds what is known of words before any text is read: the
// class that a word falls in by the company it keeps, how it is usually
// written, and the gazetteers that list it.
package lexicon

// Entry is what the lexicon knows of one word. The zero Entry is that of an
// unknown word.
type Entry struct {
	Class uint16 // fine distributional class from 1; 0 unknown
	Case  uint8  // how it is usually written, from 1; 0 unknown
	Lists uint8  // gazetteers that have it, one bit each
}

// Lexicon is immutable and safe for use by many goroutines.
type Lexicon struct{}

// Lookup returns what is known of a word.
func (l *Lexicon) Lookup(word string) Entry { return Entry{} }
