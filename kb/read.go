package kb

import (
	"context"
	"slices"
	"strings"

	"dateline/kb/entity"
	"dateline/kb/library"
	"dateline/kb/names"
	"dateline/kb/query"
	"dateline/kb/read"
	"dateline/kb/related"
	"dateline/kb/rules"
	"dateline/kb/text"
)

// The confidence from which on what was read is an answer. A long question says
// enough for its passages to be surely the ones meant, though not which of several
// names in them: there the articles have to be likely to tell the answer, and the
// candidate to be more than a guess. Package read has the figures for other values.
const (
	leastSure     = 0.4
	leastSo       = 0.4 // whether something is so
	longQuestion  = 12  // words
	leastTold     = 0.45
	leastSureLong = 0.15
)

// leastBare is the same for a command about a name and nothing else ("Blinken"), or
// two ("Blinken-Ukraine"), which says nothing that could be untold: it is enough that
// the rules find where it, or both together, are spoken of.
const leastBare = 0.25

// answers reports whether what was read is an answer to a question with a number of
// names and nothing else, 0 for any other.
func answers(asked query.Query, r read.Result, names int) bool {
	if len(r.Candidates) == 0 {
		return false
	}
	sure := r.Candidates[0].Confidence
	switch {
	case asked.Kind == query.YesNo:
		return sure >= leastSo
	case names > 0:
		return sure >= leastBare
	case len(strings.Fields(asked.Text)) >= longQuestion:
		return sure >= leastSureLong && r.Told >= leastTold
	}
	return sure >= leastSure
}

// bareNames is the number of names in the subject of a command that the rules have
// found something for, where it is nothing but names; otherwise 0.
func bareNames(asked query.Query, ways [][]library.Part, found rules.Ruling) int {
	if asked.Lead == "" || len(ways) == 0 || len(found.Hints) == 0 || slices.ContainsFunc(ways[0], func(p library.Part) bool { return len(p.IDs) == 0 }) {
		return 0
	}
	return len(ways[0])
}

// read reads the articles for the answer to a question.
func (b *Base) read(ctx context.Context, q Question) Answer {
	asked, ways := b.understand(ctx, q)
	switch {
	case len(ways) > 0 && slices.ContainsFunc(ways[0], library.Part.Missing):
		return b.silent(q, ways[0], nil)
	case len(asked.Unknown) > 0:
		return b.silent(q, b.lib.Resolve(asked.Unknown), nil)
	}
	found := b.rules.Find(ctx, q, asked, ways)
	r := b.reader.Read(ctx, asked, found.Hints)
	names := bareNames(asked, ways, found)
	if !answers(asked, r, names) {
		return b.unread(q, asked, r)
	}
	if asked.Kind == query.YesNo {
		return b.whether(asked, r)
	}
	best := r.Candidates[0]
	if names > 0 && best.Confidence < leastSure || b.rules.Agrees(found, best) {
		a := found.Answer
		a.Text, a.Confidence, a.Subject = trimTail(a.Text), best.Confidence, b.subject(asked, best)
		return a
	}
	return b.present(asked, r)
}

// present shows what was read.
func (b *Base) present(asked query.Query, r read.Result) Answer {
	best := r.Candidates[0]
	a := Answer{Kind: kindOf(asked.Kind), Text: trimTail(library.Unquote(library.Squeeze(best.Text))), Confidence: best.Confidence, Sources: best.Sources}
	a.Subject, a.Message = b.subject(asked, best), b.older(asked, r)
	for i, c := range r.Candidates[:min(len(r.Candidates), library.MaxCandidates)] {
		u := b.lib.UnitAt(c.Doc, c.Sentence)
		a.Candidates = append(a.Candidates, Candidate{
			Answer: library.Squeeze(c.Text), Quote: b.lib.Quote(u), ArticleID: b.lib.Article(c.Doc).ID, Score: c.Confidence,
		})
		if i == 0 {
			a.Evidence = append(a.Evidence, b.lib.Evidence(u, text.Span{Start: c.Start, End: c.End}))
			a.Dates = b.datesIn(u, text.Span{Start: c.Start, End: c.End})
		}
	}
	if asked.Expect.Temporal() && len(a.Dates) == 1 {
		a.Text = a.Dates[0].Words
	}
	return a
}

// trimTail leaves out the words that an answer cannot end with: "troops near".
func trimTail(s string) string {
	for {
		i := strings.LastIndexByte(s, ' ')
		if i < 0 || !hanging[strings.ToLower(s[i+1:])] {
			return s
		}
		s = strings.TrimRight(s[:i], " ,;:")
	}
}

var hanging = library.WordSet(`a an the and or but of to at by for from with near into that which who than as its their his her`)

// subject is what a follow-up question would speak of: the person that the
// question names, or another thing it names, or else the answer.
func (b *Base) subject(q query.Query, best read.Candidate) string {
	first := best.Entity
	for i := len(q.Names) - 1; i >= 0; i-- {
		if ids := q.Names[i].IDs; len(ids) > 0 {
			first = ids[0]
			if b.lib.Entity(first).Type == names.Person {
				break
			}
		}
	}
	if first == entity.None {
		return ""
	}
	return b.lib.Entity(first).Name
}

