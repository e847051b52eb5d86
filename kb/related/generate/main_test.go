package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestSameBytes makes the table anew where the sources lie beside the checkout.
func TestSameBytes(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "..", "shared", "bench", "reading")
	wordnet, propbank := filepath.Join(dir, "oewn-syn-deriv.tsv.gz"), filepath.Join(dir, "propbank-aliases.tsv.gz")
	for _, path := range []string{wordnet, propbank} {
		if _, err := os.Stat(path); err != nil {
			t.Skipf("%s is not there: the table is not made anew", path)
		}
	}
	g, err := read(wordnet, propbank)
	if err != nil {
		t.Fatal(err)
	}
	got, err := encode(g.choose())
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join("..", "words.bin.gz"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("the sources give another table than words.bin.gz; run the command")
	}
}

func TestAkin(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		want bool
	}{
		{"buy", "buyer", true},
		{"moving", "move", true},
		{"decision", "decide", true},
		{"publish", "publication", true},
		{"lead", "leave", false},
		{"win", "gain", false},
	} {
		if got := akin(tc.a, tc.b); got != tc.want {
			t.Errorf("akin(%q, %q) = %v", tc.a, tc.b, got)
		}
	}
}
