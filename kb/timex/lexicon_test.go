package timex

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestGrammarWords checks that every word that the grammar asks for is in the
// lexicon, without which it would never be met.
func TestGrammarWords(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	calls := regexp.MustCompile(`s\.(?:is|opt)\((?:[^()]|\([^()]*\))*\)`)
	quoted := regexp.MustCompile(`"([a-z]+)"`)
	asked := 0
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") {
			continue
		}
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, call := range calls.FindAllString(string(b), -1) {
			for _, m := range quoted.FindAllStringSubmatch(call, -1) {
				asked++
				if _, ok := lexicon.index[m[1]]; !ok {
					t.Errorf("%s asks for %q, which is not in the lexicon", f, m[1])
				}
			}
		}
	}
	if asked < 100 {
		t.Errorf("found only %d words asked for", asked)
	}
}
