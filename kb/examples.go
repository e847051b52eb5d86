package kb

import (
	"context"
	"slices"
)

// Examples returns at most n questions that the loaded articles answer, as one
// would type them: "/who Dmytro Kuleba".
func (b *Base) Examples(n int) []string {
	var out []string
	for _, id := range b.peopleFirst(b.dir.Complete("", 40)) {
		e := b.entity(id)
		for _, q := range b.questionsAbout(e) {
			if len(out) == n {
				return out
			}
			kind := Question{Kind: q.Kind, Text: q.Text}
			if !slices.Contains(out, q.line()) && !slices.ContainsFunc(out, sameCommand(q.Kind)) && !b.answer(context.Background(), kind).Abstained {
				out = append(out, q.line())
			}
		}
	}
	return out
}

func (q Question) line() string { return "/" + string(q.Kind) + " " + q.Text }

func sameCommand(k Kind) func(string) bool {
	return func(line string) bool { return ParseLine(line).Kind == k }
}
