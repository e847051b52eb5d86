package main

import (
	"math/rand/v2"
	"slices"
	"strings"

	"dateline/kb/names/internal/crf"
)

// redateShare is how often an article begins with a dateline of today.
const redateShare = 0.3

// Datelines of today, word by word: CITY and City stand for the place in
// capitals and in plain letters, Place for another place, Agency for an
// organisation, Text for the sentence that follows.
var datelines = []string{
	"CITY ( Agency ) - Text", "CITY ( Agency ) -- Text", "CITY ( Agency ) Text", "City ( Agency ) -- Text",
	"CITY , Dec 0 ( Agency ) - Text", "CITY / PLACE ( Agency ) - Text",
	"CITY , Place ( Agency ) -- Text", "City , Place ( Agency ) Text", "City ( Agency ) Text",
	"CITY -- Text", "CITY - Text", "CITY , Place -- Text", "City , Place -- Text",
	"City Agency --", "City , Place Agency --", "Agency --", "Agency -- Text", "City , Place --", "Agency",
}

// redate gives some articles datelines as news has them today. Those of 1996
// have the place and the day on a line of their own.
func (v *vocabulary) redate(docs [][]example, seed uint64) {
	rng := rand.New(rand.NewPCG(seed, 5))
	places, agencies := short(docs, 1), short(docs, 2)
	for n, doc := range docs {
		for i := range len(doc) - 1 {
			city, ok := doc[i].dateline()
			if !ok {
				continue
			}
			if rng.Float64() < redateShare {
				form := datelines[rng.IntN(len(datelines))]
				line := v.begin(form, city, places[rng.IntN(len(places))], agencies[rng.IntN(len(agencies))], &doc[i+1])
				next := i + 1
				if strings.HasSuffix(form, "Text") {
					next++
				}
				docs[n] = slices.Replace(doc, i, next, line)
			}
			break
		}
	}
}

// dateline returns the place of an example that is nothing but a place and a
// day.
func (e *example) dateline() (city []string, ok bool) {
	n := len(e.tokens)
	if n < 2 || n > 5 || e.tags[n-1] != crf.Outside || !strings.HasPrefix(e.tokens[n-1], "19") {
		return nil, false
	}
	crf.Names(e.tags, func(first, last, typ int) {
		if first == 0 && typ == 1 && last == n-2 {
			city, ok = e.tokens[:last+1], true
		}
	})
	return city, ok
}

// short gathers the names of a type of at most two words, in order.
func short(docs [][]example, want int) [][]string {
	var out [][]string
	for _, doc := range docs {
		for _, e := range doc {
			crf.Names(e.tags, func(first, last, typ int) {
				if typ == want && last-first < 2 {
					out = append(out, e.tokens[first:last+1])
				}
			})
		}
	}
	return out
}

// begin fills a form in.
func (v *vocabulary) begin(form string, city, place, agency []string, text *example) example {
	var e example
	name := func(tokens []string, typ int) {
		tags := make([]crf.Tag, len(tokens))
		setName(tags, 0, len(tags)-1, typ)
		e.tokens = append(e.tokens, tokens...)
		e.tags = append(e.tags, tags...)
	}
	for _, word := range strings.Fields(form) {
		switch word {
		case "CITY":
			name(city, 1)
		case "City":
			name(lowered(city), 1)
		case "Place":
			name(place, 1)
		case "PLACE":
			name(raised(place), 1)
		case "Agency":
			name(agency, 2)
		case "Text":
			e.tokens = append(e.tokens, text.tokens...)
			e.tags = append(e.tags, text.tags...)
		default:
			e.tokens = append(e.tokens, word)
			e.tags = append(e.tags, crf.Outside)
		}
	}
	v.prepare(&e)
	return e
}

// lowered writes words in capitals with one capital each.
func lowered(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = capitalize(strings.ToLower(w))
	}
	return out
}

func raised(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = strings.ToUpper(w)
	}
	return out
}
