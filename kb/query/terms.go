package query

import (
	"strings"

	"dateline/kb/entity"
	"dateline/kb/names"
	"dateline/kb/phrase"
	"dateline/kb/timex"
)

// Weights of the words of a question beside their rarity.
const (
	nameWeight    = 1.2
	classWeight   = 0.6
	contextWeight = 0.8 // of words outside the sentence that asks
	vagueWeight   = 0.2
)

// vague words stand in questions without telling what is asked.
var vague = words(`week month year recently recent according new following latest approximately announced this
	today yesterday number people time name named called titled find finish first percent percentage type kind`)

// terms weighs the words of the question.
func (r *reading) terms() {
	seen := map[string]int{}
	for i, w := range r.words {
		if i == r.wh || w.Tag == phrase.Mark || phrase.Closed(w.Lower) && w.Tag != phrase.Number {
			continue
		}
		for _, s := range w.Stems {
			t := r.term(i, w, s)
			if at, ok := seen[s]; ok {
				if old := &r.q.Terms[at]; t.Weight > old.Weight || t.Focus && !old.Focus {
					t.Weight = max(t.Weight, old.Weight)
					*old = t
				}
				continue
			}
			seen[s] = len(r.q.Terms)
			r.q.Terms = append(r.q.Terms, t)
		}
	}
}

func (r *reading) term(i int, w phrase.Word, stem string) Term {
	t := Term{
		Stem: stem, Word: w.Lower, Weight: 1,
		Name:  r.inName(w),
		Class: i >= r.class.First && i <= r.class.Last,
		Focus: i >= r.first && i < r.last,
		Verb:  w.Tag == phrase.Verb || w.Tag == phrase.Participle,
	}
	if t.Focus {
		t.Offset = r.offset(i)
	}
	switch {
	case vague[w.Lower]:
		t.Weight = vagueWeight
	case t.Name:
		t.Weight = nameWeight
	case t.Class:
		t.Weight = classWeight
	}
	if !t.Focus {
		t.Weight *= contextWeight
	}
	if t.Class {
		r.q.ClassTerms = append(r.q.ClassTerms, stem)
	}
	return t
}

// offset counts the words between word i and the place of the answer, which
// takes the room of the asking word and its class.
func (r *reading) offset(i int) int {
	if i < r.slot {
		return i - r.slot
	}
	if r.slot == r.wh {
		return max(1, i-max(r.wh, r.class.Last))
	}
	return i - r.slot + 1
}

// maxSide bounds the words kept on either side of the answer's place.
const maxSide = 5

// sides keeps the words beside the place of the answer.
func (r *reading) sides() {
	for i := r.slot - 1; i >= r.first && len(r.q.Before) < maxSide; i-- {
		if Tells(r.words[i]) {
			r.q.Before = append(r.q.Before, r.words[i])
		}
	}
	next := r.slot
	if r.slot == r.wh {
		next = max(r.wh, r.class.Last) + 1
	}
	for i := next; i < r.last && len(r.q.After) < maxSide; i++ {
		if Tells(r.words[i]) {
			r.q.After = append(r.q.After, r.words[i])
		}
	}
}

// Tells reports whether a word counts among the words beside an answer: marks
// and determiners do not.
func Tells(w phrase.Word) bool { return w.Tag != phrase.Mark && w.Tag != phrase.Determiner }

func (r *reading) inName(w phrase.Word) bool {
	for _, n := range r.q.Names {
		if n.Contains(w.Span) {
			return true
		}
	}
	return false
}

// taken is the score from which on a name may be taken for the one meant.
const taken = 0.6

// names finds the names: those that look like names, and where the question
// has no capitals, words that the articles know as names.
func (r *reading) names() {
	q := r.q
	for i, m := range names.Find(q.Text) {
		if i == maxLookups {
			break
		}
		s := q.Text[m.Start:m.End]
		n := Name{Text: s}
		n.Start, n.End = int(m.Start), int(m.End)
		if n.IDs = r.lookup(s); len(n.IDs) == 0 && r.parser.finder != nil {
			q.Unknown = append(q.Unknown, s)
		}
		q.Names = append(q.Names, n)
	}
	if len(q.Names) == 0 && q.Text == strings.ToLower(q.Text) {
		r.lowerNames()
	}
}

// maxLookups bounds the names looked up for one question.
const maxLookups = 24

// lowerNames looks up runs of words that may be names, longest first.
func (r *reading) lowerNames() {
	if r.parser.finder == nil {
		return
	}
	lookups := 0
	for i := 0; i < len(r.words); i++ {
		for n := min(3, len(r.words)-i); n > 0 && lookups < maxLookups; n-- {
			if !r.mayName(i, n) {
				continue
			}
			lookups++
			s := r.q.Text[r.words[i].Start:r.words[i+n-1].End]
			ids := r.exact(s)
			if len(ids) == 0 {
				continue
			}
			name := Name{Text: s, IDs: ids}
			name.Start, name.End = r.words[i].Start, r.words[i+n-1].End
			r.q.Names = append(r.q.Names, name)
			i += n - 1
			break
		}
	}
}

// mayName reports whether the words [i, i+n) may be a name.
func (r *reading) mayName(i, n int) bool {
	for _, w := range r.words[i : i+n] {
		if w.Tag == phrase.Mark || phrase.Closed(w.Lower) {
			return false
		}
	}
	if n > 1 {
		return true
	}
	w := r.words[i]
	return w.Tag == phrase.Noun || w.Tag == phrase.Proper
}

func (r *reading) lookup(name string) []entity.ID {
	return r.find(name, func(m entity.Match) bool { return m.Score >= taken })
}

func (r *reading) exact(name string) []entity.ID {
	return r.find(name, func(m entity.Match) bool { return m.Exact })
}

func (r *reading) find(name string, fits func(entity.Match) bool) []entity.ID {
	if r.parser.finder == nil {
		return nil
	}
	var ids []entity.ID
	for _, m := range r.parser.finder.Find(name, 3) {
		if fits(m) {
			ids = append(ids, m.ID)
		}
	}
	return ids
}

// times reads the time that the question restricts itself to: a year, a month
// or a day that it names.
func (r *reading) times() {
	for _, x := range timex.Find(r.q.Text, r.q.Asked) {
		if x.Type != timex.Date && x.Type != timex.Time || x.First.IsZero() || x.Last.Before(x.First) {
			continue
		}
		if strings.ContainsAny(x.Text, "0123456789") {
			r.q.From, r.q.To = x.First, x.Last
		}
	}
}
