package kb_test

import (
	"bufio"
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/kb"
	"dateline/kb/text"
)

//go:embed testdata/seed-questions.jsonl
var seedQuestions []byte

// gold is a question about the seed article and what its answer has to show.
type gold struct {
	ID       string   `json:"id"`
	Input    string   `json:"input"`
	All      []string `json:"answer_has_all"`
	Any      []string `json:"answer_has_any"`
	None     []string `json:"answer_has_none"`
	Dates    []string `json:"dates"`
	Evidence []string `json:"evidence_any"`
	Abstain  bool     `json:"abstain"`
}

// TestSeedQuestions holds how the questions about the seed article are answered,
// asked without a day and on the article's.
func TestSeedQuestions(t *testing.T) {
	b := seedBase(t)
	asked := time.Date(2022, 1, 18, 0, 0, 0, 0, time.UTC)
	var faults strings.Builder
	right, all := 0, 0
	for _, day := range []time.Time{{}, asked} {
		lines := bufio.NewScanner(bytes.NewReader(seedQuestions))
		for lines.Scan() {
			var g gold
			if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
				t.Fatal(err)
			}
			q := kb.ParseLine(g.Input)
			q.Asked = day
			all++
			if p := g.problems(b.Ask(context.Background(), q)); len(p) > 0 {
				fmt.Fprintf(&faults, "%s: %q: %s\n", g.ID, g.Input, strings.Join(p, "; "))
				continue
			}
			right++
		}
	}
	golden(t, "seed.golden", fmt.Sprintf("%d of %d right\n%s", right, all, faults.String()))
}

// problems tells where an answer falls short.
func (g gold) problems(a kb.Answer) []string {
	if g.Abstain != a.Abstained {
		return []string{"answered " + a.Text + a.Message}
	}
	if g.Abstain {
		return nil
	}
	var out []string
	answer := text.Fold(a.Text)
	has := func(s string) bool { return strings.Contains(answer, text.Fold(s)) }
	for _, s := range g.All {
		if !has(s) {
			out = append(out, a.Text+" lacks "+s)
		}
	}
	if len(g.Any) > 0 && !slices.ContainsFunc(g.Any, has) {
		out = append(out, a.Text+" has none of "+strings.Join(g.Any, ", "))
	}
	if slices.ContainsFunc(g.None, has) {
		out = append(out, a.Text+" has one of "+strings.Join(g.None, ", "))
	}
	for _, want := range g.Dates {
		if !slices.ContainsFunc(a.Dates, func(d kb.Date) bool { return strings.HasPrefix(d.Value, want) }) {
			out = append(out, "no date "+want)
		}
	}
	if len(g.Evidence) > 0 && !slices.ContainsFunc(a.Evidence, g.supports) {
		out = append(out, "the evidence is another sentence")
	}
	return out
}

// supports reports whether a quote holds, or is held by, a passage wanted.
func (g gold) supports(e kb.Evidence) bool {
	q := text.Fold(e.Quote)
	return q != "" && slices.ContainsFunc(g.Evidence, func(want string) bool {
		w := text.Fold(want)
		return strings.Contains(q, w) || strings.Contains(w, q)
	})
}
