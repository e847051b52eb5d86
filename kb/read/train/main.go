// Command train learns the ranking model of package read from questions with
// known answers, and measures it cross-validated by week.
//
//	go run ./kb/read/train -articles ../shared/bench/news-qa/articles.jsonl.gz \
//		-questions ../shared/bench/news-qa/questions.jsonl.gz -out kb/read/model.bin
//
// The same files give the same bytes.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"runtime"
	"slices"
	"strings"
	"time"

	"dateline/kb/doc"
	"dateline/kb/entity"
	"dateline/kb/index"
	"dateline/kb/read"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// settings are the flags.
type settings struct {
	articles, questions, cache, out, predictions, off string
	folds                                             int
	ablate                                            bool
	boost                                             options
}

func parse(args []string) (settings, error) {
	var s settings
	f := flag.NewFlagSet("train", flag.ContinueOnError)
	f.StringVar(&s.articles, "articles", "../shared/bench/news-qa/articles.jsonl.gz", "articles")
	f.StringVar(&s.questions, "questions", "../shared/bench/news-qa/questions.jsonl.gz", "questions")
	f.StringVar(&s.cache, "cache", "", "file that keeps the analysed articles from one run to the next")
	f.StringVar(&s.out, "out", "", "write the model, learnt from all questions, here")
	f.StringVar(&s.predictions, "predictions", "", "write the cross-validated answers, a line each, here")
	f.StringVar(&s.off, "without", "", "features to leave out, with commas between")
	f.BoolVar(&s.ablate, "ablate", false, "measure what each group of features is worth")
	f.IntVar(&s.folds, "folds", 5, "parts for cross-validation")
	f.IntVar(&s.boost.trees, "trees", 200, "trees")
	f.IntVar(&s.boost.leaves, "leaves", 12, "leaves a tree")
	f.Float64Var(&s.boost.rate, "rate", 0.1, "learning rate")
	f.Float64Var(&s.boost.lambda, "lambda", 2, "pull of leaf values to 0")
	f.Float64Var(&s.boost.minWeight, "min", 0.5, "least curvature in a leaf")
	f.Float64Var(&s.boost.columns, "columns", 0.4, "share of the features that a tree sees")
	f.Float64Var(&s.boost.rows, "rows", 0.7, "share of the questions that a tree sees")
	f.Uint64Var(&s.boost.seed, "seed", 1, "seed of the random choices")
	return s, f.Parse(args)
}

func run(ctx context.Context, args []string, out io.Writer) error {
	s, err := parse(args)
	if err != nil {
		return err
	}
	set, err := prepare(ctx, s)
	if err != nil {
		return err
	}
	names := read.FeatureNames()
	s.boost.off = switchedOff(names, strings.Split(s.off, ","))
	answers := crossValidate(set, s)
	report(out, set, answers)
	reportCalibration(out, set, answers)
	if s.ablate {
		ablate(out, set, s, names)
	}
	if s.predictions != "" {
		if err := writePredictions(s.predictions, set, answers); err != nil {
			return err
		}
	}
	if s.out == "" {
		return nil
	}
	return writeModel(s.out, set, answers, s)
}

// switchedOff are the features whose names begin with one of the prefixes.
func switchedOff(names, prefixes []string) map[int]bool {
	off := map[int]bool{}
	for i, n := range names {
		for _, p := range prefixes {
			if p != "" && strings.HasPrefix(n, p) {
				off[i] = true
			}
		}
	}
	return off
}

// item is a question with its candidates.
type item struct {
	question
	list
	judge
	examples []read.Example
	right    []bool    // as a short answer
	evidence []float64 // for the confidence in the best candidate
}

// set is what is learnt from.
type set struct {
	docs  []doc.Document
	items []*item
}

