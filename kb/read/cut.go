package read

import (
	"slices"

	"dateline/kb/names"
	"dateline/kb/phrase"
)

// nestFeatures tell whether the candidate is cut right: whether a name is a
// part of it, or it is a part of a longer name or phrase.
func (d *desk) nestFeatures(r *row, g *group) {
	var holds, within, left, right float64
	for i := range g.found {
		o := &g.found[i]
		h, w := d.namesAround(o)
		holds, within = holds+h, within+w
		words := o.passage.words
		left += yes(o.first > 0 && modifies(words[o.first-1]))
		right += yes(o.last+1 < len(words) && modifies(words[o.last+1]))
	}
	n := float64(len(g.found))
	r.put("holdsName", holds/n)
	r.put("inName", within/n)
	r.put("leftOpen", left/n)
	r.put("rightOpen", right/n)
}

func modifies(w phrase.Word) bool {
	switch w.Tag {
	case phrase.Noun, phrase.Proper, phrase.Adjective, phrase.Participle, phrase.Number:
		return true
	}
	return false
}

// namesAround tells whether a name lies strictly within the candidate, and
// whether the candidate lies strictly within a name.
func (d *desk) namesAround(o *occurrence) (holds, within float64) {
	all := o.passage.source.doc.Names
	at, _ := slices.BinarySearchFunc(all, o.start, func(m names.Mention, start int) int { return int(m.End) - 1 - start })
	for ; at < len(all) && int(all[at].Start) < o.end; at++ {
		from, to := int(all[at].Start), int(all[at].End)
		switch {
		case from == o.start && to == o.end:
		case from <= o.start && o.end <= to:
			within = 1
		case o.start <= from && to <= o.end:
			holds = 1
		}
	}
	return holds, within
}
