package talk

import "slices"

// The beginnings of what commands do, after "show me", "can you" and the like.
var (
	polite = shaped("can|could|would|will you please?", "please|kindly|just", "show|give|get|find|read|bring|send|tell me|us?", "let me see|read", "i want|need|would_like|wanna to_see|to_read|to_know?", "do you have|know_of|know", "have you got|read|seen", "is|are there", "can|could|may i see|have|get|read",
		"search|look for?")
	determiner = set("the a an some any all your")

	latestOf = shaped("latest|newest|recent|new|breaking|current|top|more? news|headlines|articles|stories|updates|reports about|on|regarding|concerning|from", "latest|newest on|about", "anything|something|everything|stuff|info|information new|in_the_news|in_the_articles|in_your_articles|interesting|else? about|on|regarding", "what do you have|know on|about", "what have you got|read on|about",
		"what is new about", "what news do_you_have|is_there about|on|from", "what articles|stories do_you_have|are_there about|on", "articles|stories mentioning|that_mention|which_mention")
	timelineOf = shaped("time? timeline|chronology|history_line of|for|on|about|regarding", "timeline", "chronology of", "events in_order of|about|for")
	quotesOf   = shaped("quotes|quote|quotations|quotation|citations|statements by|from|of")
	saidBy     = shaped("what did|has|does|have|else_did")
	articleOn  = shaped("summarize|summarise|summary|tldr|sum_up|open|recap of|the|me|for_me|this|an|a|that? latest|newest|last? article|articles|story|report about|on|of|titled|called|named|with|from", "article|story about|on|titled|called|named", "summary|tldr of the|an|that? article|story|report about|on|titled|called|of",
		"summary of the? article|story")
	articleAlone = shaped("the|an|that|this|one? article|story", "summarize|summarise|summary|tldr|sum_up|open|read|recap of|me? the|an|this|that|one|it article|story|it?", "summarize|summarise|tldr|summary|recap")

	tails     = map[string]string{"timeline": "timeline", "chronology": "timeline", "quotes": "quotes", "quotations": "quotes", "news": "latest", "headlines": "latest", "articles": "latest"}
	vague     = set("it this that these those them him her he she they me you us myself yourself something anything everything stuff things")
	saying    = set("say said saying tell told")
	aboutWord = set("about on regarding concerning")
	outlets   = set("my no fox bbc cbs abc nbc sky google yahoo cnn fake good bad apple al tv world us local paper breaking cable channel evening")
)

// bareCommands are the whole messages that ask for a command without an option.
var bareCommands = []struct {
	name   string
	shapes shapes
}{
	{"latest", shaped("what_is? the? latest|newest|new|recent|breaking|top|current|today's|daily|world? news|headlines|stories|articles|updates|update today|now|please|of_today|for_today|of_the_day|right_now|this_week|in_the_world?", "what_is? the? latest|new|news|newest today|now|right_now|this_week|in_the_world|in_the_news|out_there?", "what is happening|going_on|up_in_the_world today|now|right_now|in_the_world|in_the_world_today|around_the_world|in_the_news|out_there|these_days?",
		"what happened today|yesterday|in_the_world|this_week|lately|recently|in_the_news?", "what is in the news today|now?", "what is the world up to", "anything|something new|interesting|important|happening|happened today|now|in_the_news|in_the_world?", "what did i miss", "update|inform me", "tell me something", "tell me what is new|happening|going_on", "what are the latest|top|newest|today's|new|current|main? headlines|news|stories|articles today|now?", "catch me up", "what are you reading", "list the|all|your? articles|news", "news for today|me", "news about|of the|all? day|today|world|everything")},
	{"sources", shaped("how many articles|stories|documents|news|reports|sources do|have|did you have|know|read|got|loaded|seen|store|use", "how many articles|sources are|is there|loaded", "how many articles", "stats|statistics|statistic|sources|source|stat|articles count|number?", "what|which are? your|the|you? sources|source|articles|newspapers|outlets|news_sources", "what is your source", "where do|did|does you|the_bot|it|this get|take|have|find your|the|this|all_this|these? news|information|info|data|articles|answers|facts|it from?",
		"where does|do|is|are your|the|this|these news|information|info|data|articles|answers|facts come|coming? from", "which|what newspapers|sources|outlets|articles|sites|websites|news_sources|media|papers do|did you use|read|have|know|quote|cite", "how up to date|current|recent|new|old are you|your_articles|your_news|your_data|the_articles", "how recent|current|old|new is your|the data|news|information", "what do you read", "from when are|is your|the articles|news|data", "how old are the|your articles")},
}

