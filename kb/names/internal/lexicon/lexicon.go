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
	MinedPlace
	MinedOrganisation
	MinedOther
	Begins // the word begins an entry of several words
	Brand
)

// Usage is what a word with a capital was found to be in unlabelled news by
// earlier models. The zero Usage is that of a word seen too seldom.
type Usage struct {
	Top    uint8 // type found most often, plus two; 1 no name at all
	Second uint8 // type found next often, where it is one time in ten or more; or 0
	Purity uint8 // how often Top was found: 1 less than 60 % ... 4 more than 97 %
	Place  uint8 // most often 1 a whole name, 2 the first word, 3 a later word
}

func (u Usage) code() uint16 {
	return uint16(u.Top) | uint16(u.Second)<<3 | uint16(u.Purity)<<6 | uint16(u.Place)<<9
}

func usageOf(code uint16) Usage {
	return Usage{uint8(code & 7), uint8(code >> 3 & 7), uint8(code >> 6 & 7), uint8(code >> 9 & 7)}
}

// Lexicon is immutable and safe for use by many goroutines.
type Lexicon struct {
	classes, facts, usage               packed.Table
	classValues, factValues, usageCodes []uint16
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

// Usage is what the word with the hash was found to be.
func (l *Lexicon) Usage(exact uint32) Usage {
	if row := l.usage.Row(exact); row >= 0 {
		return usageOf(l.usageCodes[row])
	}
	return Usage{}
}

// Join is the hash of a phrase and one word more.
func Join(phrase, word uint32) uint32 { return phrase*0x01000193 ^ (word + 0x9E3779B9) }
