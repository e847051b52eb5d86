package kb

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"dateline/kb/entity"
	"dateline/kb/names"
	"dateline/kb/text"
)

// who answers who somebody is: a name, a role, or a few words about what
// somebody did.
func (b *Base) who(ctx context.Context, q Question) Answer {
	ids := b.chosen(q.Text)
	if len(ids) == 0 {
		ids = b.meantOn(q.Text, q.Asked)
	}
	if len(ids) == 0 {
		return b.whoDid(ctx, q)
	}
	if len(ids) > 1 {
		return b.choose(q, ids)
	}
	return b.card(ids[0].ID, ids[0].Score)
}

// meantOn is meant for a question asked on a day: of several holders of a
// role, the one last named as such by then comes first.
func (b *Base) meantOn(s string, asked time.Time) []entity.Match {
	ms := b.meant(s)
	if len(ms) < 2 {
		return ms
	}
	stems := contentStems(s)
	last := map[entity.ID]time.Time{}
	for _, m := range ms {
		last[m.ID] = b.lastHeld(m.ID, stems, asked)
	}
	slices.SortStableFunc(ms, func(x, y entity.Match) int { return last[y.ID].Compare(last[x.ID]) })
	return ms
}

// lastHeld is the day on which an entity was last said to hold a role whose
// words are among the stems; zero where it never was by the day asked.
func (b *Base) lastHeld(id entity.ID, stems []string, asked time.Time) time.Time {
	var last time.Time
	for _, r := range b.dir.Entities[id].Roles {
		if r.Former || !asked.IsZero() && r.Date.After(asked) || !hasStems(stems, contentStems(r.Title)) {
			continue
		}
		if r.Date.After(last) {
			last = r.Date
		}
	}
	return last
}

// meant are the entities that a name or a role fits equally well.
func (b *Base) meant(s string) []entity.Match {
	named := b.covering(s, best(b.dir.Find(s, 8)))
	held := best(b.dir.FindRole(s, 8))
	switch {
	case len(held) > 0 && !b.person(named):
		return held
	case b.office(s):
		return slices.DeleteFunc(named, func(m entity.Match) bool { return !b.bears(m.ID, officeHead(s)) })
	}
	return named
}

// person reports whether what was typed is the name of a person as it stands.
func (b *Base) person(ms []entity.Match) bool {
	return len(ms) > 0 && ms[0].Exact && b.dir.Entities[ms[0].ID].Type == names.Person
}

// covering leaves out matches whose name is only a small part of what was
// typed: "foreign minister of Germany" does not mean Germany.
func (b *Base) covering(s string, ms []entity.Match) []entity.Match {
	if len(ms) == 0 {
		return nil
	}
	asked := len(contentStems(s))
	return slices.DeleteFunc(ms, func(m entity.Match) bool {
		return 2*b.longestName(m.ID) < asked
	})
}

// longestName is the number of words of an entity's longest name.
func (b *Base) longestName(id entity.ID) int {
	e := &b.dir.Entities[id]
	n := len(strings.Fields(e.Name))
	for _, a := range e.Aliases {
		n = max(n, len(strings.Fields(a)))
	}
	return n
}

// best keeps the matches that may be taken for the one meant and are as good
// as the first.
func best(ms []entity.Match) []entity.Match {
	n := 0
	for n < len(ms) && ms[n].Score >= taken && ms[n].Score >= ms[0].Score-0.02 {
		n++
	}
	return ms[:n]
}

// choose offers the people that a name fits equally well, the most prominent
// one answered first.
func (b *Base) choose(q Question, ms []entity.Match) Answer {
	a := b.card(ms[0].ID, ms[0].Score)
	for _, m := range ms {
		if b.notable(m.ID, ms[0].ID) {
			a.Choices = append(a.Choices, b.label(m.ID))
		}
	}
	if a.Choices = unique(a.Choices); len(a.Choices) < 2 {
		a.Choices = nil
		return a
	}
	a.Message = fmt.Sprintf("“%s” fits several: %s.", clip(q.Text, 60), strings.Join(a.Choices, "; "))
	return a
}

// notable reports whether an entity is in the news often enough beside another
// to be offered as a choice.
func (b *Base) notable(id, first entity.ID) bool {
	return id == first || 20*len(b.dir.Entities[id].Mentions) >= len(b.dir.Entities[first].Mentions)
}

// chosen is the entity that a label out of Choices names, if s is one.
func (b *Base) chosen(s string) []entity.Match {
	name, what, ok := strings.Cut(s, labelDash)
	if !ok || what == "" {
		return nil
	}
	for _, m := range b.dir.Find(name, 2*maxCandidates) {
		if b.label(m.ID) == s {
			return []entity.Match{m}
		}
	}
	return nil
}

// labelDash stands between a name and what it is.
const labelDash = " — "

