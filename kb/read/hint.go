package read

import (
	"sort"

	"dateline/kb/index"
)

// Hint is a place that the rules of the knowledge base take for an answer: the
// time of what was asked about, the number that counts it, a place, a reason.
type Hint struct {
	Doc        int32
	Start, End int     // bytes of the article
	Score      float64 // 0 to 1
}

// maxHints bounds the hints that are heeded, best first.
const maxHints = 12

// heed keeps the hints and takes their sentences for passages.
func (d *desk) heed(hints []Hint) {
	d.hints = hints[:min(len(hints), maxHints)]
	for _, h := range d.hints {
		at := [2]int32{h.Doc, d.sentenceHolding(h.Doc, h.Start)}
		if d.placed[at] {
			continue
		}
		d.placed[at] = true
		d.passages = append(d.passages, passage{Hit: index.Hit{Doc: at[0], Sentence: at[1]}, rank: len(d.passages)})
		d.open(&d.passages[len(d.passages)-1])
	}
}

// sentenceHolding is the sentence of a document that holds a byte.
func (d *desk) sentenceHolding(id int32, at int) int32 {
	all := d.r.docs[id].Sentences
	i := sort.Search(len(all), func(i int) bool { return all[i].Start > at })
	return int32(max(i-1, 0))
}

// suggest adds the hints to the candidates.
func (d *desk) suggest() {
	for _, h := range d.hints {
		f := d.finders[[2]int32{h.Doc, d.sentenceHolding(h.Doc, h.Start)}]
		if f == nil {
			continue
		}
		if first, last, ok := f.wordsIn(h.Start, h.End); ok {
			f.addBytes(first, last, h.Start, h.End, occurrence{kind: f.hintKind(first, last)})
		}
	}
}

func (f *finder) hintKind(first, last int) kind {
	if k := f.kindOf(first, last); k != kindNoun {
		return k
	}
	return kindSpan
}

// hintFeatures tell what the rules hold of the candidate, and of others.
func (d *desk) hintFeatures(r *row, g *group) {
	best, rank, first := 0.0, float64(maxHints), 0.0
	for n, h := range d.hints {
		first = max(first, h.Score)
		for i := range g.found {
			o := &g.found[i]
			if o.passage.Doc == h.Doc && o.start < h.End && o.end > h.Start && h.Score > best {
				best, rank = h.Score, min(rank, float64(n))
			}
		}
	}
	r.put("hint", best)
	r.put("hintRank", rank)
	r.put("hintFirst", first)
}
