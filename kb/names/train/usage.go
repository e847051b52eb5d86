package main

import (
	"maps"
	"slices"

	"dateline/kb/names/internal/crf"
	"dateline/kb/names/internal/feature"
	"dateline/kb/names/internal/lexicon"
	"dateline/kb/names/internal/tagger"
	"dateline/kb/text"
)

// usedFrom is the least count of a word whose usage is noted; minedFrom the
// least number of articles that name a phrase for it to be listed.
const (
	usedFrom  = 4
	minedFrom = 4
)

// census counts what a model finds in unlabelled text.
type census struct {
	words   map[string]*[5][4]int // type plus one, position
	phrases map[uint32]*[4]int    // articles by type
	first   map[uint32]uint32     // first word of each phrase
}

func newCensus() *census {
	return &census{make(map[string]*[5][4]int), make(map[uint32]*[4]int), make(map[uint32]uint32)}
}

// add tags a text and counts.
func (c *census) add(t *tagger.Tagger, s string) {
	seen := make(map[uint32]int)
	t.Tag(s, text.Sentences(s), func(tokens []text.Token, tags []crf.Tag) {
		if shouted(tokens, s) {
			return
		}
		for i, tok := range tokens {
			word := feature.Key(tok.Of(s))
			switch feature.ShapeOf(word) {
			case feature.Lower, feature.Mark, feature.Digits, feature.Other:
				continue
			}
			n := c.words[word]
			if n == nil {
				n = new([5][4]int)
				c.words[word] = n
			}
			position := 0
			if tags[i] != crf.Outside {
				position = tags[i].Position()
			}
			n[tags[i].Type()+1][position]++
		}
		crf.Names(tags, func(first, last, typ int) {
			if first < last && last-first < 4 && typ != 0 {
				h, begin := phrase(tokens[first:last+1], s)
				seen[h] = typ
				c.first[h] = begin
			}
		})
	})
	for h, typ := range seen {
		n := c.phrases[h]
		if n == nil {
			n = new([4]int)
			c.phrases[h] = n
		}
		n[typ]++
	}
}

// phrase hashes words as feature.Sentence does.
func phrase(tokens []text.Token, s string) (hash, first uint32) {
	for i, tok := range tokens {
		h := feature.Hash(feature.Key(text.Fold(feature.Normalize(tok.Of(s)))))
		if i == 0 {
			hash, first = h, h
		} else {
			hash = lexicon.Join(hash, h)
		}
	}
	return hash, first
}

// sum adds the words that another census counted. Its phrases stay out: a
// model that sees no more than what stands around a word is often wrong about
// where a name ends.
func (c *census) sum(other *census) {
	for word, counts := range other.words {
		n := c.words[word]
		if n == nil {
			n = new([5][4]int)
			c.words[word] = n
		}
		for typ := range counts {
			for position, v := range counts[typ] {
				n[typ][position] += v
			}
		}
	}
}

// note writes what was counted into the tables, in place of earlier counts.
func (c *census) note(t *lexicon.Tables) {
	t.Usage = make(map[uint32]lexicon.Usage)
	for _, word := range slices.Sorted(maps.Keys(c.words)) { // in order, for hashes may collide
		if u := usage(c.words[word]); u.Top > 0 {
			t.Usage[feature.Hash(word)] = u
		}
	}
	const mined = lexicon.MinedPlace | lexicon.MinedOrganisation | lexicon.MinedOther
	for h, f := range t.Facts {
		f.Lists &^= mined
		t.Facts[h] = f
	}
	for h, n := range c.phrases {
		all := n[1] + n[2] + n[3]
		for typ, list := range []lexicon.List{0, lexicon.MinedPlace, lexicon.MinedOrganisation, lexicon.MinedOther} {
			if list == 0 || n[typ] < minedFrom || 5*n[typ] < 4*all {
				continue
			}
			t.Facts[h] = lexicon.Fact{Case: t.Facts[h].Case, Lists: t.Facts[h].Lists | list}
			b := c.first[h]
			t.Facts[b] = lexicon.Fact{Case: t.Facts[b].Case, Lists: t.Facts[b].Lists | lexicon.Begins}
		}
	}
}

func usage(n *[5][4]int) lexicon.Usage {
	var sums [5]int
	all := 0
	for typ, positions := range n {
		for _, v := range positions {
			sums[typ] += v
		}
		all += sums[typ]
	}
	if all < usedFrom {
		return lexicon.Usage{}
	}
	order := []int{0, 1, 2, 3, 4}
	slices.SortStableFunc(order, func(a, b int) int { return sums[b] - sums[a] })
	u := lexicon.Usage{Top: uint8(order[0] + 1), Purity: 1}
	for _, percent := range []int{60, 85, 97} {
		if 100*sums[order[0]] >= percent*all {
			u.Purity++
		}
	}
	if 10*sums[order[1]] >= all {
		u.Second = uint8(order[1] + 1)
	}
	if order[0] > 0 {
		p := n[order[0]]
		later := p[crf.Inside] + p[crf.Last]
		switch {
		case p[crf.Unit] >= p[crf.Begin] && p[crf.Unit] >= later:
			u.Place = 1
		case p[crf.Begin] >= later:
			u.Place = 2
		default:
			u.Place = 3
		}
	}
	return u
}
