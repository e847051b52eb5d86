package query

import (
	"time"

	"dateline/kb/phrase"
)

// Command is a kind of question that a slash command asks: what follows the
// command is its subject, not a sentence.
type Command struct {
	Kind   Kind
	Expect Type
	// Lead are the words that a person would begin the question with.
	Lead string
}

// The commands that ask for something in an article.
var (
	CommandWho     = Command{Who, Person, "who"}
	CommandWhen    = Command{When, Date, "when"}
	CommandWhere   = Command{Where, Place, "where"}
	CommandWhat    = Command{What, Any, "what"}
	CommandWhy     = Command{Why, Reason, "why"}
	CommandHowMany = Command{HowMany, Count, "how many"}
	CommandHowLong = Command{HowMany, Duration, "how long"}
)

// Command reads the subject of a command, asked on a day, which may be zero. A
// subject that is a question itself ("/when did it begin") is read as one.
func (p *Parser) Command(c Command, subject string, asked time.Time) Query {
	subject = bounded(subject)
	q := Query{Text: subject, Asked: asked, Lead: c.Lead}
	r := reading{q: &q, parser: p, tagger: phrase.New(p.stems)}
	r.sentences()
	if len(r.words) == 0 {
		q.Kind = Words
		return q
	}
	if w := r.words[r.first].Lower; askingWords[w] != "" && w != "which" {
		return p.Parse(subject, asked)
	}
	q.Kind, q.Expect = c.Kind, c.Expect
	r.wh, r.slot = -1, r.first
	if c.Expect == Count {
		r.counted()
	}
	q.Negated = r.negated()
	r.complete()
	return q
}

// counted reads what a command counts: its first noun phrase.
func (r *reading) counted() {
	if r.class = r.phraseFrom(r.first); r.class.Last < 0 {
		return
	}
	unit := r.words[r.class.Last]
	if unit.Tag == phrase.Proper || unit.Upper {
		r.class = phrase.Span{First: 0, Last: -1}
		return
	}
	r.q.Unit = stem(unit)
	if t, ok := unitTypes[r.base(unit.Lower)]; ok {
		r.q.Expect = t
	}
}

// Spoken is the question as a person would say it: with the words that a
// command leaves out.
func (q *Query) Spoken() string {
	if q.Lead == "" {
		return q.Text
	}
	return q.Lead + " " + q.Text
}
