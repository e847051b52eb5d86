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
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"os/signal"
	"slices"
	"strings"
	"time"

	"dateline/kb"
	"dateline/kb/doc"
	"dateline/kb/query"
	"dateline/kb/read"
	"dateline/kb/reader"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out io.Writer) error {
	s, err := parse(args)
	if err != nil {
		return err
	}
	if s.background != "" {
		return writeBackground(ctx, s)
	}
	set, err := prepare(ctx, s)
	if err != nil {
		return err
	}
	names := read.FeatureNames()
	s.boost.off = switchedOff(names, strings.Split(s.off, ","))
	crossValidate(set, s)
	judgeAll(set, s)
	reportTaught(out, set)
	reportPolar(out, set, s)
	if len(set.items) > 0 {
		report(out, set)
		reportCalibration(out, set)
		reportSilence(out, set)
	}
	if s.ablate {
		ablate(out, set, s, names)
	}
	if s.predictions != "" {
		if err := writePredictions(s.predictions, set); err != nil {
			return err
		}
	}
	if s.out == "" {
		return nil
	}
	return writeModel(s.out, set, s)
}

// switchedOff are the features named; a name with a colon at its end stands
// for all that begin so.
func switchedOff(names, out []string) map[int]bool {
	off := map[int]bool{}
	for i, n := range names {
		for _, o := range out {
			if o != "" && (n == o || strings.HasSuffix(o, ":") && strings.HasPrefix(n, o)) {
				off[i] = true
			}
		}
	}
	return off
}

// item is a question with its candidates.
type item struct {
	Question question
	Fold     int
	Examples []example
	Source   string // of a short question; empty for the quiz
	How      int    // how that is asked; see package corpus
	Reason   string // why it is not answered
	Yes      int8   // 1 or -1 for yes and no, where a question whether something is so is answered
	polar    bool   // whether it was read as such a question
	Took     time.Duration

	list     list
	order    []int          // of the best examples, best first, by a model that has not seen the question
	ranked   []read.Example // the same
	signs    []float32      // whether the best is right
	told     float64        // how likely the articles tell the answer, by a model that has not seen the question
	evidence []float64      // for the confidence in the best
}

// example is a candidate and how right it is.
type example struct {
	read.Example
	Exact, Right, Shown, Held bool // exactly, as a short answer, in the sentence, in the article
	Article, Quote            string
}

// set is what is learnt from.
type set struct {
	items   []*item
	small   []*item // the same questions, asked of a single article that answers them
	foreign []*item // and of one that does not
	taught  []*item // short questions
	polar   []*item // short questions whether something is so
}

func (st *set) all() []*item { return slices.Concat(st.items, st.small, st.foreign, st.taught) }

