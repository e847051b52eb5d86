// Command prepare turns the questions of package corpus into what the network
// is trained on: the tokens and signs that package reader sees of each question
// and of the sentences that are read for it.
//
//	go run ./kb/reader/train/prepare -shared ../shared -out /tmp/reader
//
// It writes items.bin, which train.py reads, and items.jsonl, a line for each
// item. The same files give the same bytes.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"dateline/kb/index"
	"dateline/kb/read"
	"dateline/kb/reader/train/corpus"
	"dateline/kb/stream"
)

func main() {
	if err := run(context.Background(), os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "prepare:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	f := flag.NewFlagSet("prepare", flag.ContinueOnError)
	shared := f.String("shared", "../shared", "folder with bench")
	own := f.String("own", "kb/reader/train", "folder with worlds.jsonl.gz and news.jsonl.gz")
	out := f.String("out", "", "folder for what is written")
	if err := f.Parse(args); err != nil {
		return err
	}
	set, err := corpus.Load(ctx, *shared, *own)
	if err != nil {
		return err
	}
	w, err := create(*out)
	if err != nil {
		return err
	}
	for _, source := range set {
		if err := w.source(ctx, source); err != nil {
			return err
		}
		slog.Info("prepared", "source", source[0].Source, "questions", len(source), "items", w.items)
	}
	return w.close()
}

// writer writes items.
type writer struct {
	bin, list *bufio.Writer
	files     []*os.File
	items     int
}

func create(folder string) (*writer, error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	w := &writer{}
	for _, name := range []string{"items.bin", "items.jsonl"} {
		f, err := os.Create(filepath.Join(folder, name))
		if err != nil {
			return nil, err
		}
		w.files = append(w.files, f)
	}
	w.bin, w.list = bufio.NewWriterSize(w.files[0], 1<<20), bufio.NewWriterSize(w.files[1], 1<<20)
	return w, nil
}

func (w *writer) close() error {
	errs := []error{w.bin.Flush(), w.list.Flush()}
	for _, f := range w.files {
		errs = append(errs, f.Close())
	}
	return errors.Join(errs...)
}

// source writes the items of one source.
func (w *writer) source(ctx context.Context, all []corpus.Sample) error {
	library := &corpus.Library{}
	prepare := func(a corpus.Asking) prepared { return newItem(ctx, library, a) }
	for p := range stream.Map(slices.Values(corpus.Askings(all)), runtime.GOMAXPROCS(0), prepare) {
		if p.err != nil {
			return p.err
		}
		if p.bytes == nil {
			continue
		}
		if _, err := w.bin.Write(p.bytes); err != nil {
			return err
		}
		if err := json.NewEncoder(w.list).Encode(p.line); err != nil {
			return err
		}
		w.items++
	}
	return nil
}

// collector reads for one asking.
func collector(ctx context.Context, library *corpus.Library, a corpus.Asking) (*read.Reader, error) {
	docs := library.Documents(a.Articles)
	b := index.NewBuilder()
	for i := range docs {
		b.Add(&docs[i], nil)
	}
	x, err := b.Build(ctx)
	if err != nil {
		return nil, err
	}
	return read.NewCollector(docs, nil, x, read.Describe(docs), nil), nil
}
