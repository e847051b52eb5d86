package read

import (
	"math"

	"dateline/kb/lexicon"
	"dateline/kb/phrase"
)

// nearbyFeatures tell what the words right beside a candidate say of it: that
// it is of the class asked for, or does what a verb of the question means.
func (d *desk) nearbyFeatures(r *row, g *group) {
	called, related := 0.0, 0.0
	for i := range g.found {
		o := &g.found[i]
		called = max(called, d.calledClass(o))
		related = max(related, d.relatedVerb(o))
	}
	r.put("called", called)
	r.put("related", related)
}

// calledClass tells how surely a word right before a candidate, or in an
// apposition after it, names something of the class asked for: "the golfer
// Jon Doe" where an athlete is.
func (d *desk) calledClass(o *occurrence) float64 {
	if d.class.Empty() {
		return 0
	}
	words := o.passage.words
	best := 0.0
	for i := o.first - 1; i >= max(0, o.first-3) && modifies(words[i]); i-- {
		best = max(best, d.isClass(words[i]))
	}
	if o.last+1 < len(words) && words[o.last+1].Lower == "," {
		for i := o.last + 2; i < min(len(words), o.last+9) && words[i].Tag != phrase.Mark && words[i].Tag != phrase.Verb; i++ {
			best = max(best, d.isClass(words[i]))
		}
	}
	return best
}

func (d *desk) isClass(w phrase.Word) float64 {
	if w.Tag != phrase.Noun {
		return 0
	}
	v, ok := d.classOf[w.Lower]
	if !ok {
		v = d.r.lexicon.IsA(w.Lower, d.class)
		d.classOf[w.Lower] = v
	}
	return v
}

// relatedVerb tells how near a verb stands that means what a verb of the
// question does, on the side on which the question has it.
func (d *desk) relatedVerb(o *occurrence) float64 {
	from, to := clauseAround(o)
	best := 0.0
	for i := max(from, o.first-8); i < min(to, o.last+9); i++ {
		w := o.passage.words[i]
		if w.Tag != phrase.Verb && w.Tag != phrase.Participle || o.passage.match[i] >= 0 || i >= o.first && i <= o.last {
			continue
		}
		for _, v := range d.verbs {
			if (v.offset < 0) == (i < o.first) && d.means(w.Lower, v) {
				best = max(best, math.Exp(-float64(min(abs(i-o.first), abs(i-o.last)))/4))
			}
		}
	}
	return best
}

// verb is a verb of the question.
type verb struct {
	entry  lexicon.Entry
	offset int
}

// findVerbs finds the verbs of the question that stand near the answer.
func (d *desk) findVerbs() {
	for _, t := range d.terms {
		if !t.Verb || t.Offset == 0 || abs(t.Offset) > 5 {
			continue
		}
		if _, e, ok := d.r.lexicon.Base(t.Word, lexicon.Verb); ok {
			d.verbs = append(d.verbs, verb{e, t.Offset})
		}
	}
}

func (d *desk) means(word string, v verb) bool {
	e, ok := d.entries[word]
	if !ok {
		_, e, _ = d.r.lexicon.Base(word, lexicon.Verb)
		d.entries[word] = e
	}
	return d.r.lexicon.Related(e, v.entry)
}
