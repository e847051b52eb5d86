// Command train learns the weights of package names:
//
//	go run ./kb/names/train -data ../shared/bench/names -o kb/names/weights.bin
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
	data := flags.String("data", "../shared/bench/names", "folder of train.jsonl.gz")
	out := flags.String("o", "kb/names/weights.bin", "file to write")
	s := settings{seed: 1}
	flags.IntVar(&s.epochs, "epochs", 8, "times to read the data")
	flags.Float64Var(&s.rate, "rate", 0.3, "AdaGrad's step")
	flags.Float64Var(&s.l1, "l1", 0, "pull of weights towards zero")
	flags.IntVar(&s.cutoff, "cutoff", 2, "least count of a feature")
	if err := flags.Parse(args); err != nil {
		return err
	}
	v := newVocabulary(&lexicon.Lexicon{})
	var examples []example
	err := readLines(filepath.Join(*data, "train.jsonl.gz"), func(d document) error {
		examples = append(examples, v.examples(d)...)
		return nil
	})
	if err != nil {
		return err
	}
	l := newLearner(s, examples)
	l.train(examples, log)
	file, err := l.quantize().Encode()
	if err != nil {
		return err
	}
	fmt.Fprintf(log, "%d bytes\n", len(file))
	return os.WriteFile(*out, file, 0o644)
}
