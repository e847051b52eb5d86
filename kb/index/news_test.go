package index

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"dateline/kb/article"
)

// question is one of the news questions of the shared benchmark.
type question struct {
	ID         string
	Date       string
	Week       string
	Question   string
	Answers    []string
	Articles   []string
	Gold       []string `json:"gold_articles"`
	Answerable bool
	Solid      bool
	Fresh      bool
}

func (q *question) clean() bool { return q.Solid && q.Fresh }

func (q *question) asked() time.Time {
	t, _ := time.Parse(time.DateOnly, q.Date)
	return t
}

// newsFile finds a file of the shared news benchmark.
func newsFile(t testing.TB, name string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for dir != filepath.Dir(dir) {
		dir = filepath.Dir(dir)
		path := filepath.Join(dir, "shared", "bench", "news-qa", name)
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	t.Skipf("no shared/bench/news-qa/%s beside the checkout", name)
	return ""
}

// eachLine calls f with every line of a gzipped file.
func eachLine(t testing.TB, path string, f func(line []byte)) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	r := bufio.NewReaderSize(z, 1<<20)
	for {
		line, err := r.ReadBytes('\n')
		if len(line) > 1 {
			f(line)
		}
		if err != nil {
			return
		}
	}
}

func newsQuestions(t testing.TB) []question {
	var out []question
	eachLine(t, newsFile(t, "questions.jsonl.gz"), func(line []byte) {
		var q question
		if err := json.Unmarshal(line, &q); err != nil {
			t.Fatal(err)
		}
		out = append(out, q)
	})
	return out
}

// newsArticles reads the articles whose id keep holds, all where it is nil.
func newsArticles(t testing.TB, keep map[string]bool) []article.Article {
	var out []article.Article
	eachLine(t, newsFile(t, "articles.jsonl.gz"), func(line []byte) {
		if id, ok := strings.CutPrefix(string(line[:min(64, len(line))]), `{"id": "`); ok && keep != nil {
			id, _, _ = strings.Cut(id, `"`)
			if !keep[id] {
				return
			}
		}
		var a struct{ ID, URL, Title, Date, Text string }
		if err := json.Unmarshal(line, &a); err != nil {
			t.Fatal(err)
		}
		date, _ := time.Parse(time.DateOnly, a.Date)
		out = append(out, article.Article{ID: a.ID, URL: a.URL, Title: a.Title, Date: date, Text: a.Text})
	})
	return out
}

var (
	thousands  = regexp.MustCompile(`(\d),(\d{3})\b`)
	possessive = regexp.MustCompile(`(\w)'s\b`)
	initials   = regexp.MustCompile(`\b([a-z])\.([a-z]\.)`)
	strayDot   = regexp.MustCompile(`(^|[^0-9])\.|\.([^0-9]|$)`)
	others     = regexp.MustCompile(`[^a-z0-9. ]+`)
	folder     = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", " - ", "…", " ",
		"ß", "ss", "ø", "o", "Ø", "O", "ł", "l", "Ł", "L", "đ", "d")
)

// answerForm writes a text the way the benchmark's scorer compares answers,
// with a blank at either end.
func answerForm(s string) string {
	s = strings.ToLower(norm.NFKD.String(folder.Replace(s)))
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, s)
	s = thousands.ReplaceAllString(thousands.ReplaceAllString(s, "$1$2"), "$1$2")
	s = strings.NewReplacer("%", " percent ", "per cent", "percent", "&", " and ").Replace(s)
	s = possessive.ReplaceAllString(s, "$1")
	s = strings.ReplaceAll(s, "'", "")
	s = initials.ReplaceAllString(initials.ReplaceAllString(s, "$1$2"), "$1$2")
	s = strayDot.ReplaceAllString(strayDot.ReplaceAllString(s, "$1 $2"), "$1 $2")
	s = others.ReplaceAllString(s, " ")
	return " " + strings.Join(strings.Fields(s), " ") + " "
}

// holds reports whether a text in answerForm holds any of the answers.
func holds(form string, answers []string) bool {
	for _, a := range answers {
		if a != "  " && strings.Contains(form, a) {
			return true
		}
	}
	return false
}
