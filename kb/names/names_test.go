package names_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/kb/names"
	"dateline/kb/text"
)

func ExampleFind() {
	s := "BRUSSELS — “We talked about Ukraine,” Ursula von der Leyen told the BBC."
	for _, m := range names.Find(s) {
		fmt.Println(m.Type, s[m.Start:m.End])
	}
	// Output:
	// LOC BRUSSELS
	// LOC Ukraine
	// PER Ursula von der Leyen
	// ORG BBC
}

func ExampleFindIn() {
	s := "Ana Lindqvist spoke. Lindqvist left for Oslo."
	sentences := text.Sentences(s)
	for _, m := range names.FindIn(s, sentences[1:]) {
		fmt.Println(m.Type, s[m.Start:m.End])
	}
	// Output:
	// PER Lindqvist
	// LOC Oslo
}

var hostile = []string{
	"", " ", "\n\n", ".", "\xff\xfe\xfd", "a\x00b", "no capital at all in this text",
	"ONLY CAPITALS IN THIS TEXT. FROM LONDON TO PARIS.", "Кулеба встретился с Блинкеном в Киеве.",
	"蔡英文在台北。", "العربية في القاهرة.", "👩‍👩‍👧‍👦 🇺🇦🇺🇸 🤷🏽", "’s ’S “ ” ‘", strings.Repeat("(", 5000),
}

func check(t *testing.T, s string) {
	t.Helper()
	last := int32(0)
	for _, m := range names.Find(s) {
		if m.Start < last || m.End <= m.Start || int(m.End) > len(s) {
			t.Fatalf("Find(%.80q) has a name at [%d,%d) after %d in %d bytes", s, m.Start, m.End, last, len(s))
		}
		if utf8.ValidString(s) && !utf8.ValidString(s[m.Start:m.End]) {
			t.Fatalf("Find(%.80q): [%d,%d) cuts a letter", s, m.Start, m.End)
		}
		last = m.End
	}
}

func TestFindHostile(t *testing.T) {
	for _, s := range hostile {
		check(t, s)
	}
	check(t, strings.Repeat("Кремль", 1<<20/12)) // 1 MB without a space
	for _, unit := range []string{"x", "X", "A.", "’", "Кулеба", "蔡", "-", "\xff", "Joe Biden\n"} {
		check(t, strings.Repeat(unit, 1<<16/len(unit)))
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(check)
}
