package answer

import "time"

// Kind is a kind of question. Its name is the name of its slash command.
type Kind string

// The kinds of question.
const (
	Who     Kind = "who"
	When    Kind = "when"
	Where   Kind = "where"
	What    Kind = "what"
	Why     Kind = "why"
	HowMany Kind = "howmany"
	HowLong Kind = "howlong"
	Ask     Kind = "ask" // a plain question, whose kind is found from its words
)

// Question is what a person asks.
type Question struct {
	Kind Kind
	Text string // the subject of a command ("Blinken-Ukraine") or the plain question
	// Asked is the day of the question. It settles "this week" and lets newer
	// news weigh more. Zero leaves both out.
	Asked time.Time
	// Within are the ids of the articles that the question leans on, as a follow-up does
	// on those of the answer before it. Where they speak of all that it speaks of, it is
	// answered from them alone. Empty for a question that stands by itself.
	Within [MaxWithin]string
}

// MaxWithin bounds the articles that a question leans on.
const MaxWithin = 4

// Leans reports whether a question leans on articles.
func (q Question) Leans() bool { return q.Within != [MaxWithin]string{} }
