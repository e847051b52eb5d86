// Command peers compares Dateline's index with bleve's BM25 in memory, over the
// same articles and questions in the same run on one goroutine, and measures
// how Dateline's grows.
//
//	cd kb/index/peers
//	go run . -articles articles.jsonl.gz -questions questions.jsonl.gz [-passages]
//	go run . -articles articles.jsonl.gz -questions questions.jsonl.gz -grow 1000,4000,11538,46000
//
// It asks for the ten best articles of each question that has gold articles.
// bleve searches whole articles by title and text or, with -passages, what
// Dateline's index finds: sentences, by themselves, by those beside them and
// by the title. The time of a search holds that of reading the question.
//
// Over the 11,538 articles and 1,128 questions of bench/news-qa, on two cores,
// a hundred questions at a time for each index:
//
//	                          p50         p99      gold first  in five
//	Dateline                0.24 ms     0.6 ms      68.2 %     85.5 %
//	Dateline without dates  0.22 ms     0.6 ms      60.1 %     83.6 %
//	bleve, articles         6.1  ms    21.4 ms      50.8 %     74.6 %
//
// bleve over passages took 151 ms (p50), 562 ms (p99), with 54.7 % and 77.7 %,
// beside 0.46 ms of an earlier, slower Dateline.
//
// Growth, again beside other programs, so that only the processor's time and
// the memory are firm; beyond 11,538 articles three words in ten are exchanged
// in copies:
//
//	articles     text    processor    index     p50
//	    1000     9 MB        0.7 s    17 MB   0.18 ms
//	    4000    38 MB        2.7 s    61 MB   0.23 ms
//	   11538   102 MB        7.2 s   161 MB   0.34 ms
//	   46000   407 MB       31.3 s   580 MB   0.65 ms
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
