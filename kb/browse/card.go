package browse

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"dateline/kb/answer"
	"dateline/kb/entity"
	"dateline/kb/lexicon"
	"dateline/kb/library"
	"dateline/kb/names"
	"dateline/kb/text"
)

// Card tells who or what an entity is, with the role first that was asked
// for, if one was.
func (b *Browser) Card(m entity.Match, asked string) answer.Answer {
	e, roles := b.lib.Entity(m.ID), b.lib.Roles(m.ID, asked)
	a := answer.Answer{
		Kind: answer.Who, Text: library.Label(e, roles), Confidence: 0.97 * m.Score, Subject: e.Name,
		Message: b.presence(e), Sources: 1,
	}
	a.Evidence = b.facts(e, roles)
	return nameFirst(a, m.Score)
}

// Describe says on a card what somebody is who has no role that is known, and
// quotes what says it first.
func Describe(a answer.Answer, score float64, what string, says answer.Evidence) answer.Answer {
	a.Text = a.Subject + library.LabelDash + what
	a.Evidence = library.Distinct(append([]answer.Evidence{says}, a.Evidence...))
	a.Evidence = a.Evidence[:min(len(a.Evidence), maxFacts)]
	return nameFirst(a, score)
}

// nameFirst makes the only candidate of what a card says.
func nameFirst(a answer.Answer, score float64) answer.Answer {
	a.Candidates = []answer.Candidate{{Answer: a.Text, Score: score}}
	if len(a.Evidence) > 0 {
		a.Candidates[0].Quote, a.Candidates[0].ArticleID = a.Evidence[0].Quote, a.Evidence[0].ArticleID
	}
	return a
}

// maxFacts bounds the quotes of a card.
const maxFacts = 3

// facts quotes what says most about an entity: its roles, then where it is
// named in full and does something, newest first.
func (b *Browser) facts(e *entity.Entity, roles []entity.Role) []answer.Evidence {
	circle := b.circle(e)
	var out []answer.Evidence
	for i, r := range roles {
		if len(out) == 2 {
			break
		}
		if _, own := slices.BinarySearch(circle, r.Doc); i == 0 || own && 5*r.Count >= roles[0].Count {
			out = library.Distinct(append(out, b.fact(r.Doc, r.Span)))
		}
	}
	for _, m := range b.telling(e, circle, len(out) == 0) {
		if len(out) >= maxFacts {
			break
		}
		out = library.Distinct(append(out, b.fact(m.Doc, text.Span{Start: int(m.Start), End: int(m.End)})))
	}
	return out
}

// fact quotes the sentence around p; of the credit of a picture only that.
func (b *Browser) fact(doc int32, p text.Span) answer.Evidence {
	u := b.lib.UnitHolding(doc, p.Start)
	if credit, ok := library.CreditOf(b.lib.Text(u), p); ok {
		u.Span = credit
	}
	return b.lib.Evidence(u, p)
}

// maxTold bounds the documents looked into for facts about one entity.
const maxTold = 40

// telling are mentions of an entity, one a document, out of the newest of the
// documents, by rank and then newer ones first; the lowest rank only where
// there is nothing else and it is wanted at all.
func (b *Browser) telling(e *entity.Entity, docs []int32, all bool) []entity.Mention {
	var ranked [3][]entity.Mention
	for _, ms := range b.newestMentions(e, docs) {
		rank, best := len(ranked), ms[0]
		for _, m := range ms {
			if k := b.rank(m, e); k < rank {
				rank, best = k, m
			}
		}
		if rank < len(ranked) {
			ranked[rank] = append(ranked[rank], best)
		}
	}
	if all && len(ranked[0])+len(ranked[1]) == 0 {
		return ranked[2]
	}
	first := len(ranked[0])
	if e.Type != names.Person {
		first = min(first, 1) // what it is need not be told twice
	}
	return slices.Concat(ranked[0][:first], ranked[1], ranked[0][first:])
}

// rank is how much the sentence of a mention tells of the entity: 0 where a
// person does something or a thing is explained, 1 where a person is named in
// full or a thing does something, 2 for the rest and 3 for what may not be
// about it.
func (b *Browser) rank(m entity.Mention, e *entity.Entity) int {
	s := b.lib.Article(m.Doc).Text
	p := text.Span{Start: int(m.Start), End: int(m.End)}
	if _, credit := library.CreditOf(s, p); credit || !named(e, p.Of(s)) || e.Type == names.Person && longer(s[p.End:]) {
		return 3
	}
	quote := b.lib.Quote(b.lib.UnitHolding(m.Doc, p.Start))
	switch {
	case !library.Finished(quote) || library.Caption(quote) > 0:
		return 2
	case !b.inFull(m, e) && b.surnameShared(m.Doc, e):
		return 3
	case e.Type == names.Person && b.acts(m) || e.Type != names.Person && b.defined(m):
		return 0
	case e.Type == names.Person && b.inFull(m, e) || e.Type != names.Person && b.acts(m):
		return 1
	}
	return 2
}

