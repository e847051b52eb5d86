package read

import (
	"context"
	"slices"
	"testing"
	"time"
)

// TestRoles tells who did it from who suffered it, however it is put.
func TestRoles(t *testing.T) {
	at := -1
	for i, n := range FeatureNames() {
		if n == "role" {
			at = i
		}
	}
	for _, c := range []struct {
		question, text, doer, sufferer string
	}{
		{"Who beat the champion on Monday?", "Inka Rautio beat Olivia Strand on Monday.", "Inka Rautio", "Olivia Strand"},
		{"Who crushed the champion on Monday?", "Olivia Strand was crushed by Inka Rautio on Monday.", "Inka Rautio", "Olivia Strand"},
		{"Who bought the firm?", "Halden Foods acquired Morvik Dairies for $3 million.", "Halden Foods", "Morvik Dairies"},
		{"Who bought the firm?", "The acquisition of Morvik Dairies by Halden Foods was announced.", "Halden Foods", "Morvik Dairies"},
	} {
		r := library(t, c.text)
		got := map[string]float32{}
		for _, e := range r.Collect(context.Background(), r.Parse(c.question, time.Time{}), nil) {
			got[e.Text] = e.Vector[at]
		}
		if got[c.doer] != 1 || got[c.sufferer] != -1 {
			t.Errorf("%s %s: %v", c.question, c.text, got)
		}
	}
}

// TestArguments tells the same of the name that a question brings with it.
func TestArguments(t *testing.T) {
	at := slices.Index(FeatureNames(), "argument")
	for _, c := range []struct {
		question, text string
		want           float32
	}{
		{"Who beat Inka Rautio?", "Olivia Strand beat Inka Rautio on Monday.", 1},
		{"Who beat Inka Rautio?", "Inka Rautio was beaten by Olivia Strand.", 1},
		{"Who beat Inka Rautio?", "Inka Rautio beat Olivia Strand on Monday.", -1},
		{"Who did Inka Rautio beat?", "Inka Rautio beat Olivia Strand on Monday.", 1},
		{"Who did Inka Rautio beat?", "Inka Rautio was beaten by Olivia Strand.", -1},
		{"Who beat Inka Rautio?", "Inka Rautio met Olivia Strand on Monday.", 0},
	} {
		r := library(t, c.text)
		found := r.Collect(context.Background(), r.Parse(c.question, time.Time{}), nil)
		if len(found) == 0 {
			t.Errorf("%s %s: no candidates", c.question, c.text)
		}
		for _, e := range found {
			if e.Vector[at] != c.want {
				t.Errorf("%s %s: %v for %q, wanted %v", c.question, c.text, e.Vector[at], e.Text, c.want)
			}
		}
	}
}
