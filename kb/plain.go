package kb

import (
	"context"
	"slices"
	"strings"
	"time"

	"dateline/kb/browse"
	"dateline/kb/entity"
	"dateline/kb/library"
	"dateline/kb/names"
	"dateline/kb/query"
	"dateline/kb/text"
)

// plain answers a question in a person's own words: it finds what kind it is.
func (b *Base) plain(ctx context.Context, q Question) Answer {
	asked := b.reader.Parse(q.Text, q.Asked)
	q.Kind = Ask
	for _, f := range forms() {
		if rest, ok := f.match(asked); ok {
			if a, ok := f.answer(b, ctx, q, rest); ok {
				return a
			}
		}
	}
	return b.read(ctx, q)
}

// form is a form of question that is answered in a way of its own.
type form struct {
	match  func(q query.Query) (rest string, ok bool)
	answer func(b *Base, ctx context.Context, q Question, rest string) (Answer, bool)
}

// forms are tried in order; what none of them answers is read for.
func forms() []form {
	return []form{
		{opening("what happened", "what's happening", "what is happening", "what's new", "what is new", "news", "the news",
			"latest", "the latest", "any news", "what's the latest", "what is the latest"), (*Base).news},
		{opening("who", "who's", "whos"), (*Base).whoHeads},
		{opening("who is", "who's", "whos", "who was", "who are", "who were", "tell me about", "what about"), (*Base).whoIs},
		{opening("what is", "what's", "whats", "what was", "what are", "what were"), (*Base).whatIs},
		{opening("where is", "where's", "wheres", "where was"), (*Base).whereIs},
		{opening("what did", "what has", "what does", "what have"), (*Base).whatSaid},
		{anything, (*Base).bareName},
	}
}

func anything(q query.Query) (string, bool) { return q.Text, true }

// maxRest bounds the words of a name or a role in a question.
const maxRest = 9

// opening matches questions that begin with one of the words given and go on
// with no more than a name or a role may have.
func opening(words ...string) func(query.Query) (string, bool) {
	return func(q query.Query) (string, bool) {
		folded := text.Fold(q.Text)
		for _, w := range words {
			if len(folded) > len(w) && strings.HasPrefix(folded, w) && folded[len(w)] == ' ' {
				n := len(strings.Fields(w))
				rest := strings.Fields(q.Text)[n:]
				return strings.Trim(strings.Join(rest, " "), " ?!."), len(rest) <= maxRest
			}
		}
		return "", false
	}
}

// whoIs answers "who is X" where X is a name or a role and nothing more.
func (b *Base) whoIs(ctx context.Context, q Question, rest string) (Answer, bool) {
	q.Text = stripNow(library.StripArticle(rest))
	q = b.asOf(q)
	rest = q.Text
	ms := b.lib.Meant(rest, q.Asked)
	if len(ms) == 0 {
		if !b.lib.Office(rest) {
			return Answer{}, false
		}
		return b.holder(ctx, q, rest), true
	}
	role := !b.isName(rest, ms)
	q.Kind, q.Text = Who, rest
	a := b.who(ctx, q)
	if role {
		a.Text = b.lib.Entity(ms[0].ID).Name
	}
	return a, true
}

// whoHeads answers "who runs X" with whoever is known to be at the head of it.
func (b *Base) whoHeads(ctx context.Context, q Question, rest string) (Answer, bool) {
	role, ok := b.headOf(rest, q.Asked)
	if !ok {
		return Answer{}, false
	}
	return b.whoIs(ctx, q, role)
}

// headOf is the role that "runs X" and "is in charge of X" ask for, where somebody is
// known to hold it.
func (b *Base) headOf(s string, on time.Time) (role string, ok bool) {
	for _, lead := range []string{"runs ", "heads ", "leads ", "in charge of ", "is in charge of ", "is running ", "is leading ", "is heading ", "running "} {
		if len(s) <= len(lead) || !strings.EqualFold(s[:len(lead)], lead) {
			continue
		}
		role := "head of " + library.StripArticle(stripNow(s[len(lead):]))
		return role, len(library.Best(b.lib.Directory().FindRole(role, on, 1))) > 0
	}
	return "", false
}

// isName reports whether s was found as a name rather than as a role.
func (b *Base) isName(s string, ms []entity.Match) bool {
	found := b.lib.Directory().Find(s, 1)
	return len(found) > 0 && found[0].ID == ms[0].ID && found[0].Score >= library.Taken
}

