package rules

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"dateline/kb/answer"
	"dateline/kb/entity"
	"dateline/kb/lexicon"
	"dateline/kb/library"
	"dateline/kb/names"
	"dateline/kb/read"
	"dateline/kb/text"
)

// site is a place where something happened.
type site struct {
	name  string // the place by its preferred name, or the words that say where
	hit   library.Passage
	span  text.Span
	score float64
	docs  map[int32]bool
}

// maxSites bounds the places that one answer names.
const maxSites = 5

// where answers with the places that the parts are told to be at.
func (rs *Rules) where(ctx context.Context, q answer.Question, parts []library.Part) Ruling {
	hits := rs.lib.Find(ctx, parts, q.Asked)
	sites := rs.sites(hits, parts)
	if len(sites) == 0 {
		return Ruling{}
	}
	kept := topSites(sites)
	a := answer.Answer{Kind: answer.Where, Confidence: min(kept[0].score, library.MaxSure), Sources: len(kept[0].docs)}
	var labels []string
	for _, s := range kept {
		labels = append(labels, s.name)
		a.Evidence = append(a.Evidence, rs.lib.Evidence(s.hit.Unit, s.span))
	}
	a.Text = strings.Join(labels, ", ")
	a.Evidence = library.Distinct(a.Evidence)
	for _, s := range sites[:min(len(sites), library.MaxCandidates)] {
		a.Candidates = append(a.Candidates, answer.Candidate{
			Answer: s.name, Quote: rs.lib.Quote(s.hit.Unit),
			ArticleID: rs.lib.Article(s.hit.Doc).ID, Score: s.score,
		})
	}
	out := Ruling{Answer: a, shown: len(kept)}
	for _, s := range sites {
		out.Hints = append(out.Hints, read.Hint{Doc: s.hit.Doc, Start: s.span.Start, End: s.span.End, Score: s.score})
	}
	return out
}

// sites reads the places out of passages, those of one name together, best
// first.
func (rs *Rules) sites(hits []library.Passage, parts []library.Part) []site {
	byName := map[string]*site{}
	var order []string
	for _, h := range hits {
		for _, s := range rs.sitesIn(h, parts) {
			old := byName[s.name]
			if old == nil {
				s.docs = map[int32]bool{h.Doc: true}
				byName[s.name] = &s
				order = append(order, s.name)
				continue
			}
			if !old.docs[h.Doc] {
				old.docs[h.Doc] = true
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

// sitesIn reads the places out of one passage: names of places that follow a word
// of place or motion, and phrases such as "near the border".
func (rs *Rules) sitesIn(h library.Passage, parts []library.Part) []site {
	var out []site
	s := rs.lib.Text(h.Unit)
	for i, w := range h.Words {
		clause := h.Clauses[h.ClauseOf(w.Start)]
		near := h.Together(clause)
		if near < 0.5 {
			continue
		}
		switch {
		case locative[w.Fold] && i+1 < len(h.Words):
			p, name := rs.placeAt(h, i+1, clause)
			if p.Len() == 0 || h.Asked(p) {
				continue
			}
			whole := text.Span{Start: w.Start, End: p.End}
			if name == "" {
				name = library.Squeeze(whole.Of(s))
				near *= 0.7
				if d := h.Words[i+1].Fold; d == "a" || d == "an" {
					near *= 0.7 // "in a river" says little
				}
			} else if border(w.Fold) {
				name = library.Squeeze(whole.Of(s))
			}
			out = append(out, site{name: name, hit: h, span: whole, score: h.Score * near})
		case motion[w.Stem]:
			if p, name := rs.placeAt(h, i+1, clause); name != "" && !h.Asked(p) {
				out = append(out, site{name: name, hit: h, span: p, score: h.Score * near})
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
	locative = library.WordSet(`in at near outside inside along off around across to toward towards through from on into`)
	motion   = library.WordSet(`visit tour reach enter leav invad annex occupi attack strike struck bomb shell`)
	sited    = library.WordSet(`border town citi capit villag region coast island airport hospit school univers street bridg river
		lake mountain beach station hotel hous home offic court prison jail stadium park church base camp site area
		port sea ocean headquart embassi museum theater theatr mall store restaur peninsula provinc district state
		countri neighborhood neighbourhood build factori plant`)
)

// placeAt reads the place that begins at word i, if one does: the name of a
// place, or a noun phrase whose last word is a kind of place. name is the
// preferred name, empty for a phrase.
func (rs *Rules) placeAt(h library.Passage, i int, clause text.Span) (p text.Span, name string) {
	for j := i; j < len(h.Words) && j < i+5 && h.Words[j].Start < clause.End; j++ {
		w := h.Words[j]
		if n, ok := rs.placeNamed(h, w.Span); ok {
			end := int(n.End)
			if q := rs.possessed(h, j, end, clause); q > end {
				return text.Span{Start: h.Words[i].Start, End: q}, ""
			}
			return text.Span{Start: int(n.Start), End: end}, rs.lib.Entity(n.ID).Name
		}
		if sited[w.Stem] && !rs.lib.Modifies(h.Words, j) {
			return text.Span{Start: h.Words[i].Start, End: w.End}, ""
		}
		if !rs.leadsPlace(w) {
			break
		}
	}
	return text.Span{}, ""
}

// placeNamed is the name of a place that begins at the word p.
func (rs *Rules) placeNamed(h library.Passage, p text.Span) (entity.Located, bool) {
	for _, n := range h.Named {
		if int(n.Start) == p.Start && rs.lib.Entity(n.ID).Type == names.Place {
			return n, true
		}
	}
	return entity.Located{}, false
}

// leadsPlace judges whether a word may stand between a preposition and a
// place: an article, an adjective, a noun that describes.
func (rs *Rules) leadsPlace(w library.Word) bool {
	if w.Kind == text.Punct || w.Kind == text.Number {
		return false
	}
	e, ok := rs.lib.Lexicon().Lookup(w.Fold)
	return library.IsDeterminer(w.Fold) || possessivePronoun[w.Fold] || ok && (e.Can(lexicon.Adjective) || e.Best() == lexicon.Noun && !e.Can(lexicon.Verb))
}

var possessivePronoun = library.WordSet(`his her its their our my your this that`)

// possessed reads on over "’s border" after a place that ends at end; the end
// of the phrase, or end itself.
func (rs *Rules) possessed(h library.Passage, j, end int, clause text.Span) int {
	for j < len(h.Words) && h.Words[j].Start < end {
		j++
	}
	if j >= len(h.Words) || h.Words[j].Fold != "'s" {
		return end
	}
	for k := j + 1; k < len(h.Words) && k <= j+3 && h.Words[k].End <= clause.End; k++ {
		if sited[h.Words[k].Stem] {
			return h.Words[k].End
		}
	}
	return end
}
