// Package kb is the knowledge base: it answers questions from the articles it
// was built from, and from nothing else.
package kb

import (
	"context"
	"time"

	"dateline/kb/article"
)

// Base is an immutable knowledge base, safe for use by many goroutines.
type Base struct {
	articles []article.Article
}

// Build reads the articles and builds a knowledge base from them.
func Build(ctx context.Context, articles []article.Article) (*Base, error) {
	return &Base{articles: articles}, nil
}

// Ask answers a question. It never fails: what cannot be answered is an
// abstention.
func (b *Base) Ask(ctx context.Context, q Question) Answer {
	return Answer{Kind: q.Kind, Abstained: true, Message: "The articles do not say."}
}

// Completion is a name that completes what is being typed.
type Completion struct {
	Name   string // what is put in: "Dmytro Kuleba"
	Detail string // what tells it apart: "Foreign Minister of Ukraine"; may be empty
}

// Complete returns at most n names of the knowledge base for what has been
// typed so far, best first. In a pair ("Blinken-U") it completes the second
// half and returns the whole.
func (b *Base) Complete(typed string, n int) []Completion { return nil }

// Event is something that happened at a time.
type Event struct {
	Date     Date
	Evidence Evidence
}

// Timeline returns the dated events about a subject in order of time, from
// the day from to the day to (either may be zero for no bound).
func (b *Base) Timeline(ctx context.Context, subject string, from, to time.Time) []Event { return nil }

// Quotation is something that somebody said.
type Quotation struct {
	Speaker  string
	Evidence Evidence // its Marks are the words said
}

// Quotes returns what a person said, newest first, where about is not empty
// only on that subject.
func (b *Base) Quotes(ctx context.Context, person, about string) []Quotation { return nil }

// Headline is one article in a list.
type Headline struct {
	ID, Title, URL, Source string
	Date                   time.Time
}

// Latest returns at most n articles, newest first, where about is not empty
// only those on that subject.
func (b *Base) Latest(ctx context.Context, about string, n int) []Headline { return nil }

// Summary is an article in short.
type Summary struct {
	Headline
	Sentences []Evidence // its key sentences, in the article's order
	People    []string
	Places    []string
	Others    []string // organisations and other names
	Dates     []Date
}

// Summarize returns the summary of the article whose title is meant, and near
// titles where none is.
func (b *Base) Summarize(ctx context.Context, title string) (s Summary, found bool, near []string) {
	return Summary{}, false, nil
}

// CompleteTitle returns at most n article titles for what has been typed.
func (b *Base) CompleteTitle(typed string, n int) []string { return nil }

// Explanation is what the knowledge base knows of a name in somebody's text.
type Explanation struct {
	Name string // preferred name
	Type string // "person", "place", "organisation" or "name"
	What string // role or description; may be empty
	// Evidence is the sentence that says most about it.
	Evidence Evidence
}

// Explain finds the people, places and organisations that the knowledge base
// knows in a text, in the order of the text, each once, at most n.
func (b *Base) Explain(ctx context.Context, text string, n int) []Explanation { return nil }

// Stats tells what is loaded.
type Stats struct {
	Articles    int
	First, Last time.Time // days of the oldest and the newest dated article
	Undated     int
	Sources     []SourceCount // outlets, most articles first
	People      int
	Places      int
	Others      int
	Bytes       int64 // of article text
}

// SourceCount is an outlet and how many of the articles are its.
type SourceCount struct {
	Source   string
	Articles int
}

// Stats returns what is loaded.
func (b *Base) Stats() Stats { return Stats{Articles: len(b.articles)} }

// Examples returns a few questions that the loaded articles answer, one a
// line as one would type them: "/who Dmytro Kuleba".
func (b *Base) Examples(n int) []string { return nil }
