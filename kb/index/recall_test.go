package index

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/kb/article"
	"dateline/kb/doc"
	"dateline/kb/text"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestRecall keeps how often what is found holds the answer, for the news
// questions of every tenth week over the articles listed for them, in a golden
// file, so that a change of ranking shows in the diff.
func TestRecall(t *testing.T) {
	if racing {
		t.Skip("the race detector is on")
	}
	questions := tenthWeeks(newsQuestions(t))
	keep := make(map[string]bool)
	for _, q := range questions {
		for _, id := range q.Articles {
			keep[id] = true
		}
	}
	got := recall(t, questions, newsArticles(t, keep), 50)
	golden := filepath.Join("testdata", "recall.golden")
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
		t.Errorf("recall is now\n%swas\n%sRun with -update if that is meant.", got, want)
	}
}

// TestRecallAll prints the same for all weeks and articles.
func TestRecallAll(t *testing.T) {
	if !*all {
		t.Skip("give -all to ask all questions of all articles")
	}
	t.Logf("\n%s", recall(t, newsQuestions(t), newsArticles(t, nil), 50))
}

var all = flag.Bool("all", false, "measure over all news articles")

func tenthWeeks(questions []question) []question {
	var weeks []string
	for _, q := range questions {
		weeks = append(weeks, q.Week)
	}
	slices.Sort(weeks)
	weeks = slices.Compact(weeks)
	return slices.DeleteFunc(questions, func(q question) bool {
		i, _ := slices.BinarySearch(weeks, q.Week)
		return i%10 != 0
	})
}

// recall is a table of the share of questions for which one of the first 1, 5,
// 10 and n sentences holds the answer, a sentence or its neighbours do, the
// article of one does, or is among those listed as gold.
func recall(t *testing.T, questions []question, articles []article.Article, n int) string {
	b := NewBuilder()
	docs := make([]*doc.Document, len(articles))
	for i, a := range articles {
		docs[i] = &doc.Document{Article: a, Sentences: text.Sentences(a.Text)}
		b.Add(docs[i], nil)
	}
	x, err := b.Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	forms := make(map[int32]string)
	var out strings.Builder
	fmt.Fprintf(&out, "%-12s%10s%6s%6s%6s%6s%6s\n", "", "questions", "", "1", "5", "10", fmt.Sprint(n))
	for _, subset := range []string{"clean", "answerable"} {
		rows := [4]ranks{}
		total := 0
		for i := range questions {
			q := &questions[i]
			if !q.Answerable || subset == "clean" && !q.clean() {
				continue
			}
			total++
			hits := search(x, Query{Terms: Terms(q.Question), Asked: q.asked(), K: n})
			for row, r := range firsts(docs, forms, q, hits) {
				rows[row] = append(rows[row], r)
			}
		}
		for row, name := range []string{"sentence", "neighbours", "article", "gold"} {
			r := rows[row]
			fmt.Fprintf(&out, "%-12s%10d  %-12s%6.1f%6.1f%6.1f%6.1f\n", subset, total, name, r.within(1), r.within(5), r.within(10), r.within(n))
		}
	}
	return out.String()
}

// ranks are the places, from 0, of the first hit that answers.
type ranks []int

func (r ranks) within(n int) float64 {
	found := 0
	for _, rank := range r {
		if rank < n {
			found++
		}
	}
	return 100 * float64(found) / float64(max(len(r), 1))
}

const nowhere = 1 << 30

// firsts gives the place of the first hit that answers q by itself, with its
// neighbours, by its article (counting articles), and by a gold article.
func firsts(docs []*doc.Document, forms map[int32]string, q *question, hits []Hit) [4]int {
	var answers []string
	for _, a := range q.Answers {
		answers = append(answers, answerForm(a))
	}
	first := [4]int{nowhere, nowhere, nowhere, nowhere}
	note := func(row, place int, answers func() bool) {
		if first[row] == nowhere && answers() {
			first[row] = place
		}
	}
	var seen []int32
	for place, h := range hits {
		d := docs[h.Doc]
		within := func(from, to int32) func() bool {
			from, to = max(from, 0), min(to, int32(len(d.Sentences))-1)
			return func() bool {
				return holds(answerForm(d.Article.Text[d.Sentences[from].Start:d.Sentences[to].End]), answers)
			}
		}
		note(0, place, within(h.Sentence, h.Sentence))
		note(1, place, within(h.Sentence-1, h.Sentence+1))
		if slices.Contains(seen, h.Doc) {
			continue
		}
		note(2, len(seen), func() bool {
			if forms[h.Doc] == "" {
				forms[h.Doc] = answerForm(d.Article.Title + "\n" + d.Article.Text)
			}
			return holds(forms[h.Doc], answers)
		})
		note(3, len(seen), func() bool { return slices.Contains(q.Gold, d.Article.ID) })
		seen = append(seen, h.Doc)
	}
	return first
}
