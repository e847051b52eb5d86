// Package entity links the names of all articles into entities: one person,
// organisation or place with its aliases, roles and mentions.
package entity

import (
	"time"

	"dateline/kb/doc"
	"dateline/kb/names"
	"dateline/kb/text"
)

// ID is the place of an entity in its Directory.
type ID int32

// None is no entity.
const None ID = -1

// Entity is one person, organisation, place or other thing with a name.
type Entity struct {
	ID       ID
	Name     string // preferred name: the fullest common form, without titles
	Type     names.Type
	Aliases  []string  // other forms found, commonest first
	Roles    []Role    // newest first
	Mentions []Mention // in order of document and offset
}

// Role is what the articles call an entity: "Foreign Minister" of "Ukraine".
type Role struct {
	Title string    // as the text has it: "Foreign Minister", "spokesman"
	Of    string    // affiliation by its preferred name: "Ukraine"; or empty
	Doc   int32     // the document that says so
	Span  text.Span // the words that say so, in that document
	Date  time.Time // the date of that document
}

// String is the role in words: "Foreign Minister of Ukraine".
func (r Role) String() string {
	if r.Of == "" {
		return r.Title
	}
	return r.Title + " of " + r.Of
}

// Mention is one place where an entity is named or described.
type Mention struct {
	Doc        int32
	Start, End int32
}

// Match is an entity found for a query.
type Match struct {
	ID    ID
	Score float64 // 1 exact, falling with edit distance; below about 0.6 only similar
	Exact bool    // the folded query is the name, an alias, or a part of the name that stands for it
}

// Directory is all entities of a set of documents. It is immutable and safe
// for use by many goroutines.
type Directory struct {
	Entities []Entity
}

// Link builds the directory of docs.
func Link(docs []doc.Document) *Directory { return &Directory{} }

// Find looks a name up, however badly it is typed, best first. It returns at
// most n matches; those with a Score of at least 0.6 may be taken for the
// entity meant, the others are suggestions.
func (d *Directory) Find(query string, n int) []Match { return nil }

// FindRole looks the holders of a role up: "spokesman", "president of
// Ukraine", "German foreign minister", best first.
func (d *Directory) FindRole(query string, n int) []Match { return nil }

// In returns the mentions within the byte range [start, end) of a document,
// in order, with their entities.
func (d *Directory) In(docID int32, start, end int) []Located { return nil }

// Located is a mention and its entity.
type Located struct {
	ID         ID
	Start, End int32
}

// Complete returns at most n entities for what has been typed so far, ranked
// by match and prominence.
func (d *Directory) Complete(prefix string, n int) []ID { return nil }
