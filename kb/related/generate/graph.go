package main

import (
	"cmp"
	"slices"
	"strings"

	"dateline/kb/lexicon"
)

// most is how many related words a word may have.
const most = 24

// kind tells how a pair of words is related, the surest first.
type kind uint8

const (
	form     kind = iota // forms of one roleset of PropBank
	derived              // derivation in WordNet
	first                // synonyms in the first meaning of both, and pairs of our own
	near                 // synonyms in the first meaning of one and the second of the other
	synonym              // synonyms in one of the first three meanings of both
	rare                 // each in the other's list, in a rarer meaning or as adjectives
	twofold              // a synonym's derivation, by two ways or more
	stepwise             // the derivation of a synonym in the first meaning, by one way
)

// pair is two different words in alphabetical order.
type pair struct{ a, b string }

func pairOf(a, b string) pair {
	if a > b {
		a, b = b, a
	}
	return pair{a, b}
}

// graph holds the relations that the sources tell.
type graph struct {
	lexicon *lexicon.Lexicon
	links   map[pair]kind
}

func newGraph(l *lexicon.Lexicon) *graph {
	return &graph{lexicon: l, links: map[pair]kind{}}
}

// add notes a relation, the surest of those told of a pair.
func (g *graph) add(a, b string, k kind) {
	if a == b || !g.wanted(a) || !g.wanted(b) || opposite(a, b) {
		return
	}
	p := pairOf(a, b)
	if old, ok := g.links[p]; !ok || k < old {
		g.links[p] = k
	}
}

// wanted are words of letters that package lexicon knows and that mean
// something of their own.
func (g *graph) wanted(w string) bool {
	if len(w) < 3 || dropped[w] || strings.Trim(w, letters) != "" {
		return false
	}
	_, ok := g.lexicon.Lookup(w)
	return ok
}

const letters = "abcdefghijklmnopqrstuvwxyz"

// opposite reports whether one word is the other with a prefix that negates.
func opposite(a, b string) bool {
	for _, n := range []string{"un", "in", "im", "il", "ir", "dis", "non", "mis", "anti", "counter"} {
		if a == n+b || b == n+a {
			return true
		}
	}
	return false
}

// addRoleset relates the forms of one roleset, "deny/v denial/n". Phrases and
// light verbs with a noun ("take_shot/l") are left out.
func (g *graph) addRoleset(aliases []string) {
	var forms []string
	for _, a := range aliases {
		w, pos, _ := strings.Cut(a, "/")
		if pos == "v" || pos == "n" || pos == "j" {
			forms = append(forms, strings.ToLower(w))
		}
	}
	for i, a := range forms {
		for _, b := range forms[:i] {
			g.add(a, b, form)
		}
	}
}

// addWordNet relates the words of each list to the word whose list it is. The
// lists do not tell synonyms from derivations, nor one meaning from another:
// package lexicon and the looks of the words do.
func (g *graph) addWordNet(lists map[string][]string) {
	for a, list := range lists {
		for _, b := range list {
			if k, ok := g.kindOf(a, b, slices.Contains(lists[b], a)); ok {
				g.add(a, b, k)
			}
		}
	}
}

func (g *graph) kindOf(a, b string, mutual bool) (kind, bool) {
	x, _ := g.lexicon.Lookup(a)
	y, _ := g.lexicon.Lookup(b)
	rank := min(
		shared(x.Nouns, y.Nouns)+seldom(x, lexicon.Noun)+seldom(y, lexicon.Noun),
		shared(x.Verbs, y.Verbs)+seldom(x, lexicon.Verb)+seldom(y, lexicon.Verb),
	)
	switch {
	case akin(a, b) || !alike(x, y): // synonyms are of one part of speech
		return derived, true
	case rank == 0:
		return first, true
	case rank == 1:
		return near, true
	case rank <= rarest:
		return synonym, true
	}
	return rare, mutual && (plain(x) || plain(y))
}

// seldom is how many binary digits the uses of a word as p fall short of its
// commonest: "court" and "romance" are the same to do, but one says so seldom.
func seldom(e lexicon.Entry, p lexicon.POS) int { return int(e.Uses[e.Best()]) - int(e.Uses[p]) }

