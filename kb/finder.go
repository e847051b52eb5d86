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
	"dateline/kb/names"
	"dateline/kb/text"
)

// hit is a unit in which the things asked about are mentioned.
type hit struct {
	view
	spans [][]text.Span // where each part is mentioned, by part; empty where only its surroundings do
	parts []part
	score float64 // 0 to 1
}

// Bounds on what one question looks at and shows.
const (
	maxHits       = 40
	maxCandidates = 10
	maxEvidence   = 5
)

// finder finds the units in which things are mentioned together.
type finder struct{ index *index.Index }

// entityTerm is the index term of an entity.
func entityTerm(id entity.ID) string { return "e:" + strconv.Itoa(int(id)) }

// newFinder indexes documents by their words and by the entities named in
// each sentence.
func newFinder(ctx context.Context, docs []doc.Document, dir *entity.Directory) (*finder, error) {
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
	x, err := b.Build(ctx)
	return &finder{x}, err
}

// known is the share of the stems that the articles have.
func (f *finder) known(stems []string) float64 {
	if len(stems) == 0 {
		return 0
	}
	n := 0
	for _, s := range stems {
		if f.index.DF(index.Term{Text: s}) > 0 {
			n++
		}
	}
	return float64(n) / float64(len(stems))
}

// rarity is 0 for stems that every article has, up to 1 for such as none has.
func (f *finder) rarity(stems []string) float64 {
	none := f.index.IDF(index.Term{Text: "\x00"})
	if len(stems) == 0 || none == 0 {
		return 0
	}
	sum := 0.0
	for _, s := range stems {
		sum += f.index.IDF(index.Term{Text: s})
	}
	return sum / float64(len(stems)) / none
}

// find returns the units that mention every part, best first.
func (f *finder) find(ctx context.Context, b *Base, parts []part, q Question) []hit {
	return f.findMany(ctx, b, parts, q, maxHits)
}

