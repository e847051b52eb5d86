// Package answer has the types of what is asked and answered.
package answer

import "time"

// Answer is what the articles say, or that they do not.
type Answer struct {
	Kind Kind
	// Text is the answer itself: for a factoid question the shortest span that
	// answers it. Empty when Abstained.
	Text       string
	Abstained  bool
	Confidence float64 // 0 to 1, calibrated: the share of such answers that are right
	// Dates are the times the answer speaks of, in order of time.
	Dates []Date
	// Evidence are the quotes that the answer rests on, best first, each from
	// another article or another place.
	Evidence []Evidence
	// Candidates are the best answers considered, best first.
	Candidates []Candidate
	// Suggestions are names near the one asked about ("Did you mean").
	Suggestions []string
	// Choices are the entities that fit the question equally well, where the
	// asker has to choose ("George Bush"). Each is a name with what it is, and
	// asks for just that one as the text of a Who question.
	Choices []string
	// Message is what a person reads beside the answer, or in place of it when
	// Abstained.
	Message string
	// Sources is the number of articles that give this answer, 0 when Abstained.
	Sources int
	// Subject is the preferred name of what the question is about, where that
	// is one entity: what a follow-up question's "he" or "there" refers to.
	Subject string
}

// Date is a time that an answer speaks of.
type Date struct {
	Text  string    // as the article says it: "Tuesday"
	Value string    // TIMEX3 value: "2022-01-18"
	First time.Time // first day covered, UTC midnight; zero if undetermined
	Last  time.Time // last day covered
	// Exact is set where First is an instant with a known zone rather than a day.
	Exact bool
	Words string // resolved, in words: "Tuesday 18 January 2022"
	Event string // what happened, in a few words of the article
	Note  string // a contradiction in the article, or that the date is only the article's
}

// Evidence is a quote from an article. Quote is the article's text at
// [Start, End), byte for byte.
type Evidence struct {
	Quote      string
	ArticleID  string
	Title      string
	Date       time.Time // zero if unknown
	URL        string
	Source     string // the outlet, or empty
	Start, End int    // byte offsets into the article's text
	// Marks are the parts of Quote that hold the answer, by byte offsets into
	// Quote, in order, not overlapping. They are shown in bold.
	Marks [][2]int
}

// Candidate is an answer that was considered.
type Candidate struct {
	Answer    string
	Quote     string
	ArticleID string
	Score     float64
}
