// Package kb is the knowledge base: it answers questions from the articles it
// was built from, and from nothing else.
//
// [Build] reads the articles once: sentences, names and times (package doc),
// then the people, places and organisations behind the names (entity), then an
// index of words and entities (index). [Base.Ask] answers a [Question] of any
// kind in the table of kinds. Who somebody is, what a name stands for, quotes and
// news of a subject are shown from what is known of names. Every other question,
// command or sentence, goes one way: it is read once (query), the rules for its
// kind look over the clauses in which what is asked about is mentioned and give
// hints, one file a kind, and package read finds, ranks and judges all candidates,
// those of the hints among them. What is sure enough is the answer; every answer
// quotes the sentence it comes from. Below that it is an abstention, which says
// what is missing.
//
// # Measured
//
// FIGURES
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
