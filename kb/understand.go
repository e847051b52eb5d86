package kb

import (
	"context"
	"slices"
	"strings"

	"dateline/kb/entity"
	"dateline/kb/query"
	"dateline/kb/text"
)

// understand reads a question or the subject of a command, with the names in it
// spelt as the articles have them. The ways are those of reading the subject of
// a command into its parts, the likeliest first.
func (b *Base) understand(ctx context.Context, q Question) (asked query.Query, ways [][]part) {
	c, ok := commandOf(q.Kind)
	if !ok {
		return b.reader.Parse(b.spelt(q.Text), q.Asked), nil
	}
	ways = b.readings(ctx, q.Text)
	asked = b.reader.ParseCommand(c, b.named(q.Text, ways[0]), q.Asked)
	asked.Unknown = nil // the parts tell what is not known
	return asked, ways
}

// named is the subject of a command with its parts by name: a pair apart, and
// what is misspelt as the articles have it.
func (b *Base) named(subject string, parts []part) string {
	misspelt := func(p part) bool { return len(p.ids) > 0 && !p.exact }
	if len(needed(parts)) < 2 && !slices.ContainsFunc(parts, misspelt) {
		return subject
	}
	var out []string
	for _, p := range parts {
		if misspelt(p) {
			p.text = b.spelling(p.text, p.ids[0])
		}
		out = append(out, p.text)
	}
	return strings.Join(out, " ")
}

// spelling is the name of an entity as somebody meant it who typed it wrongly:
// of a single word the word of the name that begins most like it.
func (b *Base) spelling(typed string, id entity.ID) string {
	name := b.dir.Entities[id].Name
	if strings.ContainsAny(typed, " -") {
		return name
	}
	best, most := name, 0
	for w := range strings.FieldsSeq(name) {
		if n := sharedPrefix(text.Fold(w), text.Fold(typed)); n > most {
			best, most = w, n
		}
	}
	return best
}

// sharedPrefix is the length in bytes of what two words begin with alike.
func sharedPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// leastSpelt is the length of a word from which on it may be a name misspelt,
// and maxSpelt how many are looked up for one question.
const (
	leastSpelt = 4
	maxSpelt   = 6
)

// spelt puts the name that is meant in place of each word that no article and no
// dictionary has, where one is near enough.
func (b *Base) spelt(question string) string {
	var out strings.Builder
	at, looked := 0, 0
	for _, w := range words(question, text.Span{End: len(question)}) {
		if w.kind != text.Word || len(w.fold) < leastSpelt || looked == maxSpelt || function(w.fold) || b.finder.known([]string{w.stem}) > 0 || b.common(w.fold) {
			continue
		}
		looked++
		ms := best(b.dir.Find(w.Of(question), 1))
		if len(ms) == 0 {
			continue
		}
		out.WriteString(question[at:w.Start] + b.spelling(w.Of(question), ms[0].ID))
		at = w.End
	}
	return out.String() + question[at:]
}
