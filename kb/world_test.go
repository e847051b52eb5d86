package kb_test

import (
	"context"
	"testing"
	"time"

	"dateline/kb"
	"dateline/kb/article"
)

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

// world is a knowledge base of invented news, the last two of which tell the
// same story.
func world(t testing.TB) *kb.Base {
	t.Helper()
	b, err := kb.Build(context.Background(), []article.Article{
		{ID: "bridge", Title: "Mayor opens bridge", Source: "example.com", URL: "https://example.com/bridge", Date: day("2023-05-10"), Text: `BRISTOL (EX) — Mayor Ingrid Halvorsen opened the new Strand Bridge on Tuesday, two years after a flood destroyed the old one.

“This bridge joins what the river parted,” Halvorsen told a crowd of 3,000 people in Bristol. She thanked engineer Tomas Okafor, who designed it.

The bridge was closed on Wednesday because of strong wind.`},
		{ID: "strike", Title: "Ferry crews end strike", Source: "example.org", Date: day("2023-06-02"), Text: `Ferry crews in Bristol ended their strike on Friday after the Harbour Board agreed to raise wages by 6 percent.

Okafor, now head of the Harbour Board, said the deal was “fair to both sides.”

The strike began on May 22 in order to force talks about safety.`},
		{ID: "strike2", Title: "Bristol strike over", Source: "example.net", Date: day("2023-06-03"), Text: `The strike of ferry crews in Bristol ended on Friday. Mayor Ingrid Halvorsen welcomed the agreement.`},
	}, kb.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}
