// Package talk understands what is said in a conversation: greetings and
// thanks, questions, and follow-ups that lean on what was asked before ("and
// where?", "what about Baerbock?", "who is he?").
//
// It works on words alone, of English questions; of other languages it knows only
// which they are. What is meant for the bot itself, or asks for what a command does
// ("timeline of Blinken"), it tells from questions about the news by whole phrases,
// so that no question is lost to a word in it. What a name is, it asks the knowledge
// base.
package talk

import (
	"slices"
	"strings"
	"time"

	"dateline/kb"
)

// Turn is a question that was answered: what a follow-up leans on.
type Turn struct {
	Question kb.Question
	Kind     kb.Kind // the kind of the answer, where a plain question was asked
	Subject  string  // what "he" or "it" refers to, or empty
	Person   string  // whom the answer names, or empty: "she" where the subject is nobody
	Place    string  // what "there" refers to, or empty
	// Articles are the ids of those that the answer was found in.
	Articles [kb.MaxWithin]string
}

// Reading is what a message was understood to mean.
type Reading struct {
	Intent   Intent
	Question kb.Question // for Question; for Command, what to ask where that finds nothing
	Call     Call        // for Command
	Language Language    // for Foreign
	// Second is asked where Question finds no answer, unless its Text is empty.
	Second kb.Question
	// Follows tells that the question leans on the last one.
	Follows bool
}

// Names finds the people, places and organisations that the knowledge base
// knows in a text.
type Names func(text string) []kb.Explanation

// Read understands a message. last is the question before it, or nil.
func Read(text string, last *Turn, asked time.Time, names Names) Reading {
	said := plain(split(text))
	if intent, ok := unworded(text, said); ok {
		return Reading{Intent: intent}
	}
	rest, intent := smallTalk(said)
	if len(rest) == 0 && intent != Greeting {
		return Reading{Intent: intent}
	}
	if l, ok := foreign(said); ok {
		return Reading{Intent: Foreign, Language: l}
	}
	if len(rest) == 0 {
		return Reading{Intent: intent}
	}
	if intent, ok := about(rest); ok && (last != nil || intent != More || !isCommand(rest)) {
		return needs(intent, last)
	}
	if r, ok := toBot(text, said, rest, last, names); ok {
		r.Question = kb.Question{Kind: kb.Ask, Text: text[rest[0].start:], Asked: asked}
		return r
	}
	rest = dropLead(rest)
	if len(rest) == 0 {
		return Reading{Intent: Unclear}
	}
	c := conversation{text: text, last: last, asked: asked, names: names}
	if kind, person, ok := bareQuestion(rest); ok {
		return c.bare(kind, person)
	}
	if what, ok := whatAbout(said, rest); ok && last != nil {
		return c.swap(text[what[0].start:what[len(what)-1].end])
	}
	resolved, follows := c.resolve(rest)
	q := kb.Question{Kind: kb.Ask, Text: resolved, Asked: asked}
	if follows || last == nil || len(rest) > maxLeaning || len(names(text)) > 0 {
		return Reading{Question: q, Follows: follows}
	}
	if q.Within = last.Articles; !q.Leans() && slices.ContainsFunc(rest, func(w word) bool { return nobody[w.fold] }) {
		return Reading{Intent: Unclear}
	}
	return Reading{Question: q, Follows: q.Leans()}
}

// maxLeaning is how many words a question without a name has that may lean on the one
// before it: "how many were hurt?"
const maxLeaning = 9

// unworded recognises what is no sentence: nothing, a link, a sum, random keys.
func unworded(text string, said []word) (Intent, bool) {
	switch {
	case bareLink(text):
		return Link, true
	case len(said) == 0:
		return Nothing, true
	case sum.MatchString(strings.TrimSpace(text)), gibberish(said):
		return OffTopic, true
	}
	return Question, false
}

// needs is an intent that leans on the last question.
func needs(intent Intent, last *Turn) Reading {
	if intent != Help && last == nil {
		intent = Unclear
	}
	return Reading{Intent: intent}
}

// conversation is a message and what came before it.
type conversation struct {
	text  string
	last  *Turn
	asked time.Time
	names Names
}

// bare answers a question that is all question word: "and where?", "who is
// he?", "when was that?".
func (c *conversation) bare(kind kb.Kind, person bool) Reading {
	if c.last == nil {
		return Reading{Intent: Unclear}
	}
	subject := c.last.Subject
	text := content(c.last.Question)
	switch {
	case person && c.person() != "":
		text = c.person()
	case text == "", identifies(c.last.Question) && subject != "":
		text = subject
	}
	if text == "" {
		return Reading{Intent: Unclear}
	}
	r := Reading{Question: kb.Question{Kind: kind, Text: text, Asked: c.asked}, Follows: true}
	if subject != "" && subject != text {
		r.Second = kb.Question{Kind: kind, Text: subject, Asked: c.asked}
	}
	return r
}

// person is whom "she" refers to, or empty: the answer to who did something, or whom
// the question was about, or whom else the answer named.
func (c *conversation) person() string {
	subject := c.last.Subject
	if c.last.Person != "" && c.last.Kind == kb.Who && !identifies(c.last.Question) {
		return c.last.Person
	}
	if i := slices.IndexFunc(c.names(subject), func(x kb.Explanation) bool { return x.Name == subject && x.Type != "person" }); subject == "" || i >= 0 {
		return c.last.Person
	}
	return subject
}

// swap asks the last question of something else: "what about Baerbock?". In a
// question about two names the one of the same type is replaced.
func (c *conversation) swap(what string) Reading {
	kind := c.last.Kind
	if kind == "" {
		kind = c.last.Question.Kind
	}
	alone := kb.Question{Kind: kind, Text: what, Asked: c.asked}
	found := c.names(what)
	if len(found) == 0 || kind == kb.Who || kind == kb.Ask {
		return Reading{Question: alone}
	}
	others := append(c.names(c.last.Question.Text), c.names(c.last.Subject)...) // the latter where the question was typed without capitals
	for _, other := range others {
		if other.Type != found[0].Type && other.Name != found[0].Name {
			pair := kb.Question{Kind: kind, Text: found[0].Name + " and " + other.Name, Asked: c.asked}
			return Reading{Question: pair, Second: alone}
		}
	}
	return Reading{Question: alone}
}

// resolve is the message from the first of words on, with names in the place of
// "he", "his" and "there" where the message itself has named nobody before them.
func (c *conversation) resolve(words []word) (resolved string, changed bool) {
	if c.last == nil {
		return c.text[words[0].start:], false
	}
	var b strings.Builder
	at, seen := words[0].start, 0
	for _, w := range words {
		name := c.stands(w.fold)
		if name == "" {
			continue
		}
		if len(c.names(c.text[seen:w.start])) > 0 {
			break
		}
		b.WriteString(c.text[at:w.start] + name)
		at, seen = w.end, w.end
	}
	return b.String() + c.text[at:], b.Len() > 0
}

// stands is the name that a pronoun stands for, or empty.
func (c *conversation) stands(pronoun string) string {
	subject := c.last.Subject
	if nobody[pronoun] {
		subject = c.person()
	}
	switch {
	case pronoun == "there" && c.last.Place != "":
		return "in " + c.last.Place
	case subject == "":
		return ""
	case personal[pronoun]:
		return subject
	case possessive[pronoun]:
		return subject + "'s"
	}
	return ""
}
