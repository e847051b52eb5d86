// Command train learns the weights and the lexicon of package names:
//
//	go run ./kb/names/train -shared ../shared -o kb/names
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"dateline/kb/names/internal/crf"
	"dateline/kb/names/internal/lexicon"
	"dateline/kb/names/internal/tagger"
)

func main() {
	if err := run(os.Args[1:], os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// tuned on bench/names/dev.jsonl.gz and on modern news annotated by hand.
var tuned = settings{
	epochs: 8,
	rate:   0.1,
	cutoff: 4,
	seed:   1,
	hide:   hiding{identity: 0.25, class: 0.1, usage: 0.15, lists: 0.1},
}

// members is how many learners the final weights are the mean of.
const members = 3

// rounds is how many times the usage of words is counted anew.
const rounds = 2

// trainer is what the steps of training hand on.
type trainer struct {
	shared, out string
	settings    settings
	members     int
	log         io.Writer
	tables      *lexicon.Tables
	articles    []string
	annotated   []document
	modern      map[string]window // stand-off, by article
	around      *census           // what the blind model found
	weights     []byte
}

func run(args []string, log io.Writer) error {
	t := &trainer{log: log, settings: tuned, members: 1}
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	flags.StringVar(&t.shared, "shared", "../shared", "folder that holds bench/names and bench/news-qa")
	flags.StringVar(&t.out, "o", "kb/names", "folder to write lexicon.bin and weights.bin to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	steps := []func() error{t.read, t.standoff, t.unlabelled, t.words, t.lookAround}
	for range rounds {
		steps = append(steps, t.learn, t.count)
	}
	steps = append(steps, t.finish, t.write)
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// aside is every how many articles one is left out, to measure with.
const aside, asideAt = 16, 7

// read reads the annotated texts.
func (t *trainer) read() error {
	return readLines(filepath.Join(t.shared, "bench", "names", "train.jsonl.gz"), func(d document) error {
		t.annotated = append(t.annotated, d)
		return nil
	})
}

// unlabelled reads the articles without annotation.
func (t *trainer) unlabelled() error {
	n := 0
	return readLines(filepath.Join(t.shared, "bench", "news-qa", "articles.jsonl.gz"), func(a article) error {
		if n%aside != asideAt {
			t.articles = append(t.articles, a.Text)
		}
		n++
		return t.join(a)
	})
}

// words begins the lexicon with classes, writing and gazetteers.
func (t *trainer) words() error {
	c := newCorpus()
	for _, a := range t.articles {
		c.add(a)
	}
	fmt.Fprintf(t.log, "%d tokens, %d words\n", len(c.stream), len(c.words))
	var err error
	t.tables, err = buildLexicon(c)
	return err
}

// lexicon is the lexicon as it stands.
func (t *trainer) lexicon() (file []byte, lex *lexicon.Lexicon, err error) {
	if file, err = t.tables.Encode(); err != nil {
		return nil, nil, err
	}
	lex, err = lexicon.Decode(file)
	return file, lex, err
}

// lookAround counts in unlabelled news what words are found to be by a model
// that sees nothing but what stands around them. What a word looks like may
// mislead a model about all its occurrences; what stands around them seldom
// does so.
func (t *trainer) lookAround() error {
	file, lex, err := t.lexicon()
	if err != nil {
		return err
	}
	v := newVocabulary(lex)
	var examples []example
	for _, d := range t.annotated {
		examples = append(examples, within(v.examples(d))...)
	}
	for i := range examples {
		examples[i].sentence.Blind = true
	}
	weights, err := t.fit(examples).Encode()
	if err != nil {
		return err
	}
	tag, err := tagger.NewBlind(weights, file)
	if err != nil {
		return err
	}
	t.around = t.census(tag)
	return nil
}

// learn fits the weights to the annotated texts.
func (t *trainer) learn() error {
	_, lex, err := t.lexicon()
	if err != nil {
		return err
	}
	v := newVocabulary(lex)
	var docs [][]example
	for _, d := range t.annotated {
		docs = append(docs, v.examples(d))
	}
	v.redate(docs, t.settings.seed)
	remember(docs, t.settings)
	examples := within(slices.Concat(docs...))
	examples = append(examples, v.recased(examples, t.settings.seed)...)
	t.weights, err = t.fit(examples).Encode()
	return err
}

// finish learns for the last time, and best.
func (t *trainer) finish() error {
	t.members = members
	return t.learn()
}

// fit trains several learners, which differ in the order of the examples and
// in what is hidden from them, and averages their weights.
func (t *trainer) fit(examples []example) *crf.Weights {
	learners := make([]*learner, t.members)
	var wait sync.WaitGroup
	for i := range learners {
		s := t.settings
		s.seed += uint64(i)
		learners[i] = newLearner(s, examples)
		wait.Go(func() { learners[i].train(examples) })
	}
	wait.Wait()
	learners[0].join(learners[1:])
	return learners[0].quantize()
}

// census counts what a model finds in unlabelled news.
func (t *trainer) census(tag *tagger.Tagger) *census {
	c := newCensus()
	for _, a := range t.articles {
		c.add(tag, a)
	}
	fmt.Fprintf(t.log, "%d words with a capital in unlabelled news\n", len(c.words))
	return c
}

// count notes in the lexicon what the model finds in unlabelled news.
func (t *trainer) count() error {
	words, _, err := t.lexicon()
	if err != nil {
		return err
	}
	tag, err := tagger.New(t.weights, words)
	if err != nil {
		return err
	}
	c := t.census(tag)
	c.sum(t.around)
	c.note(t.tables)
	return nil
}

func (t *trainer) write() error {
	words, err := t.tables.Encode()
	if err != nil {
		return err
	}
	for name, b := range map[string][]byte{"lexicon.bin": words, "weights.bin": t.weights} {
		fmt.Fprintf(t.log, "%s: %d bytes\n", name, len(b))
		if err := os.WriteFile(filepath.Join(t.out, name), b, 0o644); err != nil {
			return fmt.Errorf("writing what was learnt: %w", err)
		}
	}
	return nil
}
