package kb_test

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dateline/kb"
	"dateline/kb/article"
)

// asked is a question as people type it, with what its answer should be; the
// scorer of bench/asked judges in the same way.
type asked struct {
	ID         string
	World      string
	Articles   []string
	Texts      []struct{ ID, Title, Date, Text string }
	Query      string
	Asked      string
	Kind       string
	Answerable bool
	Accept     []string
	Reject     []string
	Date       string
}

// TestContrast holds how the questions about small worlds of invented news are
// answered, so that a change shows in the diff. They come in minimal pairs of
// which one is answered and one is not; nothing is taught on them.
func TestContrast(t *testing.T) { scored(t, "contrast") }

// TestMisled does the same with questions that readers wrote to mislead, about worlds
// of which nothing was taught either.
func TestMisled(t *testing.T) { scored(t, "misled") }

// scored asks the questions of a file of testdata and holds the verdicts.
func scored(t *testing.T, name string) {
	if raced {
		t.Skip("takes too long with the race detector")
	}
	count, bases := tally{}, map[string]*kb.Base{}
	for _, q := range readQuestions(t, name+".jsonl.gz") {
		key := q.Texts[0].ID
		if bases[key] == nil {
			bases[key] = q.base(t)
		}
		count.ask(bases[key], q)
	}
	golden(t, name+".golden", count.String())
}

func readQuestions(t *testing.T, name string) []asked {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var out []asked
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var q asked
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			t.Fatal(err)
		}
		out = append(out, q)
	}
	return out
}

func (q asked) base(t *testing.T) *kb.Base {
	t.Helper()
	var list []article.Article
	for _, x := range q.Texts {
		list = append(list, article.Article{ID: x.ID, Title: x.Title, Date: day(x.Date), Text: x.Text})
	}
	b, err := kb.Build(context.Background(), list, kb.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// sentences are the kinds of question whose answer may also stand in the quote.
var sentences = []string{"what", "why", "yesno", "list", "quote"}

func (q asked) judge(a kb.Answer) string {
	switch {
	case a.Abstained && q.Answerable:
		return "silent"
	case a.Abstained:
		return "kept"
	}
	answer := plain(a.Text)
	has := func(s string) func(string) bool {
		return func(pattern string) bool { return matches(marks.Replace(pattern), s) }
	}
	if !q.Answerable {
		if slices.ContainsFunc(q.Accept, has(answer)) {
			return "kept"
		}
		return "false"
	}
	ok := slices.ContainsFunc(q.Accept, has(answer))
	most := 25
	if slices.Contains(sentences, q.Kind) {
		most = 60
		ok = ok || len(a.Evidence) > 0 && slices.ContainsFunc(q.Accept, has(plain(a.Evidence[0].Quote)))
	}
	ok = ok || q.Date != "" && len(a.Dates) > 0 && strings.HasPrefix(a.Dates[0].Value, q.Date)
	switch {
	case !ok || slices.ContainsFunc(q.Reject, has(answer)):
		return "wrong"
	case len(strings.Fields(answer)) > most:
		return "long"
	}
	return "right"
}

var (
	all     = regexp.MustCompile(`\(\?=\.(?:\{0,\}|\*)((?:[^()]|\([^()]*\))*)\)`) // one of several that are all to be found
	nothing = regexp.MustCompile(`\(\?![^()]*\)`)                                 // what may not follow, which is left out
)

// matches reports whether a pattern, in the syntax of Python as far as the
// questions use it, is found in s.
func matches(pattern, s string) bool {
	if parts := all.FindAllStringSubmatch(pattern, -1); parts != nil {
		return !slices.ContainsFunc(parts, func(p []string) bool { return !matches(p[1], s) })
	}
	return regexp.MustCompile("(?i)" + nothing.ReplaceAllString(pattern, "")).MatchString(s)
}

func plain(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(marks.Replace(s), "*", "")), " ")
}

var marks = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "\u00a0", " ", "–", "-", "—", "-")
