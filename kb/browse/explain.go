package browse

import (
	"context"

	"dateline/kb/answer"
	"dateline/kb/entity"
	"dateline/kb/library"
	"dateline/kb/names"
)

// Explanation is what the knowledge base knows of a name in somebody's text.
type Explanation struct {
	Name string // preferred name
	Type string // "person", "place", "organisation" or "name"
	What string // role or description; may be empty
	// Evidence is the sentence that says most about it.
	Evidence answer.Evidence
}

// maxExplained bounds the text in bytes that Explain reads.
const maxExplained = 8000

// Explain finds the people, places and organisations that the knowledge base
// knows in a text, in the order of the text, each once, at most n.
func (b *Browser) Explain(ctx context.Context, s string, n int) []Explanation {
	s = s[:min(len(s), maxExplained)]
	var out []Explanation
	seen := map[entity.ID]bool{}
	for _, m := range names.Find(s) {
		found := library.Best(b.lib.Directory().Find(s[m.Start:m.End], 1))
		if len(out) == n || ctx.Err() != nil {
			break
		}
		if len(found) == 0 || seen[found[0].ID] {
			continue
		}
		seen[found[0].ID] = true
		out = append(out, b.Explanation(found[0].ID))
	}
	return out
}

// Explanation tells who or what an entity is.
func (b *Browser) Explanation(id entity.ID) Explanation {
	e := b.lib.Entity(id)
	x := Explanation{Name: e.Name, Type: library.TypeWord(e.Type)}
	if len(e.Roles) > 0 {
		x.What = e.Roles[0].String()
	}
	if facts := b.facts(e, e.Roles); len(facts) > 0 {
		x.Evidence = facts[0]
	}
	return x
}
