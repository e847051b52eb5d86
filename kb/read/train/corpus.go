package main

import (
	"compress/gzip"
	"context"
	"encoding/gob"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"time"

	"dateline/kb/article"
	"dateline/kb/doc"
	"dateline/kb/stream"
)

// question is one of the questions to learn from.
type question struct {
	ID         string   `json:"id"`
	Asked      string   `json:"date"`
	Week       string   `json:"week"`
	Text       string   `json:"question"`
	Answers    []string `json:"answers"`
	Type       string   `json:"type"`
	Answerable bool     `json:"answerable"`
	Solid      bool     `json:"solid"`
	Fresh      bool     `json:"fresh"`
	Gold       []string `json:"gold_articles"`
	Found      []string `json:"articles"`
}

func (q *question) asked() time.Time {
	t, err := time.Parse(time.DateOnly, q.Asked)
	if err != nil {
		return time.Time{}
	}
	return t
}

func readQuestions(path string) ([]question, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var list []question
	for d := json.NewDecoder(z); ; {
		var q question
		if err := d.Decode(&q); errors.Is(err, io.EOF) {
			return list, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: question %d: %w", path, len(list)+1, err)
		}
		list = append(list, q)
	}
}

// readDocuments analyses the articles, or reads the analysis from the cache
// where there is one.
func readDocuments(ctx context.Context, path, cache string) ([]doc.Document, error) {
	var docs []doc.Document
	if err := readCache(cache, &docs); err == nil {
		return docs, nil
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	loaded, err := article.Loader{}.Load(ctx, article.Disk(path))
	if err != nil {
		return nil, err
	}
	for d := range stream.Map(slices.Values(loaded.Articles), runtime.GOMAXPROCS(0), doc.Analyze) {
		docs = append(docs, d)
	}
	return docs, writeCache(cache, docs)
}

// readCache reads what writeCache wrote. Without a path there is no cache.
func readCache(path string, into any) error {
	if path == "" {
		return fs.ErrNotExist
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return gob.NewDecoder(f).Decode(into)
}

func writeCache(path string, what any) error {
	if path == "" {
		return nil
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(gob.NewEncoder(f).Encode(what), f.Close())
}
