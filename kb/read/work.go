package read

import (
	"cmp"
	"context"
	"math"
	"slices"

	"dateline/kb/doc"
	"dateline/kb/index"
	"dateline/kb/lexicon"
	"dateline/kb/phrase"
	"dateline/kb/query"
	"dateline/kb/reader"
	"dateline/kb/text"
)

// Bounds on what one question reads.
const (
	maxPassages = 80
	maxPerDoc   = 8
)

// work is all that is known while a question is answered.
type work struct {
	r        *Reader
	q        query.Query
	question string // key of its text, with blanks around it
	terms    []term
	byStem   map[string]int
	total    float64 // weight of all terms
	spoken   float64 // share of it that the passages speak of; below 0 until it is known
	class    lexicon.Class
	classOf  map[string]float64       // how surely a noun is of the class
	verbs    []verb                   // of the question
	entries  map[string]lexicon.Entry // of verbs in the passages
	passages []passage
	docs     map[int32]*source
	read     map[[2]int32][]phrase.Word // sentences, by document and number
	order    []int32                    // the documents of passages, best first
	groups   []*group
	byKey    map[string]*group

	predicate predicate
	agents    map[string]bool      // nouns that are known to be for people or bodies
	unit      string               // what is counted, in its base form
	unitSame  map[string]bool      // stems of words for the same
	finders   map[[2]int32]*finder // by document and sentence
	placed    map[[2]int32]bool    // sentences that are passages
	hints     []Hint
	seen      reader.Result    // what the network makes of the window
	windowAt  [][2]int32       // document and sentence of the window's sentences
	place     map[[2]int32]int // and the other way round
}

// term is a word of the question with its weight by rarity.
type term struct {
	query.Term
	weight float64
	rarity float64
}

// source is a document that passages come from.
type source struct {
	doc     *doc.Document
	rank    int
	score   float64 // of its best passage
	cover   float64 // share of the question that its passages and title speak of
	title   []phrase.Word
	titleAt float64        // share of the question in the title
	age     float64        // days before the day asked; NaN if unknown
	matched []bool         // by term
	keys    string         // key of the title, for lookups
	named   map[string]int // how often the document names each key; nil until it is needed
}

// passage is a sentence found.
type passage struct {
	index.Hit
	rank    int
	source  *source
	words   []phrase.Word
	match   []int // by word the term that it matches, -1 for none
	here    float64
	around  float64 // with the sentences beside it
	focus   float64
	matched []bool
}

// gather finds the passages and the candidates in them.
func (d *desk) gather(ctx context.Context, r *Reader, q query.Query, hints []Hint) {
	d.work = &work{r: r, q: q, question: " " + key(q.Text) + " ", byStem: map[string]int{}, docs: map[int32]*source{}, read: map[[2]int32][]phrase.Word{}, byKey: map[string]*group{}, finders: map[[2]int32]*finder{}, placed: map[[2]int32]bool{}, agents: map[string]bool{}, spoken: -1, classOf: map[string]float64{}, entries: map[string]lexicon.Entry{}}
	d.weigh()
	d.class = r.lexicon.ClassOf(q.Class)
	d.findVerbs()
	d.retrieve(ctx)
	d.findPredicate()
	for i := range d.passages {
		d.open(&d.passages[i])
	}
	d.consult()
	d.widen()
	d.heed(hints)
	for i := range d.passages {
		d.candidates(&d.passages[i])
	}
	d.propose()
	d.suggest()
	d.merge()
}

// weigh gives each term of the question its weight.
func (w *work) weigh() {
	w.q.Terms = heaviest(w.q.Terms, maxTerms)
	for _, t := range w.q.Terms {
		rarity := w.r.rarity(t.Stem)
		w.byStem[t.Stem] = len(w.terms)
		w.terms = append(w.terms, term{t, t.Weight * rarity, rarity})
		w.total += t.Weight * rarity
	}
}

// maxTerms bounds the words of a question that are looked for.
const maxTerms = 48

// heaviest are the n terms that weigh most, in their order.
func heaviest(all []query.Term, n int) []query.Term {
	if len(all) <= n {
		return all
	}
	byWeight := make([]int, len(all))
	for i := range byWeight {
		byWeight[i] = i
	}
	slices.SortStableFunc(byWeight, func(a, b int) int { return cmp.Compare(all[b].Weight, all[a].Weight) })
	kept := byWeight[:n]
	slices.Sort(kept)
	out := make([]query.Term, n)
	for i, k := range kept {
		out[i] = all[k]
	}
	return out
}

func (w *work) retrieve(ctx context.Context) {
	s := index.Query{Asked: w.r.asOf(w.q.Asked), K: maxPassages, PerDoc: maxPerDoc}
	for _, t := range w.terms {
		term := index.Term{Text: t.Stem}
		if idf := w.r.index.IDF(term); idf > 0 { // the index weighs by its own, of which a few articles give a poor one
			term.Weight = float32(t.weight / idf)
			s.Terms = append(s.Terms, term)
		}
	}
	s.Terms = append(s.Terms, w.otherWords()...)
	for i, h := range w.r.index.Search(ctx, s, nil) {
		w.passages = append(w.passages, passage{Hit: h, rank: i})
	}
}

