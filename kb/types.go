package kb

import (
	"dateline/kb/answer"
	"dateline/kb/browse"
)

// What is asked and answered.
type (
	Question  = answer.Question
	Kind      = answer.Kind
	Answer    = answer.Answer
	Date      = answer.Date
	Evidence  = answer.Evidence
	Candidate = answer.Candidate
)

// The kinds of question.
const (
	Who     = answer.Who
	When    = answer.When
	Where   = answer.Where
	What    = answer.What
	Why     = answer.Why
	HowMany = answer.HowMany
	HowLong = answer.HowLong
	Ask     = answer.Ask
)

// MaxWithin bounds the articles that a question leans on.
const MaxWithin = answer.MaxWithin

// What is shown besides answers.
type (
	Completion  = browse.Completion
	Event       = browse.Event
	Explanation = browse.Explanation
	Headline    = browse.Headline
	Quotation   = browse.Quotation
	SourceCount = browse.SourceCount
	Stats       = browse.Stats
	Summary     = browse.Summary
)
