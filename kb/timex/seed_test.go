package timex

import (
	"os"
	"testing"
)

// TestSeed checks the values that the answers about the seed article rest on.
func TestSeed(t *testing.T) {
	b, err := os.ReadFile(shared(t, "seeds/2022-01-18-blinken-ukraine.txt"))
	if err != nil {
		t.Fatal(err)
	}
	text := string(b)[len("date 2022-01-18 "):]
	want := []struct{ text, value string }{
		{"Tuesday", "2022-01-18"},
		{"this week", "2022-W03"},
		{"Tuesday", "2022-01-18"},
		{"January 14", "2022-01-14"},
		{"January", "2022-01"},
		{"20", "2022-01-20"},
		{"eight years", "P8Y"},
		{"2014", "2014"},
		{"that same year", "2014"},
		{"nearly a decade", "P10Y"},
	}
	got := Find(text, date(2022, 1, 18))
	for i, e := range got {
		if i < len(want) && (e.Text != want[i].text || e.Value != want[i].value) {
			t.Errorf("expression %d is %q %s, want %q %s", i, e.Text, e.Value, want[i].text, want[i].value)
		}
	}
	if len(got) != len(want) {
		t.Errorf("found %d expressions, want %d: %+v", len(got), len(want), got)
	}
}
