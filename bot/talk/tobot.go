package talk

// toBot recognises what is said to the bot rather than asked about the news, and
// what a command does. rest is what was said, without a greeting.
func toBot(text string, said, rest []word, last *Turn, names Names) (Reading, bool) {
	rest = dropLead(rest)
	if len(rest) == 0 || last != nil && leansOn(rest) {
		return Reading{}, false
	}
	for _, words := range [][]word{said, rest, trimmed(rest)} {
		if intent, ok := smallIntent(words); ok {
			return Reading{Intent: thanked(intent, said)}, true
		}
	}
	rest = trimmed(rest)
	if _, ok := chores.cut(rest); ok || chores.has(speak(rest)) {
		return Reading{Intent: OffTopic}, true
	}
	call, ok := command(text, rest, names)
	if ok && call == (Call{Name: "article"}) && last != nil {
		return Reading{Intent: More}, true // the one that the last answer is from
	}
	return Reading{Intent: Command, Call: call}, ok
}

// leansOn reports whether a message that could be meant for the bot goes on about
// the last question: "who made it?", "what is happening?".
func leansOn(said []word) bool {
	if _, _, bare := bareQuestion(said); bare {
		return true
	}
	intent, ok := smallIntent(said)
	if !ok || intent != Maker {
		return false
	}
	for _, w := range said {
		if w.fold == "it" || w.fold == "this" {
			return true
		}
	}
	return false
}

// thanked makes thanks of praise that begins with thanks.
func thanked(intent Intent, said []word) Intent {
	if intent == Praise && thanks[said[0].fold] {
		return Thanks
	}
	return intent
}

// isCommand reports whether words alone ask for a command.
func isCommand(said []word) bool {
	_, ok := bareCommand(dropLead(said))
	return ok
}
