package main

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"slices"
	"time"

	"dateline/kb/article"
	"dateline/kb/doc"
)

type engine interface {
	// search gives the ids of the best n articles.
	search(ctx context.Context, q *question, n int) ([]string, error)
}

// compare asks the indexes the same questions, a hundred at a time in turn, on
// one goroutine.
func compare(ctx context.Context, w io.Writer, articles []article.Article, questions []question, passages bool) error {
	start := time.Now()
	documents := analyze(articles)
	fmt.Fprintf(w, "%d articles, %d questions; cut into sentences in %.1fs\n", len(articles), len(questions), time.Since(start).Seconds())
	start = time.Now()
	x, err := buildOurs(ctx, documents)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%-24sbuilt in %.1fs\n", "Dateline", time.Since(start).Seconds())
	names := []string{"Dateline", "Dateline without dates"}
	engines := []engine{&ours{articles: articles, index: x, recent: true}, &ours{articles: articles, index: x}}
	peers := []func([]*doc.Document) (*peer, error){buildPeer}
	if passages {
		peers = append(peers, buildPassages)
	}
	for i, build := range peers {
		start := time.Now()
		p, err := build(documents)
		if err != nil {
			return err
		}
		name := [...]string{"bleve, articles", "bleve, passages"}[i]
		fmt.Fprintf(w, "%-24sbuilt in %.1fs\n", name, time.Since(start).Seconds())
		names, engines = append(names, name), append(engines, p)
	}
	results := make([]result, len(engines))
	for part := range slices.Chunk(questions, 100) {
		for j, e := range engines {
			for i := range part {
				if err := results[j].ask(ctx, e, &part[i]); err != nil {
					return err
				}
			}
		}
	}
	for j, name := range names {
		fmt.Fprintf(w, "%-24s%s\n", name, &results[j])
	}
	return nil
}

// result is how an engine does.
type result struct {
	took  []time.Duration
	gold1 int // questions with a gold article first
	gold5 int // and among the first five
}

func (r *result) ask(ctx context.Context, e engine, q *question) error {
	start := time.Now()
	ids, err := e.search(ctx, q, 10)
	if err != nil {
		return err
	}
	r.took = append(r.took, time.Since(start))
	at := slices.IndexFunc(ids, func(id string) bool { return slices.Contains(q.Gold, id) })
	if at == 0 {
		r.gold1++
	}
	if at >= 0 && at < 5 {
		r.gold5++
	}
	return nil
}

func (r *result) String() string {
	slices.Sort(r.took)
	n := len(r.took)
	return fmt.Sprintf("p50 %8.3f ms  p99 %8.3f ms  gold first %.1f %%  in five %.1f %%",
		millis(r.took[n/2]), millis(r.took[n*99/100]), 100*float64(r.gold1)/float64(n), 100*float64(r.gold5)/float64(n))
}

func millis(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// heap is the memory in use in MB, after as many collections as it takes for
// pools to let go of theirs.
func heap() float64 {
	for range 3 {
		runtime.GC()
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / 1e6
}
