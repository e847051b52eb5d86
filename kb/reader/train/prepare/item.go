package main

import (
	"context"
	"encoding/binary"
	"math"
	"slices"

	"dateline/kb/reader"
	"dateline/kb/reader/train/corpus"
)

// prepared is an item as it is written; without bytes there was nothing to read.
type prepared struct {
	bytes []byte
	line  map[string]any
	err   error
}

func newItem(ctx context.Context, library *corpus.Library, a corpus.Asking) prepared {
	r, err := collector(ctx, library, a)
	if err != nil {
		return prepared{err: err}
	}
	q := a.Parse(r.Parse, r.ParseCommand)
	sentences, ids := r.Window(ctx, q)
	if len(sentences) == 0 {
		return prepared{}
	}
	articles := make([]string, len(ids))
	for i, id := range ids {
		articles[i] = a.Articles[id].ID
	}
	it := item{Asking: a, e: r.Encode(q, sentences)}
	it.spans = find(it.e, articles, a.Gold)
	it.told = len(it.spans) > 0
	if len(a.Gold) == 0 {
		it.spans = find(it.e, articles, a.Misleading)
	}
	return prepared{bytes: it.encode(), line: map[string]any{"id": a.ID, "how": a.How, "kind": a.Kind, "query": a.Query}}
}

type item struct {
	corpus.Asking
	e     *reader.Encoded
	spans [][2]int // right, or misleading where nothing is told
	told  bool
}

// find are the spans of tokens that cover right answers.
func find(e *reader.Encoded, articles []string, golds []corpus.Gold) [][2]int {
	var out [][2]int
	for _, g := range golds {
		first, last := -1, -1
		for i, t := range e.Tokens {
			if t.Sentence < 0 || articles[t.Sentence] != g.Article || t.End <= g.Start || t.Start >= g.End {
				continue
			}
			if first < 0 {
				first = i
			}
			last = i
		}
		span := [2]int{first, last}
		if first >= 0 && last-first < reader.MaxSpan && !slices.Contains(out, span) {
			out = append(out, span)
		}
	}
	return out
}

var sources = []string{"squad", "wiki", "qamr", "qasrl", "teach", "news", "world"}

// encode gives the numbers of an item as int32, then its arrays.
func (it *item) encode() []byte {
	told, yes := int32(0), int32(0)
	if it.told {
		told = 1
		if it.Yes != nil {
			yes = -1
			if *it.Yes {
				yes = 1
			}
		}
	}
	e := it.e
	head := []int32{int32(slices.Index(sources, it.Source)), int32(it.Half()), int32(it.How), told, yes, int32(len(e.Passage)), int32(len(e.Question)), int32(len(it.spans))}
	var b []byte
	for _, v := range head {
		b = binary.LittleEndian.AppendUint32(b, uint32(v))
	}
	for _, t := range e.Passage {
		b = appendShorts(b, t[:])
	}
	for _, t := range e.Question {
		b = appendShorts(b, t[:])
	}
	for _, s := range it.spans {
		b = appendShorts(b, []int32{int32(s[0]), int32(s[1])})
	}
	for _, r := range e.Signs {
		b = appendFloats(b, r[:])
	}
	for _, r := range e.Asked {
		b = appendFloats(b, r[:])
	}
	return appendFloats(b, e.Whole[:])
}

func appendShorts(b []byte, list []int32) []byte {
	for _, v := range list {
		b = binary.LittleEndian.AppendUint16(b, uint16(v))
	}
	return b
}

func appendFloats(b []byte, list []float32) []byte {
	for _, v := range list {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
	}
	return b
}