// whatIs answers "what is X" where X is a name.
func (b *Base) whatIs(ctx context.Context, q Question, rest string) (Answer, bool) {
	p := b.lib.Part(library.StripArticle(rest))
	if len(p.IDs) == 0 || !p.Exact {
		return Answer{}, false
	}
	q.Kind = What
	return b.what(ctx, q, []library.Part{p}), true
}

// whereIs answers "where is X going" where X is somebody, as the command does.
func (b *Base) whereIs(ctx context.Context, q Question, rest string) (Answer, bool) {
	rest = stripNow(rest)
	for _, going := range []string{" going", " headed", " heading", " travelling", " traveling"} {
		rest = strings.TrimSuffix(rest, going)
	}
	if p := b.lib.Part(rest); len(p.IDs) == 0 || !p.Exact || b.lib.Entity(p.IDs[0]).Type != names.Person {
		return Answer{}, false
	}
	q.Kind, q.Text = Where, rest
	a := b.read(ctx, q)
	return a, !a.Abstained
}

// whatSaid answers "what did X say about Y".
func (b *Base) whatSaid(ctx context.Context, q Question, rest string) (Answer, bool) {
	person, about, ok := cutSaying(rest)
	if !ok {
		return Answer{}, false
	}
	said := b.browse.Quotations(ctx, person, about)
	if len(said) == 0 {
		return Answer{}, false
	}
	if about == "" {
		return quoted(said), true
	}
	return b.saidAbout(ctx, q, said)
}

// saidAbout answers with the quotation in which the answer is read to stand, where
// that is sure enough: that both are named in a sentence does not make one speak of
// the other.
func (b *Base) saidAbout(ctx context.Context, q Question, said []browse.Quotation) (Answer, bool) {
	asked, _ := b.understand(ctx, q)
	r := b.reader.Read(ctx, asked, nil)
	if !answers(asked, r, 0) {
		return Answer{}, false
	}
	best := r.Candidates[0]
	i := slices.IndexFunc(said, func(s browse.Quotation) bool {
		return s.Evidence.ArticleID == b.lib.Article(best.Doc).ID && s.Evidence.Start <= best.Start && best.End <= s.Evidence.End
	})
	if i < 0 {
		return Answer{}, false
	}
	a := quoted(slices.Concat(said[i:i+1], said[:i], said[i+1:]))
	a.Confidence = best.Confidence
	return a, true
}

// cutSaying cuts "X say about Y" into X and Y.
func cutSaying(s string) (person, about string, ok bool) {
	words := strings.Fields(s)
	for i, w := range words {
		if i == 0 || !asksSaying[strings.ToLower(w)] {
			continue
		}
		rest := words[i+1:]
		if len(rest) > 0 && (rest[0] == "about" || rest[0] == "of" || rest[0] == "on") {
			rest = rest[1:]
		}
		return strings.Join(words[:i], " "), strings.Join(rest, " "), true
	}
	return "", "", false
}

var asksSaying = library.WordSet(`say said tell told claim claimed think announce announced`)

// quoted answers with what was said.
func quoted(said []browse.Quotation) Answer {
	a := Answer{Kind: What, Confidence: 0.7, Sources: 1, Subject: said[0].Speaker}
	for _, s := range said[:min(len(said), library.MaxCandidates)] {
		e := s.Evidence
		words := e.Quote
		if len(e.Marks) > 0 {
			words = e.Quote[e.Marks[0][0]:e.Marks[0][1]]
		}
		a.Candidates = append(a.Candidates, Candidate{Answer: library.Squeeze(words), Quote: e.Quote, ArticleID: e.ArticleID, Score: 0.7})
		a.Evidence = append(a.Evidence, e)
	}
	a.Text = a.Candidates[0].Answer
	a.Evidence = library.Distinct(a.Evidence)
	return a
}

func allNamed(parts []library.Part) bool {
	return !slices.ContainsFunc(parts, func(p library.Part) bool { return len(p.IDs) == 0 })
}

// bareName answers a line that is only a name, or two.
func (b *Base) bareName(ctx context.Context, q Question, rest string) (Answer, bool) {
	rest = strings.Trim(rest, " ?!.")
	if strings.Count(rest, " ") >= library.MaxNameWords {
		return Answer{}, false
	}
	if len(b.lib.Meant(rest, q.Asked)) > 0 {
		return b.who(ctx, Question{Kind: Who, Text: rest, Asked: q.Asked}), true
	}
	parts := b.lib.Parts(rest)
	if len(parts) < 2 {
		parts = b.lib.Scan(ctx, rest, library.CommandWeight)
	}
	if len(parts) > 1 && library.Fit(parts) >= library.Taken && allNamed(parts) {
		q.Kind = What
		return b.what(ctx, q, parts), true
	}
	return Answer{}, false
}
