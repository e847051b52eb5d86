package main

import (
	"slices"
	"sync"

	"dateline/kb/names/internal/crf"
	"dateline/kb/names/internal/feature"
)

// folds is in how many parts the documents are cut to learn the second
// reading, and foldEpochs how long each first reader learns.
const (
	folds      = 4
	foldEpochs = 3
)

// remember fills in the features of the second reading. The tags of the first
// come from models that have not seen the document, for on documents that it
// was trained on a model errs too seldom.
func remember(docs [][]example, s settings) {
	s.epochs = foldEpochs
	var rest [folds][]example // copies, for remember writes to the examples
	for fold := range rest {
		for i, d := range docs {
			if i%folds != fold {
				rest[fold] = append(rest[fold], within(d)...)
			}
		}
	}
	var wait sync.WaitGroup
	for fold := range rest {
		wait.Go(func() {
			l := newLearner(s, rest[fold])
			l.train(rest[fold])
			for i := fold; i < len(docs); i += folds {
				l.remember(docs[i])
			}
		})
	}
	wait.Wait()
}

// remember fills in the features of one document.
func (l *learner) remember(doc []example) {
	var m feature.Memory
	m.Reset()
	tags := make([][]crf.Tag, len(doc))
	for i := range doc {
		tags[i] = make([]crf.Tag, len(doc[i].tags))
		l.predict(&doc[i].sentence, tags[i])
		m.Note(doc[i].sentence.Words, tags[i])
	}
	for i := range doc {
		doc[i].memory = make([][]uint32, len(tags[i]))
		for k := range tags[i] {
			doc[i].memory[k] = slices.Clip(m.AppendMemory(nil, &doc[i].sentence, tags[i], k))
		}
	}
}
