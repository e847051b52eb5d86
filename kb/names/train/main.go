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
	cutoff: 3,
	seed:   1,
	hide:   hiding{identity: 0.15, class: 0.1, usage: 0.15, lists: 0.1},
}

// rounds is how many times the usage of words is counted anew.
const rounds = 2

// trainer is what the steps of training hand on.
type trainer struct {
	shared, out string
	settings    settings
	log         io.Writer
	tables      *lexicon.Tables
	articles    []string
	annotated   []document
	weights     []byte
}

func run(args []string, log io.Writer) error {
	t := &trainer{log: log, settings: tuned}
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	flags.StringVar(&t.shared, "shared", "../shared", "folder that holds bench/names and bench/news-qa")
	flags.StringVar(&t.out, "o", "kb/names", "folder to write lexicon.bin and weights.bin to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	for _, step := range []func() error{t.read, t.words} {
		if err := step(); err != nil {
			return err
		}
	}
	for round := range rounds {
		if err := t.learn(round > 0); err != nil {
			return err
		}
		if err := t.count(); err != nil {
			return err
		}
	}
	if err := t.learn(true); err != nil {
		return err
	}
	return t.write()
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

// unlabelled reads the articles without annotation, once.
func (t *trainer) unlabelled() error {
	if t.articles != nil {
		return nil
	}
	n := 0
	return readLines(filepath.Join(t.shared, "bench", "news-qa", "articles.jsonl.gz"), func(a article) error {
		if n%aside != asideAt {
			t.articles = append(t.articles, a.Text)
		}
		n++
		return nil
	})
}

// words begins the lexicon with classes, writing and gazetteers.
func (t *trainer) words() error {
	if err := t.unlabelled(); err != nil {
		return err
	}
	c := newCorpus()
	for _, a := range t.articles {
		c.add(a)
	}
	fmt.Fprintf(t.log, "%d tokens, %d words\n", len(c.stream), len(c.words))
	var err error
	t.tables, err = buildLexicon(c)
	return err
}

// learn fits the weights to the annotated texts, if again for the second
// reading too.
func (t *trainer) learn(again bool) error {
	file, err := t.tables.Encode()
	if err != nil {
		return err
	}
	lex, err := lexicon.Decode(file)
	if err != nil {
		return err
	}
	v := newVocabulary(lex)
	var docs [][]example
	for _, d := range t.annotated {
		docs = append(docs, v.examples(d))
	}
	if again {
		remember(docs, t.settings)
	}
	examples := slices.Concat(docs...)
	examples = append(examples, v.recased(examples, t.settings.seed)...)
	l := newLearner(t.settings, examples)
	l.train(examples, t.log)
	t.weights, err = l.quantize().Encode()
	return err
}

// count notes in the lexicon what the model finds in unlabelled news.
func (t *trainer) count() error {
	if err := t.unlabelled(); err != nil {
		return err
	}
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