// plain reports whether a word has so few meanings that who lists it means it:
// a rarer meaning of two words of many meanings ("deal" and "stack", a lot)
// misleads. Of adjectives and adverbs package lexicon does not tell.
func plain(e lexicon.Entry) bool { return len(e.Nouns)+len(e.Verbs) <= 2 }

const (
	rarest   = 6   // how rare a meaning of synonyms may be
	unshared = 100 // of words that share no meaning
)

// shared is how rare the commonest meaning is that two words share: 0 where it
// is the first of both.
func shared(a, b []int32) int {
	best := unshared
	for i, s := range a {
		if j := slices.Index(b, s); j >= 0 {
			best = min(best, i+j)
		}
	}
	return best
}

// alike reports whether two words can be of the same part of speech.
func alike(x, y lexicon.Entry) bool {
	for p := lexicon.Noun; p <= lexicon.Adverb; p++ {
		if x.Can(p) && y.Can(p) {
			return true
		}
	}
	return false
}

// akin reports whether two words look like derived from one another: they
// begin with all of the shorter but its "e" or "y", or with two thirds of it
// and four letters.
func akin(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	n := common(a, b)
	return n >= 3 && n >= len(strings.TrimRight(a, "ey")) || n >= 4 && 3*n >= 2*len(a)
}

func (g *graph) addOwn() {
	for _, line := range strings.Split(strings.TrimSpace(own), "\n") {
		words := strings.Fields(line)
		for i, a := range words {
			for _, b := range words[:i] {
				g.add(a, b, first)
			}
		}
	}
}

// further finds the pairs that are two steps apart, of which one is a
// derivation and the other a synonym: buy, purchase, purchaser. One way alone
// must lead through a word that is in use (fall, faller, logger).
func (g *graph) further() map[pair]kind {
	derivations, synonyms := map[string][]string{}, map[string][]string{}
	for p, k := range g.links {
		to := synonyms
		if k <= derived {
			to = derivations
		}
		to[p.a], to[p.b] = append(to[p.a], p.b), append(to[p.b], p.a)
	}
	ways, sure := map[pair]int{}, map[pair]bool{}
	for mid, ds := range derivations {
		for _, d := range ds {
			for _, s := range synonyms[mid] {
				p := pairOf(d, s)
				ways[p]++
				sure[p] = sure[p] || g.links[pairOf(mid, s)] == first && g.uses(mid) > 2
			}
		}
	}
	found := map[pair]kind{}
	for p, n := range ways {
		_, known := g.links[p]
		switch {
		case known || p.a == p.b || opposite(p.a, p.b):
		case n > 1:
			found[p] = twofold
		case sure[p]:
			found[p] = stepwise
		}
	}
	return found
}

// link is a pair with what decides whether it is kept.
type link struct {
	pair
	kind kind
	uses int // of the rarer word
}

// ordered returns all pairs, the surest first and of these the commonest.
func (g *graph) ordered() []link {
	var all []link
	for _, links := range []map[pair]kind{g.links, g.further()} {
		for p, k := range links {
			all = append(all, link{p, k, min(g.uses(p.a), g.uses(p.b))})
		}
	}
	slices.SortFunc(all, func(x, y link) int {
		return cmp.Or(cmp.Compare(x.kind, y.kind), cmp.Compare(y.uses, x.uses), compare(x.pair, y.pair))
	})
	return all
}

// choose returns the pairs to keep in order: the surest and commonest, as long
// as neither word has enough. Dropping a pair for both keeps the table
// symmetric.
func (g *graph) choose() []pair {
	count := map[string]int{}
	var kept []pair
	for _, l := range g.ordered() {
		if count[l.a] < most && count[l.b] < most {
			count[l.a]++
			count[l.b]++
			kept = append(kept, l.pair)
		}
	}
	slices.SortFunc(kept, compare)
	return kept
}

func compare(x, y pair) int {
	return cmp.Or(strings.Compare(x.a, y.a), strings.Compare(x.b, y.b))
}

// uses tells how common a word is.
func (g *graph) uses(w string) int {
	e, _ := g.lexicon.Lookup(w)
	return int(slices.Max(e.Uses[:]))
}
