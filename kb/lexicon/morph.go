package lexicon

import "strings"

// ending is a rule of detachment: a word that ends in from may be an inflected
// form of the same word with to in its place (after WordNet's morphy(7)).
type ending struct{ from, to string }

var nounEndings = []ending{
	{"ies", "y"}, {"ches", "ch"}, {"shes", "sh"}, {"sses", "ss"}, {"xes", "x"}, {"zes", "z"}, {"ses", "s"},
	{"ves", "f"}, {"ves", "fe"}, {"men", "man"}, {"oes", "o"}, {"s", ""},
}

var verbEndings = []ending{
	{"ies", "y"}, {"ied", "y"}, {"es", "e"}, {"es", ""}, {"s", ""}, {"ed", "e"}, {"ed", ""},
	{"ing", "e"}, {"ing", ""},
}

// irregular forms that news uses often; WordNet lists them apart.
var irregular = map[string]string{
	"children": "child", "people": "person", "feet": "foot", "teeth": "tooth", "mice": "mouse", "geese": "goose",
	"criteria": "criterion", "data": "datum", "phenomena": "phenomenon", "wives": "wife", "lives": "life",
	"was": "be", "were": "be", "is": "be", "are": "be", "been": "be", "am": "be", "being": "be",
	"had": "have", "has": "have", "did": "do", "done": "do", "does": "do", "went": "go", "gone": "go",
	"said": "say", "made": "make", "took": "take", "taken": "take", "came": "come", "got": "get", "gave": "give",
	"given": "give", "found": "find", "won": "win", "lost": "lose", "left": "leave", "held": "hold", "met": "meet",
	"told": "tell", "sold": "sell", "bought": "buy", "brought": "bring", "caught": "catch", "taught": "teach",
	"fought": "fight", "thought": "think", "sought": "seek", "built": "build", "sent": "send", "spent": "spend",
	"lent": "lend", "felt": "feel", "fell": "fall", "fallen": "fall", "rose": "rise", "risen": "rise", "grew": "grow",
	"grown": "grow", "knew": "know", "known": "know", "flew": "fly", "flown": "fly", "drew": "draw", "drawn": "draw",
	"threw": "throw", "thrown": "throw", "wrote": "write", "written": "write", "drove": "drive", "driven": "drive",
	"spoke": "speak", "spoken": "speak", "broke": "break", "broken": "break", "stole": "steal", "stolen": "steal",
	"chose": "choose", "chosen": "choose", "froze": "freeze", "began": "begin", "begun": "begin", "ran": "run",
	"sang": "sing", "sung": "sing", "swam": "swim", "drank": "drink", "sank": "sink", "shot": "shoot", "struck": "strike",
	"stood": "stand", "understood": "understand", "paid": "pay", "laid": "lay", "led": "lead", "fed": "feed",
	"fled": "flee", "kept": "keep", "slept": "sleep", "swept": "sweep", "meant": "mean", "dealt": "deal", "ate": "eat",
	"eaten": "eat", "saw": "see", "seen": "see", "wore": "wear", "worn": "wear", "bore": "bear", "swore": "swear",
	"sworn": "swear", "tore": "tear", "became": "become", "overtook": "overtake", "withdrew": "withdraw",
	"hid": "hide", "hidden": "hide", "bit": "bite", "bitten": "bite", "rode": "ride", "sat": "sit", "heard": "hear",
	"beaten": "beat", "shook": "shake", "shaken": "shake", "forgot": "forget", "forgotten": "forget", "forgave": "forgive",
	"forgiven": "forgive", "woke": "wake", "woken": "wake", "awoke": "awake", "blew": "blow", "blown": "blow", "shown": "show",
	"dug": "dig", "hung": "hang", "stuck": "stick", "swung": "swing", "crept": "creep", "leapt": "leap", "slid": "slide",
	"sprang": "spring", "sprung": "spring", "rang": "ring", "undertook": "undertake", "undertaken": "undertake",
	"mistook": "mistake", "mistaken": "mistake", "overcame": "overcome", "overthrew": "overthrow", "overthrown": "overthrow",
	"forbade": "forbid", "forbidden": "forbid", "arose": "arise", "arisen": "arise", "clung": "cling", "flung": "fling",
	"upheld": "uphold", "withheld": "withhold", "rebuilt": "rebuild", "outsold": "outsell", "oversaw": "oversee",
	"overseen": "oversee", "foresaw": "foresee", "rewrote": "rewrite", "rewritten": "rewrite", "withdrawn": "withdraw",
	"overtaken": "overtake", "retook": "retake", "repaid": "repay", "misled": "mislead", "sunk": "sink", "drunk": "drink",
	"swum": "swim", "ridden": "ride", "torn": "tear", "frozen": "freeze", "wept": "weep", "knelt": "kneel", "spun": "spin",
	"strung": "string", "wrung": "wring", "bled": "bleed", "bred": "breed", "sped": "speed", "slain": "slay", "slew": "slay",
	"women": "woman", "men": "man", "wolves": "wolf", "knives": "knife", "thieves": "thief", "halves": "half", "calves": "calf",
	"shelves": "shelf", "loaves": "loaf", "oxen": "ox",
}

