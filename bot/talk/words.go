package talk

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/kb"
)

// word is a word of a message by its byte offsets, and folded for comparing.
type word struct {
	start, end int
	fold       string
}

// split finds the words of a message. Marks between them do not count, save
// within a word: "don't", "Jean-Luc".
func split(s string) []word {
	var out []word
	start := -1
	for i, r := range s + " " {
		in := unicode.IsLetter(r) || unicode.IsDigit(r) || start >= 0 && unicode.IsMark(r) // a mark alone is part of an emoji
		if !in && start >= 0 && strings.ContainsRune("'’-.,", r) && i+utf8.RuneLen(r) < len(s) {
			next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			in = unicode.IsLetter(next) || unicode.IsDigit(next)
		}
		switch {
		case in && start < 0:
			start = i
		case !in && start >= 0:
			out = append(out, word{start, i, fold(s[start:i])})
			start = -1
		}
	}
	return out
}

func fold(s string) string { return strings.ReplaceAll(strings.ToLower(s), "’", "'") }

// HasSymbol reports whether a text has a sign in it that is no letter and no mark
// of writing: an emoji, or Discord's name for one of a server's own.
func HasSymbol(text string) bool {
	return strings.Contains(text, "<:") || strings.Contains(text, "<a:") || strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.So, r) })
}

// Mentions reports whether a text has one of the longer words of a name in it, in
// whatever case.
func Mentions(text, name string) bool {
	in := map[string]bool{}
	for _, w := range split(text) {
		in[strings.TrimSuffix(w.fold, "'s")] = true
	}
	for _, w := range split(name) {
		if len(w.fold) > 3 && in[w.fold] {
			return true
		}
	}
	return false
}

// set makes a set of the words of a line.
func set(line string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(line) {
		out[w] = true
	}
	return out
}

var (
	greetings = set("hi hello hey heya hiya howdy greetings yo morning afternoon evening hallo servus moin bonjour salut hola buenas привіт вітаю")
	thanks    = set("thanks thank thx ty cheers danke merci gracias дякую спасибі great nice cool perfect awesome")
	nods      = set("ok okay yes yeah yep no nope sure alright lol haha wow hm hmm bye goodbye")
	openers   = set("hi hello hey thanks thank")
	addresses = set("there you dateline bot")
	filler    = set("there you bot dateline all everyone everybody good day very so much a lot again that's that is was for the your help answer ok okay then and please")

	leads      = set("and but ok okay so then also well hmm um oh")
	personal   = set("he she they him them it")
	copulas    = set("is are was were")
	nobody     = set("he she him her his hers") // without whom they stand for
	possessive = set("his their its")
	fillers    = set("is are was were did does do has have had will would can could be been being that this it he she they him her them his their then exactly happen happened happening again so the going go now come from")

	auxiliaries = set("is are was were did does do has have had will would can could should be been")
)

// smallTalk takes a greeting or thanks off the beginning of a message. Where
// nothing else is left it tells which they were.
func smallTalk(said []word) (rest []word, intent Intent) {
	if len(said) == 0 {
		return nil, Nothing
	}
	if intent, ok := pleasantry(said); ok {
		return nil, intent
	}
	for i, w := range said {
		if !openers[w.fold] && (i == 0 || !addresses[w.fold]) {
			return said[i:], Question
		}
	}
	return said, Question
}

// pleasantry recognises a message that is all greeting, thanks or nods.
func pleasantry(said []word) (Intent, bool) {
	greeted, thanked, nodded := false, false, false
	for _, w := range said {
		switch {
		case thanks[w.fold]:
			thanked = true
		case greetings[w.fold]:
			greeted = true
		case nods[w.fold]:
			nodded = true
		case !filler[w.fold]:
			return Question, false
		}
	}
	switch {
	case thanked:
		return Thanks, true
	case greeted:
		return Greeting, true
	}
	return Nod, nodded
}

