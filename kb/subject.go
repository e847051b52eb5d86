package kb

import (
	"context"
	"slices"
	"strings"
	"time"

	"dateline/kb/entity"
	"dateline/kb/text"
)

// part is one of the things that a question is about: a name, or words.
type part struct {
	text  string
	ids   []entity.ID // the entities it may name, best first
	exact bool        // it is one of their names as it stands
	fit   float64     // 0 to 1, how well it fits what the articles have
	stems []string    // its content words
	// weight is what it counts beside a name; 0 for a part that an answer has
	// to mention.
	weight float64
	light  bool // a word that most sentences about the thing do without
}

// needed reports whether an answer has to mention the part.
func (p part) needed() bool { return p.weight == 0 }

// counts is the part's weight, 1 where it is needed.
func (p part) counts() float64 {
	if p.needed() {
		return 1
	}
	return p.weight
}

// taken is the score from which an entity is taken for the one meant.
const taken = 0.6

// parts reads the subject of a command. "A-B" means both together, whatever
// stands between them, unless the whole is one name ("Jean-Luc").
func (b *Base) parts(subject string) []part {
	if ms := b.chosen(subject); len(ms) > 0 {
		return []part{{text: subject, ids: []entity.ID{ms[0].ID}, exact: true, fit: 1}}
	}
	pieces, seps := splitSubject(subject)
	best := []part{b.part(subject)}
	if len(pieces) < 2 || best[0].exact {
		return best
	}
	score := fit(best)
	known := map[string]part{}
	for cut := 1; cut < 1<<len(seps); cut++ {
		ps := b.resolveOnce(rejoin(pieces, seps, cut), known)
		if f := fit(ps); f > score {
			best, score = ps, f
		}
	}
	return best
}

// readings are the ways to read the subject of a command, best first: as a name
// or a pair; as a name among other words ("Delaware River spill"); as words
// that an answer should have. "A-B" is never anything but a pair.
func (b *Base) readings(ctx context.Context, subject string) [][]part {
	whole := b.parts(subject)
	if len(whole) > 1 || whole[0].exact || len(whole[0].stems) < 2 {
		return [][]part{whole}
	}
	scanned := b.scan(ctx, subject, commandWeight)
	switch {
	case len(scanned) == 0:
		return [][]part{whole}
	case len(whole[0].ids) == 0 || slices.ContainsFunc(scanned, func(p part) bool { return p.exact }):
		return [][]part{scanned}
	}
	return [][]part{whole, scanned}
}

// speaking is the share of the score of the best unit from which another speaks
// of the same.
const speaking = 0.5

// unitsAbout returns at most n units that speak of a subject, best first, by the
// first way to read it that finds any.
func (b *Base) unitsAbout(ctx context.Context, subject string, n int) []hit {
	for _, parts := range b.readings(ctx, subject) {
		if hits := b.findMany(ctx, parts, time.Time{}, n); fit(parts) > 0 && len(hits) > 0 {
			least := speaking * hits[0].score
			return slices.DeleteFunc(hits, func(h hit) bool { return h.score < least })
		}
	}
	return nil
}

func (b *Base) resolve(texts []string) []part {
	out := make([]part, len(texts))
	for i, t := range texts {
		out[i] = b.part(t)
	}
	return out
}

// resolveOnce is resolve for texts of which some were looked up before.
func (b *Base) resolveOnce(texts []string, known map[string]part) []part {
	out := make([]part, len(texts))
	for i, t := range texts {
		p, ok := known[t]
		if !ok {
			p = b.part(t)
			known[t] = p
		}
		out[i] = p
	}
	return out
}

// fit is how well a way of cutting a subject fits: as well as its worst part.
func fit(ps []part) float64 {
	worst := 1.0
	for _, p := range ps {
		worst = min(worst, p.fit)
	}
	return worst
}

// maxLongName is how many blanks and hyphens a name may have.
const maxLongName = 12

