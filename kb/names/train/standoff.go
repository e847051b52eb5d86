package main

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"dateline/kb/text"
)

// standoff is what is annotated in articles of bench/news-qa, as JSON lines:
// numbers of bytes without the text, which is their publishers'.
//
//go:embed standoff.jsonl.gz
var standoff []byte

// window is an annotated part of an article, in bytes of its text.
type window struct {
	ID    string       `json:"id"`
	From  int          `json:"from"`
	Upto  int          `json:"upto"`
	Names []annotation `json:"names"`
}

func (w *window) holds(s text.Sentence) bool { return w.From <= s.Start && s.End <= w.Upto }

// standoff reads the annotation of articles.
func (t *trainer) standoff() error {
	t.modern = make(map[string]window)
	z, err := gzip.NewReader(bytes.NewReader(standoff))
	if err != nil {
		return fmt.Errorf("the annotation of articles: %w", err)
	}
	dec := json.NewDecoder(z)
	for {
		var w window
		switch err := dec.Decode(&w); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("the annotation of articles: %w", err)
		}
		t.modern[w.ID] = w
	}
}

// join joins an article with its annotation, if it has any.
func (t *trainer) join(a article) error {
	w, ok := t.modern[a.ID]
	if !ok {
		return nil
	}
	if w.Upto > len(a.Text) {
		return fmt.Errorf("article %s has %d bytes, and is annotated up to byte %d", a.ID, len(a.Text), w.Upto)
	}
	t.annotated = append(t.annotated, document{Doc: a.ID, Text: a.Text, Names: w.Names, window: &w})
	return nil
}

// within leaves out the examples outside of what is annotated.
func within(all []example) []example {
	return slices.DeleteFunc(slices.Clone(all), func(e example) bool { return e.outside })
}
