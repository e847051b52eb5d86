package corpus

import (
	"math/rand/v2"
	"slices"
	"strings"
	"sync"

	"dateline/kb/article"
	"dateline/kb/doc"
)

// How a question is asked.
const (
	Own   = iota // of the articles it is about
	Away         // of another, which does not tell it
	Among        // of its own among many
)

// Asking is a question asked of some articles.
type Asking struct {
	*Sample
	Articles []article.Article
	How      int
}

// crowd is how many articles stand beside its own where a question about news
// is asked of many.
const crowd = 40

// Askings are the ways in which the questions of one source are asked. The
// same questions give the same.
func Askings(all []Sample) []Asking {
	d := dealer{all: all, random: rand.New(rand.NewPCG(7, 7))}
	var out []Asking
	for i := range all {
		s := &all[i]
		out = append(out, Asking{s, s.Articles, Own})
		if len(s.Gold) > 0 && d.wanted(s) {
			if o := d.other(i); o != nil {
				out = append(out, Asking{s, o.Articles, Away})
			}
		}
		if s.news() && i%2 == 0 {
			out = append(out, Asking{s, d.among(s), Among})
		}
	}
	return out
}

func (s *Sample) news() bool { return s.Source == "teach" || s.Source == "news" || s.Source == "world" }

type dealer struct {
	all    []Sample
	random *rand.Rand
}

// wanted tells which of the answered questions are asked of another article.
func (d *dealer) wanted(s *Sample) bool {
	switch s.Source {
	case "qamr":
		return d.random.IntN(4) == 0
	case "qasrl":
		return false
	}
	return true
}

// other is a sample about another article that does not hold the answer: for
// Wikipedia another paragraph under the same title.
func (d *dealer) other(i int) *Sample {
	s := &d.all[i]
	reach := 60
	if s.news() {
		reach = len(d.all)
	}
	for range 12 {
		j := i + d.random.IntN(2*reach+1) - reach
		if j < 0 || j >= len(d.all) || d.all[j].Articles[0].ID == s.Articles[0].ID {
			continue
		}
		o := &d.all[j]
		if (s.Source == "squad" || s.Source == "wiki") && o.Group != s.Group {
			continue
		}
		if !slices.ContainsFunc(s.Gold, func(g Gold) bool { return holds(o.Articles, s.Words(g)) }) {
			return o
		}
	}
	return nil
}

// Words are the words of a right answer.
func (s *Sample) Words(g Gold) string {
	i := slices.IndexFunc(s.Articles, func(a article.Article) bool { return a.ID == g.Article })
	return s.Articles[i].Text[g.Start:g.End]
}

func holds(list []article.Article, words string) bool {
	words = strings.ToLower(words)
	return slices.ContainsFunc(list, func(a article.Article) bool { return strings.Contains(strings.ToLower(a.Text), words) })
}

// among are the articles of a question and others.
func (d *dealer) among(s *Sample) []article.Article {
	seen := map[string]bool{}
	list := slices.Clone(s.Articles)
	for _, a := range list {
		seen[a.ID] = true
	}
	for range 4 * crowd {
		for _, a := range d.all[d.random.IntN(len(d.all))].Articles {
			if !seen[a.ID] && len(list) < crowd {
				seen[a.ID] = true
				list = append(list, a)
			}
		}
	}
	return list
}

// Library analyses articles, each once. It is safe for use by many goroutines.
type Library struct {
	mu   sync.Mutex
	docs map[string]doc.Document
}

// Documents are the analysed articles of an asking.
func (l *Library) Documents(list []article.Article) []doc.Document {
	docs := make([]doc.Document, len(list))
	for i, a := range list {
		docs[i] = l.document(a)
	}
	return docs
}

func (l *Library) document(a article.Article) doc.Document {
	l.mu.Lock()
	d, ok := l.docs[a.ID]
	l.mu.Unlock()
	if ok {
		return d
	}
	d = doc.Analyze(a)
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.docs == nil {
		l.docs = map[string]doc.Document{}
	}
	l.docs[a.ID] = d
	return d
}
