package phrase

import "strings"

// closed are the words of the closed classes.
var closed = closedClasses(map[Tag]string{
	Determiner: `a an the this that these those his her its their my your our some any every each no another both
		either neither all many several few most more less much such what which whose own other`,
	Preposition: `of in on at by for from with without into onto over under about after before against between
		during through across behind beyond despite amid among around since until till toward towards upon within
		near per via off out up down above below along inside outside like as than because due including except
		following while where when if though although whether unless once plus versus`,
	Conjunction: `and or but nor so yet &`,
	Pronoun: `i you he she it we they me him us them himself herself itself themselves myself who whom there
		here something anything nothing everything someone anyone everyone nobody one ones mine hers theirs`,
	Auxiliary: `is are was were be been being am has have had having do does did will would can could may might
		must shall should 'll 're 've 'd isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't
		wouldn't can't cannot couldn't shouldn't it's that's he's she's they're i'm i've we're you're what's who's`,
	To: `to`,
	Number: `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
		seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million
		billion trillion dozen half`,
	Adverb: `not also just very too even still never always often again now then only ever soon already almost
		nearly however meanwhile instead together away back ahead later earlier ago today yesterday tomorrow how why
		roughly approximately perhaps maybe rather quite really`,
})

func closedClasses(lists map[Tag]string) map[string]Tag {
	m := map[string]Tag{}
	for tag, list := range lists {
		for _, w := range strings.Fields(list) {
			m[w] = tag
		}
	}
	return m
}

// Closed reports whether a folded word is of a closed class: an article, a
// preposition, a pronoun and so on.
func Closed(word string) bool {
	_, ok := closed[word]
	return ok
}
