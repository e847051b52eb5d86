package related

import (
	"slices"
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	for _, tc := range []struct {
		word, other string
		want        bool
	}{
		{"denied", "denial", true},
		{"denial", "deny", true},
		{"bought", "acquire", true},
		{"bought", "acquisition", true},
		{"bought", "purchase", true},
		{"Fired", "dismiss", true},
		{"fired", "dismissal", true},
		{"soldiers", "troops", true},
		{"troops", "soldier", true},
		{"boss", "chief", true},
		{"died", "death", true},
		{"shooting", "shoot", true},
		{"resigned", "resignation", true},
		{"lawyers", "attorney", true},
		{"large", "big", true},

		{"win", "lose", false},
		{"won", "loss", false},
		{"injure", "kill", false},
		{"injured", "dead", false},
		{"buy", "sell", false},
		{"purchase", "sale", false},
		{"president", "minister", false},
		{"arrest", "release", false},
		{"rise", "fall", false},
		{"war", "peace", false},
		{"possible", "impossible", false},
		{"lead", "leave", false},
		{"father", "mother", false},
	} {
		if got := slices.Contains(Load().Of(tc.word), tc.other); got != tc.want {
			t.Errorf("Of(%q) = %q: has %q: %v", tc.word, Load().Of(tc.word), tc.other, got)
		}
	}
}

func TestOfNone(t *testing.T) {
	for _, w := range []string{"", " ", "the", "made", "would", "zzgl", "go", "été"} {
		if got := Load().Of(w); got != nil {
			t.Errorf("Of(%q) = %q", w, got)
		}
	}
}

// TestTable tells what holds for every word: its related words are in order,
// others than itself, not too many, and related to it in turn.
func TestTable(t *testing.T) {
	table := Load()
	for i := range table.ends {
		of := table.of(i)
		if len(of) == 0 || len(of) > 24 {
			t.Errorf("%q has %d related words", table.word(i), len(of))
		}
		if i > 0 && table.word(i-1) >= table.word(i) {
			t.Errorf("%q is out of order", table.word(i))
		}
		for k, j := range of {
			if int(j) == i || k > 0 && of[k-1] >= j {
				t.Errorf("%q: %q is itself or out of order", table.word(i), table.word(int(j)))
			}
			if _, ok := slices.BinarySearch(table.of(int(j)), uint16(i)); !ok {
				t.Errorf("%q has %q but not the other way", table.word(i), table.word(int(j)))
			}
		}
	}
}

func TestDecodeDamaged(t *testing.T) {
	for _, b := range [][]byte{nil, []byte("text"), packed[:len(packed)/2]} {
		if _, err := decode(b); err == nil {
			t.Errorf("a table of %d damaged bytes was taken", len(b))
		}
	}
}

func FuzzOf(f *testing.F) {
	for _, w := range []string{"denied", "Soldiers", "shooting", "", "s", "ing", "\xff", "İ", "cease-fire"} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, word string) {
		got := Load().Of(word)
		if !slices.IsSorted(got) || len(slices.Compact(slices.Clone(got))) != len(got) {
			t.Errorf("Of(%q) = %q is not sorted or has a word twice", word, got)
		}
		if slices.Contains(got, strings.ToLower(word)) {
			t.Errorf("Of(%q) has the word itself", word)
		}
		if got != nil && len(got) == 0 {
			t.Errorf("Of(%q) is empty, not nil", word)
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := decode(packed); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOf(b *testing.B) {
	table := Load()
	b.ReportAllocs()
	for b.Loop() {
		table.Of("bought")
	}
}