// Bounds on the words for the same thing that are looked for as well, and what
// they count beside those of the question.
const (
	maxOther    = 12
	otherWeight = 0.4
)

// otherWords are words for what the question says that no article says in its
// words.
func (w *work) otherWords() []index.Term {
	var out []index.Term
	for _, t := range w.terms {
		if w.r.related == nil || t.Name || w.r.index.DF(index.Term{Text: t.Stem}) > 0 {
			continue
		}
		for _, word := range w.r.related(t.Word) {
			for _, s := range Stems(word) {
				term := index.Term{Text: s}
				if idf := w.r.index.IDF(term); idf > 0 && w.r.index.DF(term) > 0 && len(out) < maxOther {
					term.Weight = float32(otherWeight * t.weight / idf)
					out = append(out, term)
				}
			}
		}
	}
	return out
}

// open reads the words of a passage and what they share with the question.
func (d *desk) open(p *passage) {
	p.source = d.source(p.Hit)
	art := p.source.doc
	p.words = d.sentence(p.Doc, p.Sentence)
	p.matched = make([]bool, len(d.terms))
	p.match = d.matches(p.words, p.matched)
	p.here, p.focus = d.share(p.matched)
	around := slices.Clone(p.matched)
	for _, s := range []int32{p.Sentence - 1, p.Sentence + 1} {
		if s >= 0 && int(s) < len(art.Sentences) {
			d.matches(d.sentence(p.Doc, s), around)
		}
	}
	p.around, _ = d.share(around)
	for i, m := range around {
		p.source.matched[i] = p.source.matched[i] || m
	}
	p.source.cover, _ = d.share(p.source.matched)
}

// sentence reads the words of a sentence, once a question.
func (d *desk) sentence(id, n int32) []phrase.Word {
	at := [2]int32{id, n}
	words, ok := d.read[at]
	if !ok {
		a := d.docs[id].doc
		words = d.tagger.Read(nil, a.Article.Text, a.Sentences[n].Span)
		d.read[at] = words
	}
	return words
}

func (d *desk) source(h index.Hit) *source {
	if s := d.docs[h.Doc]; s != nil {
		return s
	}
	a := &d.r.docs[h.Doc]
	s := &source{doc: a, rank: len(d.order), score: float64(h.Score), matched: make([]bool, len(d.terms)), age: math.NaN()}
	s.title = d.tagger.Read(nil, a.Article.Title, text.Span{Start: 0, End: len(a.Article.Title)})
	d.matches(s.title, s.matched)
	s.titleAt, _ = d.share(s.matched)
	s.keys = " " + key(a.Article.Title) + " "
	if asked := d.r.asOf(d.q.Asked); !a.Article.Date.IsZero() && !asked.IsZero() {
		s.age = asked.Sub(a.Article.Date).Hours() / 24
	}
	d.docs[h.Doc] = s
	d.order = append(d.order, h.Doc)
	return s
}

// matches returns the term of each word and sets those found in seen.
func (w *work) matches(words []phrase.Word, seen []bool) []int {
	match := make([]int, len(words))
	for i, word := range words {
		match[i] = -1
		for _, s := range word.Stems {
			if t, ok := w.byStem[s]; ok {
				match[i] = t
				seen[t] = true
			}
		}
	}
	return match
}

// share is how much of the question's weight the terms seen make up, of the
// whole and of the sentence that asks.
func (w *work) share(seen []bool) (whole, focus float64) {
	var all float64
	for i, t := range w.terms {
		if t.Focus {
			all += t.weight
		}
		if !seen[i] {
			continue
		}
		whole += t.weight
		if t.Focus {
			focus += t.weight
		}
	}
	return whole / max(w.total, 1e-9), focus / max(all, 1e-9)
}

func (d *desk) top(n int) []index.Hit {
	var out []index.Hit
	for _, p := range d.passages[:min(n, len(d.passages))] {
		out = append(out, p.Hit)
	}
	return out
}

// sortGroups orders groups by score, and by their place where scores tie.
func sortGroups(groups []*group) {
	slices.SortStableFunc(groups, func(a, b *group) int {
		return cmp.Or(-cmp.Compare(a.score, b.score), cmp.Compare(a.key, b.key))
	})
}

// salience is how much the best documents speak of a name: the share it has of
// the names of each, added up.
func (d *desk) salience(g *group) float64 {
	if _, ok := g.nameType(); !ok {
		return 0
	}
	sum := 0.0
	for i, id := range d.order[:min(len(d.order), salient)] {
		s := d.docs[id]
		if s.named == nil {
			s.countNames()
		}
		n := s.named[g.key]
		for _, k := range g.also {
			n += s.named[k]
		}
		sum += float64(n) / float64(len(s.doc.Names)+5) / float64(i+2)
	}
	return sum
}

// salient is how many documents salience looks at.
const salient = 8

func (s *source) countNames() {
	s.named = map[string]int{}
	for _, m := range s.doc.Names[:min(len(s.doc.Names), 200)] {
		s.named[key(s.doc.Article.Text[m.Start:m.End])]++
	}
}
