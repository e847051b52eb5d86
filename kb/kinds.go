package kb

import (
	"context"
	"slices"

	"dateline/kb/library"
	"dateline/kb/query"
)

// KindInfo describes a kind of question to people.
type KindInfo struct {
	Kind    Kind
	Summary string // one line, what it answers
	Option  string // the name of its one argument
	Hint    string // what to put in
}

// kind is an entry of the table of kinds: what people are told of it, how its
// subject is read, and how it is answered. A new kind of question is one more
// entry.
type kind struct {
	KindInfo
	command query.Command // none for whole questions
	answer  func(b *Base, ctx context.Context, q Question) Answer
}

// kinds is the table, in the order in which help shows it.
func kinds() []kind {
	return []kind{
		{KindInfo{Who, "Who somebody is, or who did something", "name", "a name, a role, or a few words: Kuleba, German foreign minister"}, query.CommandWho, (*Base).who},
		{KindInfo{When, "When something happened or will happen", "subject", "a name, or two with a hyphen: Blinken-Ukraine"}, query.CommandWhen, (*Base).read},
		{KindInfo{Where, "Where somebody is or something happened", "subject", "a name or a thing: Blinken, troops"}, query.CommandWhere, (*Base).read},
		{KindInfo{What, "What something is, or what is said about it", "subject", "a name or a thing: Transatlantic Quad"}, query.CommandWhat, (*Base).whatAbout},
		{KindInfo{Why, "Why something happened", "subject", "a thing or a few words: the trip"}, query.CommandWhy, (*Base).read},
		{KindInfo{HowMany, "How many or how much", "subject", "a thing that is counted: troops"}, query.CommandHowMany, (*Base).read},
		{KindInfo{HowLong, "How long something took or will take", "subject", "a thing that lasts: the strike"}, query.CommandHowLong, (*Base).read},
		{KindInfo{Ask, "Any question, in your own words", "question", "a whole question: Who is the foreign minister of Ukraine?"}, query.Command{}, (*Base).plain},
	}
}

// commandOf is how the subject of a kind of question is read; false for whole
// questions.
func commandOf(k Kind) (query.Command, bool) {
	for _, e := range kinds() {
		if e.Kind == k {
			return e.command, e.command.Lead != ""
		}
	}
	return query.Command{}, false
}

// Kinds lists the kinds of question in the order in which help shows them.
func Kinds() []KindInfo {
	var out []KindInfo
	for _, k := range kinds() {
		out = append(out, k.KindInfo)
	}
	return out
}

// whatAbout answers what a name or a thing is, or what is said about it; what
// somebody did is read for.
func (b *Base) whatAbout(ctx context.Context, q Question) Answer {
	asked, ways := b.understand(ctx, q)
	if slices.ContainsFunc(asked.Terms, func(t query.Term) bool { return t.Verb && !t.Name }) {
		return b.read(ctx, q)
	}
	var first Answer
	for i, parts := range ways {
		if slices.ContainsFunc(parts, library.Part.Missing) {
			return b.silent(q, parts, nil)
		}
		a := doubted(q, b.what(ctx, q, parts))
		if !a.Abstained {
			return a
		}
		if i == 0 {
			first = a
		}
	}
	return first
}
