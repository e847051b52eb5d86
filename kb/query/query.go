// Package query understands questions: what kind of answer is wanted, what
// the question is about, and which of its words matter. It takes whole
// questions, several sentences with one of them the question, statements to
// complete ("The service is now called:"), and what people type in a hurry.
package query

import (
	"time"

	"dateline/kb/entity"
	"dateline/kb/phrase"
	"dateline/kb/text"
)

// Kind is what a question asks with.
type Kind string

// The kinds of question.
const (
	Who       Kind = "who"
	When      Kind = "when"
	Where     Kind = "where"
	What      Kind = "what"
	Which     Kind = "which"
	Why       Kind = "why"
	HowMany   Kind = "howmany" // how many, how much, how old, how long
	How       Kind = "how"
	YesNo     Kind = "yesno"
	Statement Kind = "statement" // a sentence to complete
	Words     Kind = "words"     // no question: a name or a few words
)

// Type is the type of answer that a question wants.
type Type uint8

// The types of answer.
const (
	Any Type = iota
	Person
	Organisation
	Place
	Country
	State // of a country
	City
	Title // of a work
	Thing // something of the class that the question names
	Date
	Month
	Year
	Weekday
	Duration
	Count // a number of things
	Money
	Percent
	Age
	Measure // a number with a unit of length, weight, speed and so on
	Ordinal // a rank
	Reason
	Clause  // what somebody said or did
	numType // how many there are
)

// String is the name of the type in lower case.
func (t Type) String() string {
	return [...]string{"any", "person", "organisation", "place", "country", "state", "city", "title", "thing", "date",
		"month", "year", "weekday", "duration", "count", "money", "percent", "age", "measure", "ordinal", "reason", "clause"}[t]
}

// Types is the number of types of answer.
const Types = int(numType)

// Numeric reports whether answers of the type are numbers.
func (t Type) Numeric() bool { return t >= Duration && t <= Ordinal }

// Temporal reports whether answers of the type are times.
func (t Type) Temporal() bool { return t >= Date && t <= Weekday }

// Term is a word of the question that tells something.
type Term struct {
	Stem   string
	Word   string // folded
	Weight float64
	Name   bool // part of a name
	Class  bool // part of the phrase that names the class of the answer
	Focus  bool // in the sentence that asks
	Verb   bool
	// Offset is the place in words from where the answer would stand in the
	// question: negative to its left. It means something only with Focus.
	Offset int
}

// Name is a name in the question.
type Name struct {
	text.Span
	Text string
	IDs  []entity.ID // entities it may mean, best first
}

// Query is a question understood.
type Query struct {
	Text       string
	Kind       Kind
	Expect     Type
	Class      string     // the noun that names the class of the answer, in its base form: "condiment"
	ClassTerms []string   // stems of the words around it: "popular", "show"
	Unit       string     // the stem of what is counted
	Number     int        // how many answers are wanted ("which two countries"), otherwise 0
	Choices    [][]string // stems of the things to choose among, where the question names them
	Role       Role       // of the answer in what is asked, and the stem of the verb that gives it
	Verb       string
	Several    bool // a list is asked for: "which countries", "who were", "who else"
	Negated    bool // what is NOT so is asked for
	Terms      []Term
	Names      []Name
	Unknown    []string // names that nothing like is known of
	Asked      time.Time
	From, To   time.Time // the time that the question restricts itself to; zero where it does not
	Focus      text.Span // the sentence that asks
	// Lead are the words that a command leaves out: "how many".
	Lead string
	// Before and After are the words of the sentence that asks on either side
	// of where the answer would stand, the nearest first, without marks and
	// determiners.
	Before, After []phrase.Word
}

// Finder looks names up; *entity.Directory is one.
type Finder interface {
	Find(query string, n int) []entity.Match
}

// Parser reads questions. It is immutable and safe for use by many goroutines.
type Parser struct {
	stems  func(word string) []string
	finder Finder
}

// NewParser returns a Parser. stems gives the index terms of a word; finder,
// which may be nil, knows the names of the articles.
func NewParser(stems func(word string) []string, finder Finder) *Parser {
	return &Parser{stems, finder}
}

// maxText is how much of a question is read, in bytes.
const maxText = 4000

// Parse reads a question asked on a day, which may be zero.
func (p *Parser) Parse(question string, asked time.Time) Query {
	question = bounded(question)
	q := Query{Text: question, Asked: asked}
	r := reading{q: &q, parser: p, tagger: phrase.New(p.stems)}
	r.sentences()
	if len(r.words) == 0 {
		q.Kind = Words
		return q
	}
	r.findAsking()
	r.expect()
	r.complete()
	return q
}

// complete reads what does not depend on how the question is put.
func (r *reading) complete() {
	r.choices()
	r.role()
	r.names()
	r.terms()
	r.sides()
	r.times()
}

// bounded is as much of a question as is read.
func bounded(question string) string { return question[:min(len(question), maxText)] }