func prepare(ctx context.Context, s settings) (*set, error) {
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	questions, err := readQuestions(s.questions)
	if err != nil {
		return nil, err
	}
	docs, err := readDocuments(ctx, s.articles, s.cache)
	if err != nil {
		return nil, err
	}
	log.Info("articles analysed", "articles", len(docs))
	b := index.NewBuilder()
	for i := range docs {
		b.Add(&docs[i], nil)
	}
	x, err := b.Build(ctx)
	if err != nil {
		return nil, err
	}
	log.Info("indexed")
	reader := read.NewCollector(docs, &entity.Directory{}, x)
	log.Info("described")
	st := &set{docs: docs}
	weeks := foldsByWeek(questions, s.folds)
	start := time.Now()
	for _, q := range questions {
		st.items = append(st.items, newItem(ctx, reader, q, weeks[q.Week]))
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	log.Info("candidates found", "a question", time.Since(start)/time.Duration(len(questions)), "heap MB", m.HeapAlloc>>20)
	return st, nil
}

// foldsByWeek deals the weeks out to the folds in turn.
func foldsByWeek(questions []question, folds int) map[string]int {
	var weeks []string
	for _, q := range questions {
		weeks = append(weeks, q.Week)
	}
	slices.Sort(weeks)
	weeks = slices.Compact(weeks)
	m := map[string]int{}
	for i, w := range weeks {
		m[w] = i % folds
	}
	return m
}

// nearly is the label of an answer that is right without being exact.
const nearly = 0.3

func newItem(ctx context.Context, r *read.Reader, q question, fold int) *item {
	it := &item{question: q, judge: newJudge(q.Answers)}
	it.list.id, it.list.fold = q.ID, fold
	it.examples = r.Collect(ctx, r.Parse(q.Text, q.asked()))
	sum := 0.0
	for _, e := range it.examples {
		label := 0.0
		ok := it.ok(e.Text)
		switch {
		case it.em(e.Text):
			label = 1
		case ok:
			label = nearly
		}
		it.rows = append(it.rows, e.Vector)
		it.labels = append(it.labels, label)
		it.right = append(it.right, ok)
		sum += label
	}
	for i := range it.labels {
		if sum > 0 {
			it.labels[i] /= sum
		}
	}
	return it
}

// learnable are the lists that have a right answer, without those of a fold.
func learnable(items []*item, without int) []*list {
	var out []*list
	for _, it := range items {
		if it.fold == without || !it.Answerable || len(it.rows) < 2 || slices.Max(it.labels) == 0 {
			continue
		}
		out = append(out, &it.list)
	}
	return out
}

// crossValidate answers each question with a model that has not seen its week.
// The answers are the order of the candidates, best first.
func crossValidate(st *set, s settings) [][]int {
	answers := make([][]int, len(st.items))
	done := make(chan int)
	limit := make(chan struct{}, runtime.GOMAXPROCS(0))
	for fold := range s.folds {
		go func() {
			limit <- struct{}{}
			m := read.Model{Trees: boost(learnable(st.items, fold), s.boost)}
			for i, it := range st.items {
				if it.fold == fold {
					answers[i] = it.order(&m)
				}
			}
			<-limit
			done <- fold
		}()
	}
	for range s.folds {
		<-done
	}
	return answers
}

func (it *item) order(m *read.Model) []int {
	order := make([]int, len(it.rows))
	scores := make([]float64, len(it.rows))
	for i, r := range it.rows {
		order[i], scores[i] = i, m.Score(r)
		it.examples[i].Score = scores[i]
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case scores[a] > scores[b]:
			return -1
		case scores[a] < scores[b]:
			return 1
		}
		return 0
	})
	it.evidence = nil
	if len(order) > 0 {
		ranked := make([]read.Example, len(order))
		for i, k := range order {
			ranked[i] = it.examples[k]
		}
		it.evidence = read.Evidence(ranked)
	}
	return order
}

func writePredictions(path string, st *set, answers [][]int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(f)
	for i, it := range st.items {
		if err := enc.Encode(prediction(st, it, answers[i])); err != nil {
			return err
		}
	}
	return f.Close()
}

func prediction(st *set, it *item, order []int) map[string]any {
	p := map[string]any{"id": it.ID, "question": it.Text, "gold": it.Answers, "abstained": len(order) == 0}
	var list []map[string]any
	for _, k := range order[:min(10, len(order))] {
		e := it.examples[k]
		d := &st.docs[e.Doc]
		list = append(list, map[string]any{"answer": e.Text, "score": e.Score, "type": e.Type, "article_id": d.Article.ID,
			"quote": d.Article.Text[e.SentStart:e.SentEnd]})
	}
	if len(list) > 0 {
		p["answer"], p["evidence"] = list[0]["answer"], list[:1]
	}
	p["candidates"] = list
	return p
}
