// Package library is what is loaded, and how one finds and quotes in it: the
// documents, the directory of the entities that they name, and the index of both.
//
// What a question is about is read into [Part]s, a name or words each
// ([Library.Parts] for the subject of a command, [Library.Scan] for a whole
// question). [Library.Find] finds the [Passage]s that mention all of them. A passage
// is a [Unit], a sentence with the pieces that belong to it, seen as words, clauses
// and names ([View]); of a passage [Library.Events] reads the times at which
// something happened, and [Library.Evidence] quotes it.
//
// Nothing here answers a question. Packages browse and rules do, each in its way,
// and package kb.
//
// Documents are named by their number in the order in which they were loaded,
// sentences by their number in the document, and all offsets are bytes of an
// article's text. Scores and shares are from 0 to 1.
package library

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"dateline/kb/article"
	"dateline/kb/doc"
	"dateline/kb/entity"
	"dateline/kb/index"
	"dateline/kb/lexicon"
)

// Library is what is loaded. It is immutable, safe for use by many goroutines, and
// so must be all that it gives out.
type Library struct {
	docs    []doc.Document
	dir     *entity.Directory
	index   *index.Index // of the words and entities of the documents
	newest  []int32      // documents, newest first
	lexicon *lexicon.Lexicon
}

// New indexes analysed documents and the entities that a directory finds in them.
func New(ctx context.Context, docs []doc.Document, dir *entity.Directory) (*Library, error) {
	x, err := newIndex(ctx, docs, dir)
	if err != nil {
		return nil, fmt.Errorf("indexing the articles: %w", err)
	}
	return &Library{docs: docs, dir: dir, index: x, newest: newestFirst(docs), lexicon: lexicon.Load()}, nil
}

// Docs are all documents, by their number.
func (l *Library) Docs() []doc.Document { return l.docs }

// Newest are the numbers of all documents, newest first, undated ones last.
func (l *Library) Newest() []int32 { return l.newest }

// Article is a document's article.
func (l *Library) Article(doc int32) *article.Article { return &l.docs[doc].Article }

// Directory is who and what the documents name.
func (l *Library) Directory() *entity.Directory { return l.dir }

// Entity is an entity of the directory.
func (l *Library) Entity(id entity.ID) *entity.Entity { return &l.dir.Entities[id] }

// Index finds the documents and sentences that have words or entities.
func (l *Library) Index() *index.Index { return l.index }

// Lexicon is the dictionary of English.
func (l *Library) Lexicon() *lexicon.Lexicon { return l.lexicon }

// newestFirst orders documents by date, undated ones last.
func newestFirst(docs []doc.Document) []int32 {
	out := make([]int32, len(docs))
	for i := range out {
		out[i] = int32(i)
	}
	slices.SortStableFunc(out, func(a, b int32) int {
		return cmp.Or(docs[b].Article.Date.Compare(docs[a].Article.Date), cmp.Compare(a, b))
	})
	return out
}
