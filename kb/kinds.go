package kb

import "context"

// KindInfo describes a kind of question to people.
type KindInfo struct {
	Kind    Kind
	Summary string // one line, what it answers
	Option  string // the name of its one argument
	Hint    string // what to put in
}

// kind is an entry of the table of kinds: what people are told of it and how
// it is answered. A new kind of question is one more entry.
type kind struct {
	KindInfo
	answer func(b *Base, ctx context.Context, q Question) Answer
}

// kinds is the table, in the order in which help shows it.
func kinds() []kind {
	return []kind{
		{KindInfo{Who, "Who somebody is, or who did something", "name", "a name, a role, or a few words: Kuleba, German foreign minister"}, (*Base).who},
		{KindInfo{When, "When something happened or will happen", "subject", "a name, or two with a hyphen: Blinken-Ukraine"}, about((*Base).when)},
		{KindInfo{Where, "Where somebody is or something happened", "subject", "a name or a thing: Blinken, troops"}, about((*Base).where)},
		{KindInfo{What, "What something is, or what is said about it", "subject", "a name or a thing: Transatlantic Quad"}, about((*Base).what)},
		{KindInfo{Why, "Why something happened", "subject", "a thing or a few words: the trip"}, about((*Base).why)},
		{KindInfo{HowMany, "How many or how much", "subject", "a thing that is counted: troops"}, about((*Base).howMany)},
		{KindInfo{Ask, "Any question, in your own words", "question", "a whole question: Who is the foreign minister of Ukraine?"}, (*Base).plain},
	}
}

// about reads the subject of a question into its parts before it is answered.
// Of several ways to read it the first that leads to an answer counts.
func about(answer func(*Base, context.Context, Question, []part) Answer) func(*Base, context.Context, Question) Answer {
	return func(b *Base, ctx context.Context, q Question) Answer {
		var first Answer
		for i, parts := range b.readings(ctx, q.Text) {
			a := b.answerAbout(ctx, q, parts, answer)
			if !a.Abstained {
				return a
			}
			if i == 0 {
				first = a
			}
		}
		return first
	}
}

func (b *Base) answerAbout(ctx context.Context, q Question, parts []part, answer func(*Base, context.Context, Question, []part) Answer) Answer {
	for _, p := range parts {
		if p.needed() && !p.known() {
			return b.silent(q, parts, nil)
		}
	}
	a := doubted(q, answer(b, ctx, q, parts))
	if a.Subject == "" && len(parts[0].ids) > 0 {
		a.Subject = b.dir.Entities[parts[0].ids[0]].Name
	}
	return a
}

// Kinds lists the kinds of question in the order in which help shows them.
func Kinds() []KindInfo {
	var out []KindInfo
	for _, k := range kinds() {
		out = append(out, k.KindInfo)
	}
	return out
}
