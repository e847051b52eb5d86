package query

import (
	"slices"

	"dateline/kb/phrase"
)

// maxOption bounds the words of a thing to choose.
const maxOption = 4

// choices reads the things that a question lets one choose among: "Harriers or
// Wanderers?", "was it arson or an accident". Each is the stems of its words.
func (r *reading) choices() {
	or := -1
	for i := r.first + 1; i+1 < r.last; i++ {
		if r.words[i].Lower == "or" {
			or = i
		}
	}
	if or < 0 || r.q.Expect.Numeric() {
		return
	}
	left, right := r.option(or-1, -1), r.option(or+1, 1)
	if len(left) == 0 || len(right) == 0 || slices.Equal(left, right) {
		return
	}
	r.q.Choices = [][]string{left, right}
	if r.q.Kind == YesNo {
		r.q.Kind = Which
	}
}

// option are the stems of the words from word i on in a direction, up to a mark,
// a verb or a function word, determiners aside.
func (r *reading) option(i, step int) []string {
	var out []string
	for n := 0; i >= r.first && i < r.last && n < maxOption; i += step {
		w := r.words[i]
		if w.Tag == phrase.Determiner {
			if step > 0 && n == 0 {
				continue
			}
			break
		}
		if w.Tag == phrase.Mark || w.Tag == phrase.Auxiliary || w.Tag == phrase.Pronoun || i == r.wh || phrase.Closed(w.Lower) && w.Tag != phrase.Number {
			break
		}
		out = append(out, w.Stems...)
		n++
	}
	return out
}
