package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"dateline/kb"
	"dateline/kb/reader"
	"dateline/kb/reader/train/corpus"
	"dateline/kb/stream"
)

// addTaught asks the short questions, each of a network that has not seen it.
func (st *set) addTaught(ctx context.Context, s settings) error {
	sources, err := corpus.Load(ctx, s.shared, s.own)
	if err != nil {
		return err
	}
	networks, err := unseen(s.own)
	if err != nil {
		return err
	}
	for _, all := range sources {
		if !slices.Contains(strings.Split(s.sources, ","), all[0].Source) {
			continue
		}
		library := &corpus.Library{}
		var failed error
		ask := func(a corpus.Asking) *item {
			it, err := newTaught(ctx, library, a, networks[a.Half()], s.folds)
			if err != nil {
				failed = err
			}
			return it
		}
		for it := range stream.Map(slices.Values(slices.DeleteFunc(corpus.Askings(all), func(a corpus.Asking) bool { return spared(a) || fold("part "+a.Group, s.every) > 0 })), runtime.GOMAXPROCS(0), ask) {
			switch {
			case it == nil || len(it.Examples) == 0 || it.polar != (it.Question.Type == "yesno"):
			case it.polar:
				st.polar = append(st.polar, it)
			default:
				st.taught = append(st.taught, it)
			}
		}
		if failed != nil {
			return failed
		}
		slog.Info("asked", "source", all[0].Source, "items", len(st.taught))
	}
	return nil
}

// unseen are the networks that were trained without a half of the questions each,
// by that half.
func unseen(folder string) (networks [2]*reader.Reader, err error) {
	for half := range networks {
		packed, err := os.ReadFile(filepath.Join(folder, fmt.Sprintf("without%d.bin", half)))
		if err != nil {
			return networks, fmt.Errorf("reading the network without half %d: %w", half, err)
		}
		if networks[half], err = reader.New(packed); err != nil {
			return networks, fmt.Errorf("network without half %d: %w", half, err)
		}
	}
	return networks, nil
}

// spared are two of three of those that are asked of other articles or of many,
// which cost time and teach less.
func spared(a corpus.Asking) bool { return a.How != corpus.Own && fold("spared "+a.ID, 3) > 0 }

// kept is how many candidates of a short question are learnt from, the most
// promising first, with those that are right.
const kept = 60

func newTaught(ctx context.Context, library *corpus.Library, a corpus.Asking, network *reader.Reader, folds int) (*item, error) {
	docs := library.Documents(a.Articles)
	c, err := kb.NewCollector(ctx, docs, network)
	if err != nil {
		return nil, err
	}
	q := question{ID: a.ID, Text: a.Query, Asked: a.Asked.Format(time.DateOnly), Type: a.Kind, Week: a.Group, Answerable: len(a.Gold) > 0 && a.How != corpus.Away}
	if q.Answerable {
		for _, g := range a.Gold {
			q.Answers = append(q.Answers, a.Words(g))
		}
	}
	it := newItem(ctx, c, docs, q, fold(a.Group, folds))
	it.Source, it.How, it.Reason = a.Source, a.How, a.Reason
	if a.Yes != nil {
		it.Yes = -1
		if *a.Yes {
			it.Yes = 1
		}
	}
	n := 0
	it.Examples = slices.DeleteFunc(it.Examples, func(e example) bool { n++; return n > kept && !e.Right })
	return it, nil
}

// fold deals groups out by their names.
func fold(group string, folds int) int {
	h := uint32(2166136261)
	for i := range len(group) {
		h = (h ^ uint32(group[i])) * 16777619
	}
	return int(h>>11) % folds
}
