package entity

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGolden shows all that is linked of a few invented articles.
func TestGolden(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join("testdata", "articles.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var docs []string
	for _, s := range strings.Split(string(raw), "\n====\n") {
		docs = append(docs, strings.TrimSpace(s))
	}
	got := card(linked(t, docs...), docs)
	path := filepath.Join("testdata", "directory.golden")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the directory changed (run with -update to accept):\n%s", got)
	}
	if again := card(linked(t, docs...), docs); again != got {
		t.Error("the same documents gave another directory")
	}
}

// card writes out a directory.
func card(d *Directory, docs []string) string {
	var b strings.Builder
	for _, e := range d.Entities {
		fmt.Fprintf(&b, "%s %s, %d mentions in %d documents", e.Type, e.Name, len(e.Mentions), e.Docs)
		if e.Country != "" && e.Country != e.Name {
			fmt.Fprintf(&b, ", of %s", e.Country)
		}
		if len(e.Aliases) > 0 {
			fmt.Fprintf(&b, ", also %s", strings.Join(e.Aliases, "; "))
		}
		b.WriteByte('\n')
		for _, r := range e.Roles {
			fmt.Fprintf(&b, "\t%s, %d times, %s to %s", r, r.Count, r.First.Format("2006-01-02"), r.Date.Format("2006-01-02"))
			if r.Inferred {
				fmt.Fprintf(&b, ", perhaps of %s", r.Of)
			}
			b.WriteByte('\n')
		}
		var with []string
		for _, id := range d.Cooccurring(e.ID, 3) {
			with = append(with, d.Entities[id].Name)
		}
		fmt.Fprintf(&b, "\twith %s\n", strings.Join(with, ", "))
	}
	return b.String()
}
