package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/kb/article"
	"dateline/kb/doc"
	"dateline/kb/entity"
	"dateline/kb/index"
	"dateline/kb/read"
	"dateline/kb/stream"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestScore holds what the answers to the clean questions of every tenth week
// are worth, so that a change in ranking shows in the diff. Each is asked of
// the articles listed for these questions. The embedded model has seen them:
// the figures to believe are the cross-validated ones of this command.
func TestScore(t *testing.T) {
	if raced {
		t.Skip("takes too long with the race detector")
	}
	dir := newsFolder(t)
	all, err := readQuestions(filepath.Join(dir, "questions.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	weeks := foldsByWeek(all, 10)
	wanted := map[string]bool{}
	var questions []question
	for _, q := range all {
		if weeks[q.Week] == 0 && q.clean() {
			questions = append(questions, q)
			for _, id := range q.Found {
				wanted[id] = true
			}
		}
	}
	docs := analyzed(t, filepath.Join(dir, "articles.jsonl.gz"), wanted)
	got := scored(t, docs, questions)
	golden := filepath.Join("testdata", "score.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the scores changed; see the difference with -update\ngot:\n%s", got[:strings.IndexByte(got, '\n')])
	}
}

// scored asks the questions and returns the sums, then a line for each.
func scored(t *testing.T, docs []doc.Document, questions []question) string {
	t.Helper()
	b := index.NewBuilder()
	for i := range docs {
		b.Add(&docs[i], nil)
	}
	x, err := b.Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	r := read.New(docs, &entity.Directory{}, x, read.Describe(docs))
	var lines strings.Builder
	exact, right, shown := 0, 0, 0
	for _, q := range questions {
		j := newJudge(q.Answers)
		res := r.Read(context.Background(), r.Parse(q.Text, q.asked()), nil)
		mark := "-"
		if len(res.Candidates) > 0 {
			c := res.Candidates[0]
			switch {
			case j.em(c.Text):
				mark = "exact"
				exact++
				fallthrough
			case j.ok(c.Text):
				right++
				mark = map[bool]string{true: mark, false: "right"}[mark == "exact"]
				fallthrough
			case j.within(docs[c.Doc].Article.Text[c.SentStart:c.SentEnd]):
				shown++
				if mark == "-" {
					mark = "shown"
				}
			}
		}
		fmt.Fprintf(&lines, "%s %s\n", q.ID, mark)
	}
	return fmt.Sprintf("questions %d exact %d right %d shown %d\n%s", len(questions), exact, right, shown, lines.String())
}

// newsFolder is bench/news-qa in the folder "shared" beside the checkout.
func newsFolder(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		at := filepath.Join(dir, "shared", "bench", "news-qa")
		if _, err := os.Stat(at); err == nil {
			return at
		}
	}
	t.Skip("no folder shared/bench/news-qa beside the checkout")
	return ""
}

// analyzed reads and analyses the wanted articles only.
func analyzed(t *testing.T, path string, wanted map[string]bool) []doc.Document {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var list []article.Article
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 8<<20)
	for lines.Scan() {
		var a struct{ ID, Title, Date, Text string }
		id, _, _ := bytes.Cut(bytes.TrimPrefix(lines.Bytes(), []byte(`{"id": "`)), []byte(`"`))
		if !wanted[string(id)] {
			continue
		}
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		day, _ := time.Parse(time.DateOnly, a.Date)
		list = append(list, article.Article{ID: a.ID, Title: a.Title, Date: day, Text: a.Text})
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	var docs []doc.Document
	for d := range stream.Map(slices.Values(list), runtime.GOMAXPROCS(0), doc.Analyze) {
		docs = append(docs, d)
	}
	return docs
}

func TestJudge(t *testing.T) {
	j := newJudge([]string{"The 700,000 ferries", "700,000 ferries"})
	for _, tc := range []struct {
		answer    string
		exact, ok bool
	}{
		{"700,000 ferries", true, true},
		{"a 700,000 Ferries!", true, true},
		{"about 700,000 ferries in all", false, true},
		{"ferries", false, true},
		{"buses", false, false},
	} {
		if got := j.em(tc.answer); got != tc.exact {
			t.Errorf("em(%q) = %v", tc.answer, got)
		}
		if got := j.ok(tc.answer); got != tc.ok {
			t.Errorf("ok(%q) = %v", tc.answer, got)
		}
	}
}

func TestBoost(t *testing.T) {
	var lists []*list
	for i := range 60 {
		l := &list{fold: i % 2}
		for k := range 8 {
			label := 0.0
			if k == i%8 {
				label = 1
			}
			// The second feature tells the right one, the first does not.
			l.rows = append(l.rows, []float32{float32((i * k) % 5), float32(label)*2 + float32(k%2)})
			l.labels = append(l.labels, label)
		}
		lists = append(lists, l)
	}
	o := options{trees: 20, leaves: 4, rate: 0.3, lambda: 1, minWeight: 0.1, columns: 1, rows: 1, seed: 1}
	m := boost(lists, o)
	for i, l := range lists {
		best := 0
		for k := range l.rows {
			if m.Score(l.rows[k]) > m.Score(l.rows[best]) {
				best = k
			}
		}
		if best != i%8 {
			t.Errorf("list %d: candidate %d is ranked first, want %d", i, best, i%8)
		}
	}
	again := boost(lists, o)
	if !reflect.DeepEqual(m, again) {
		t.Error("the same data gave another model")
	}
}

// TestFeatureGroups makes sure that the ablation leaves no feature out.
func TestFeatureGroups(t *testing.T) {
	names := read.FeatureNames()
	seen := map[int]bool{}
	for _, g := range featureGroups {
		for i := range switchedOff(names, strings.Split(g.features, ",")) {
			if seen[i] {
				t.Errorf("%s is in two groups", names[i])
			}
			seen[i] = true
		}
	}
	for i, n := range names {
		if !seen[i] {
			t.Errorf("%s is in no group", n)
		}
	}
}
