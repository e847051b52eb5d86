package main

import (
	"slices"
	"strings"

	"dateline/kb/names/internal/feature"
	"dateline/kb/text"
)

// article is a text without annotation.
type article struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// corpus is running text as numbers of words, sentences parted by boundary.
type corpus struct {
	ids    map[string]int32
	words  []string
	counts []int32
	stream []int32
	tokens []text.Token
}

const boundary = 0

func newCorpus() *corpus {
	c := &corpus{ids: make(map[string]int32)}
	c.id("\n")
	return c
}

func (c *corpus) id(s string) int32 {
	if id, ok := c.ids[s]; ok {
		return id
	}
	id := int32(len(c.words))
	s = strings.Clone(s)
	c.ids[s] = id
	c.words = append(c.words, s)
	c.counts = append(c.counts, 0)
	return id
}

// add reads a text. Sentences in title case or capitals are left out, for they
// say nothing of how words are written.
func (c *corpus) add(s string) {
	for _, sent := range text.Sentences(s) {
		t := sent.Of(s)
		c.tokens = text.Tokens(c.tokens[:0], t)
		if shouted(c.tokens, t) {
			continue
		}
		for _, tok := range c.tokens {
			id := c.id(feature.Key(tok.Of(t)))
			c.counts[id]++
			c.stream = append(c.stream, id)
		}
		c.counts[boundary]++
		c.stream = append(c.stream, boundary)
	}
}

// shouted reports whether most words of a sentence begin with a capital.
func shouted(tokens []text.Token, s string) bool {
	capital, words := 0, 0
	for _, t := range tokens {
		if t.Kind != text.Word {
			continue
		}
		words++
		if feature.ShapeOf(t.Of(s)) != feature.Lower {
			capital++
		}
	}
	return words >= 4 && capital*3 > words*2
}

// frequent returns the numbers of the words seen at least n times, commonest
// first.
func (c *corpus) frequent(n int32) []int32 {
	var out []int32
	for id, count := range c.counts {
		if count >= n && id != boundary {
			out = append(out, int32(id))
		}
	}
	slices.SortStableFunc(out, func(a, b int32) int { return int(c.counts[b]) - int(c.counts[a]) })
	return out
}
