package corpus

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"dateline/kb/article"
)

// paragraph is a line of the files of questions about Wikipedia.
type paragraph struct {
	Title     string
	Context   string
	Questions []struct {
		ID         string
		Question   string
		Impossible bool
		Answers    []at
		Plausible  []at
	} `json:"qas"`
}

// at is an answer: where it begins, in runes, and its text.
type at struct {
	start int
	text  string
}

// UnmarshalJSON reads [start, text].
func (a *at) UnmarshalJSON(b []byte) error {
	var pair [2]json.RawMessage
	if err := json.Unmarshal(b, &pair); err != nil {
		return err
	}
	if err := json.Unmarshal(pair[0], &a.start); err != nil {
		return err
	}
	return json.Unmarshal(pair[1], &a.text)
}

// Wikipedia reads questions about paragraphs of Wikipedia: SQuAD's, or what has
// the same form.
func Wikipedia(path, source string) ([]Sample, error) {
	var out []Sample
	n := 0
	err := lines(path, func(p paragraph) error {
		n++
		a := article.Article{ID: fmt.Sprintf("%s-%d", source, n), Text: p.Context}
		for i, q := range p.Questions {
			s := Sample{ID: fmt.Sprintf("%s-%d", a.ID, i), Source: source, Group: source + p.Title, Articles: []article.Article{a}, Query: q.Question}
			s.Gold = golds(a, q.Answers)
			if q.Impossible {
				s.Gold, s.Misleading = nil, golds(a, q.Plausible)
			}
			if len(s.Gold) > 0 || q.Impossible {
				out = append(out, s)
			}
		}
		return nil
	})
	return out, err
}

func golds(a article.Article, answers []at) []Gold {
	var out []Gold
	for _, x := range answers {
		start := byteAt(a.Text, x.start)
		text := strings.TrimRight(x.text, " .,;")
		if text != "" && strings.HasPrefix(a.Text[start:], text) {
			out = append(out, Gold{a.ID, start, start + len(text)})
		}
	}
	return out
}

// byteAt is where rune n of s begins.
func byteAt(s string, n int) int {
	i := 0
	for ; n > 0 && i < len(s); n-- {
		_, w := utf8.DecodeRuneInString(s[i:])
		i += w
	}
	return i
}

// QAMR reads questions about single sentences, answered by lists of tokens.
func QAMR(path string) ([]Sample, error) {
	var out []Sample
	err := lines(path, func(l struct {
		ID     string
		Tokens []string
		QAs    [][2]json.RawMessage `json:"qas"`
	}) error {
		a, starts := sentence(l.ID, l.Tokens)
		for i, qa := range l.QAs {
			var q string
			var answers [][]int
			if err := json.Unmarshal(qa[0], &q); err != nil {
				return err
			}
			if err := json.Unmarshal(qa[1], &answers); err != nil {
				return err
			}
			var spans [][2]int
			for _, t := range answers {
				if n := len(t); n > 0 && t[n-1]-t[0]+1 <= n+1 && t[n-1] >= t[0] {
					spans = append(spans, [2]int{t[0], t[n-1] + 1})
				}
			}
			out = appendSentence(out, a, starts, "qamr", i, q, spans)
		}
		return nil
	})
	return out, err
}

// QASRL reads questions about the verbs of single sentences.
func QASRL(path string) ([]Sample, error) {
	var out []Sample
	err := lines(path, func(l struct {
		ID     string
		Tokens []string
		QAs    []struct {
			Question string
			Answers  [][2]int
		} `json:"qas"`
	}) error {
		a, starts := sentence(l.ID, l.Tokens)
		for i, q := range l.QAs {
			out = appendSentence(out, a, starts, "qasrl", i, q.Question, q.Answers)
		}
		return nil
	})
	return out, err
}

// sentence joins tokens to the text of an article.
func sentence(id string, tokens []string) (article.Article, []int) {
	starts := []int{0}
	for _, t := range tokens {
		starts = append(starts, starts[len(starts)-1]+len(t)+1)
	}
	return article.Article{ID: id, Text: strings.Join(tokens, " ")}, starts
}

func appendSentence(out []Sample, a article.Article, starts []int, source string, n int, q string, spans [][2]int) []Sample {
	s := Sample{ID: fmt.Sprintf("%s-%d", a.ID, n), Source: source, Group: source + a.ID, Articles: []article.Article{a}, Query: strings.TrimSpace(q)}
	for _, p := range spans {
		if p[0] >= 0 && p[0] < p[1] && p[1] < len(starts) {
			s.Gold = append(s.Gold, Gold{a.ID, starts[p[0]], starts[p[1]] - 1})
		}
	}
	if len(s.Gold) == 0 || s.Query == "" {
		return out
	}
	return append(out, s)
}
