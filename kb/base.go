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
//
// # Measured
//
// Packages timex, names, entity, index and read have the figures of their parts.
// All together, on the 2,215 quiz questions and 11,538 articles of bench/news-qa
// through "dateline ask -json" and its scorer, per cent; the embedded ranking has
// seen these questions (package read has the cross-validated figures, which are
// about a point lower on exact answers):
//
//	                 EM    ok  cont    c5    h1  answered
//	clean          56.0  66.0  72.4  87.4  90.6      98.6
//	answerable     44.8  52.7  56.9  72.2  75.4      92.2
//	unanswerable    5.0   7.9   6.1   8.4            51.7
//
// On two cores Build takes 40 to 47 s the first time and 19 s with Options.Cache,
// and 1.25 GB at the peak; Ask takes 9.6 ms at the median and 29 ms at the 99th
// percentile.
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
