package kb

import (
	"context"
	"slices"
	"strings"

	"dateline/kb/entity"
	"dateline/kb/lexicon"
	"dateline/kb/library"
	"dateline/kb/names"
	"dateline/kb/read"
	"dateline/kb/text"
)

// description is what the articles say somebody is who has no role that is known:
// "a research fellow with the Poverty Law Center".
type description struct {
	text       string
	confidence float64
	evidence   Evidence
}

// described tells who somebody is: by an apposition, "NAME, a fellow with the China
// Project,", or what is read for it, or else by a relative clause, "NAME, who captained
// England,", which tells less. Of 41,154 people without a role in 11,538 articles 600
// have the first and 1,500 the last; of 80 and 75 drawn at random 78 and 70 say who they
// are, held against the text. Of what is read it was 24 of 26.
func (b *Base) described(ctx context.Context, q Question, e *entity.Entity) (description, bool) {
	if c, ok := b.apposed(e, apposition, func(c read.Candidate) bool { return b.describes(c, e) }); ok {
		return b.description(c, toldPlain), true
	}
	if c, ok := b.readOf(ctx, q, e); ok {
		return b.description(c, c.Confidence), true
	}
	if c, ok := b.apposed(e, clause, func(read.Candidate) bool { return true }); ok {
		return b.description(c, unknownRole), true
	}
	return description{}, false
}

// toldPlain is the confidence in what stands in apposition.
const toldPlain = 0.8

// readOf reads for who somebody is.
func (b *Base) readOf(ctx context.Context, q Question, e *entity.Entity) (read.Candidate, bool) {
	command, ok := commandOf(Who)
	if !ok {
		return read.Candidate{}, false
	}
	r := b.reader.Read(ctx, b.reader.ParseCommand(command, e.Name, q.Asked), nil)
	if len(r.Candidates) == 0 {
		return read.Candidate{}, false
	}
	c := r.Candidates[0]
	return c, c.Confidence >= leastSure && b.besideName(c, e) && b.describes(c, e)
}

func (b *Base) description(c read.Candidate, confidence float64) description {
	u := b.lib.UnitAt(c.Doc, c.Sentence)
	return description{library.Squeeze(b.lib.Article(c.Doc).Text[c.Start:c.End]), confidence, b.lib.Evidence(u, text.Span{Start: c.Start, End: c.End})}
}

// besideName reports whether a candidate stands in apposition to a mention of an
// entity: "NAME, a baker", "the baker NAME".
func (b *Base) besideName(c read.Candidate, e *entity.Entity) bool {
	body := b.lib.Article(c.Doc).Text
	for _, m := range b.lib.Directory().In(c.Doc, c.SentStart, c.SentEnd) {
		if m.ID != e.ID {
			continue
		}
		switch {
		case c.End <= int(m.Start) && (body[c.End:m.Start] == " " || body[c.End:m.Start] == ", "):
			return true
		case int(m.End) <= c.Start && body[m.End:c.Start] == ", ":
			return true
		}
	}
	return false
}

// maxDescription bounds a description in words.
const maxDescription = 20

// describes reports whether a candidate can say what an entity is: a noun phrase with
// a noun for people at its head, in which nobody is named and nothing happens, and
// which does not stand beside the credit of a picture. What the network takes for an
// answer is often just what stands there: a list of others, or who did it.
func (b *Base) describes(c read.Candidate, of *entity.Entity) bool {
	body := b.lib.Article(c.Doc).Text
	words := library.Words(body, text.Span{Start: c.Start, End: c.End})
	if len(words) < 2 || len(words) > maxDescription || anothers[words[0].Fold] || slices.ContainsFunc(words, func(w library.Word) bool { return b.breaks(w, body) }) {
		return false
	}
	if i := slices.IndexFunc(words, func(w library.Word) bool { return attached[w.Fold] }); i > 0 {
		words = words[:i]
	}
	head, before := words[len(words)-1], words[:len(words)-1]
	if !b.forPeople(head) || b.plural(head.Fold) || slices.ContainsFunc(before, b.forPeople) {
		return false
	}
	for _, m := range b.lib.Directory().In(c.Doc, c.SentStart, c.SentEnd) {
		p := text.Span{Start: int(m.Start), End: int(m.End)}
		if _, credit := library.CreditOf(body, p); credit && m.ID == of.ID {
			return false
		}
		if p.Overlaps(head.Span) || p.Overlaps(text.Span{Start: c.Start, End: c.End}) && b.lib.Entity(m.ID).Type == names.Person {
			return false
		}
	}
	return true
}

// breaks reports whether a word cannot stand in a plain noun phrase: a mark, other
// than within a word, or one that tells that something happens.
func (b *Base) breaks(w library.Word, body string) bool {
	if w.Kind == text.Punct {
		return !inWord(w.Of(body))
	}
	return w.Lower && b.happens(w.Fold)
}

// inWord reports whether a mark stands within words: "Mott’s", "7-foot".
func inWord(mark string) bool { return strings.Contains("-’'", mark) }

// anothers are words that leave open of whom somebody is something.
var anothers = library.WordSet(`his her their my our your its this that these those whose which`)

// attached are words after which the head of a noun phrase has been named.
var attached = library.WordSet(`of for at in with on from to against who`)

// happens reports whether a word tells that something happens.
func (b *Base) happens(folded string) bool {
	if _, ok := lexicon.Irregular(folded); ok {
		return true
	}
	_, _, verb := b.lib.Lexicon().Base(folded, lexicon.Verb)
	return verb && !b.noun(folded)
}

// plural reports whether a noun is a plural.
func (b *Base) plural(folded string) bool {
	base, _, ok := b.lib.Lexicon().Base(folded, lexicon.Noun)
	return ok && base != folded
}

// forPeople reports whether a word is commonly a noun for people.
func (b *Base) forPeople(w library.Word) bool {
	return b.lib.Lexicon().IsA(w.Fold, b.lib.Lexicon().ClassOf("person")) >= 0.5
}
