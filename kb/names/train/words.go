package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"

	"dateline/kb/names/internal/feature"
	"dateline/kb/names/internal/lexicon"
	"dateline/kb/text"
)

// least counts of words that get a class, and of words whose writing is judged.
const (
	classedFrom = 6
	judgedFrom  = 8
)

// coordinates of a word.
const coordinates = 64

// buildLexicon learns the classes of words and how they are written, and adds
// the gazetteers.
func buildLexicon(c *corpus) (*lexicon.Tables, error) {
	t := &lexicon.Tables{Classes: make(map[uint32]uint16), Facts: make(map[uint32]lexicon.Fact)}
	rows := c.frequent(classedFrom)
	x := embed(contexts(c, rows), coordinates, 1)
	for i, class := range classes(x, coordinates, 1) {
		t.Classes[feature.Hash(c.words[rows[i]])] = class + 1
	}
	c.writing(t)
	return t, addGazetteers(t)
}

// writing judges how words are written where no sentence begins.
func (c *corpus) writing(t *lexicon.Tables) {
	counts := make([]int32, len(c.words))
	last := int32(boundary)
	shapes := make([]feature.Shape, len(c.words))
	for i, w := range c.words {
		shapes[i] = feature.ShapeOf(w)
	}
	for _, id := range c.stream {
		if last != boundary && shapes[last] != feature.Mark {
			counts[id]++
		}
		last = id
	}
	type seen struct{ lower, capital, upper int32 }
	forms := make(map[string]seen)
	for id, n := range counts {
		key := text.Fold(c.words[id])
		s := forms[key]
		switch shapes[id] {
		case feature.Lower:
			s.lower += n
		case feature.Capital, feature.Camel, feature.Mixed:
			s.capital += n
		case feature.Upper:
			s.upper += n
		}
		forms[key] = s
	}
	for _, form := range slices.Sorted(maps.Keys(forms)) { // in order, for hashes may collide
		s := forms[form]
		if s.lower+s.capital+s.upper >= judgedFrom {
			f := t.Facts[feature.Hash(form)]
			f.Case = written(s.lower, s.capital, s.upper)
			t.Facts[feature.Hash(form)] = f
		}
	}
}

// written grades how a word is written: 1 small to 6 capital, 7 all capitals.
func written(lower, capital, upper int32) uint8 {
	if upper > lower+capital {
		return 7
	}
	share := float64(capital+upper) / float64(lower+capital+upper)
	grade := uint8(1)
	for _, least := range [...]float64{0.02, 0.1, 0.4, 0.8, 0.97} {
		if share >= least {
			grade++
		}
	}
	return grade
}

// gazetteers holds a list's name and an entry a line; see gazetteers.mjs.
//
//go:embed gazetteers.txt.gz
var gazetteers []byte

var listOf = map[string]lexicon.List{
	"given": lexicon.GivenName, "surname": lexicon.Surname, "country": lexicon.Country,
	"demonym": lexicon.Demonym, "city": lexicon.City, "region": lexicon.Region,
	"organisation": lexicon.Organisation, "team": lexicon.Team, "brand": lexicon.Brand,
}

func addGazetteers(t *lexicon.Tables) error {
	z, err := gzip.NewReader(bytes.NewReader(gazetteers))
	if err != nil {
		return err
	}
	add := func(hash uint32, lists lexicon.List) {
		f := t.Facts[hash]
		f.Lists |= lists
		t.Facts[hash] = f
	}
	lines := bufio.NewScanner(z)
	for lines.Scan() {
		list, name, _ := strings.Cut(lines.Text(), "\t")
		bit := listOf[list]
		if bit == 0 {
			return fmt.Errorf("gazetteers: %q is no list", list)
		}
		folded := text.Fold(feature.Key(name))
		var hash uint32
		tokens := text.Tokens(nil, folded)
		for i, tok := range tokens {
			h := feature.Hash(tok.Of(folded))
			if i == 0 {
				hash = h
			} else {
				hash = lexicon.Join(hash, h)
			}
		}
		if len(tokens) > 1 {
			add(feature.Hash(tokens[0].Of(folded)), lexicon.Begins)
		}
		if len(tokens) > 0 {
			add(hash, bit)
		}
	}
	return lines.Err()
}
