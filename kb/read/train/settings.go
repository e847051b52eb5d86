package main

import "flag"

// settings are the flags.
type settings struct {
	articles, questions, shared, own, sources, cache, examples, background, out, predictions, off string
	folds, every                                                                                  int
	ablate, answerable                                                                            bool
	boost                                                                                         options
}

func parse(args []string) (settings, error) {
	var s settings
	f := flag.NewFlagSet("train", flag.ContinueOnError)
	f.StringVar(&s.articles, "articles", "../shared/bench/news-qa/articles.jsonl.gz", "articles")
	f.StringVar(&s.questions, "questions", "../shared/bench/news-qa/questions.jsonl.gz", "questions")
	f.StringVar(&s.shared, "shared", "../shared", "folder with bench, for the short questions")
	f.StringVar(&s.own, "own", "kb/reader/train", "folder with worlds.jsonl.gz, news.jsonl.gz and the networks that have not seen a half of them")
	f.StringVar(&s.sources, "sources", "squad,teach,news,world", "the sources of short questions, of package corpus")
	f.IntVar(&s.every, "every", 1, "take only every so manieth group of short questions, to try things out")
	f.StringVar(&s.cache, "cache", "", "file that keeps the analysed articles from one run to the next")
	f.StringVar(&s.examples, "candidates", "", "file that keeps the candidates from one run to the next; several, of runs with other -sources or -own, with commas between")
	f.BoolVar(&s.answerable, "answerable", false, "leave out questions that no article is known to answer")
	f.StringVar(&s.background, "background", "", "write how many articles hold each word here, and do nothing else")
	f.StringVar(&s.out, "out", "", "write the model, learnt from all questions, here")
	f.StringVar(&s.predictions, "predictions", "", "write the cross-validated answers, a line each, here")
	f.StringVar(&s.off, "without", "", "features to leave out, with commas between")
	f.BoolVar(&s.ablate, "ablate", false, "measure what each group of features is worth")
	f.IntVar(&s.folds, "folds", 4, "parts for cross-validation")
	f.IntVar(&s.boost.trees, "trees", 500, "trees")
	f.IntVar(&s.boost.leaves, "leaves", 16, "leaves a tree")
	f.Float64Var(&s.boost.rate, "rate", 0.06, "learning rate")
	f.Float64Var(&s.boost.lambda, "lambda", 5, "pull of leaf values to 0")
	f.Float64Var(&s.boost.minWeight, "min", 2, "least curvature in a leaf")
	f.Float64Var(&s.boost.columns, "columns", 0.4, "share of the features that a tree sees")
	f.Float64Var(&s.boost.rows, "rows", 0.7, "share of the questions that a tree sees")
	f.Uint64Var(&s.boost.seed, "seed", 1, "seed of the random choices")
	return s, f.Parse(args)
}

// sieve are the settings for the model that chooses what is ranked.
func (s settings) sieve() options {
	o := s.boost
	o.trees, o.leaves, o.rate = 60, 6, 0.1
	return o
}

// judge are the settings for the models that judge one candidate.
func (s settings) judge() options {
	return options{trees: 200, leaves: 5, rate: 0.05, lambda: 5, minWeight: 4, columns: 0.3, rows: 0.6, seed: s.boost.seed}
}
