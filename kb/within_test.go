package kb_test

import (
	"context"
	"strings"
	"testing"

	"dateline/kb"
)

// TestWithin answers what leans on an article from it alone, and what speaks of
// something else from all.
func TestWithin(t *testing.T) {
	b := built(t,
		"A fire in Brandvold killed three people on Monday. Olivia Strand, the mayor, visited the ruins.",
		"A flood in Bristol killed 43 people on Tuesday, the police said. It was the worst for years.",
		"The baker Piet Okafor of Bristol won the lottery on Friday.")
	leaning := func(line string) string {
		q := kb.ParseLine(line)
		q.Asked, q.Within = day("2023-06-04"), [kb.MaxWithin]string{"a"}
		return b.Ask(context.Background(), q).Text
	}
	if got := leaning("how many people were killed?"); !strings.Contains(got, "three") {
		t.Errorf("of the fire: %q", got)
	}
	if got := leaning("who said so?"); strings.Contains(got, "police") {
		t.Errorf("said of the flood: %q", got)
	}
	if got := leaning("who won the lottery?"); !strings.Contains(got, "Okafor") {
		t.Errorf("speaks of something else: %q", got)
	}
}
