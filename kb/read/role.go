package read

import (
	"strings"

	"dateline/kb/phrase"
	"dateline/kb/query"
)

// roleReach is how many words away from a candidate the verb of the question is
// looked for.
const roleReach = 14

// roleFeatures tell whether the candidate does or suffers what the question asks,
// by where it stands to the verb, or a noun or another verb for it, active or
// passive.
func (d *desk) roleFeatures(r *row, g *group) {
	most, least := 0.0, 0.0
	for i := range g.found {
		v := d.roleAgrees(&g.found[i])
		most, least = max(most, v), min(least, v)
	}
	r.put("roleAsked", float64(d.q.Role))
	r.put("roleAgrees", most)
	r.put("roleClashes", least)
	r.put("role", d.roleAgrees(&g.found[g.best]))
	most, least = 0, 0
	for i := range g.found {
		v := d.argumentAgrees(g.found[i].passage)
		most, least = max(most, v), min(least, v)
	}
	r.put("argumentAgrees", most)
	r.put("argumentClashes", least)
	r.put("argument", d.argumentAgrees(g.found[g.best].passage))
}

// argumentAgrees is 1 where a name of the question plays the other role in a
// sentence, as it does in the question, to the verb asked about; -1 where it plays
// the role that the answer should, so that who did it and who suffered it are
// exchanged; 0 where that cannot be told.
func (d *desk) argumentAgrees(p *passage) float64 {
	same := d.verbForms()
	if d.q.Role == query.NoRole || same == nil {
		return 0
	}
	agrees := 0.0
	for first := 0; first < len(p.words); first++ {
		if !d.isName(p, first) {
			continue
		}
		last := first
		for last+1 < len(p.words) && d.isName(p, last+1) {
			last++
		}
		switch found := nearestRole(p.words, first, last, same); found {
		case query.NoRole:
		case d.q.Role:
			agrees = min(agrees, -1)
		default:
			return 1
		}
		first = last
	}
	return agrees
}

// isName reports whether a word stands in a name of the question.
func (d *desk) isName(p *passage, i int) bool {
	t := p.match[i]
	return t >= 0 && d.terms[t].Name
}

// nearestRole is the role of words [first, last] to the nearest verb of some
// stems.
func nearestRole(words []phrase.Word, first, last int, verbs map[string]bool) query.Role {
	for gap := 1; gap <= roleReach; gap++ {
		for _, i := range [2]int{last + gap, first - gap} {
			if i >= 0 && i < len(words) && has(verbs, words[i]) {
				return roleAt(words, first, last, i)
			}
		}
	}
	return query.NoRole
}

// roleAgrees is 1 where a candidate plays the role that is asked for, -1 where it
// plays the other, 0 where that cannot be told.
func (d *desk) roleAgrees(o *occurrence) float64 {
	same := d.verbForms()
	if d.q.Role == query.NoRole || same == nil {
		return 0
	}
	switch found := nearestRole(o.passage.words, o.first, o.last, same); found {
	case query.NoRole:
		return 0
	case d.q.Role:
		return 1
	}
	return -1
}

// verbForms are the stems that tell what the question's verb does.
func (d *desk) verbForms() map[string]bool {
	for k, t := range d.predicate.terms {
		if d.terms[t].Stem == d.q.Verb {
			return d.predicate.same[k]
		}
	}
	return nil
}

func has(stems map[string]bool, w phrase.Word) bool {
	for _, s := range w.Stems {
		if stems[s] {
			return true
		}
	}
	return false
}

// roleAt is the role of words [first, last] to the verb or noun at word i.
func roleAt(words []phrase.Word, first, last, i int) query.Role {
	by := first > 0 && words[first-1].Lower == "by" || first > 1 && words[first-1].Tag == phrase.Determiner && words[first-2].Lower == "by"
	if words[i].Tag == phrase.Noun {
		switch {
		case first > i && by, last < i && last+1 < len(words) && words[last+1].Tag == phrase.Possessive:
			return query.Agent
		case first > i && (words[first-1].Lower == "of" || first > 1 && words[first-2].Lower == "of"):
			return query.Patient
		}
		return query.NoRole
	}
	passive := isPassive(words, i)
	switch {
	case last < i && passive:
		return query.Patient
	case last < i:
		return query.Agent
	case passive && by:
		return query.Agent
	case passive:
		return query.NoRole
	}
	return query.Patient
}

// isPassive reports whether the verb at word i is passive: after a form of be, or
// before "by".
func isPassive(words []phrase.Word, i int) bool {
	if strings.HasSuffix(words[i].Lower, "ing") {
		return false
	}
	if i+1 < len(words) && words[i+1].Lower == "by" {
		return true
	}
	for k := i - 1; k >= max(0, i-3); k-- {
		if bes[words[k].Lower] {
			return true
		}
		if t := words[k].Tag; t != phrase.Adverb && words[k].Lower != "not" {
			return false
		}
	}
	return false
}

var bes = wordSet(`is are was were be been being gets got`)
