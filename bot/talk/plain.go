package talk

import (
	"regexp"
	"slices"
	"strings"
)

var (
	// address finds links.
	address = regexp.MustCompile(`(?i)<?\b(?:https?://|www\.)[^\s<>]+>?`)
	// sum finds messages that are all arithmetic. "9/11" and "24/7" are none.
	sum = regexp.MustCompile(`(?i)^(?:what(?:'s|’s|s| is)|how much is|calculate|solve)?\s*\(*\d[\d.,]*\)*(?:\s*(?:[+*×÷^]|\s[x/-]\s|plus|minus|times|divided by|multiplied by)\s*\(*\d[\d.,]*\)*)+\s*=?\s*\??$` +
		`|^\d+\s*[-/x]\s*\d+\s*=\s*\??$`)

	slang = map[string]string{"u": "you", "ur": "your", "r": "are", "pls": "please", "plz": "please", "whats": "what's", "hows": "how's", "whos": "who's", "wheres": "where's", "thats": "that's",
		"teh": "the", "im": "i'm", "dont": "don't", "doesnt": "doesn't", "didnt": "didn't", "cant": "can't", "isnt": "isn't", "youre": "you're", "tysm": "thanks", "tnx": "thanks", "thankyou": "thanks", "todays": "today's", "gimme": "give"}
	long = strings.NewReplacer("i'm", "i am", "you're", "you are", "they're", "they are", "can't", "can not", "n't", " not", "'ve", " have", "let's", "let us", "what's", "what is", "how's", "how is", "who's", "who is", "where's", "where is", "that's", "that is", "it's", "it is", "there's", "there is", "i'd", "i would", "i'll", "i will")

	// fringe are words around what is said.
	fringe   = set("please bot dateline lol mate man bro dude buddy sir haha hahaha lmao thanks thx guys again")
	keywords = []string{"timeline", "article", "articles", "summarize", "summarise", "summary", "privacy", "stories", "sources", "headlines", "statistics", "happening", "commands", "latest", "quotes", "thanks", "hello"}
)

// plain folds the spelling of chats in each word: "u" for "you", "heyyy", a letter
// missing in "timeline".
func plain(said []word) []word {
	out := slices.Clone(said)
	for i, w := range out {
		f := unstretch(w.fold)
		if s, ok := slang[f]; ok {
			f = s
		}
		out[i].fold = mend(f)
	}
	return out
}

// unstretch takes letters out that are said more than twice: "heyyy".
func unstretch(s string) string {
	if len(s) < 4 || s[len(s)-1] > 0x7f || s[len(s)-1] != s[len(s)-2] || s[len(s)-2] != s[len(s)-3] || s[0] == s[len(s)-1] {
		return s
	}
	return strings.TrimRight(s, s[len(s)-1:]) + s[len(s)-1:]
}

// mend puts the keyword in the place of a word that is one slip away from it. Of a
// shorter keyword only two letters that changed places are a slip.
func mend(s string) string {
	if len(s) < 5 || len(s) > 11 || slices.Contains(keywords, s) {
		return s
	}
	for _, k := range keywords {
		if swapped(s, k) || len(k) >= 8 && oneOff(s, k) {
			return k
		}
	}
	return s
}

// swapped reports whether two neighbouring letters changed places.
func swapped(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) - 1 {
		if a[i] != b[i] {
			return a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
		}
	}
	return false
}

// oneOff reports whether a letter of b is missing, added or another in a.
func oneOff(a, b string) bool {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	a, b = a[i:], b[i:]
	switch {
	case len(a) == len(b):
		return len(a) > 0 && a[1:] == b[1:]
	case len(a)+1 == len(b):
		return a == b[1:]
	case len(a) == len(b)+1:
		return a[1:] == b
	}
	return false
}

// trimmed takes politeness and the bot's name off both ends of a message.
func trimmed(said []word) []word {
	for len(said) > 1 && fringe[said[len(said)-1].fold] {
		said = said[:len(said)-1]
	}
	for len(said) > 1 && (said[0].fold == "please" || said[0].fold == "dateline") {
		said = said[1:]
	}
	return said
}

// bareLink recognises an address with no question beside it.
func bareLink(text string) bool {
	if !address.MatchString(text) {
		return false
	}
	rest := impolite(plain(split(address.ReplaceAllString(text, " "))))
	return len(rest) == 0 || linkChores.has(speak(rest))
}

// linkChores are the requests that come with a link.
var linkChores = shaped("summarize|summarise|summary|tldr|read|check|check_out|open|look_at|analyze|explain|watch|see this|that|it|the|of? article|link|page|story|of|out?", "this|that|the|article|link|it article|link|page?", "what do you think about|of? this|it?", "what is this|that about?", "what about this", "is this true|real|fake")

// gibberish recognises keys pressed at random: "asdf", "aaaa".
func gibberish(said []word) bool {
	if len(said) != 1 || len(said[0].fold) < 4 {
		return false
	}
	w := said[0].fold
	return strings.Trim(w, w[:1]) == "" && w[0] >= 'a' || strings.Contains("qwertyuiop asdfghjkl zxcvbnm qwertz", w)
}
