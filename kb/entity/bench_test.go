package entity

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/kb/article"
	"dateline/kb/doc"
	"dateline/kb/match"
	"dateline/kb/names"
	"dateline/kb/text"
)

// corpus reads every step-th article of the news beside the checkout.
func corpus(tb testing.TB, step int) []article.Article {
	tb.Helper()
	dir, err := filepath.Abs(".")
	if err != nil {
		tb.Fatal(err)
	}
	var file *os.File
	for ; file == nil && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		file, _ = os.Open(filepath.Join(dir, "..", "shared", "bench", "news-qa", "articles.jsonl.gz"))
	}
	if file == nil {
		tb.Skip("no ../shared/bench/news-qa beside the checkout")
	}
	defer file.Close()
	zip, err := gzip.NewReader(file)
	if err != nil {
		tb.Fatal(err)
	}
	var out []article.Article
	lines := bufio.NewReaderSize(zip, 1<<20)
	for i := 0; ; i++ {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			return out
		}
		if i%step != 0 {
			continue
		}
		var a struct{ ID, Title, Date, Text string }
		if err := json.Unmarshal(line, &a); err != nil {
			tb.Fatal(err)
		}
		day, _ := time.Parse(time.DateOnly, a.Date)
		out = append(out, article.Article{ID: a.ID, Title: a.Title, Date: day, Text: a.Text})
	}
}

// recognise finds sentences and names, and reports how long the names took.
func recognise(articles []article.Article) (docs []doc.Document, took time.Duration, tokens int) {
	docs = make([]doc.Document, len(articles))
	for i, a := range articles {
		docs[i] = doc.Document{Article: a, Sentences: text.Sentences(a.Text)}
	}
	started := time.Now()
	for i := range docs {
		docs[i].Names = names.Find(docs[i].Article.Text)
	}
	took = time.Since(started)
	var buf []text.Token
	for i := range docs {
		buf = text.Tokens(buf[:0], docs[i].Article.Text)
		tokens += len(buf)
	}
	return docs, took, tokens
}

// BenchmarkLink links a tenth of the news, and compares the time with that of
// recognising its names.
func BenchmarkLink(b *testing.B) {
	docs, took, tokens := recognise(corpus(b, 10))
	b.ReportAllocs()
	var d *Directory
	for b.Loop() {
		d = Link(docs)
	}
	each := b.Elapsed() / time.Duration(b.N)
	b.ReportMetric(float64(tokens)/each.Seconds(), "tokens/s")
	b.ReportMetric(each.Seconds()/took.Seconds(), "of-recognising")
	mentions := 0
	for _, e := range d.Entities {
		mentions += len(e.Mentions)
	}
	b.Logf("%d documents, %d tokens, %d mentions, %d entities; names found in %v, linked in %v", len(docs), tokens, mentions, len(d.Entities), took, each)
	runtime.KeepAlive(docs)
}

// BenchmarkFind looks names of the news up, whole ones and surnames, with one
// or two letters wrong: of people drawn alike, and as often as they are
// mentioned.
func BenchmarkFind(b *testing.B) {
	docs, _, _ := recognise(corpus(b, 3))
	d := Link(docs)
	var people, mentioned []*Entity
	for i := range d.Entities {
		if e := &d.Entities[i]; e.Type == names.Person && strings.Count(e.Name, " ") == 1 && len(e.Mentions) > 1 && len(surnameOf(e)) > 3 {
			people = append(people, e)
			mentioned = append(mentioned, slices.Repeat([]*Entity{e}, len(e.Mentions))...)
		}
	}
	b.Logf("%d entities, %d people", len(d.Entities), len(people))
	findMisspelt(b, d, "people drawn alike", people)
	findMisspelt(b, d, "people drawn by mentions", mentioned)
	for b.Loop() {
		d.Find("Volodimir Zelenski", 5)
	}
}

// findMisspelt logs how many of some people, or namesakes, are found first by misspelt names
// and surnames, and how fast.
func findMisspelt(b *testing.B, d *Directory, draw string, people []*Entity) {
	const n = 1000
	rng := rand.New(rand.NewPCG(3, 4))
	full, surname, took := 0, 0, make([]time.Duration, 0, 2*n)
	for range n {
		e := people[rng.IntN(len(people))]
		for _, s := range []string{e.Name, surnameOf(e)} {
			query := misspell(rng, s, 1+rng.IntN(2))
			started := time.Now()
			got := d.Find(query, 1)
			took = append(took, time.Since(started))
			switch {
			case len(got) == 0:
			case s == e.Name && d.Entities[got[0].ID].Name == e.Name:
				full++
			case s != e.Name && bears(&d.Entities[got[0].ID], s):
				surname++
			}
		}
	}
	slices.Sort(took)
	b.Logf("%s: of %d misspelt found first: %.1f%% of full names, %.1f%% of surnames; p50 %v, p99 %v",
		draw, n, 100*float64(full)/n, 100*float64(surname)/n, took[n], took[2*n*99/100])
}

// bears reports whether a word is one of an entity's names.
func bears(e *Entity, word string) bool {
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		if slices.Contains(match.Words(name), word) {
			return true
		}
	}
	return false
}

// misspell makes edits random edits to s: a letter dropped, put in, changed,
// or changed round with its neighbour.
func misspell(rng *rand.Rand, s string, edits int) string {
	r := []rune(s)
	for range edits {
		i := rng.IntN(len(r) - 1)
		switch rng.IntN(4) {
		case 0:
			r = slices.Delete(r, i, i+1)
		case 1:
			r = slices.Insert(r, i, rune('a'+rng.IntN(26)))
		case 2:
			r[i] = rune('a' + rng.IntN(26))
		default:
			r[i], r[i+1] = r[i+1], r[i]
		}
	}
	return string(r)
}
