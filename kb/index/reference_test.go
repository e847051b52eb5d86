package index

import (
	"cmp"
	"math"
	"slices"
	"testing"

	"dateline/kb/doc"
)

// reference scores every sentence straight from the definition.
func reference(docs []*doc.Document, m model, q Query) []Hit {
	terms := func(s string, exact bool) []string {
		var out []string
		for _, f := range wordForms(nil, s) {
			if exact {
				out = append(out, f.word)
			} else {
				out = append(out, f.stem)
			}
		}
		return out
	}
	count := func(list []string, w string) (n float64) {
		for _, v := range list {
			if v == w {
				n++
			}
		}
		return n
	}
	sentence := func(d *doc.Document, i int, exact bool) []string {
		return terms(d.Sentences[i].Of(d.Article.Text), exact)
	}
	weights := make([]float64, len(q.Terms))
	var sum float64
	for i, t := range q.Terms {
		df := 0.0
		for _, d := range docs {
			if count(terms(d.Article.Title+"\n\n"+d.Article.Text, t.Exact), t.Text) > 0 {
				df++
			}
		}
		n := float64(len(docs))
		if df > 0 {
			weights[i] = float64(t.Weight) * math.Pow(math.Log1p((n-df+0.5)/(df+0.5)), m.rarity)
		} else {
			weights[i] = float64(t.Weight) * math.Pow(math.Log1p((n+0.5)/0.5), m.rarity)
		}
		sum += weights[i]
	}
	var hits []Hit
	for id, d := range docs {
		total := m.title * float64(len(terms(d.Article.Title, false)))
		for i := range d.Sentences {
			total += float64(len(sentence(d, i, false)))
		}
		norm := m.k1 * (1 - m.b + m.b*total/m.pivot)
		var document float64
		scores := make([]float64, len(d.Sentences))
		for k, t := range q.Terms {
			weight := m.title * count(terms(d.Article.Title, t.Exact), t.Text)
			own := make([]float64, len(d.Sentences))
			for i := range d.Sentences {
				words := sentence(d, i, t.Exact)
				tf := count(words, t.Text)
				field := 1.0
				if uint32(i) < m.leadSentences {
					field = m.lead
				}
				weight += field * tf
				snorm := m.sk1 * (1 - m.sb + m.sb*float64(len(words))/m.spivot)
				own[i] = tf / (tf + snorm)
			}
			w := weights[k] / sum
			document += w * weight / (weight + norm)
			for i := range own {
				switch {
				case own[i] > 0:
					scores[i] += w * own[i]
				case i > 0 && own[i-1] > 0:
					scores[i] += w * float64(m.near) * own[i-1]
				case i+1 < len(own) && own[i+1] > 0:
					scores[i] += w * float64(m.near) * own[i+1]
				}
			}
		}
		if document == 0 {
			continue
		}
		for i, s := range scores {
			hits = append(hits, Hit{int32(id), int32(i), float32(document*float64(m.document) + s)})
		}
	}
	return hits
}

// TestReference compares with the definition. Impacts have 8 bits, so a score
// may be off by about one in 255 for each of its two parts.
func TestReference(t *testing.T) {
	docs := synthetic(11, 40)
	x := build(t, docs...)
	x.model.pool = len(docs)
	for _, terms := range [][]Term{
		Terms("running ministers talk in Kyiv"),
		ExactTerms("borders 700,000 U.S. covid-19 storms"),
		append(Terms("price talks"), ExactTerms("prices talks")...),
	} {
		want := reference(docs, x.model, Query{Terms: terms})
		got := search(x, Query{Terms: terms, K: len(want)})
		byPlace := func(a, b Hit) int {
			return cmp.Or(cmp.Compare(a.Doc, b.Doc), cmp.Compare(a.Sentence, b.Sentence))
		}
		slices.SortFunc(got, byPlace)
		if len(got) == 0 {
			t.Fatalf("%v: nothing found", terms)
		}
		for _, h := range got {
			i, ok := slices.BinarySearchFunc(want, h, byPlace)
			if !ok || math.Abs(float64(h.Score-want[i].Score)) > 0.01 {
				t.Errorf("%v: found %v, want %v", terms, h, want[min(i, len(want)-1)])
			}
		}
	}
}
