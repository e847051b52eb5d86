package names

import "dateline/kb/text"

// Type is the type of a name.
type Type uint8

// The types of name, as CoNLL-2003 has them.
const (
	Person       Type = iota // PER
	Place                    // LOC
	Organisation             // ORG
	Misc                     // MISC: nationalities, events, works
)

// String gives the CoNLL-2003 label: PER, LOC, ORG or MISC.
func (t Type) String() string { return [...]string{"PER", "LOC", "ORG", "MISC"}[t] }

// Mention is one occurrence of a name in a text, by byte offsets.
type Mention struct {
	Start, End int32
	Type       Type
}

// Find returns the names of s in order; they do not overlap. It never fails:
// invalid UTF-8 is passed over. Texts of 2 GiB and more are not supported.
func Find(s string) []Mention { return FindIn(s, text.Sentences(s)) }

// FindIn is Find for a text that is already cut into sentences.
func FindIn(s string, sentences []text.Sentence) []Mention { return shared().find(s, sentences) }
