// Package crf is a linear-chain conditional random field (Lafferty, McCallum
// and Pereira 2001) over BILOU tags (Ratinov and Roth 2009) with hashed
// features and 8-bit weights: its file format and its decoding.
package crf

// A Tag says how a token stands in a name: Outside any name, or at the Begin,
// Inside or at the Last token of one, or as its Only (unit) token.
type Tag uint8

// Outside is the tag of a token in no name; the others are 1 + 4*type +
// position.
const Outside Tag = 0

// Tags is the number of tags.
const Tags = 17

// Positions of a token within a name.
const (
	Begin = iota
	Inside
	Last
	Unit
)

// TagOf is the tag of a position in a name of the type.
func TagOf(typ, position int) Tag { return Tag(1 + 4*typ + position) }

// Type is the type of name that t belongs to, or -1.
func (t Tag) Type() int {
	if t == Outside {
		return -1
	}
	return int(t-1) / 4
}

// Position is where in its name t stands; it has no meaning for Outside.
func (t Tag) Position() int { return int(t-1) % 4 }

// Starts reports whether a sentence may begin with t, and whether t may follow
// a token outside names.
func (t Tag) Starts() bool { return starts(t) }

func starts(t Tag) bool { return t == Outside || t.Position() == Begin || t.Position() == Unit }

// ends reports whether a sentence may end with t.
func ends(t Tag) bool { return t == Outside || t.Position() == Last || t.Position() == Unit }

// Follows reports whether b may follow a.
func Follows(a, b Tag) bool {
	if ends(a) {
		return starts(b)
	}
	return !starts(b) && a.Type() == b.Type()
}

// predecessors of each tag, worked out once: the chain is sparse.
var predecessors = func() (p [Tags][]Tag) {
	for b := range Tag(Tags) {
		for a := range Tag(Tags) {
			if Follows(a, b) {
				p[b] = append(p[b], a)
			}
		}
	}
	return p
}()

// Names calls each for every name in tags with its first and last token and
// its type.
func Names(tags []Tag, each func(first, last, typ int)) {
	for i := 0; i < len(tags); i++ {
		t := tags[i]
		if t == Outside {
			continue
		}
		first := i
		for !ends(tags[i]) && i+1 < len(tags) {
			i++
		}
		each(first, i, t.Type())
	}
}