// Base returns the dictionary form of a word in lower case as p, and its
// entry: "tracks" gives "track", "resigned" gives "resign".
func (l *Lexicon) Base(word string, p POS) (string, Entry, bool) {
	if base, ok := irregular[word]; ok {
		if e, ok := l.Lookup(base); ok && e.Can(p) {
			return base, e, true
		}
	}
	own, ok := l.Lookup(word)
	if ok = ok && own.Can(p); ok && (p != Noun || !strings.HasSuffix(word, "s")) {
		return word, own, true
	}
	base, e, found := l.detach(word, p)
	if ok && (!found || e.Uses[p] <= own.Uses[p]) { // "news" rather than "new", but "year" rather than "years"
		return word, own, true
	}
	return base, e, found
}

// detach takes the endings of p off a word until the table has what is left.
func (l *Lexicon) detach(word string, p POS) (string, Entry, bool) {
	rules := nounEndings
	switch p {
	case Verb:
		rules = verbEndings
	case Adjective, Adverb:
		return word, Entry{}, false
	}
	for _, r := range rules {
		stem, ok := strings.CutSuffix(word, r.from)
		if !ok || len(stem) < 2 {
			continue
		}
		if e, ok := l.Lookup(stem + r.to); ok && e.Can(p) {
			return stem + r.to, e, true
		}
		if base, ok := undouble(stem); ok && p == Verb && r.to == "" {
			if e, ok := l.Lookup(base); ok && e.Can(p) {
				return base, e, true
			}
		}
	}
	return word, Entry{}, false
}

// undouble takes one of two equal consonants off the end: "stopp" to "stop".
func undouble(stem string) (string, bool) {
	n := len(stem)
	if n < 3 || stem[n-1] != stem[n-2] || strings.IndexByte("aeiou", stem[n-1]) >= 0 {
		return stem, false
	}
	return stem[:n-1], true
}

// Class is a class of things that nouns name: the meanings of one noun.
type Class struct{ senses []int32 }

// Empty reports whether no meaning is known.
func (c Class) Empty() bool { return len(c.senses) == 0 }

// ClassOf returns the class that a noun or noun phrase names: of the whole
// phrase where the table has it, of its last word otherwise.
func (l *Lexicon) ClassOf(phrase string) Class {
	return Class{l.meanings(phrase, 2)}
}

// meanings are the n commonest noun meanings of a phrase or, where the table
// lacks it, of its head.
func (l *Lexicon) meanings(phrase string, n int) []int32 {
	for {
		if _, e, ok := l.Base(phrase, Noun); ok {
			return e.Nouns[:min(n, len(e.Nouns))]
		}
		i := strings.IndexByte(phrase, ' ')
		if i < 0 {
			return nil
		}
		phrase = phrase[i+1:]
	}
}

// IsA tells how surely phrase names something of class c: 1 where its
// commonest meaning lies under c's, less for rarer meanings, 0 where none does.
func (l *Lexicon) IsA(phrase string, c Class) float64 {
	if c.Empty() {
		return 0
	}
	best := 0.0
	for i, s := range l.meanings(phrase, 2) {
		for j, k := range c.senses {
			if l.nouns.depth[k] > 1 && l.nouns.under(s, k) {
				best = max(best, 1/float64(1+i+j))
			}
		}
	}
	return best
}

// Related reports whether two verbs share a meaning, or one names a kind of
// what the other means and neither is general.
func (l *Lexicon) Related(a, b Entry) bool {
	for _, s := range a.Verbs {
		for _, t := range b.Verbs {
			if s == t || l.verbs.depth[t] > 1 && l.verbs.under(s, t) || l.verbs.depth[s] > 1 && l.verbs.under(t, s) {
				return true
			}
		}
	}
	return false
}

// Irregular returns the dictionary form of an irregular form in lower case:
// "began" gives "begin". ok is false for every other word.
func Irregular(word string) (base string, ok bool) {
	base, ok = irregular[word]
	return base, ok
}
