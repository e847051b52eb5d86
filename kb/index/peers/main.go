// Command peers compares Dateline's index with bleve's BM25 in memory, over the
// same articles and questions in the same run, and measures how Dateline's
// grows.
//
//	go run . -articles articles.jsonl.gz -questions questions.jsonl.gz
//	go run . -articles articles.jsonl.gz -questions questions.jsonl.gz -grow 1000,4000,11538,46000
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strconv"
	"strings"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, w io.Writer) error {
	flags := flag.NewFlagSet("peers", flag.ContinueOnError)
	articles := flags.String("articles", "", "gzipped JSON lines of articles")
	questions := flags.String("questions", "", "gzipped JSON lines of questions")
	grow := flags.String("grow", "", "numbers of articles, for the growth table instead of the comparison")
	passages := flags.Bool("passages", false, "compare with bleve over passages too, which takes a few minutes and GB")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *articles == "" || *questions == "" {
		return errors.New("give both -articles and -questions")
	}
	news, err := readArticles(*articles)
	if err != nil {
		return err
	}
	asked, err := readQuestions(*questions)
	if err != nil {
		return err
	}
	if *grow == "" {
		return compare(ctx, w, news, asked, *passages)
	}
	for _, field := range strings.Split(*grow, ",") {
		n, err := strconv.Atoi(field)
		if err != nil {
			return fmt.Errorf("-grow: %q is not a number of articles", field)
		}
		if err := growth(ctx, w, news, asked, n); err != nil {
			return err
		}
	}
	return nil
}