// part looks up one part of a subject.
func (b *Base) part(s string) part {
	s = strings.TrimSpace(s)
	p := part{text: s, stems: contentStems(s)}
	if strings.Count(s, " ")+strings.Count(s, "-") > maxLongName {
		p.fit = 0.8 * b.known(p.stems)
		return p
	}
	matches := b.dir.Find(s, 4)
	if alt := strings.ReplaceAll(s, "-", " "); alt != s && (len(matches) == 0 || !matches[0].Exact) {
		if other := b.dir.Find(alt, 4); len(other) > 0 && (len(matches) == 0 || other[0].Score > matches[0].Score) {
			matches = other
		}
	}
	for _, m := range matches {
		if m.Score < taken || m.Score < matches[0].Score-0.1 || m.Exact != matches[0].Exact {
			break
		}
		p.ids = append(p.ids, m.ID)
		p.fit = max(p.fit, m.Score)
		p.exact = p.exact || m.Exact
	}
	words := b.known(p.stems)
	if words == 1 && len(p.ids) > 0 && (!p.exact && b.common(text.Fold(s)) || b.word(s, p.ids[0])) {
		p.ids, p.exact = nil, false // a word of the articles, not a name like it
	}
	p.fit = max(p.fit, 0.8*words)
	return p
}

// known reports whether the articles have the part in any form.
func (p part) known() bool { return p.fit > 0 }

// separators part the two halves of a pair; a plain hyphen too, which stands
// inside names as well.
var separators = []string{" and ", " & ", " vs. ", " vs ", " versus ", " + ", ",", ";", "–", "—", "/", "-"}

// maxPieces bounds the ways of cutting a subject that are tried.
const maxPieces = 6

// splitSubject cuts a subject at every separator. seps[i] stands between
// pieces[i] and pieces[i+1].
func splitSubject(s string) (pieces, seps []string) {
	rest := s
	start := 0
	for i := 0; i < len(rest); {
		sep := separatorAt(rest[i:])
		if sep == "" || len(seps) >= maxPieces-1 {
			i++
			continue
		}
		if strings.TrimSpace(rest[start:i]) != "" && strings.TrimSpace(rest[i+len(sep):]) != "" {
			pieces = append(pieces, rest[start:i])
			seps = append(seps, sep)
			start = i + len(sep)
		}
		i += len(sep)
	}
	return append(pieces, rest[start:]), seps
}

func separatorAt(s string) string {
	for _, sep := range separators {
		if len(s) >= len(sep) && strings.EqualFold(s[:len(sep)], sep) {
			return s[:len(sep)]
		}
	}
	return ""
}

// rejoin puts pieces together again except at the separators whose bit is set
// in cut.
func rejoin(pieces, seps []string, cut int) []string {
	out := []string{pieces[0]}
	for i, sep := range seps {
		if cut&(1<<i) != 0 {
			out = append(out, pieces[i+1])
			continue
		}
		out[len(out)-1] += sep + pieces[i+1]
	}
	return out
}

// matches are the places in the view where the part is mentioned.
func (v view) matches(p part) []text.Span {
	var out []text.Span
	for _, n := range v.named {
		if slices.Contains(p.ids, n.ID) {
			out = append(out, text.Span{Start: int(n.Start), End: int(n.End)})
		}
	}
	if len(out) > 0 || len(p.stems) == 0 {
		return out
	}
	return v.stemMatches(p.stems)
}

// stemMatches are the words that bear the stems, if all of them occur.
func (v view) stemMatches(stems []string) []text.Span {
	var out []text.Span
	seen := make([]bool, len(stems))
	for _, w := range v.words {
		for i, st := range stems {
			if sameStem(w.stem, st) || w.base == st {
				out = append(out, w.Span)
				seen[i] = true
				break
			}
		}
	}
	if slices.Contains(seen, false) {
		return nil
	}
	return out
}

// sameStem compares stems and lets the adjective stand for its noun ("Crimea",
// "Crimean").
func sameStem(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) >= 5 && len(b)-len(a) <= 2 && strings.HasPrefix(b, a[:len(a)-1]) && (b[len(b)-1] == 'n' || b[:len(a)] == a)
}

// needed are the parts that an answer has to mention.
func needed(parts []part) []part {
	return slices.DeleteFunc(slices.Clone(parts), func(p part) bool { return !p.needed() })
}

// missing reports whether an answer has to mention a part that no article has.
func (p part) missing() bool { return p.needed() && !p.known() }

// hasStems reports whether all stems wanted are among others.
func hasStems(have, want []string) bool {
	for _, w := range want {
		if !slices.ContainsFunc(have, func(h string) bool { return sameStem(h, w) }) {
			return false
		}
	}
	return len(want) > 0
}
