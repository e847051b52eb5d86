package corpus

import (
	"fmt"
	"strings"

	"dateline/kb/article"
)

// line is a question about news as it is written down.
type line struct {
	ID       string
	Article  string
	Query    string
	Asked    string
	Kind     string
	Answer   *string
	Sentence any // its text, or where it begins
	Start    int
	End      int
	Also     []string
	Spans    [][2]int // in place of all of these: the answer and others as right
	Yes      *bool
	Reason   string
}

// News reads questions about articles that are found by their ids; those about
// articles that are not there are left out.
func News(path, source string, articles map[string]article.Article) ([]Sample, error) {
	var out []Sample
	err := lines(path, func(l line) error {
		a, ok := articles[l.Article]
		if !ok {
			return nil
		}
		s, err := l.sample(map[string]article.Article{a.ID: a})
		if err != nil {
			return err
		}
		s.ID, s.Source, s.Group, s.Articles = fmt.Sprintf("%s-%d", source, len(out)), source, a.ID, []article.Article{a}
		out = append(out, s)
		return nil
	})
	return out, err
}

// Worlds reads small invented articles with their questions.
func Worlds(path string) ([]Sample, error) {
	var out []Sample
	err := lines(path, func(w struct {
		ID       string
		Articles []struct{ ID, Title, Date, Text string }
		Qs       []line `json:"questions"`
	}) error {
		byID := map[string]article.Article{}
		var list []article.Article
		for _, a := range w.Articles {
			x := article.Article{ID: a.ID, Title: a.Title, Date: day(a.Date), Text: a.Text}
			byID[a.ID], list = x, append(list, x)
		}
		for i, l := range w.Qs {
			s, err := l.sample(byID)
			if err != nil {
				return fmt.Errorf("world %s: %w", w.ID, err)
			}
			s.ID, s.Source, s.Group, s.Articles = fmt.Sprintf("%s-%d", w.ID, i), "world", w.ID, list
			out = append(out, s)
		}
		return nil
	})
	return out, err
}

// sample finds the answers in the article that has them.
func (l *line) sample(articles map[string]article.Article) (Sample, error) {
	s := Sample{Query: l.Query, Kind: l.Kind, Asked: day(l.Asked), Yes: l.Yes, Reason: l.Reason}
	for _, p := range l.Spans {
		s.Gold = append(s.Gold, Gold{l.Article, p[0], p[1]})
	}
	if l.Answer == nil {
		return s, nil
	}
	a, ok := articles[l.Article]
	if !ok {
		return s, fmt.Errorf("%q: no article %q", l.Query, l.Article)
	}
	start, end := l.Start, l.End
	if text, ok := l.Sentence.(string); ok {
		at := strings.Index(a.Text, text)
		in := strings.Index(text, *l.Answer)
		if at < 0 || in < 0 {
			return s, fmt.Errorf("%q: answer %q does not stand in its sentence", l.Query, *l.Answer)
		}
		start, end = at+in, at+in+len(*l.Answer)
	}
	if end > len(a.Text) || start >= end {
		return s, fmt.Errorf("%q: answer at [%d, %d) of %d bytes", l.Query, start, end, len(a.Text))
	}
	s.Gold = []Gold{{a.ID, start, end}}
	for _, also := range l.Also {
		if i := nearest(a.Text, also, start); i >= 0 {
			s.Gold = append(s.Gold, Gold{a.ID, i, i + len(also)})
		}
	}
	return s, nil
}

// nearest is where part stands in s, nearest to at; -1 where it does not.
func nearest(s, part string, at int) int {
	best := -1
	if part == "" {
		return best
	}
	for i := 0; ; {
		n := strings.Index(s[i:], part)
		if n < 0 {
			return best
		}
		if best < 0 || max(i+n-at, at-i-n) < max(best-at, at-best) {
			best = i + n
		}
		i += n + 1
	}
}