// longer reports whether a name may go on with the text that follows it: "Ann
// Lee" of "Ann Lee Homes".
func longer(s string) bool { return len(s) > 1 && s[0] == ' ' && s[1] >= 'A' && s[1] <= 'Z' }

// defined reports whether the words after a mention say what it is.
func (b *Browser) defined(m entity.Mention) bool {
	rest := b.lib.Article(m.Doc).Text[m.End:]
	for _, says := range []string{", a ", ", an ", " is a ", " is an ", " is the ", " was a ", " was an "} {
		if strings.HasPrefix(rest, says) {
			return true
		}
	}
	return false
}

// surnameShared reports whether a document names somebody else with the
// surname of a person.
func (b *Browser) surnameShared(doc int32, e *entity.Entity) bool {
	name := text.Fold(e.Name)
	at := strings.LastIndexByte(name, ' ')
	if e.Type != names.Person || at < 0 {
		return false
	}
	return slices.ContainsFunc(b.lib.Directory().In(doc, 0, len(b.lib.Article(doc).Text)), func(l entity.Located) bool {
		o := b.lib.Entity(l.ID)
		return l.ID != e.ID && o.Type == names.Person && strings.HasSuffix(text.Fold(o.Name), name[at:])
	})
}

// newestMentions are an entity's mentions in some documents, by document,
// newest first, of at most maxTold documents.
func (b *Browser) newestMentions(e *entity.Entity, docs []int32) [][]entity.Mention {
	var out [][]entity.Mention
	for i := 0; i < len(e.Mentions); {
		j := i
		for j < len(e.Mentions) && e.Mentions[j].Doc == e.Mentions[i].Doc {
			j++
		}
		if _, own := slices.BinarySearch(docs, e.Mentions[i].Doc); own {
			out = append(out, e.Mentions[i:j])
		}
		i = j
	}
	slices.SortStableFunc(out, func(x, y []entity.Mention) int {
		return b.lib.Article(y[0].Doc).Date.Compare(b.lib.Article(x[0].Doc).Date)
	})
	return out[:min(len(out), maxTold)]
}

// acts judges whether a mention is the subject of a verb: it stands at the head
// of a sentence and a word in small letters follows.
func (b *Browser) acts(m entity.Mention) bool {
	u := b.lib.UnitHolding(m.Doc, int(m.Start))
	rest := strings.TrimLeft(b.lib.Text(u)[min(int(m.End), u.End):u.End], " ")
	if int(m.Start)-u.Start >= 30 || rest == "" || rest[0] < 'a' || rest[0] > 'z' {
		return false
	}
	return b.verb(strings.Fields(rest))
}

// verb reports whether the first word is a verb, adverbs aside.
func (b *Browser) verb(words []string) bool {
	for _, w := range words {
		w = strings.TrimRight(w, ",.;:")
		if e, ok := b.lib.Lexicon().Lookup(w); ok && e.Best() == lexicon.Adverb {
			continue
		}
		_, _, ok := b.lib.Lexicon().Base(w, lexicon.Verb)
		e, known := b.lib.Lexicon().Lookup(w)
		return ok && !(known && e.Best() == lexicon.Noun)
	}
	return false
}

// presence says when and how often an entity is in the news and with whom;
// nothing where one article tells all there is.
func (b *Browser) presence(e *entity.Entity) string {
	docs := b.docsOf(e)
	if len(docs) <= maxCircle {
		docs = b.namedIn(e) // a surname alone may be another's
	}
	if len(docs) < 2 {
		return ""
	}
	s := fmt.Sprintf("In %s", plural(len(docs), "article"))
	if first, last := b.span(docs); !first.IsZero() {
		s += ", " + library.Days(first, last)
	}
	var with []string
	for _, id := range b.lib.Directory().Cooccurring(e.ID, 8) {
		if o := b.lib.Entity(id); o.Type == names.Person && len(with) < 3 {
			with = append(with, o.Name)
		}
	}
	if len(with) > 0 {
		s += "; often with " + strings.Join(with, ", ")
	}
	return s + "."
}

// docsOf are the documents that mention an entity.
func (b *Browser) docsOf(e *entity.Entity) []int32 {
	var out []int32
	for _, m := range e.Mentions {
		if len(out) == 0 || out[len(out)-1] != m.Doc {
			out = append(out, m.Doc)
		}
	}
	return out
}

// span is the days of the oldest and newest dated of the documents.
func (b *Browser) span(docs []int32) (first, last time.Time) {
	for _, i := range docs {
		d := b.lib.Article(i).Date
		if d.IsZero() {
			continue
		}
		if first.IsZero() || d.Before(first) {
			first = d
		}
		if d.After(last) {
			last = d
		}
	}
	return first, last
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