// label is an entity's name with what it is.
func (b *Base) label(id entity.ID) string {
	e := &b.dir.Entities[id]
	if len(e.Roles) == 0 {
		return e.Name
	}
	return e.Name + labelDash + e.Roles[0].String()
}

// card tells who or what an entity is.
func (b *Base) card(id entity.ID, score float64) Answer {
	e := &b.dir.Entities[id]
	a := Answer{
		Kind: Who, Text: b.label(id), Confidence: 0.97 * score, Subject: e.Name,
		Message: b.presence(e), Sources: 1,
	}
	a.Evidence = b.facts(e)
	a.Candidates = []Candidate{{Answer: a.Text, Score: score}}
	if len(a.Evidence) > 0 {
		a.Candidates[0].Quote, a.Candidates[0].ArticleID = a.Evidence[0].Quote, a.Evidence[0].ArticleID
	}
	return a
}

// maxFacts bounds the quotes of a card.
const maxFacts = 3

// facts quotes what says most about an entity: its roles, then where it is
// named in full and does something, newest first.
func (b *Base) facts(e *entity.Entity) []Evidence {
	var out []Evidence
	for _, r := range e.Roles {
		if len(out) == 2 {
			break
		}
		out = distinctEvidence(append(out, b.evidence(b.unitHolding(r.Doc, r.Span.Start), r.Span)))
	}
	for _, m := range b.telling(e) {
		if len(out) >= maxFacts {
			break
		}
		p := text.Span{Start: int(m.Start), End: int(m.End)}
		out = distinctEvidence(append(out, b.evidence(b.unitHolding(m.Doc, p.Start), p)))
	}
	return out
}

// maxTold bounds the documents looked into for facts about one entity.
const maxTold = 40

// telling are mentions of an entity, one a document, out of the newest
// documents: the subject of a verb first, then newer ones first.
func (b *Base) telling(e *entity.Entity) []entity.Mention {
	var acting, others []entity.Mention
	for _, ms := range b.newestMentions(e) {
		i := slices.IndexFunc(ms, b.acts)
		if i >= 0 {
			acting = append(acting, ms[i])
		} else {
			others = append(others, ms[0])
		}
	}
	return append(acting, others...)
}

// newestMentions are an entity's mentions by document, newest first, of at
// most maxTold documents.
func (b *Base) newestMentions(e *entity.Entity) [][]entity.Mention {
	var out [][]entity.Mention
	for i := 0; i < len(e.Mentions); {
		j := i
		for j < len(e.Mentions) && e.Mentions[j].Doc == e.Mentions[i].Doc {
			j++
		}
		out = append(out, e.Mentions[i:j])
		i = j
	}
	slices.SortStableFunc(out, func(x, y []entity.Mention) int {
		return b.docs[y[0].Doc].Article.Date.Compare(b.docs[x[0].Doc].Article.Date)
	})
	return out[:min(len(out), maxTold)]
}

// acts judges whether a mention is the subject of a verb: it stands at the head
// of a whole sentence and a word in small letters follows.
func (b *Base) acts(m entity.Mention) bool {
	u := b.unitHolding(m.Doc, int(m.Start))
	rest := strings.TrimLeft(b.text(u)[min(int(m.End), u.End):u.End], " ")
	return int(m.Start)-u.Start < 30 && rest != "" && rest[0] >= 'a' && rest[0] <= 'z' && finished(b.quote(u))
}

// presence says when and how often an entity is in the news and with whom;
// nothing where one article tells all there is.
func (b *Base) presence(e *entity.Entity) string {
	docs := b.docsOf(e)
	if len(docs) < 2 {
		return ""
	}
	s := fmt.Sprintf("In %s", plural(len(docs), "article"))
	if first, last := b.span(docs); !first.IsZero() {
		s += ", " + days(first, last)
	}
	var with []string
	for _, id := range b.dir.Cooccurring(e.ID, 8) {
		if o := &b.dir.Entities[id]; o.Type == names.Person && len(with) < 3 {
			with = append(with, o.Name)
		}
	}
	if len(with) > 0 {
		s += "; often with " + strings.Join(with, ", ")
	}
	return s + "."
}

// docsOf are the documents that mention an entity.
func (b *Base) docsOf(e *entity.Entity) []int32 {
	var out []int32
	for _, m := range e.Mentions {
		if len(out) == 0 || out[len(out)-1] != m.Doc {
			out = append(out, m.Doc)
		}
	}
	return out
}

// span is the days of the oldest and newest dated of the documents.
func (b *Base) span(docs []int32) (first, last time.Time) {
	for _, i := range docs {
		d := b.docs[i].Article.Date
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

const dayLayout = "2 January 2006"

func days(first, last time.Time) string {
	if first.Equal(last) {
		return first.Format(dayLayout)
	}
	return first.Format(dayLayout) + " to " + last.Format(dayLayout)
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
