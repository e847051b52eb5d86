package main

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"strings"
	"syscall"
	"time"

	"dateline/kb/article"
)

// growth measures the index of n articles, the first n or, beyond all, with
// copies in which three words in ten are others.
func growth(ctx context.Context, w io.Writer, articles []article.Article, questions []question, n int) error {
	articles = multiply(articles, n)
	bytes := 0
	for _, a := range articles {
		bytes += len(a.Text)
	}
	documents := analyze(articles)
	before := heap()
	start, busy := time.Now(), cpu()
	x, err := buildOurs(ctx, documents)
	if err != nil {
		return err
	}
	built, busy := time.Since(start), cpu()-busy
	memory := heap() - before
	runtime.KeepAlive(documents)
	var r result
	o := &ours{articles: articles, index: x, recent: true}
	for i := range questions {
		if err := r.ask(ctx, o, &questions[i]); err != nil {
			return err
		}
	}
	fmt.Fprintf(w, "%6d articles %6.1f MB  built in %5.1fs (%5.1fs of processor)  %6.1f MB of index  %s\n",
		n, float64(bytes)/1e6, built.Seconds(), busy.Seconds(), memory, &r)
	return nil
}

func multiply(articles []article.Article, n int) []article.Article {
	if n <= len(articles) {
		return articles[:n]
	}
	r := rand.New(rand.NewPCG(1, 2))
	out := articles[:len(articles):len(articles)]
	for i := 0; len(out) < n; i++ {
		a := articles[i%len(articles)]
		other := strings.Fields(articles[r.IntN(len(articles))].Text)
		a.ID = fmt.Sprintf("%s-%d", a.ID, len(out))
		a.Text = exchange(r, a.Text, other)
		out = append(out, a)
	}
	return out
}

// exchange replaces three words in ten by some of others.
func exchange(r *rand.Rand, text string, others []string) string {
	if len(others) == 0 {
		return text
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		for _, word := range strings.Fields(line) {
			if r.IntN(10) < 3 {
				word = others[r.IntN(len(others))]
			}
			b.WriteString(word + " ")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// cpu is the time that all cores have worked for this process.
func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
