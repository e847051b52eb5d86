// Package lexicon holds what is known of words before a text is read: the
// class that a word falls in by the company it keeps, how it is usually
// written, and the gazetteers that list it. Words are known by hashes alone.
package lexicon

import "dateline/kb/names/internal/packed"

// ClassBits is the length of a class's path in the tree of classes. Its first
// bits are classes too, coarser ones.
const ClassBits = 12

// List is a set of gazetteers, one bit each.
type List uint16

// The gazetteers.
const (
	GivenName List = 1 << iota
	Surname
	Country
	Demonym
	City
	Region
	Organisation
	Team
	Begins // the word begins an entry of several words
)

// Lexicon is immutable and safe for use by many goroutines.
type Lexicon struct {
	classes, facts          packed.Table
	classValues, factValues []uint16
}

// Class is the class of the word with the hash, or 0.
func (l *Lexicon) Class(exact uint32) uint16 {
	if row := l.classes.Row(exact); row >= 0 {
		return l.classValues[row]
	}
	return 0
}

// Facts returns how the word with the folded hash is usually written, from 1
// (small) to 6 (capital), 7 (all capitals), or 0 (unknown), and the gazetteers
// that list it. The hash may be that of several words (see Join).
func (l *Lexicon) Facts(folded uint32) (written uint8, lists List) {
	row := l.facts.Row(folded)
	if row < 0 {
		return 0, 0
	}
	v := l.factValues[row]
	return uint8(v & 7), List(v >> 3)
}

// Join is the hash of a phrase and one word more.
func Join(phrase, word uint32) uint32 { return phrase*0x01000193 ^ (word + 0x9E3779B9) }