// prepare finds the candidates for all questions, or reads them from where an
// earlier run has left them.
func prepare(ctx context.Context, s settings) (*set, error) {
	st := &set{}
	if err := st.readKept(s.examples); err == nil {
		return st.label(), nil
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if s.questions != "" {
		if err := st.addQuiz(ctx, s); err != nil {
			return nil, err
		}
	}
	if err := st.addTaught(ctx, s); err != nil {
		return nil, err
	}
	return st.label(), writeCache(s.examples, [5][]*item{st.items, st.small, st.foreign, st.taught, st.polar})
}

// readKept reads the candidates that earlier runs have left in files, with commas
// between their names.
func (st *set) readKept(files string) error {
	for path := range strings.SplitSeq(files, ",") {
		var kept [5][]*item
		if err := readCache(path, &kept); err != nil {
			return err
		}
		st.items, st.small, st.foreign = append(st.items, kept[0]...), append(st.small, kept[1]...), append(st.foreign, kept[2]...)
		st.taught, st.polar = append(st.taught, kept[3]...), append(st.polar, kept[4]...)
	}
	return nil
}

// addQuiz asks the questions of the quiz of all articles, and of single ones.
func (st *set) addQuiz(ctx context.Context, s settings) error {
	questions, err := readQuestions(s.questions)
	if err != nil {
		return err
	}
	docs, err := readDocuments(ctx, s.articles, s.cache)
	if err != nil {
		return err
	}
	whole, err := collector(ctx, docs)
	if err != nil {
		return err
	}
	weeks := foldsByWeek(questions, s.folds)
	for _, q := range questions {
		if q.Answerable || !s.answerable {
			st.items = append(st.items, newItem(ctx, whole, docs, q, weeks[q.Week]))
		}
	}
	logTimes(st.items)
	return st.addSmall(ctx, docs)
}

// logTimes tells how long the questions took, up to the ranking.
func logTimes(items []*item) {
	var took []time.Duration
	for _, it := range items {
		took = append(took, it.Took)
	}
	slices.Sort(took)
	slog.Info("candidates found", "p50", took[len(took)/2], "p99", took[len(took)*99/100])
}

// addSmall asks each question of one article alone: of one that answers it, so
// that the model also learns to read where few articles are loaded, and of one
// that answers another question, so that it learns when to be silent.
func (st *set) addSmall(ctx context.Context, docs []doc.Document) error {
	byID := map[string]int{}
	for i := range docs {
		byID[docs[i].Article.ID] = i
	}
	var readers []*kb.Collector
	var alone [][]doc.Document
	var items []*item
	for _, it := range st.items {
		if len(it.Question.Gold) == 0 {
			continue
		}
		i, ok := byID[it.Question.Gold[0]]
		if !ok {
			continue
		}
		r, err := collector(ctx, docs[i:i+1])
		if err != nil {
			return err
		}
		readers, alone, items = append(readers, r), append(alone, docs[i:i+1]), append(items, it)
	}
	const away = 101 // far enough for another week
	for i, it := range items {
		st.small = append(st.small, newItem(ctx, readers[i], alone[i], it.Question, it.Fold))
		k := (i + away) % len(items)
		st.foreign = append(st.foreign, newItem(ctx, readers[k], alone[k], it.Question, it.Fold))
	}
	return nil
}

func collector(ctx context.Context, docs []doc.Document) (*kb.Collector, error) {
	return kb.NewCollector(ctx, docs, reader.Embedded())
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

func newItem(ctx context.Context, c *kb.Collector, docs []doc.Document, q question, fold int) *item {
	it := &item{Question: q, Fold: fold}
	j := newJudge(q.Answers)
	held := map[int32]bool{}
	start := time.Now()
	asked := kb.ParseLine(q.Text)
	asked.Asked = q.asked()
	read, examples := c.Collect(ctx, asked)
	it.polar = read.Kind == query.YesNo
	it.Took = time.Since(start)
	for _, e := range examples {
		a := &docs[e.Doc].Article
		if _, ok := held[e.Doc]; !ok {
			held[e.Doc] = j.within(a.Title + " \n " + a.Text)
		}
		quote := a.Text[e.SentStart:e.SentEnd]
		it.Examples = append(it.Examples, example{
			Example: e, Exact: j.em(e.Text), Right: j.ok(e.Text), Shown: j.within(e.Text) || j.within(quote), Held: held[e.Doc],
			Article: a.ID, Quote: quote,
		})
	}
	return it
}

// quizWeight is how much a question of the quiz counts, of which there are few
// beside the short ones, and which are the only ones asked of thousands of
// articles.
const quizWeight = 6

// label turns the judgements into what the model is to learn.
func (st *set) label() *set {
	quiz := map[*item]bool{}
	for _, it := range slices.Concat(st.items, st.small) {
		quiz[it] = true
	}
	for _, it := range st.all() {
		sum := 0.0
		l := &it.list
		l.id, l.fold = it.Question.ID, it.Fold
		if quiz[it] {
			l.weight = quizWeight
		}
		for _, e := range it.Examples {
			label := 0.0
			switch {
			case e.Exact:
				label = 1
			case e.Right:
				label = nearly
			}
			l.rows = append(l.rows, e.Vector)
			l.labels = append(l.labels, label)
			sum += label
		}
		for i := range l.labels {
			l.labels[i] /= max(sum, 1e-9)
		}
	}
	return st
}
