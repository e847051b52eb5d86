package main

import (
	"dateline/kb/names/internal/crf"
	"dateline/kb/names/internal/tagger"
	"dateline/kb/text"
)

// agreed is how many times a name must have been found for the type that it
// was found to have nine times in ten to count as its type.
const agreed = 10

// annotate gives n of the texts the names that the model finds, of the types
// that it finds them to have in all of the news: what a model says of one
// place is corrected by what it says of most (self-training with the corpus as
// second view).
func (c *census) annotate(t *tagger.Tagger, texts []string, n int) []document {
	var out []document
	for i := range min(n, len(texts)) {
		s := texts[i*len(texts)/n]
		d := document{Text: s}
		t.Tag(s, text.Sentences(s), func(tokens []text.Token, tags []crf.Tag) {
			crf.Names(tags, func(first, last, typ int) {
				start, end := tokens[first].Start, tokens[last].End
				typ = c.usual(s[start:end], typ)
				d.Names = append(d.Names, annotation{start, end, typeNames[typ]})
			})
		})
		out = append(out, d)
	}
	return out
}

var typeNames = [...]string{"PER", "LOC", "ORG", "MISC"}

// usual is the type that a name nearly always has, or else typ.
func (c *census) usual(name string, typ int) int {
	n := c.names[name]
	if n == nil {
		return typ
	}
	all := n[0] + n[1] + n[2] + n[3]
	for k, v := range n {
		if all >= agreed && 10*v >= 9*all {
			return k
		}
	}
	return typ
}