// datesIn are the times that stand within an answer.
func (b *Base) datesIn(u library.Unit, p text.Span) []Date {
	v := b.lib.View(u)
	var out []Date
	for _, t := range b.lib.Times(u.Doc, u.Span) {
		if p.Overlaps(text.Span{Start: t.Start, End: t.End}) && !t.First.IsZero() {
			out = append(out, b.lib.Date(library.Event{Passage: library.Passage{View: v}, Time: t, Clause: v.Clauses[v.ClauseOf(t.Start)]}))
		}
	}
	return out
}

// near is the confidence from which on the passage of a candidate that is no
// answer is shown as the nearest there is.
const near = 0.12

// unread is the answer where no candidate is sure enough: what is missing, and
// the passage that comes near.
func (b *Base) unread(q Question, asked query.Query, r read.Result) Answer {
	a := Answer{Kind: q.Kind, Abstained: true, Message: b.lacks(asked)}
	if len(r.Candidates) == 0 {
		return a
	}
	c := r.Candidates[0]
	if a.Confidence = c.Confidence; c.Confidence >= near {
		a.Evidence = append(a.Evidence, b.lib.Evidence(b.lib.UnitAt(c.Doc, c.Sentence)))
		a.Message += " The nearest they come:"
	}
	return a
}

// lacks says what the articles do not say, as exactly as the question tells.
func (b *Base) lacks(asked query.Query) string {
	if w := b.unspoken(asked); w != "" && asked.Expect != query.Age {
		return "None of the articles speaks of “" + library.Clip(w, 40) + "”."
	}
	missing := lackingType[asked.Expect]
	var known []string
	for _, n := range asked.Names {
		if len(n.IDs) > 0 {
			known = append(known, b.lib.Entity(n.IDs[0]).Name)
		}
	}
	if known = library.Unique(known); len(known) > 0 && len(known) < 3 && missing != "" {
		return "The articles name " + strings.Join(known, " and ") + ", but " + missing + "."
	}
	if missing != "" {
		return "The articles " + missing + "."
	}
	return "The articles do not say."
}

// unspoken is a word of the question that no article has in any form, nor one
// that means the same; empty where there is none.
func (b *Base) unspoken(asked query.Query) string {
	for _, t := range asked.Terms {
		if t.Name || t.Class || !t.Focus || t.Weight < 1 || library.IsAsking(t.Word) || library.IsOccurring(library.Stem(t.Word)) || strings.ContainsAny(t.Word, "0123456789") || b.lib.Known([]string{t.Stem}) > 0 {
			continue
		}
		if asked.Expect == query.Person && b.lib.Lexicon().IsA(t.Word, b.lib.Lexicon().ClassOf("person")) > 0 {
			continue // who is asked for is not named by a title alone
		}
		told := func(w string) bool { return b.lib.Known(library.ContentStems(w)) > 0 }
		if same := related.Load().Of(t.Word); !slices.ContainsFunc(same, told) {
			return t.Word
		}
	}
	return ""
}

// lackingType are the words for what is not told.
var lackingType = map[query.Type]string{
	query.Person: "do not say who", query.Organisation: "do not say which", query.Place: "do not say where", query.Country: "do not say which country",
	query.City: "do not say which place", query.Date: "do not say when", query.Year: "do not say in which year", query.Month: "do not say when",
	query.Weekday: "do not say on which day", query.Duration: "do not say how long", query.Count: "do not say how many", query.Money: "do not say how much",
	query.Percent: "do not say what share", query.Age: "do not give the age", query.Measure: "do not give that measure", query.Reason: "do not say why",
}

// kindOf is the kind of question by its words.
func kindOf(k query.Kind) Kind {
	switch k {
	case query.Who:
		return Who
	case query.When:
		return When
	case query.Where:
		return Where
	case query.What, query.Which, query.Statement:
		return What
	case query.Why:
		return Why
	case query.HowMany:
		return HowMany
	}
	return Ask
}

// whoDid answers who did something.
func (b *Base) whoDid(ctx context.Context, q Question) Answer {
	parts := b.lib.Parts(q.Text)
	if library.Fit(parts) == 0 || len(q.Text) == 0 {
		return b.silent(q, parts, nil)
	}
	if len(parts) == 1 && b.capitalised(ctx, parts[0]) {
		q.Kind = What
		a := b.what(ctx, q, parts)
		a.Kind = Who
		return a
	}
	if b.lib.Office(q.Text) {
		return b.holder(ctx, q, q.Text)
	}
	a := b.read(ctx, q)
	a.Kind = Who
	return a
}

// capitalised reports whether the articles have words as what looks like a
// name, though none was recognised there.
func (b *Base) capitalised(ctx context.Context, p library.Part) bool {
	if len(p.Stems) < 2 || len(p.Stems) != len(strings.Fields(p.Text)) {
		return false
	}
	found := b.lib.Phrase(ctx, p.Stems)
	return found != nil && !slices.ContainsFunc(found, func(w library.Word) bool { return w.Lower })
}
