package main

import (
	"regexp"
	"strings"

	"dateline/kb/text"
)

// judge tells whether answers are right, as the scorer of the questions does:
// exactly (SQuAD v1.1), as a short answer, or at least in the sentence shown.
type judge struct {
	exact []string // normalised forms for equality
	forms []string // normalised forms to be found in a text
	words [][]string
}

func newJudge(answers []string) judge {
	var j judge
	for _, a := range answers {
		e := squad(a)
		j.exact = append(j.exact, e)
		j.words = append(j.words, strings.Fields(e))
		if m := form(a); m != "" {
			j.forms = append(j.forms, m)
		}
	}
	return j
}

var (
	articles   = regexp.MustCompile(`\b(a|an|the)\b`)
	thousands  = regexp.MustCompile(`(\d),(\d{3}\b)`)
	possessive = regexp.MustCompile(`(\w)'s\b`)
	initials   = regexp.MustCompile(`\b([a-z])\.([a-z]\.)`)
	dots       = regexp.MustCompile(`\.(\D|$)`)
	others     = regexp.MustCompile(`[^a-z0-9. ]+`)
)

const marks = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"

// squad is the normal form of SQuAD's scorer.
func squad(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune(marks, r) {
			return -1
		}
		return r
	}, text.Fold(s))
	return strings.Join(strings.Fields(articles.ReplaceAllString(s, " ")), " ")
}

// form is the form in which an answer is looked for in a text.
func form(s string) string {
	s = text.Fold(s)
	s = thousands.ReplaceAllString(s, "$1$2")
	s = strings.NewReplacer("%", " percent ", "per cent", "percent", "&", " and ").Replace(s)
	s = possessive.ReplaceAllString(s, "$1")
	s = strings.ReplaceAll(s, "'", "")
	s = initials.ReplaceAllString(s, "$1$2")
	s = dots.ReplaceAllString(s, " $1")
	return strings.Join(strings.Fields(others.ReplaceAllString(s, " ")), " ")
}

func (j judge) em(answer string) bool {
	a := squad(answer)
	for _, e := range j.exact {
		if a == e {
			return true
		}
	}
	return false
}

func (j judge) ok(answer string) bool {
	if j.em(answer) {
		return true
	}
	got := strings.Fields(squad(answer))
	for _, want := range j.words {
		if f1(got, want) >= 0.6 {
			return true
		}
	}
	return len(strings.Fields(answer)) <= 12 && j.within(answer)
}

// within reports whether a right form stands in a text.
func (j judge) within(s string) bool {
	s = " " + form(s) + " "
	for _, f := range j.forms {
		if strings.Contains(s, " "+f+" ") {
			return true
		}
	}
	return false
}

func f1(got, want []string) float64 {
	left := map[string]int{}
	for _, w := range want {
		left[w]++
	}
	same := 0
	for _, w := range got {
		if left[w] > 0 {
			left[w]--
			same++
		}
	}
	if same == 0 {
		return 0
	}
	p, r := float64(same)/float64(len(got)), float64(same)/float64(len(want))
	return 2 * p * r / (p + r)
}
