package kb

import (
	"context"
	"slices"
)

// Examples returns at most n questions that the loaded articles answer, as one
// would type them: "/who Dmytro Kuleba".
func (b *Base) Examples(n int) []string {
	var out []string
	for _, e := range b.browse.Prominent() {
		for _, q := range b.browse.QuestionsAbout(e) {
			if len(out) == n {
				return out
			}
			kind := Question{Kind: q.Kind, Text: q.Text}
			if !slices.Contains(out, line(q)) && !slices.ContainsFunc(out, sameCommand(q.Kind)) && !b.answer(context.Background(), kind).Abstained {
				out = append(out, line(q))
			}
		}
	}
	return out
}

// line is a question as one would type it.
func line(q Question) string { return "/" + string(q.Kind) + " " + q.Text }

func sameCommand(k Kind) func(string) bool {
	return func(line string) bool { return ParseLine(line).Kind == k }
}
