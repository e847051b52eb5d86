package cache

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/kb/article"
	"dateline/kb/doc"
)

// sample is a thousand made-up articles of the size of the news.
func sampleArticles() []article.Article {
	paragraph := "Antony Blinken will fly to Kyiv on Tuesday to meet Dmytro Kuleba, the State Department said. " +
		"On January 20 he goes to Berlin. The New York Times reported last week that talks had failed.\n\n"
	out := make([]article.Article, 1000)
	for i := range out {
		out[i] = articleOf("Article", strings.Repeat(paragraph, 40)+strings.Repeat("x", i))
	}
	return out
}

func BenchmarkCache(b *testing.B) {
	dir := b.TempDir()
	articles := sampleArticles()
	docs := make([]doc.Document, len(articles))
	first := doc.Analyze(articles[0])
	for i, a := range articles {
		docs[i] = first
		docs[i].Article = a
	}
	size := 0
	for _, a := range articles {
		size += len(a.Text)
	}
	b.Run("Save", func(b *testing.B) {
		b.SetBytes(int64(size))
		for b.Loop() {
			if err := Save(dir, "v1", docs); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("LoadAndFind", func(b *testing.B) {
		b.SetBytes(int64(size))
		for b.Loop() {
			c, err := Load(dir, "v1")
			if err != nil {
				b.Fatal(err)
			}
			for _, a := range articles {
				if _, ok := c.Find(a); !ok {
					b.Fatal("not found")
				}
			}
		}
		paths, _ := filepath.Glob(filepath.Join(dir, "*"+suffix))
		if info, err := os.Stat(paths[0]); err == nil {
			b.ReportMetric(float64(info.Size())/float64(size), "file-bytes/text-byte")
		}
	})
}
