package library

import (
	"context"
	"slices"
	"strings"
	"time"

	"dateline/kb/entity"
	"dateline/kb/text"
)

// Part is one of the things that a question is about: a name, or words.
type Part struct {
	Text  string      // as it was asked
	IDs   []entity.ID // the entities it may name, best first
	Exact bool        // it is one of their names as it stands
	fit   float64     // 0 to 1, how well it fits what the articles have
	Stems []string    // its content words
	// weight is what it counts beside a name; 0 for a part that an answer has
	// to mention.
	weight float64
	light  bool // a word that most sentences about the thing do without
}

// Needed reports whether an answer has to mention the part.
func (p Part) Needed() bool { return p.weight == 0 }

// counts is the part's weight, 1 where it is needed.
func (p Part) counts() float64 {
	if p.Needed() {
		return 1
	}
	return p.weight
}

// Taken is the score from which an entity is taken for the one meant.
const Taken = 0.6

// Parts reads the subject of a command. "A-B" means both together, whatever
// stands between them, unless the whole is one name ("Jean-Luc").
func (l *Library) Parts(subject string) []Part {
	if ms := l.Chosen(subject); len(ms) > 0 {
		return []Part{{Text: subject, IDs: []entity.ID{ms[0].ID}, Exact: true, fit: 1}}
	}
	pieces, seps := splitSubject(subject)
	best := []Part{l.Part(subject)}
	if len(pieces) < 2 || best[0].Exact {
		return best
	}
	score := Fit(best)
	known := map[string]Part{}
	for cut := 1; cut < 1<<len(seps); cut++ {
		ps := l.resolveOnce(rejoin(pieces, seps, cut), known)
		if f := Fit(ps); f > score {
			best, score = ps, f
		}
	}
	return best
}

// Readings are the ways to read the subject of a command, best first: as a name
// or a pair; as a name among other words ("Delaware River spill"); as words
// that an answer should have. "A-B" is never anything but a pair.
func (l *Library) Readings(ctx context.Context, subject string) [][]Part {
	whole := l.Parts(subject)
	if len(whole) > 1 || whole[0].Exact || len(whole[0].Stems) < 2 {
		return [][]Part{whole}
	}
	scanned := l.Scan(ctx, subject, CommandWeight)
	switch {
	case len(scanned) == 0:
		return [][]Part{whole}
	case len(whole[0].IDs) == 0 || slices.ContainsFunc(scanned, func(p Part) bool { return p.Exact }):
		return [][]Part{scanned}
	}
	return [][]Part{whole, scanned}
}

// speaking is the share of the score of the best unit from which another speaks
// of the same.
const speaking = 0.5

// UnitsAbout returns at most n passages that speak of a subject, best first, by the
// first way to read it that finds any.
func (l *Library) UnitsAbout(ctx context.Context, subject string, n int) []Passage {
	for _, parts := range l.Readings(ctx, subject) {
		if hits := l.FindMany(ctx, parts, time.Time{}, n); Fit(parts) > 0 && len(hits) > 0 {
			least := speaking * hits[0].Score
			return slices.DeleteFunc(hits, func(h Passage) bool { return h.Score < least })
		}
	}
	return nil
}

// Resolve looks up each of several parts.
func (l *Library) Resolve(texts []string) []Part {
	out := make([]Part, len(texts))
	for i, t := range texts {
		out[i] = l.Part(t)
	}
	return out
}

// resolveOnce is Resolve for texts of which some were looked up before.
func (l *Library) resolveOnce(texts []string, known map[string]Part) []Part {
	out := make([]Part, len(texts))
	for i, t := range texts {
		p, ok := known[t]
		if !ok {
			p = l.Part(t)
			known[t] = p
		}
		out[i] = p
	}
	return out
}

// Fit is how well, 0 to 1, a way of cutting a subject fits what the articles have:
// as well as its worst part.
func Fit(ps []Part) float64 {
	worst := 1.0
	for _, p := range ps {
		worst = min(worst, p.fit)
	}
	return worst
}

// maxLongName is how many blanks and hyphens a name may have.
const maxLongName = 7

// Part looks up one part of a subject.
func (l *Library) Part(s string) Part {
	s = strings.TrimSpace(s)
	p := Part{Text: s, Stems: ContentStems(s)}
	if strings.Count(s, " ")+strings.Count(s, "-") > maxLongName {
		p.fit = 0.8 * l.Known(p.Stems)
		return p
	}
	matches := l.dir.Find(s, 4)
	if alt := strings.ReplaceAll(s, "-", " "); alt != s && (len(matches) == 0 || !matches[0].Exact) {
		if other := l.dir.Find(alt, 4); len(other) > 0 && (len(matches) == 0 || other[0].Score > matches[0].Score) {
			matches = other
		}
	}
	for _, m := range matches {
		if m.Score < Taken || m.Score < matches[0].Score-0.1 || m.Exact != matches[0].Exact {
			break
		}
		p.IDs = append(p.IDs, m.ID)
		p.fit = max(p.fit, m.Score)
		p.Exact = p.Exact || m.Exact
	}
	words := l.Known(p.Stems)
	if words == 1 && len(p.IDs) > 0 && (!p.Exact && l.Common(text.Fold(s)) || l.word(s, p.IDs[0])) {
		p.IDs, p.Exact = nil, false // a word of the articles, not a name like it
	}
	p.fit = max(p.fit, 0.8*words)
	return p
}

// Known reports whether the articles have the part in any form.
func (p Part) Known() bool { return p.fit > 0 }

// Needed are the parts that an answer has to mention.
func Needed(parts []Part) []Part {
	return slices.DeleteFunc(slices.Clone(parts), func(p Part) bool { return !p.Needed() })
}

// Missing reports whether an answer has to mention a part that no article has.
func (p Part) Missing() bool { return p.Needed() && !p.Known() }
