package kb_test

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"dateline/kb"
	"dateline/kb/article"
)

// hostile are questions made to cost as much as they can: long, of words that look
// like names, times or both, with what might part them between.
func hostile() []string {
	random := rand.New(rand.NewPCG(1, 2))
	times := strings.Fields("monday tuesday january february 2021 2022 yesterday tomorrow last week next year march")
	plain := strings.Fields("bridge water harbour council strike money election president russia ukraine minister food police court house school")
	names := strings.Fields("Biden Trump Putin Zelensky Macron Johnson Harris Pelosi Musk Scholz Kuleba Blinken")
	unknown := strings.Fields("bridgex waterq harbouur councjl sttrike mmoney electoin presidnet rusia ukrane")
	out := []string{
		strings.Repeat("x", 4000), strings.Repeat("-", 4000), strings.Repeat("é", 2000), strings.Repeat("\u202e", 1300), strings.Repeat("1 ", 2000),
		strings.Repeat("who ", 1000), strings.Repeat("January 14 ", 360), strings.Repeat("\"'", 2000), strings.Repeat("A-B-C-D-", 200), strings.Repeat("\xb3", 4001),
	}
	for _, size := range []int{130, 500, 1000, 4000} {
		for _, lead := range []string{"/who ", "/when ", "/where ", "/what ", "/why ", "/howmany ", "/howlong ", ""} {
			for _, words := range [][]string{times, plain, names, unknown} {
				for _, gap := range []string{" ", "-", ", ", " and "} {
					var q strings.Builder
					q.WriteString(lead)
					for q.Len() < size {
						q.WriteString(words[random.IntN(len(words))] + gap)
					}
					out = append(out, q.String())
				}
			}
		}
	}
	return out
}

// TestHostile answers each of them, whatever it says.
func TestHostile(t *testing.T) {
	b := world(t)
	for _, q := range hostile() {
		before := allocated()
		if a := b.Ask(context.Background(), kb.ParseLine(q)); a.Message == "" && a.Text == "" {
			t.Errorf("%.60s: nothing is said", q)
		}
		if n := allocated() - before; n > mostAllocated {
			t.Errorf("%.60s: answering allocated %d bytes, want at most %d", q, n, mostAllocated)
		}
	}
}

// BenchmarkHostile asks them of all the articles of bench/news-qa, one at a time,
// and reports the time of the worst and of the median.
func BenchmarkHostile(b *testing.B) {
	loaded, err := article.Loader{}.Load(context.Background(), article.Disk("../../shared/bench/news-qa/articles.jsonl.gz"))
	if err != nil {
		b.Skip("needs ../shared: ", err)
	}
	base, err := kb.Build(context.Background(), loaded.Articles, kb.Options{})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		worst, sum, all := time.Duration(0), time.Duration(0), hostile()
		for _, q := range all {
			start := time.Now()
			base.Ask(context.Background(), kb.ParseLine(q))
			took := time.Since(start)
			worst, sum = max(worst, took), sum+took
		}
		b.ReportMetric(float64(worst.Milliseconds()), "ms/worst")
		b.ReportMetric(float64(sum.Milliseconds())/float64(len(all)), "ms/mean")
	}
}
