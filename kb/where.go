package kb

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"dateline/kb/entity"
	"dateline/kb/lexicon"
	"dateline/kb/names"
	"dateline/kb/read"
	"dateline/kb/text"
)

// site is a place where something happened.
type site struct {
	name  string // the place by its preferred name, or the words that say where
	hit   hit
	span  text.Span
	score float64
	docs  map[int32]bool
}

// maxSites bounds the places that one answer names.
const maxSites = 5

// where answers with the places that the parts are told to be at.
func (b *Base) where(ctx context.Context, q Question, parts []part) ruling {
	hits := b.find(ctx, parts, q.Asked)
	sites := b.sites(hits, parts)
	if len(sites) == 0 {
		return ruling{}
	}
	kept := topSites(sites)
	a := Answer{Kind: Where, Confidence: min(kept[0].score, maxSure), Sources: len(kept[0].docs)}
	var labels []string
	for _, s := range kept {
		labels = append(labels, s.name)
		a.Evidence = append(a.Evidence, b.evidence(s.hit.unit, s.span))
	}
	a.Text = strings.Join(labels, ", ")
	a.Evidence = distinctEvidence(a.Evidence)
	for _, s := range sites[:min(len(sites), maxCandidates)] {
		a.Candidates = append(a.Candidates, Candidate{
			Answer: s.name, Quote: b.quote(s.hit.unit),
			ArticleID: b.article(s.hit.doc).ID, Score: s.score,
		})
	}
	out := ruling{answer: a, shown: len(kept)}
	for _, s := range sites {
		out.hints = append(out.hints, read.Hint{Doc: s.hit.doc, Start: s.span.Start, End: s.span.End, Score: s.score})
	}
	return out
}

// sites reads the places out of the hits, those of one name together, best
// first.
func (b *Base) sites(hits []hit, parts []part) []site {
	byName := map[string]*site{}
	var order []string
	for _, h := range hits {
		for _, s := range b.sitesIn(h, parts) {
			old := byName[s.name]
			if old == nil {
				s.docs = map[int32]bool{h.doc: true}
				byName[s.name] = &s
				order = append(order, s.name)
				continue
			}
			if !old.docs[h.doc] {
				old.docs[h.doc] = true
				old.score += s.score / 4
			}
			if s.score > old.score {
				old.score, old.hit, old.span = s.score, s.hit, s.span
			}
		}
	}
	out := make([]site, len(order))
	for i, n := range order {
		out[i] = *byName[n]
	}
	slices.SortStableFunc(out, func(x, y site) int { return cmp.Compare(y.score, x.score) })
	return out
}

func topSites(sites []site) []site {
	n := 1
	for n < len(sites) && n < maxSites && sites[n].score >= 0.65*sites[0].score {
		n++
	}
	return sites[:n]
}

// sitesIn reads the places out of one hit: names of places that follow a word
// of place or motion, and phrases such as "near the border".
func (b *Base) sitesIn(h hit, parts []part) []site {
	var out []site
	s := b.text(h.unit)
	for i, w := range h.words {
		clause := h.clauses[h.clauseOf(w.Start)]
		near := h.together(clause)
		if near < 0.5 {
			continue
		}
		switch {
		case locative[w.fold] && i+1 < len(h.words):
			p, name := b.placeAt(h, i+1, clause)
			if p.Len() == 0 || h.asked(p) {
				continue
			}
			whole := text.Span{Start: w.Start, End: p.End}
			if name == "" {
				name = squeeze(whole.Of(s))
				near *= 0.7
				if d := h.words[i+1].fold; d == "a" || d == "an" {
					near *= 0.7 // "in a river" says little
				}
			} else if border(w.fold) {
				name = squeeze(whole.Of(s))
			}
			out = append(out, site{name: name, hit: h, span: whole, score: h.score * near})
		case motion[w.stem]:
			if p, name := b.placeAt(h, i+1, clause); name != "" && !h.asked(p) {
				out = append(out, site{name: name, hit: h, span: p, score: h.score * near})
			}
		}
	}
	return out
}

// border reports prepositions that say where beside the place itself.
func border(folded string) bool {
	switch folded {
	case "near", "outside", "along", "off", "around", "across":
		return true
	}
	return false
}

var (
	locative = wordSet(`in at near outside inside along off around across to toward towards through from on into`)
	motion   = wordSet(`visit tour reach enter leav invad annex occupi attack strike struck bomb shell`)
	sited    = wordSet(`border town citi capit villag region coast island airport hospit school univers street bridg river
		lake mountain beach station hotel hous home offic court prison jail stadium park church base camp site area
		port sea ocean headquart embassi museum theater theatr mall store restaur peninsula provinc district state
		countri neighborhood neighbourhood build factori plant`)
)

// placeAt reads the place that begins at word i, if one does: the name of a
// place, or a noun phrase whose last word is a kind of place. name is the
// preferred name, empty for a phrase.
func (b *Base) placeAt(h hit, i int, clause text.Span) (p text.Span, name string) {
	for j := i; j < len(h.words) && j < i+5 && h.words[j].Start < clause.End; j++ {
		w := h.words[j]
		if n, ok := b.placeNamed(h, w.Span); ok {
			end := int(n.End)
			if q := b.possessed(h, j, end, clause); q > end {
				return text.Span{Start: h.words[i].Start, End: q}, ""
			}
			return text.Span{Start: int(n.Start), End: end}, b.entity(n.ID).Name
		}
		if sited[w.stem] && !b.modifies(h.words, j) {
			return text.Span{Start: h.words[i].Start, End: w.End}, ""
		}
		if !b.leadsPlace(w) {
			break
		}
	}
	return text.Span{}, ""
}

// placeNamed is the name of a place that begins at the word p.
func (b *Base) placeNamed(h hit, p text.Span) (entity.Located, bool) {
	for _, n := range h.named {
		if int(n.Start) == p.Start && b.entity(n.ID).Type == names.Place {
			return n, true
		}
	}
	return entity.Located{}, false
}

// leadsPlace judges whether a word may stand between a preposition and a
// place: an article, an adjective, a noun that describes.
func (b *Base) leadsPlace(w word) bool {
	if w.kind == text.Punct || w.kind == text.Number {
		return false
	}
	e, ok := b.lexicon.Lookup(w.fold)
	return isDeterminer(w.fold) || possessivePronoun[w.fold] || ok && (e.Can(lexicon.Adjective) || e.Best() == lexicon.Noun && !e.Can(lexicon.Verb))
}

var possessivePronoun = wordSet(`his her its their our my your this that`)

// possessed reads on over "’s border" after a place that ends at end; the end
// of the phrase, or end itself.
func (b *Base) possessed(h hit, j, end int, clause text.Span) int {
	for j < len(h.words) && h.words[j].Start < end {
		j++
	}
	if j >= len(h.words) || h.words[j].fold != "'s" {
		return end
	}
	for k := j + 1; k < len(h.words) && k <= j+3 && h.words[k].End <= clause.End; k++ {
		if sited[h.words[k].stem] {
			return h.words[k].End
		}
	}
	return end
}