// findMany is find for at most n units.
func (f *finder) findMany(ctx context.Context, b *Base, parts []part, q Question, n int) []hit {
	seen := map[[2]int32]bool{}
	var out []hit
	for _, r := range f.index.Search(ctx, index.Query{Terms: terms(parts), Asked: q.Asked, K: 2 * n}, nil) {
		u := b.unitAt(r.Doc, r.Sentence)
		key := [2]int32{u.doc, u.first}
		if seen[key] {
			continue
		}
		seen[key] = true
		if h, ok := b.hit(u, parts, q); ok {
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
func (b *Base) hit(u unit, parts []part, q Question) (hit, bool) {
	h := hit{view: b.view(u), spans: make([][]text.Span, len(parts)), parts: parts}
	beside := &surroundings{base: b, unit: u}
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
			if h.spans[i] = h.pronouns(b, p, beside.before()); len(h.spans[i]) > 0 {
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
	h.score = found * (0.6 + 0.12*lead + 0.12*h.closeness() + 0.16*b.freshness(u.doc, q.Asked))
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

// What it counts that something is mentioned, not in a unit itself, but by a
// pronoun, in the sentence before it, or in the title of the article.
const (
	byPronoun  = 0.85
	byPrevious = 0.5
	byTitle    = 0.35
)

// headSentences is how far the title of an article speaks for its sentences as
// much as one sentence does for the next.
const headSentences = 3

// surroundings are what stands around a unit, read when needed.
type surroundings struct {
	base     *Base
	unit     unit
	previous *view
	title    []string
}

// say is how much the mention of a part around the unit counts for the unit.
// Far from the head of an article its title counts only where far is set.
func (s *surroundings) say(p part, far bool) float64 {
	if len(s.before().matches(p)) > 0 {
		return byPrevious
	}
	if !far && s.unit.first >= headSentences || !hasStems(s.titleStems(), p.stems) {
		return 0
	}
	if s.unit.first < headSentences {
		return byPrevious
	}
	return byTitle
}

func (s *surroundings) before() view {
	if s.previous == nil {
		s.previous = &view{}
		if s.unit.first > 0 {
			*s.previous = s.base.view(s.base.unitAt(s.unit.doc, s.unit.first-1))
		}
	}
	return *s.previous
}

func (s *surroundings) titleStems() []string {
	if s.title == nil {
		s.title = contentStems(s.base.docs[s.unit.doc].Article.Title)
	}
	return s.title
}

// pronouns are the pronouns of the unit that stand for a person who is the only
// one named right before it, where the unit names no other.
func (h hit) pronouns(b *Base, p part, before view) []text.Span {
	if len(p.ids) == 0 || b.dir.Entities[p.ids[0]].Type != names.Person {
		return nil
	}
	other := func(n entity.Located) bool {
		return b.dir.Entities[n.ID].Type == names.Person && !slices.Contains(p.ids, n.ID)
	}
	if slices.ContainsFunc(h.named, other) || slices.ContainsFunc(before.named, other) || len(before.matches(p)) == 0 {
		return nil
	}
	for _, w := range h.words[:min(len(h.words), 8)] {
		if personal[w.fold] {
			return []text.Span{w.Span}
		}
	}
	return nil
}

var personal = wordSet(`he she his her him`)

// freshness falls from 1, for news of the day asked or the newest there is, by
// half each year.
func (b *Base) freshness(docID int32, asked time.Time) float64 {
	d := b.docs[docID].Article.Date
	if d.IsZero() {
		return 0.5
	}
	ref := b.docs[b.newest[0]].Article.Date
	if !asked.IsZero() && asked.Before(ref) {
		ref = asked
	}
	years := math.Abs(ref.Sub(d).Hours()) / (24 * 365)
	return math.Exp2(-years)
}

// closeness is 1 for parts that stand side by side, falling with the words
// between them; 1 for a single part.
func (h hit) closeness() float64 {
	if len(h.spans) < 2 {
		return 1
	}
	best := math.MaxInt
	for _, p := range h.spans[0] {
		for _, q := range h.spans[1] {
			gap := max(q.Start-p.End, p.Start-q.End, 0)
			best = min(best, gap)
		}
	}
	if best == math.MaxInt {
		return 0
	}
	return 1 / (1 + float64(best)/60)
}

// together is how much of what was asked stands in a clause of the hit: 1 for
// all of it, and something for what only the sentence has.
func (h hit) together(clause text.Span) float64 {
	whole := h.withAntecedent(clause)
	if whole.Start < clause.Start {
		return 0.9 * h.share(whole)
	}
	return h.share(clause)
}

func (h hit) share(clause text.Span) float64 {
	sum, all := 0.0, 0.0
	for i, spans := range h.spans {
		w := h.parts[i].counts()
		all += w
		switch {
		case slices.ContainsFunc(spans, clause.Overlaps):
			sum += w
		case len(spans) > 0:
			sum += 0.4 * w
		case h.parts[i].needed():
			sum += 0.2 * w
		}
	}
	return sum / all
}

// maxAntecedent bounds the words between a name and the relative pronoun that
// stands for it: "Ann Lee, the former head of the board, who".
const maxAntecedent = 10

// withAntecedent extends a relative clause back to the nearest thing asked about,
// of which it speaks.
func (h hit) withAntecedent(clause text.Span) text.Span {
	ws := h.in(clause)
	if len(ws) == 0 || !relative[ws[0].fold] {
		return clause
	}
	start := -1
	for _, spans := range h.spans {
		for _, p := range spans {
			if p.End <= clause.Start && p.Start > start {
				start = p.Start
			}
		}
	}
	if start >= 0 && len(h.in(text.Span{Start: start, End: clause.Start})) <= maxAntecedent {
		clause.Start = start
	}
	return clause
}

// near is like together for a time in the clause. A short clause that only
// says who told it when (", the company said Tuesday") speaks for the whole
// sentence.
func (h hit) near(clause text.Span) float64 {
	score := h.together(clause)
	if ws := h.in(clause); len(ws) <= 8 && slices.ContainsFunc(ws, func(w word) bool { return verbsOfSaying[w.fold] }) {
		score = max(score, 0.7*h.together(h.Span))
	}
	return score
}

// asked reports whether a span is, or holds, something that was asked about.
func (h hit) asked(p text.Span) bool {
	for _, spans := range h.spans {
		if slices.ContainsFunc(spans, p.Overlaps) {
			return true
		}
	}
	return false
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
