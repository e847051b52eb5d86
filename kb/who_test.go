package kb

import "testing"

func TestStripNow(t *testing.T) {
	for in, want := range map[string]string{
		"mayor of Bristol now": "mayor of Bristol", "mayor, right now": "mayor", "current mayor": "mayor", "pope these days": "pope",
		"president of USA TODAY": "president of USA TODAY", "editor of Now": "editor of Now", "now": "now", "Winnow": "Winnow",
	} {
		if got := stripNow(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
