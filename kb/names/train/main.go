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

	"dateline/kb/names/internal/lexicon"
)

func main() {
	if err := run(os.Args[1:], os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(args []string, log io.Writer) error {
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	shared := flags.String("shared", "../shared", "folder that holds bench/names and bench/news-qa")
	out := flags.String("o", "kb/names", "folder to write lexicon.bin and weights.bin to")
	keep := flags.Bool("keep-lexicon", false, "use the lexicon.bin that is there")
	s := settings{seed: 1}
	flags.IntVar(&s.epochs, "epochs", 8, "times to read the data")
	flags.Float64Var(&s.rate, "rate", 0.3, "AdaGrad's step")
	flags.Float64Var(&s.l1, "l1", 0, "pull of weights towards zero")
	flags.IntVar(&s.cutoff, "cutoff", 2, "least count of a feature")
	if err := flags.Parse(args); err != nil {
		return err
	}
	words := filepath.Join(*out, "lexicon.bin")
	if !*keep {
		if err := learnWords(*shared, words, log); err != nil {
			return err
		}
	}
	file, err := os.ReadFile(words)
	if err != nil {
		return err
	}
	lex, err := lexicon.Decode(file)
	if err != nil {
		return err
	}
	v := newVocabulary(lex)
	var examples []example
	err = readLines(filepath.Join(*shared, "bench", "names", "train.jsonl.gz"), func(d document) error {
		examples = append(examples, v.examples(d)...)
		return nil
	})
	if err != nil {
		return err
	}
	l := newLearner(s, examples)
	l.train(examples, log)
	return write(filepath.Join(*out, "weights.bin"), log, l.quantize().Encode)
}

// learnWords writes the lexicon.
func learnWords(shared, path string, log io.Writer) error {
	c := newCorpus()
	err := readLines(filepath.Join(shared, "bench", "news-qa", "articles.jsonl.gz"), func(a article) error {
		c.add(a.Text)
		return nil
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(log, "%d tokens, %d words\n", len(c.stream), len(c.words))
	t, err := buildLexicon(c)
	if err != nil {
		return err
	}
	return write(path, log, t.Encode)
}

func write(path string, log io.Writer, encode func() ([]byte, error)) error {
	b, err := encode()
	if err != nil {
		return err
	}
	fmt.Fprintf(log, "%s: %d bytes\n", path, len(b))
	return os.WriteFile(path, b, 0o644)
}
