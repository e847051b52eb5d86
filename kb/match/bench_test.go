package match

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// capitalised is a rough cut at names, enough to measure looking them up.
var capitalised = regexp.MustCompile(`[A-Z][\pL’'-]+(?: (?:[A-Z]\. )?[A-Z][\pL’'-]+){1,3}`)

// corpusNames returns the capitalised phrases of a news corpus that occur most,
// at most n, with how often they do.
func corpusNames(tb testing.TB, n int) []Name {
	file, err := os.Open(shared(tb, "bench", "news-qa", "articles.jsonl.gz"))
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	zip, err := gzip.NewReader(file)
	if err != nil {
		tb.Fatal(err)
	}
	count := make(map[string]int)
	lines := bufio.NewReaderSize(zip, 1<<20)
	for i := 0; ; i++ {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			break
		}
		var a struct{ Text string }
		if err := json.Unmarshal(line, &a); err != nil {
			tb.Fatal(err)
		}
		for _, m := range capitalised.FindAllString(a.Text, -1) {
			count[strings.Clone(m)]++
		}
	}
	names := make([]Name, 0, len(count))
	for s, c := range count {
		names = append(names, Name{Text: s, Weight: float64(c)})
	}
	slices.SortFunc(names, func(a, b Name) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Text, b.Text))
	})
	names = names[:min(n, len(names))]
	for i := range names {
		names[i].ID = int32(i)
	}
	return names
}

// BenchmarkCorpus looks names up among the 100,000 commonest capitalised
// phrases of the news corpus, and reports latencies and how many misspelt names
// are found first. It takes its time to read the corpus.
func BenchmarkCorpus(b *testing.B) {
	names := corpusNames(b, 100_000)
	started := time.Now()
	x := New(names)
	b.Logf("%d names, %d words indexed in %v", x.Len(), len(x.words.words), time.Since(started))
	full, surname := shares(x, names, 1000)
	b.Logf("of 1000 misspelt found first: full names %.1f%%, surnames %.1f%%", 100*full, 100*surname)
	rng := rand.New(rand.NewPCG(5, 6))
	var queries, prefixes []string
	for range 2000 {
		name := names[rng.IntN(len(names))].Text
		queries = append(queries, misspell(rng, name, 1+rng.IntN(2)))
		prefixes = append(prefixes, name[:1+rng.IntN(min(len(name)-1, 10))])
	}
	b.Run("Find", func(b *testing.B) { latency(b, queries, func(q string) { x.Find(q, 10) }) })
	b.Run("Complete", func(b *testing.B) { latency(b, prefixes, func(q string) { x.Complete(q, 25) }) })
	b.Run("CompleteMisspelt", func(b *testing.B) { latency(b, queries, func(q string) { x.Complete(q, 25) }) })
}

func latency(b *testing.B, queries []string, ask func(string)) {
	b.ReportAllocs()
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		at := time.Now()
		ask(queries[i%len(queries)])
		took = append(took, time.Since(at))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds()), "p50-µs")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
}

func BenchmarkNew(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		names := invented(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				New(names)
			}
		})
	}
}
