package read

import "dateline/kb/entity"

const maxCandidates = 10

// result ranks the groups and turns the best into candidates.
func (d *desk) result() Result {
	for _, g := range d.groups {
		g.score = d.r.model.Score(g.vector)
	}
	sortGroups(d.groups)
	ranked := make([]Example, len(d.groups))
	for i, g := range d.groups {
		ranked[i] = Example{d.candidate(g), g.vector}
	}
	res := Result{Passages: d.top(5), Answerable: d.r.model.Confidence(Evidence(ranked))}
	rest := 1 - res.Answerable
	for i := range ranked[:min(len(ranked), maxCandidates)] {
		c := ranked[i].Candidate
		c.Confidence = rest
		if i == 0 {
			c.Confidence = res.Answerable
		}
		rest = min(rest, c.Confidence) / 2
		res.Candidates = append(res.Candidates, c)
	}
	return res
}

func (d *desk) candidate(g *group) Candidate {
	o := &g.found[g.best]
	s := o.passage.source.doc.Sentences[o.passage.Sentence]
	return Candidate{
		Text: g.found[g.full].text(), Doc: o.passage.Doc, Start: o.start, End: o.end,
		SentStart: s.Start, SentEnd: s.End, Sentence: o.passage.Sentence,
		Type: g.typeName(), Score: g.score, Sources: g.sources, Entity: g.entity,
	}
}

func (g *group) typeName() string {
	o := &g.found[g.best]
	if o.kind != kindName {
		return kindNames[o.kind]
	}
	return [...]string{"person", "place", "organisation", "name"}[o.name]
}

// entityAt is the entity that a candidate names.
func (d *desk) entityAt(o *occurrence) entity.ID {
	if d.r.dir == nil {
		return entity.None
	}
	for _, l := range d.r.dir.In(o.passage.Doc, o.start, o.end) {
		if int(l.Start) == o.start && int(l.End) == o.end {
			return l.ID
		}
	}
	return entity.None
}