// about recognises the questions about the bot and its last answer.
func about(said []word) (Intent, bool) {
	switch line := joined(dropLead(said)); line {
	case "help", "help me", "what can you do", "what do you do", "who are you", "what are you", "how do you work", "how does this work", "commands", "what can i ask":
		return Help, true
	case "more", "tell me more", "show me more", "more evidence", "more please", "source", "sources", "what is your source", "how do you know", "how do you know that",
		"says who", "where did you read that", "where does it say that", "anything else", "what else":
		return More, true
	case "who else", "anyone else", "anybody else", "who else is named", "who else was there":
		return WhoElse, true
	}
	return Question, false
}

// joined is words as one line, without the short forms of verbs.
func joined(words []word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.fold)
	}
	return long.Replace(b.String())
}

func dropLead(words []word) []word {
	for len(words) > 0 && leads[words[0].fold] {
		words = words[1:]
	}
	return words
}

// questionWord reads the question word or words that a message begins with, and
// how many words they are.
func questionWord(words []word) (kb.Kind, int) {
	if len(words) == 0 {
		return "", 0
	}
	second := ""
	if len(words) > 1 {
		second = words[1].fold
	}
	switch first := words[0].fold; {
	case first == "who" || first == "whom" || first == "who's":
		return kb.Who, 1
	case (first == "what" || first == "which") && (second == "time" || second == "day" || second == "date" || second == "year"), first == "since" && second == "when":
		return kb.When, 2
	case first == "when" || first == "when's":
		return kb.When, 1
	case first == "where" || first == "where's":
		return kb.Where, 1
	case first == "how" && second == "come", first == "what" && second == "for" && len(words) == 2:
		return kb.Why, 2
	case first == "why":
		return kb.Why, 1
	case first == "how" && (second == "many" || second == "much"):
		return kb.HowMany, 2
	case first == "how" && second == "long":
		return kb.HowLong, 2
	case first == "what" || first == "what's":
		return kb.What, 1
	}
	return "", 0
}

// bareQuestion recognises a question that names nothing: "where?", "when was
// that?", "who is he?". person tells that it asks of him or her.
func bareQuestion(words []word) (kind kb.Kind, person, ok bool) {
	kind, n := questionWord(words)
	if n == 0 {
		return "", false, false
	}
	for _, w := range words[n:] {
		if !fillers[w.fold] {
			return "", false, false
		}
		person = person || w.fold != "it" && personal[w.fold] || w.fold == "her"
	}
	return kind, person, true
}

// whatAbout finds what "what about X?", "how about X?", "and X?" ask of.
func whatAbout(said, rest []word) ([]word, bool) {
	if len(rest) > 2 && (rest[0].fold == "what" || rest[0].fold == "how") && rest[1].fold == "about" {
		return dropPreposition(rest[2:]), true
	}
	led := len(said) > len(rest) && leads[said[len(said)-len(rest)-1].fold]
	if _, n := questionWord(rest); led && n == 0 && len(rest) <= 5 && !auxiliaries[rest[0].fold] {
		return dropPreposition(rest), true
	}
	return nil, false
}

func dropPreposition(words []word) []word {
	if len(words) > 1 && set("in at to for with from of on")[words[0].fold] {
		return words[1:]
	}
	return words
}

// identifies reports whether a question asks who or what somebody or something is.
func identifies(q kb.Question) bool {
	if q.Kind != kb.Ask {
		return q.Kind == kb.Who
	}
	words := dropLead(split(q.Text))
	kind, n := questionWord(words)
	return kind == kb.Who && n < len(words) && copulas[words[n].fold] || len(words) > 0 && (words[0].fold == "who's" || words[0].fold == "whos")
}

// content is what a question is about: a plain question without its question
// word and verb, the argument of a command as it is.
func content(q kb.Question) string {
	if q.Kind != kb.Ask {
		return q.Text
	}
	words := dropLead(split(q.Text))
	_, n := questionWord(words)
	if n == 0 {
		return strings.TrimRight(q.Text, " ?!.")
	}
	words = words[n:]
	for len(words) > 0 && auxiliaries[words[0].fold] {
		words = words[1:]
	}
	if len(words) == 0 {
		return ""
	}
	return q.Text[words[0].start:words[len(words)-1].end]
}
