package kb_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/kb"
	"dateline/kb/article"
)

// TestAsked holds how the questions of bench/asked about single articles and
// about forty are answered, as people typed them before the program was asked.
// Nothing is taught on them.
func TestAsked(t *testing.T) {
	if raced {
		t.Skip("takes too long with the race detector")
	}
	bench := sharedBench(t)
	var questions []asked
	wanted := map[string]bool{}
	for _, part := range []string{"part1.jsonl", "part2.jsonl"} {
		for _, q := range readAsked(t, filepath.Join(bench, "asked", part)) {
			if q.World == "all" {
				continue
			}
			questions = append(questions, q)
			for _, id := range q.Articles {
				wanted[id] = true
			}
		}
	}
	articles := readArticles(t, filepath.Join(bench, "news-qa", "articles.jsonl.gz"), wanted)
	count, bases := tally{}, map[string]*kb.Base{}
	for _, q := range questions {
		key := strings.Join(q.Articles, " ")
		if bases[key] == nil {
			var list []article.Article
			for _, id := range q.Articles {
				list = append(list, articles[id])
			}
			b, err := kb.Build(context.Background(), list, kb.Options{})
			if err != nil {
				t.Fatal(err)
			}
			bases[key] = b
		}
		count.ask(bases[key], q)
	}
	golden(t, "asked.golden", count.String())
}

// tally counts verdicts and keeps a line for each question.
type tally struct {
	lines                                   strings.Builder
	right, long, wrong, silent, kept, false int
	sure, sureRight                         int
}

// ask asks one question and judges the answer.
func (c *tally) ask(b *kb.Base, q asked) {
	question := kb.ParseLine(q.Query)
	question.Asked = day(q.Asked)
	a := b.Ask(context.Background(), question)
	v := q.judge(a)
	fmt.Fprintf(&c.lines, "%s %s\n", q.ID, v)
	*map[string]*int{"right": &c.right, "long": &c.long, "wrong": &c.wrong, "silent": &c.silent, "kept": &c.kept, "false": &c.false}[v]++
	if !a.Abstained && a.Confidence >= 0.8 {
		c.sure++
		if v == "right" || v == "long" || v == "kept" {
			c.sureRight++
		}
	}
}

func (c *tally) String() string {
	return fmt.Sprintf("of %d answered: right %d long %d wrong %d silent %d; of %d not answered: false %d; at 0.8 or more: right %d of %d\n%s",
		c.right+c.long+c.wrong+c.silent, c.right, c.long, c.wrong, c.silent, c.kept+c.false, c.false, c.sureRight, c.sure, c.lines.String())
}

// sharedBench is the folder shared/bench beside the checkout.
func sharedBench(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		at := filepath.Join(dir, "shared", "bench")
		if _, err := os.Stat(at); err == nil {
			return at
		}
	}
	t.Skip("no folder shared/bench beside the checkout")
	return ""
}

func readAsked(t *testing.T, path string) []asked {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []asked
	for line := range bytes.Lines(b) {
		var q asked
		if err := json.Unmarshal(line, &q); err != nil {
			t.Fatal(err)
		}
		out = append(out, q)
	}
	return out
}

// readArticles reads the wanted articles only.
func readArticles(t *testing.T, path string, wanted map[string]bool) map[string]article.Article {
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
	out := map[string]article.Article{}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 8<<20)
	for lines.Scan() {
		id, _, _ := bytes.Cut(bytes.TrimPrefix(lines.Bytes(), []byte(`{"id": "`)), []byte(`"`))
		if !wanted[string(id)] {
			continue
		}
		var a struct{ ID, URL, Title, Date, Text string }
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		out[a.ID] = article.Article{ID: a.ID, URL: a.URL, Title: a.Title, Date: day(a.Date), Text: a.Text}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}
