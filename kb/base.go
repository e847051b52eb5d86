// Package kb is the knowledge base: it answers questions from the articles it
// was built from, and from nothing else.
//
// [Build] reads the articles once: sentences, names and times (package doc),
// then the people, places and organisations behind the names (entity), then an
// index of words and entities (index). [Base.Ask] answers a [Question] of any
// kind in the table of kinds. Commands are answered by rules over the clauses
// in which what is asked about is mentioned, one file a kind; plain questions
// by forms that are answered like a command, and what fits none of them by
// reading (package read), whose ranking is learnt. Every answer quotes the
// sentence it comes from; where nothing answers well enough, it is an
// abstention.
package kb

import (
	"dateline/kb/doc"
	"dateline/kb/entity"
	"dateline/kb/lexicon"
	"dateline/kb/read"
)

// Base is an immutable knowledge base, safe for use by many goroutines.
type Base struct {
	docs    []doc.Document
	dir     *entity.Directory
	offices *offices
	finder  *finder
	newest  []int32 // documents, newest first
	lexicon *lexicon.Lexicon
	reader  *read.Reader
}
