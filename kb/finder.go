package kb

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
	maxHits       = 40
	maxCandidates = 10
	maxEvidence   = 5
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

// known is the share of the stems that the articles have.
func (b *Base) known(stems []string) float64 {
	if len(stems) == 0 {
		return 0
	}
	n := 0
	for _, s := range stems {
		if b.index.DF(index.Term{Text: s}) > 0 {
			n++
		}
	}
	return float64(n) / float64(len(stems))
}

// rarity is 0 for stems that every article has, up to 1 for such as none has.
func (b *Base) rarity(stems []string) float64 {
	none := b.index.IDF(index.Term{Text: "\x00"})
	if len(stems) == 0 || none == 0 {
		return 0
	}
	sum := 0.0
	for _, s := range stems {
		sum += b.index.IDF(index.Term{Text: s})
	}
	return sum / float64(len(stems)) / none
}

// find returns the units that mention every part, best first.
func (b *Base) find(ctx context.Context, parts []part, asked time.Time) []hit {
	return b.findMany(ctx, parts, asked, maxHits)
}

// findMany is find for at most n units.
func (b *Base) findMany(ctx context.Context, parts []part, asked time.Time, n int) []hit {
	seen := map[[2]int32]bool{}
	var out []hit
	for _, r := range b.index.Search(ctx, index.Query{Terms: terms(parts), Asked: asked, K: 2 * n}, nil) {
		u := b.unitAt(r.Doc, r.Sentence)
		key := [2]int32{u.doc, u.first}
		if seen[key] {
			continue
		}
		seen[key] = true
		if h, ok := b.hit(u, parts, asked); ok {
			out = append(out, h)
		}
	}
	slices.SortStableFunc(out, func(x, y hit) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.doc, y.doc), cmp.Compare(x.Start, y.Start))
	})
	return out[:min(len(out), n)]
}

func terms(parts []part) []index.Term {
	var out []index.Term
	for _, p := range parts {
		for _, id := range p.ids {
			out = append(out, index.Term{Text: entityTerm(id), Weight: float32(p.counts()), Exact: true})
		}
		if len(p.ids) > 0 && !p.exact {
			continue // misspelt: its words lead nowhere
		}
		weight := 0.5
		if !p.needed() {
			weight = 1.5 * p.weight // not to be lost among all that names the rest
		}
		for _, s := range p.stems {
			out = append(out, index.Term{Text: s, Weight: float32(weight)})
		}
	}
	return out
}

// hit judges how well a unit speaks of all parts; false where it does not.
func (b *Base) hit(u unit, parts []part, asked time.Time) (hit, bool) {
	h := hit{view: b.view(u), spans: make([][]text.Span, len(parts)), parts: parts}
	beside := &surroundings{lib: b, unit: u}
	found, all := 0.0, 0.0
	soft, softFound := 0.0, 0.0 // of words beside names
	for i, p := range parts {
		h.spans[i] = h.matches(p)
		share := 0.0
		switch {
		case len(h.spans[i]) > 0:
			share = 1
		case p.needed():
			if share = beside.say(p, len(parts) > 1); share == 0 {
				return hit{}, false
			}
			if h.spans[i] = b.pronouns(h, p, beside.before()); len(h.spans[i]) > 0 {
				share = max(share, byPronoun)
			}
		default:
			share = beside.say(p, true)
		}
		all += p.counts()
		found += p.counts() * p.fit * share
		if !p.needed() && !p.light && p.known() {
			soft += p.weight
			if len(h.spans[i]) > 0 {
				softFound += p.weight
			}
		}
	}
	if found /= all; found < leastFound || softFound < leastSoft*soft {
		return hit{}, false
	}
	lead := 1 / (1 + 0.05*float64(u.first))
	switch quote := b.quote(u); {
	case strings.HasSuffix(strings.TrimRight(quote, " \"”’)"), "?"):
		found *= 0.5
	case !finished(quote):
		found *= 0.7
	}
	h.score = found * (0.6 + 0.12*lead + 0.12*h.closeness() + 0.16*b.freshness(u.doc, asked))
	return h, true
}

// finished reports whether a text ends as a sentence does, which headlines,
// captions and lists of links do not, and is none of the links to other
// articles that web pages glue together ("More:Storm hits coast").
func finished(s string) bool {
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
func (b *Base) freshness(docID int32, asked time.Time) float64 {
	d := b.article(docID).Date
	if d.IsZero() {
		return 0.5
	}
	ref := b.article(b.newest[0]).Date
	if !asked.IsZero() && asked.Before(ref) {
		ref = asked
	}
	years := math.Abs(ref.Sub(d).Hours()) / (24 * 365)
	return math.Exp2(-years)
}

// newestFirst orders documents by date, undated ones last.
func newestFirst(docs []doc.Document) []int32 {
	out := make([]int32, len(docs))
	for i := range out {
		out[i] = int32(i)
	}
	slices.SortStableFunc(out, func(a, b int32) int {
		return cmp.Or(docs[b].Article.Date.Compare(docs[a].Article.Date), cmp.Compare(a, b))
	})
	return out
}
