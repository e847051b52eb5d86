package talk

import (
	"slices"
	"strings"
	"unicode"
)

// Language is a language other than English that a message may be in.
type Language string

// The languages that are told apart. Other is any other script.
const (
	German    Language = "de"
	French    Language = "fr"
	Spanish   Language = "es"
	Ukrainian Language = "uk"
	Russian   Language = "ru"
	Other     Language = "other"
)

// tongue is a language by its function words. Telling are those that occur in no
// English name or sentence; the others count only beside one of them.
type tongue struct {
	language        Language
	telling, others map[string]bool
	greetings       map[string]bool
}

var tongues = []tongue{
	{German,
		set("ist sind wer wann wo warum wieso weshalb wie wieviel wieviele welche welcher welches nicht kein keine ich du ihr wir mich mir dich dir hast habt haben kannst können kann könnt sprichst wurde wurden gibt heute gestern morgen deutsch nachrichten neuigkeiten hilfe bitte gerade passiert geht sagte gesagt über für und oder aber sehr jetzt bist guten"),
		set("der die das den dem des ein eine einen einem einer in im was zu mit von vom auf an am bei es er sie los neues man so gut denn mal hat war tag krieg nach"),
		set("hallo moin servus guten tag abend nacht grüezi gruß morgen")},
	{French,
		set("est sont qui quoi quand où pourquoi comment combien quel quelle quels quelles c'est qu'est n'est ce que est-ce a-t-elle a-t-il t-elle t-il ça je tu nous vous il elle ils elles pas avec pour dans parles parlez français nouvelles actualités aide-moi aujourd'hui hier sur été cette moi toi être avez peux peut bonsoir êtes"),
		set("la le les un une des du de et en a à au aux ne se ici son sa ses plus bien"),
		set("bonjour bonsoir salut coucou")},
	{Spanish,
		set("quién quien quiénes quienes cuándo cuando dónde donde qué por-qué cómo como cuánto cuántos cuanto cuantos es está esta están estan fue pasó paso hablas habla español espanol noticias ayuda hoy ayer dime puedes eres eso porque pero muy ahora sobre dijo hay tienes cuál cual gracias tal"),
		set("el la los las un una de del que en a al y con por para se su lo me mi te va no más son precio"),
		set("hola buenas buenos días dias tardes noches")},
}

// english are words that only an English message has in number.
var english = set("the is are was were who what when where why how did does do has have had of and to for with about from this that it you i my your will would can could there tell me news say said he she they his her which on at in by be not if or any")

// foreign tells in which other language a message is, by its script or else by its
// function words. A name in an English message does not make it foreign.
func foreign(said []word) (Language, bool) {
	if l, ok := script(said); ok {
		return l, true
	}
	native := 0
	for _, w := range said {
		if english[w.fold] {
			native++
		}
	}
	best, most := tongue{}, 0
	for _, t := range tongues {
		if n := t.hits(said); n > most {
			best, most = t, n
		}
	}
	return best.language, most > native && (most > 1 || len(said) <= 2 && alone(said))
}

// alone reports whether one of very few words is enough to tell the language.
func alone(said []word) bool {
	return slices.ContainsFunc(said, func(w word) bool { return lonely[w.fold] })
}

var lonely = set("nachrichten neuigkeiten hilfe warum wann deutsch nouvelles actualités pourquoi quand où français noticias ayuda porque quién qué cuándo dónde español hablas")

// hits counts the function words of the language, none where no telling one is
// among them. A message of greetings alone counts whole.
func (t *tongue) hits(said []word) int {
	telling, others, hello := 0, 0, 0
	for _, w := range said {
		switch {
		case t.telling[w.fold]:
			telling++
		case t.others[w.fold]:
			others++
		}
		if t.greetings[w.fold] {
			hello++
		}
	}
	switch {
	case hello == len(said):
		return hello + 1
	case telling > 0:
		return telling + others + hello
	case hello > 0 && others > 0:
		return hello + others
	}
	return 0
}

// script tells a message in Cyrillic or in another script than Latin.
func script(said []word) (Language, bool) {
	letters, cyrillic, latin, own := 0, 0, 0, 0
	telling := 0
	for _, w := range said {
		if russian[w.fold] {
			telling++
		}
		for _, r := range w.fold {
			if !unicode.IsLetter(r) {
				continue
			}
			letters++
			switch {
			case unicode.Is(unicode.Latin, r):
				latin++
			case unicode.Is(unicode.Cyrillic, r):
				cyrillic++
			}
			switch {
			case strings.ContainsRune("іїєґ", r):
				own++
			case strings.ContainsRune("ыэъё", r):
				telling++
			}
		}
	}
	switch {
	case letters == 0 || latin*2 >= letters:
		return "", false
	case cyrillic == 0:
		return Other, true
	case own == 0 && telling > 0:
		return Russian, true
	}
	return Ukrainian, true
}

var russian = set("что кто где когда почему как сколько новости привет здравствуйте спасибо война сейчас и в с не")
