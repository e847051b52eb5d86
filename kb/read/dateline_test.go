package read

import "testing"

func TestDateline(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"PHOENIX – The team won.", "PHOENIX"},
		{"WASHINGTON, Jan 18 (Reuters) — The department said", "WASHINGTON, Jan 18 (Reuters)"},
		{"(CNN) A judge has granted", "(CNN)"},
		{"NASA said on Monday that it would try again - soon.", ""},
		{"The storm – the worst in years – hit", ""},
		{"“WOW” – he said", ""},
		{"U.S. officials said", ""},
		{"2022 – a year of storms", ""},
		{"", ""},
	} {
		if got := c.text[:dateline(c.text)]; got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
