package read

import (
	"cmp"
	"slices"

	"dateline/kb/reader"
)

// Bounds on what the network reads for one question, in bytes of text: about
// five to a token.
const (
	windowBytes = 2400
	hitBytes    = 1500 // of these for sentences found, the rest for those around them
	maxSentence = 600  // a longer one is left out
)

// MaxTokens is how many tokens of the window are read.
const MaxTokens = 520

// window is what of the passages the network reads: the sentences found first,
// those beside them, and the beginning of the best article, in the order of the
// documents.
func (d *desk) window() ([]reader.Sentence, []int32) {
	w := windowing{d: d, has: map[[2]int32]bool{}}
	for _, p := range d.passages {
		if w.bytes < hitBytes {
			w.add(p.Doc, p.Sentence)
		}
	}
	for _, p := range d.passages[:min(len(d.passages), 6)] {
		w.add(p.Doc, p.Sentence-1)
		w.add(p.Doc, p.Sentence+1)
	}
	if len(d.order) > 0 {
		for n := range d.docs[d.order[0]].doc.Sentences {
			w.add(d.order[0], int32(n))
		}
	}
	return w.sentences()
}

// windowing collects sentences.
type windowing struct {
	d     *desk
	has   map[[2]int32]bool
	order [][2]int32
	bytes int
}

func (w *windowing) add(id, n int32) {
	at := [2]int32{id, n}
	all := w.d.docs[id].doc.Sentences
	if n < 0 || int(n) >= len(all) || w.has[at] || all[n].Len() > maxSentence || w.bytes+all[n].Len() > windowBytes {
		return
	}
	w.has[at] = true
	w.bytes += all[n].Len()
	w.order = append(w.order, at)
}

func (w *windowing) sentences() ([]reader.Sentence, []int32) {
	slices.SortFunc(w.order, func(a, b [2]int32) int {
		return cmp.Or(cmp.Compare(w.d.docs[a[0]].rank, w.d.docs[b[0]].rank), cmp.Compare(a[1], b[1]))
	})
	var out []reader.Sentence
	var ids []int32
	for i, at := range w.order {
		a := w.d.docs[at[0]].doc
		s := a.Sentences[at[1]]
		ids = append(ids, at[0])
		out = append(out, reader.Sentence{
			Text: a.Article.Text, Start: s.Start, End: s.End, Title: a.Article.Title, Names: a.Names, Times: a.Times,
			Follows: i > 0 && w.order[i-1] == [2]int32{at[0], at[1] - 1},
		})
	}
	return out, ids
}