// bareCommand is the command that a whole message asks for.
func bareCommand(said []word) (name string, ok bool) {
	s := speak(said)
	for _, c := range bareCommands {
		if c.shapes.has(s) {
			return c.name, true
		}
	}
	return "", false
}

// command recognises what a command does. said is the message without greeting;
// text is what it was cut out of.
func command(text string, said []word, names Names) (Call, bool) {
	if name, ok := bareCommand(said); ok {
		return Call{Name: name}, true
	}
	asked := impolite(said)
	if name, ok := bareCommand(asked); ok {
		return Call{Name: name}, true
	}
	if articleAlone.has(speak(asked)) {
		return Call{Name: "article"}, true
	}
	for _, c := range []struct {
		name  string
		heads shapes
		read  func(text string, slot []word, c *Call) bool
	}{
		{"article", articleOn, readSlot}, {"timeline", timelineOf, readSlot}, {"latest", latestOf, readSlot}, {"quotes", quotesOf, readQuotes},
	} {
		if slot, ok := c.heads.cut(asked); ok {
			call := Call{Name: c.name}
			if c.read(text, slot, &call) {
				return call, true
			}
		}
	}
	if call, ok := speaker(text, asked, names); ok {
		return call, true
	}
	return trailing(text, asked)
}

// impolite takes "can you show me the" off a message.
func impolite(said []word) []word {
	for {
		rest, ok := polite.cut(said)
		if !ok {
			break
		}
		said = rest
	}
	if len(said) > 1 && determiner[said[0].fold] {
		said = said[1:]
	}
	return said
}

// maxSlot is the most words that a subject in a message has; more are a question.
const maxSlot = 7

// readSlot takes what follows the beginning of a command as its option.
func readSlot(text string, slot []word, c *Call) bool {
	if !isSubject(slot) {
		return false
	}
	c.Option = between(text, slot)
	return true
}

// isSubject reports whether words may be the subject of a list: not a pronoun, not
// a question of its own.
func isSubject(slot []word) bool {
	if len(slot) == 0 || len(slot) > maxSlot || len(slot) == 1 && vague[slot[0].fold] {
		return false
	}
	_, n := questionWord(slot)
	return n == 0 && !auxiliaries[slot[0].fold] && !personal[slot[0].fold] && !possessive[slot[0].fold]
}

// readQuotes reads "Blinken about Ukraine" after "quotes by".
func readQuotes(text string, slot []word, c *Call) bool {
	for i, w := range slot {
		if i > 0 && i < len(slot)-1 && aboutWord[w.fold] {
			c.About = between(text, slot[i+1:])
			slot = slot[:i]
			break
		}
	}
	return readSlot(text, slot, c)
}

// speaker reads "what did Blinken say", of a person that the knowledge base knows.
// "what did the note say" and "what did Blinken say about Ukraine" stay questions.
func speaker(text string, asked []word, names Names) (Call, bool) {
	slot, ok := saidBy.cut(asked)
	n := len(slot) - 1
	if !ok || n < 1 || n > maxName || !saying[slot[n].fold] || !isSubject(slot[:n]) {
		return Call{}, false
	}
	name := between(text, slot[:n])
	found := names(name)
	if len(found) != 1 || found[0].Type != "person" {
		return Call{}, false
	}
	parts := split(found[0].Name)
	for _, w := range slot[:n] {
		if !slices.ContainsFunc(parts, func(p word) bool { return p.fold == w.fold }) { // "Blinken's doctor"
			return Call{}, false
		}
	}
	return Call{Name: "quotes", Option: name}, true
}

// maxName is the most words that the name of somebody who said something has.
const maxName = 4

// trailing reads a command that ends a message: "brexit timeline", "Ukraine news".
func trailing(text string, asked []word) (Call, bool) {
	if len(asked) < 2 || len(asked) > 4 {
		return Call{}, false
	}
	slot, last := asked[:len(asked)-1], asked[len(asked)-1]
	name, ok := tails[last.fold]
	if !ok || !isSubject(slot) || name == "latest" && (outlets[slot[0].fold] || len(slot) > 2) {
		return Call{}, false
	}
	return Call{Name: name, Option: between(text, slot)}, true
}

// between is the part of a text from the first to the last of words.
func between(text string, words []word) string {
	return text[words[0].start:words[len(words)-1].end]
}
