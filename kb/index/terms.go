package index

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/kb/lexicon"
	"dateline/kb/text"

	"github.com/kljensen/snowball/english"
)

// maxWord is the length in bytes beyond which a word is not indexed: nobody
// asks for it, and stemming it would take long.
const maxWord = 48

// Term is one thing that is looked for.
type Term struct {
	// Text is a stem as Terms gives it, a folded word where Exact is set, or
	// an extra term as it was given to the Builder.
	Text   string
	Weight float32 // how much it counts; its rarity is taken into account besides
	Exact  bool    // only this very form of the word; nothing else for an extra term
}

// Terms returns the stems of the words of s in order, each once and with
// weight 1, the way passages are indexed. Function words are left out.
func Terms(s string) []Term {
	var out []Term
	seen := make(map[string]bool)
	for _, f := range wordForms(nil, s) {
		if !seen[f.stem] {
			seen[f.stem] = true
			out = append(out, Term{Text: f.stem, Weight: 1})
		}
	}
	return out
}

// ExactTerms is like Terms with the folded words in place of their stems.
func ExactTerms(s string) []Term {
	var out []Term
	seen := make(map[string]bool)
	for _, f := range wordForms(nil, s) {
		if !seen[f.word] {
			seen[f.word] = true
			out = append(out, Term{Text: f.word, Weight: 1, Exact: true})
		}
	}
	return out
}

// wordForm is a word as it is indexed.
type wordForm struct{ word, stem string }

func wordForms(dst []wordForm, s string) []wordForm {
	for _, t := range text.Tokens(nil, s) {
		if t.Kind != text.Punct {
			dst = appendForms(dst, t.Of(s))
		}
	}
	return dst
}

// appendForms appends what one token is indexed as: nothing for a function
// word; for a compound ("Covid-19") its parts, and where these are two also
// both as one word, since they are often written so.
func appendForms(dst []wordForm, token string) []wordForm {
	if len(token) > maxWord {
		return dst
	}
	if a, ok := acronym(token); ok {
		return append(dst, wordForm{a, a})
	}
	w := strings.TrimRight(text.Fold(token), ".")
	if strings.HasPrefix(w, "'") { // the possessive
		return dst
	}
	w = strings.ReplaceAll(w, "'", "")
	if !strings.ContainsAny(w, "-/") {
		return appendForm(dst, w)
	}
	parts := strings.FieldsFunc(w, func(r rune) bool { return r == '-' || r == '/' })
	for _, p := range parts {
		dst = appendForm(dst, p)
	}
	if len(parts) == 2 {
		dst = appendForm(dst, parts[0]+parts[1])
	}
	return dst
}

func appendForm(dst []wordForm, w string) []wordForm {
	w = normalize(w)
	if w == "" || stopWords[w] {
		return dst
	}
	return append(dst, wordForm{w, stem(w)})
}

// normalize writes numbers one way: "700,000" as "700000".
func normalize(w string) string {
	if c := w[:min(1, len(w))]; c >= "0" && c <= "9" {
		return strings.ReplaceAll(w, ",", "")
	}
	return w
}

// acronym writes acronyms one way: "U.N." as "un" and "NGOs" as "ngo". One that
// would then read as a function word keeps dots, so that "US" and "U.S." are both
// "u.s".
func acronym(token string) (string, bool) {
	if one, ok := strings.CutSuffix(token, "s"); ok && len(one) > 2 {
		token = one
	}
	dotted := strings.IndexByte(token, '.') > 0
	letters := 0
	for _, r := range token {
		switch {
		case r == '.' && dotted:
		case unicode.IsUpper(r), unicode.IsLower(r) && dotted:
			letters++
		default:
			return "", false
		}
	}
	if letters < 2 || letters > 6 || dotted && utf8.RuneCountInString(token) < 2*letters-1 {
		return "", false
	}
	a := text.Fold(strings.ReplaceAll(token, ".", ""))
	if !stopWords[a] {
		return a, true
	}
	return strings.Join(strings.Split(a, ""), "."), true
}

// stem is Porter's English stemmer (Snowball, "Porter2"), which knows nothing of
// irregular forms: these have the stem of their dictionary form, so that "did he
// sell" finds "sold".
func stem(w string) string {
	for i := range len(w) {
		if c := w[i]; c < 'a' || c > 'z' {
			return w // a number, or a word of another script
		}
	}
	if base, ok := lexicon.Irregular(w); ok && !ownStem[w] {
		w = base
	}
	return english.Stem(w, true)
}

// ownStem are irregular forms that are other words, or names, more often.
var ownStem = words(`lives rose drew data people`)

// stopWords are the function words of English, and the contractions with
// them, without apostrophes. They are not indexed.
var stopWords = words(`
	a an the and or but nor if then else than as of at by for from in into on onto off out over under up down to
	with without within about after again against all also although always am among any are arent be became become
	been before being below between both can cannot cant could couldnt did didnt do does doesnt doing dont during
	each either ever every few had hadnt has hasnt have havent having he hed hell her here hers herself hes him
	himself his how however i id ill im is isnt it itd itll its itself ive just least less let lets many may maybe
	me might more most much must my myself neither no none not now once one only other others our ours ourselves
	own per perhaps quite rather really same shall shant she shed shes should shouldnt since so some such
	that thats the their theirs them themselves there theres these they theyd theyll theyre theyve this those
	though through thus too toward towards unless until upon us very via was wasnt we wed well were werent weve
	what whats whatever when whenever where wheres whether which while who whod wholl whom whos whose why will
	wont would wouldnt yes yet you youd youll your youre yours yourself yourselves youve s t d ll re ve m`)

func words(list string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}
