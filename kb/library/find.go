package library

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline/kb/doc"
	"dateline/kb/entity"
	"dateline/kb/index"
	"dateline/kb/text"
)

// Bounds on what one question looks at and shows.
const (
	maxHits       = 40 // passages
	MaxCandidates = 10 // answers that were considered
	MaxEvidence   = 5  // quotes
)

// entityTerm is the index term of an entity.
func entityTerm(id entity.ID) string { return "e:" + strconv.Itoa(int(id)) }

// newIndex indexes documents by their words and by the entities named in
// each sentence.
func newIndex(ctx context.Context, docs []doc.Document, dir *entity.Directory) (*index.Index, error) {
	b := index.NewBuilder()
	for i := range docs {
		d := &docs[i]
		b.Add(d, func(sentence int) []string {
			if sentence < 0 {
				return nil
			}
			s := d.Sentences[sentence]
			var out []string
			for _, n := range dir.In(int32(i), s.Start, s.End) {
				out = append(out, entityTerm(n.ID))
			}
			return out
		})
	}
	return b.Build(ctx)
}

// Known is the share of the stems, 0 to 1, that any article has.
func (l *Library) Known(stems []string) float64 {
	if len(stems) == 0 {
		return 0
	}
	n := 0
	for _, s := range stems {
		if l.index.DF(index.Term{Text: s}) > 0 {
			n++
		}
	}
	return float64(n) / float64(len(stems))
}

// rarity is 0 for stems that every article has, up to 1 for such as none has.
func (l *Library) rarity(stems []string) float64 {
	none := l.index.IDF(index.Term{Text: "\x00"})
	if len(stems) == 0 || none == 0 {
		return 0
	}
	sum := 0.0
	for _, s := range stems {
		sum += l.index.IDF(index.Term{Text: s})
	}
	return sum / float64(len(stems)) / none
}

// Find returns the passages that mention every part that an answer needs, best
// first. News of the day asked, zero where it does not matter, weighs most.
func (l *Library) Find(ctx context.Context, parts []Part, asked time.Time) []Passage {
	return l.FindMany(ctx, parts, asked, maxHits)
}

// FindMany is Find for at most n passages.
func (l *Library) FindMany(ctx context.Context, parts []Part, asked time.Time, n int) []Passage {
	seen := map[[2]int32]bool{}
	var out []Passage
	for _, r := range l.index.Search(ctx, index.Query{Terms: terms(parts), Asked: asked, K: 2 * n}, nil) {
		u := l.UnitAt(r.Doc, r.Sentence)
		key := [2]int32{u.Doc, u.First}
		if seen[key] {
			continue
		}
		seen[key] = true
		if h, ok := l.passage(u, parts, asked); ok {
			out = append(out, h)
		}
	}
	slices.SortStableFunc(out, func(x, y Passage) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), cmp.Compare(x.Doc, y.Doc), cmp.Compare(x.Start, y.Start))
	})
	return out[:min(len(out), n)]
}

func terms(parts []Part) []index.Term {
	var out []index.Term
	for _, p := range parts {
		for _, id := range p.IDs {
			out = append(out, index.Term{Text: entityTerm(id), Weight: float32(p.counts()), Exact: true})
		}
		if len(p.IDs) > 0 && !p.Exact {
			continue // misspelt: its words lead nowhere
		}
		weight := 0.5
		if !p.Needed() {
			weight = 1.5 * p.weight // not to be lost among all that names the rest
		}
		for _, s := range p.Stems {
			out = append(out, index.Term{Text: s, Weight: float32(weight)})
		}
	}
	return out
}

// passage judges how well a unit speaks of all parts; false where it does not.
func (l *Library) passage(u Unit, parts []Part, asked time.Time) (Passage, bool) {
	h := Passage{View: l.View(u), Spans: make([][]text.Span, len(parts)), Parts: parts}
	beside := &surroundings{lib: l, unit: u}
	found, all := 0.0, 0.0
	soft, softFound := 0.0, 0.0 // of words beside names
	for i, p := range parts {
		h.Spans[i] = h.Matches(p)
		share := 0.0
		switch {
		case len(h.Spans[i]) > 0:
			share = 1
		case p.Needed():
			if share = beside.say(p, len(parts) > 1); share == 0 {
				return Passage{}, false
			}
			if h.Spans[i] = l.pronouns(h, p, beside.before()); len(h.Spans[i]) > 0 {
				share = max(share, byPronoun)
			}
		default:
			share = beside.say(p, true)
		}
		all += p.counts()
		found += p.counts() * p.fit * share
		if !p.Needed() && !p.light && p.Known() {
			soft += p.weight
			if len(h.Spans[i]) > 0 {
				softFound += p.weight
			}
		}
	}
	if found /= all; found < leastFound || softFound < leastSoft*soft {
		return Passage{}, false
	}
	lead := 1 / (1 + 0.05*float64(u.First))
	switch quote := l.Quote(u); {
	case strings.HasSuffix(strings.TrimRight(quote, " \"”’)"), "?"):
		found *= 0.5
	case !Finished(quote):
		found *= 0.7
	}
	h.Score = found * (0.6 + 0.12*lead + 0.12*h.closeness() + 0.16*l.freshness(u.Doc, asked))
	return h, true
}

// Finished reports whether a text ends as a sentence does, which headlines,
// captions and lists of links do not, and is none of the links to other
// articles that web pages glue together ("More:Storm hits coast").
func Finished(s string) bool {
	s = strings.TrimRight(s, " \"'”’)")
	return s != "" && strings.IndexByte(".!?:", s[len(s)-1]) >= 0 && !glued(s)
}

// glued reports whether a colon joins two words without a blank.
func glued(s string) bool {
	for i := 1; i+1 < len(s); i++ {
		if s[i] == ':' && letter(s[i-1]) && letter(s[i+1]) {
			return true
		}
	}
	return false
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// The least share of all that was asked that a unit and what stands around it
// have to mention, and of its words beside names that the unit itself has to.
const (
	leastFound = 0.4
	leastSoft  = 0.25
)

// freshness falls from 1, for news of the day asked or the newest there is, by
// half each year.
func (l *Library) freshness(docID int32, asked time.Time) float64 {
	d := l.Article(docID).Date
	if d.IsZero() {
		return 0.5
	}
	ref := l.Article(l.newest[0]).Date
	if !asked.IsZero() && asked.Before(ref) {
		ref = asked
	}
	years := math.Abs(ref.Sub(d).Hours()) / (24 * 365)
	return math.Exp2(-years)
}
