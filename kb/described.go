package kb

import (
	"context"
	"strings"

	"dateline/kb/entity"
	"dateline/kb/library"
	"dateline/kb/names"
	"dateline/kb/read"
	"dateline/kb/text"
)

// leastBeside is the confidence from which on words that stand right beside a name
// are taken to say who it is.
const leastBeside = 0.2

// description is what the articles say somebody is who has no role that is known:
// "Karl Lagerfeld's cat", "a fellow with the China Power Project".
type description struct {
	text       string
	confidence float64
	evidence   Evidence
}

// described reads for who somebody is.
func (b *Base) described(ctx context.Context, q Question, e *entity.Entity) (description, bool) {
	command, ok := commandOf(Who)
	if !ok {
		return description{}, false
	}
	r := b.reader.Read(ctx, b.reader.ParseCommand(command, e.Name, q.Asked), nil)
	if len(r.Candidates) == 0 {
		return description{}, false
	}
	c := r.Candidates[0]
	beside := b.besideName(c, e)
	sure := c.Confidence >= leastSure && e.Type == names.Person || c.Confidence >= leastBeside && beside
	if !sure || !b.describes(c, e) {
		return description{}, false
	}
	u := b.lib.UnitAt(c.Doc, c.Sentence)
	return description{library.Squeeze(c.Text), c.Confidence, b.lib.Evidence(u, text.Span{Start: c.Start, End: c.End})}, true
}

// besideName reports whether a candidate stands right beside a mention of an
// entity: "NAME, a baker", "the baker NAME".
func (b *Base) besideName(c read.Candidate, e *entity.Entity) bool {
	for _, m := range b.lib.Directory().In(c.Doc, c.SentStart, c.SentEnd) {
		if m.ID == e.ID && (between(c.End, int(m.Start)) || between(int(m.End), c.Start)) {
			return true
		}
	}
	return false
}

// between reports whether no more than a comma and a blank stand between two
// places of a text.
func between(end, start int) bool { return start >= end && start-end <= 2 }

// describes reports whether a candidate can say what an entity is: it is no name
// of somebody else, and does not stand in the credit of a picture.
func (b *Base) describes(c read.Candidate, of *entity.Entity) bool {
	if c.Entity != entity.None {
		return false
	}
	for _, m := range b.lib.Directory().In(c.Doc, c.SentStart, c.SentEnd) {
		p := text.Span{Start: int(m.Start), End: int(m.End)}
		if _, credit := library.CreditOf(b.lib.Article(c.Doc).Text, p); credit && m.ID == of.ID {
			return false // of a picture
		}
		if p.Start == c.Start && p.End == c.End && b.lib.Entity(m.ID).Type == names.Person {
			return false
		}
	}
	return strings.Contains(c.Text, " ")
}
