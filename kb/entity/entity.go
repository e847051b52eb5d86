package entity

import (
	"cmp"
	"strings"
	"time"

	"dateline/kb/match"
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
	Roles    []Role    // what it is now first; see Role
	Mentions []Mention // in order of document and offset
	Docs     int       // the number of documents that mention it
	// Country is the preferred name of the country that the name stands for or
	// belongs to: "Russia" for Moscow, the Kremlin and Russian; or empty.
	Country string
	// The is set where the texts put "the" before the name: the State
	// Department.
	The bool
}

// Role is what the articles call an entity: "Foreign Minister" of "Ukraine".
// Of the roles of an entity the first is the one that the newest articles
// give most support; the others follow in the same way.
type Role struct {
	Title  string    // as the text has it, abbreviations written out: "Foreign Minister", "spokesman"
	Of     string    // affiliation by its preferred name: "Ukraine"; or empty
	OfID   ID        // the entity of Of, None if it has none
	Doc    int32     // the newest document that says so
	Span   text.Span // the words that say so, in that document
	Date   time.Time // the date of that document
	First  time.Time // the date of the oldest document that says so
	Former bool      // the text says "former"
	// Inferred is set where the noun phrase does not name the affiliation and
	// the context does: "flew to Germany to meet the foreign minister".
	Inferred bool
	Count    int     // how often the articles say so
	Docs     []int32 // the documents that say so, in order

	prep string // of the affiliation as the text has it, "at"; or empty
	the  bool
	// definite is in how many more places the affiliation has "the" before it.
	definite int
	body     bool     // the affiliation is a place or an organisation, no country
	shared   bool     // the affiliation is that of the role named before
	words    []string // of the title, for comparing
	middle   int32    // the Unix day before which half of the articles that say so stand

	ofWords []string // of the affiliation, for comparing
}

// Head is the noun that tells what the role is: "minister" of "Foreign
// Minister".
func (r Role) Head() string { return headWord(r.Title) }

// String is the role in words: "Foreign Minister of Ukraine". An inferred
// affiliation is left out.
func (r Role) String() string {
	s := former(r.Former, r.Title)
	switch {
	case r.Of == "" || r.Inferred:
		return s
	case relation(r.Title):
		return s + " of " + r.Of
	case r.Of == "United States" && federal[headWord(r.Title)]:
		return former(r.Former, "U.S. "+r.Title)
	case r.prep == "" && peoples[r.Of] != "" && !office(r.Title):
		return former(r.Former, peoples[r.Of]+" "+lowerFirst(r.Title))
	case r.prep == "" && r.body && trades(r.Title) && strings.Count(r.Of, " ") < maxBefore:
		return former(r.Former, r.Of+" "+lowerFirst(r.Title))
	}
	prep := cmp.Or(r.prep, "of")
	if r.the {
		return s + " " + prep + " the " + r.Of
	}
	return s + " " + prep + " " + withArticle(r.Of)
}

// maxBefore bounds the words of an affiliation that stands before a title.
const maxBefore = 4

func former(is bool, title string) string {
	if is {
		return "former " + title
	}
	return title
}

// lowerFirst writes a title in small letters where but its first is a capital.
func lowerFirst(s string) string {
	if rest := s[min(1, len(s)):]; rest == strings.ToLower(rest) {
		return strings.ToLower(s)
	}
	return s
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

// Located is a mention and its entity.
type Located struct {
	ID         ID
	Start, End int32
}

// Directory is all entities of a set of documents. It is immutable and safe
// for use by many goroutines.
type Directory struct {
	Entities []Entity
	located  [][]Located // by document, in order
	index    *match.Index
	roles    roleIndex
	people   []ID    // by prominence
	days     []int32 // of the documents, as Unix days
	latest   int32   // the last of them
}
