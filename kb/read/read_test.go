package read

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/kb/article"
	"dateline/kb/doc"
	"dateline/kb/entity"
	"dateline/kb/index"
)

// library is a reader of invented articles.
func library(t testing.TB, texts ...string) *Reader {
	t.Helper()
	var docs []doc.Document
	for i, s := range texts {
		docs = append(docs, doc.Analyze(article.Article{
			ID: string(rune('a' + i)), Title: "Untitled", Text: s, Date: time.Date(2024, 5, 10+i, 0, 0, 0, 0, time.UTC),
		}))
	}
	b := index.NewBuilder()
	for i := range docs {
		b.Add(&docs[i], nil)
	}
	x, err := b.Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return New(docs, entity.Link(docs), x, Describe(docs))
}

const harbour = `The harbour of Bremen reopened on Monday after a strike of nine days.
The dockers' union said 4,200 workers had walked out over pay.

Mayor Hanna Petersen called the agreement a relief for the whole city. Ships had been sent to Rotterdam instead.
A cook from Oslo, Lars Ekdal, won the first prize of the soup festival with a soup made from nettles.`

func TestRead(t *testing.T) {
	r := library(t, harbour, "The council of Lyon bought 310 electric buses. Deputy mayor Claire Morel signed the contract for $95 million.")
	for _, tc := range []struct{ question, want string }{
		{"How many workers walked out in the harbour of Bremen?", "4,200"},
		{"Who won the first prize of the soup festival?", "Lars Ekdal"},
		{"How many electric buses did the council of Lyon buy?", "310 electric buses"},
	} {
		res := r.Read(context.Background(), r.Parse(tc.question, time.Date(2024, 5, 12, 0, 0, 0, 0, time.UTC)), nil)
		if len(res.Candidates) == 0 {
			t.Errorf("%s: no candidate", tc.question)
			continue
		}
		if got := res.Candidates[0].Text; got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.question, got, tc.want)
		}
	}
}

func TestReadNothing(t *testing.T) {
	r := library(t, harbour)
	for _, q := range []string{"", "?", "zzzz", "the", "\xff\xfe", "🙂🙂"} {
		r.Read(context.Background(), r.Parse(q, time.Time{}), nil)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(harbour, "Who won the first prize?")
	f.Add("“Nettles ’s $ 38%, and \xff", "how much $ to:")
	f.Fuzz(func(t *testing.T, body, question string) {
		if len(body) > 2000 {
			return
		}
		r := library(t, body)
		for _, c := range r.Read(context.Background(), r.Parse(question, time.Time{}), nil).Candidates {
			if c.SentStart > c.Start || c.End > c.SentEnd || c.Start >= c.End {
				t.Errorf("%q at [%d, %d) of a sentence at [%d, %d)", c.Text, c.Start, c.End, c.SentStart, c.SentEnd)
			}
		}
	})
}

func TestDecodeDamaged(t *testing.T) {
	for n := range len(packed) {
		if n > 100 && n%997 != 0 {
			continue
		}
		if _, err := decode(packed[:n]); err == nil {
			t.Fatalf("the first %d bytes of a model were taken for one", n)
		}
	}
}

// TestConcurrent asks the same of one reader from many goroutines.
func TestConcurrent(t *testing.T) {
	r := library(t, harbour, "The council of Lyon bought 310 electric buses. Deputy mayor Claire Morel signed the contract for $95 million.")
	questions := []string{
		"How many workers walked out in the harbour of Bremen?", "Who won the first prize of the soup festival?",
		"How many electric buses did the council of Lyon buy?", "What was the soup made from?",
	}
	ask := func(q string) string {
		return fmt.Sprint(r.Read(context.Background(), r.Parse(q, time.Date(2024, 5, 12, 0, 0, 0, 0, time.UTC)), nil))
	}
	var want []string
	for _, q := range questions {
		want = append(want, ask(q))
	}
	var wg sync.WaitGroup
	for i := range 64 {
		wg.Go(func() {
			k := i % len(questions)
			if got := ask(questions[k]); got != want[k] {
				t.Errorf("%s: one of many got %s, alone %s", questions[k], got, want[k])
			}
		})
	}
	wg.Wait()
}

// TestSpans makes sure that what is answered stands where it is said to.
func TestSpans(t *testing.T) {
	r := library(t, harbour)
	body := r.docs[0].Article.Text
	for _, q := range []string{"Who called the agreement a relief?", "What did Petersen say?", "When did the harbour reopen?", "where were ships sent"} {
		for _, c := range r.Read(context.Background(), r.Parse(q, time.Time{}), nil).Candidates {
			if c.SentStart > c.Start || c.End > c.SentEnd || c.Start >= c.End {
				t.Errorf("%s: %q at [%d, %d) of a sentence at [%d, %d)", q, c.Text, c.Start, c.End, c.SentStart, c.SentEnd)
			}
			if !strings.Contains(body, c.Text) {
				t.Errorf("%s: %q is not in the text", q, c.Text)
			}
			if c.Confidence < 0 || c.Confidence > 1 {
				t.Errorf("%s: %q with a confidence of %v", q, c.Text, c.Confidence)
			}
		}
	}
}

func TestReadUnknown(t *testing.T) {
	r := library(t, harbour)
	for _, q := range []string{"Who won the chess Olympiad?", "When will Karl Ossowski visit Lisbon?", "How many camels did Tunisia export?"} {
		if res := r.Read(context.Background(), r.Parse(q, time.Time{}), nil); res.Answerable > 0.3 {
			t.Errorf("%s: answered %q with %.2f", q, res.Candidates[0].Text, res.Answerable)
		}
	}
}

func ExampleReader_Read() {
	docs := []doc.Document{doc.Analyze(article.Article{ID: "a", Title: "Buses for Lyon",
		Text: "The council of Lyon bought 310 electric buses. Deputy mayor Claire Morel signed the contract.",
		Date: time.Date(2024, 5, 10, 0, 0, 0, 0, time.UTC)})}
	b := index.NewBuilder()
	b.Add(&docs[0], nil)
	x, err := b.Build(context.Background())
	if err != nil {
		panic(err)
	}
	r := New(docs, entity.Link(docs), x, Describe(docs))
	res := r.Read(context.Background(), r.Parse("How many electric buses did the council of Lyon buy?", time.Time{}), nil)
	fmt.Println(res.Candidates[0].Text)
	// Output: 310 electric buses
}

// TestAsOf counts the age of articles from the newest of them where the question
// comes long after, or on no day.
func TestAsOf(t *testing.T) {
	r := library(t, harbour, harbour) // of 10 and 11 May 2024
	day := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for asked, want := range map[string]string{"2024-05-01": "2024-05-01", "2024-05-12": "2024-05-12", "2024-05-14": "2024-05-13", "2026-01-01": "2024-05-13"} {
		if got := r.asOf(day(asked)); !got.Equal(day(want)) {
			t.Errorf("asked on %s: %v, want %s", asked, got, want)
		}
	}
	if got := r.asOf(time.Time{}); !got.Equal(day("2024-05-13")) {
		t.Errorf("asked on no day: %v", got)
	}
}
