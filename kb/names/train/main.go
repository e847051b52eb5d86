// Command train learns the weights and the lexicon of package names:
//
//	go run ./kb/names/train -shared ../shared -o kb/names
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"dateline/kb/names/internal/lexicon"
	"dateline/kb/names/internal/tagger"
)

func main() {
	if err := run(os.Args[1:], os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// trainer is what the steps of training hand on.
type trainer struct {
	shared, out string
	settings    settings
	rounds      int
	log         io.Writer
	tables      *lexicon.Tables
	articles    []string
	annotated   []document
	weights     []byte
}

func run(args []string, log io.Writer) error {
	t := &trainer{log: log, settings: settings{seed: 1}}
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	flags.StringVar(&t.shared, "shared", "../shared", "folder that holds bench/names and bench/news-qa")
	flags.StringVar(&t.out, "o", "kb/names", "folder to write lexicon.bin and weights.bin to")
	flags.IntVar(&t.rounds, "rounds", 2, "times to count what the model finds in unlabelled news")
	flags.IntVar(&t.settings.epochs, "epochs", 8, "times to read the annotated texts")
	flags.Float64Var(&t.settings.rate, "rate", 0.3, "AdaGrad's step")
	flags.Float64Var(&t.settings.l1, "l1", 0, "pull of weights towards zero")
	flags.IntVar(&t.settings.cutoff, "cutoff", 2, "least count of a feature")
	if err := flags.Parse(args); err != nil {
		return err
	}
	for _, step := range []func() error{t.read, t.words, t.learn} {
		if err := step(); err != nil {
			return err
		}
	}
	for range t.rounds {
		if err := errors.Join(t.count(), t.learn()); err != nil {
			return err
		}
	}
	return t.write()
}

// aside is every how many articles one is left out, to measure with.
const aside, asideAt = 16, 7

func (t *trainer) read() error {
	bench := filepath.Join(t.shared, "bench")
	n := 0
	err := readLines(filepath.Join(bench, "news-qa", "articles.jsonl.gz"), func(a article) error {
		if n%aside != asideAt {
			t.articles = append(t.articles, a.Text)
		}
		n++
		return nil
	})
	if err != nil {
		return err
	}
	return readLines(filepath.Join(bench, "names", "train.jsonl.gz"), func(d document) error {
		t.annotated = append(t.annotated, d)
		return nil
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

// learn fits the weights to the annotated texts.
func (t *trainer) learn() error {
	file, err := t.tables.Encode()
	if err != nil {
		return err
	}
	lex, err := lexicon.Decode(file)
	if err != nil {
		return err
	}
	v := newVocabulary(lex)
	var examples []example
	for _, d := range t.annotated {
		examples = append(examples, v.examples(d)...)
	}
	l := newLearner(t.settings, examples)
	l.train(examples, t.log)
	t.weights, err = l.quantize().Encode()
	return err
}

// count notes in the lexicon what the model finds in unlabelled news.
func (t *trainer) count() error {
	words, err := t.tables.Encode()
	if err != nil {
		return err
	}
	tag, err := tagger.New(t.weights, words)
	if err != nil {
		return err
	}
	c := newCensus()
	for _, a := range t.articles {
		c.add(tag, a)
	}
	c.note(t.tables)
	fmt.Fprintf(t.log, "usage of %d words\n", len(t.tables.Usage))
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
