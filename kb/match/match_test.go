package match

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// invented makes n different full names out of syllables, as varied as those
// of a newspaper.
func invented(n int) []Name {
	rng := rand.New(rand.NewPCG(1, 2))
	syllables := strings.Fields("an ber cor da el fin gra ha is jo ka lin mo ner os pe qui ra son ta ul ver wil xa yo zen mar low ster dan ri ko be shi ov tch man ley ton ick art")
	word := func() string {
		var b strings.Builder
		for range 2 + rng.IntN(2) {
			b.WriteString(syllables[rng.IntN(len(syllables))])
		}
		w := b.String()
		return strings.ToUpper(w[:1]) + w[1:]
	}
	first := make([]string, 400)
	for i := range first {
		first[i] = word()
	}
	seen := make(map[string]bool)
	var out []Name
	for len(out) < n {
		name := first[int(rng.ExpFloat64()*80)%len(first)] + " " + word()
		if !seen[name] {
			seen[name] = true
			out = append(out, Name{Text: name, ID: int32(len(out)), Weight: float64(int(rng.ExpFloat64() * 20))})
		}
	}
	return out
}

// crowd is 10,000 invented names with some real ones among them, from 10,000
// on.
func crowd(real ...string) *Index {
	names := invented(10_000)
	for _, r := range real {
		names = append(names, Name{Text: r, ID: int32(len(names)), Weight: 3})
	}
	return New(names)
}

var real = []string{"Dmytro Kuleba", "Volodymyr Zelenskyy", "Antony Blinken", "Annalena Baerbock", "Ned Price", "Łukasz Żółkoś", "Siobhán O’Neill", "蔡英文", "Кулеба", "Jean-Luc Picon", "U.S. Fed"}

func TestFindTypos(t *testing.T) {
	x := crowd(real...)
	tests := []struct{ query, want string }{
		{"kuleba", "Dmytro Kuleba"},
		{"kulba", "Dmytro Kuleba"},
		{"KULEBA’S", "Dmytro Kuleba"},
		{"Dimitro Kuleba", "Dmytro Kuleba"},
		{"dmytrokuleba", "Dmytro Kuleba"},
		{"dmy tro kuleba", "Dmytro Kuleba"},
		{"kuleba dmytro", "Dmytro Kuleba"},
		{"D. Kuleba", "Dmytro Kuleba"},
		{"Zelensky", "Volodymyr Zelenskyy"},
		{"Zelinskiy", "Volodymyr Zelenskyy"},
		{"Selenskyj", "Volodymyr Zelenskyy"},
		{"Volodimir Zelenski", "Volodymyr Zelenskyy"},
		{"Blinkin", "Antony Blinken"},
		{"Anthony Blinken", "Antony Blinken"},
		{"Antony John Blinken", "Antony Blinken"},
		{"Baerbok", "Annalena Baerbock"},
		{"Bärbock", "Annalena Baerbock"},
		{"Ned", "Ned Price"},
		{"lukasz zolkos", "Łukasz Żółkoś"},
		{"oneill", "Siobhán O’Neill"},
		{"Siobhan O'Neil", "Siobhán O’Neill"},
		{"蔡英文", "蔡英文"},
		{"кулеба", "Кулеба"},
		{"jean luc picon", "Jean-Luc Picon"},
		{"US Fed", "U.S. Fed"},
	}
	for _, tt := range tests {
		got := x.Find(tt.query, 5)
		if len(got) == 0 || real[max(0, got[0].ID-10_000)] != tt.want || got[0].Score < Taken {
			t.Errorf("Find(%q) = %s, want %s first", tt.query, show(x, got), tt.want)
		}
	}
}

func TestFindStrangers(t *testing.T) {
	x := crowd(real...)
	for _, q := range []string{"Merkel", "Putin", "Angela Merkel", "Vladimir Putin", "xqzvwk", "Nod", "Ne", "Annalena Merkel", "Antony Putin", "Price Waterhouse Coopers", "🙂", "1234567", "?"} {
		if got := x.Find(q, 5); len(got) > 0 && got[0].Score >= Taken {
			t.Errorf("Find(%q) = %s, want nobody", q, show(x, got))
		}
	}
}

func show(x *Index, got []Result) string {
	var b strings.Builder
	for _, r := range got {
		fmt.Fprintf(&b, "[%s %.2f %v]", x.entries[r.Name].folded, r.Score, r.Exact)
	}
	return b.String()
}

func TestFindExact(t *testing.T) {
	x := New([]Name{{Text: "George Bush", ID: 0, Weight: 9}, {Text: "George W. Bush", ID: 1, Weight: 90}, {Text: "Jeb Bush", ID: 2, Weight: 5}, {Text: "Bush", ID: 2, Weight: 5}, {Text: "University of Erehwon", ID: 3, Weight: 1}})
	got := x.Find("George Bush", 9)
	if got[0].ID != 0 || !got[0].Exact || got[0].Score != 1 {
		t.Errorf("George Bush: %s", show(x, got))
	}
	if got := x.Find("The Erehwon University", 1); len(got) != 1 || !got[0].Exact || got[0].Score < 0.99 {
		t.Errorf("words in another order: %s", show(x, got))
	}
	if got := x.Find("Gorge Bush", 1); len(got) != 1 || got[0].Exact {
		t.Errorf("misspelt is not exact: %s", show(x, got))
	}
}

// TestRespaced looks names up that are typed with a blank too few or too many,
// without taking a part of them for a middle name.
func TestRespaced(t *testing.T) {
	x := New([]Name{{Text: "Justin Doll", ID: 0, Weight: 2}, {Text: "Tru Fact", ID: 1, Weight: 2}, {Text: "Karen Land", ID: 2, Weight: 2}})
	if got := x.Find("Karenland", 1); len(got) != 1 || got[0].ID != 2 || got[0].Score < Taken {
		t.Errorf("Karenland: %s", show(x, got))
	}
	if got := x.Find("Justin Trudoll", 1); len(got) > 0 && got[0].Score >= Taken {
		t.Errorf("Justin Trudoll: %s, want nobody", show(x, got))
	}
}

func TestProminenceBreaksTies(t *testing.T) {
	x := New([]Name{{Text: "Anna Smith", ID: 0, Weight: 1}, {Text: "Bert Smith", ID: 1, Weight: 100}, {Text: "Carl Smith", ID: 2, Weight: 10}})
	for _, q := range []string{"smith", "Smyth"} {
		var ids []int32
		for _, r := range x.Find(q, 9) {
			ids = append(ids, r.ID)
		}
		if !slices.Equal(ids, []int32{1, 2, 0}) {
			t.Errorf("Find(%q) = %v, want [1 2 0]", q, ids)
		}
	}
	if got := x.Complete("smi", 9); !slices.Equal(got, []int32{1, 2, 0}) {
		t.Errorf("Complete(smi) = %v, want [1 2 0]", got)
	}
}

// TestLikelihood weighs what is wrong against who is prominent.
func TestLikelihood(t *testing.T) {
	x := New([]Name{
		{Text: "Boris Marlow", ID: 0, Weight: 2000}, {Text: "Marlow", ID: 0, Weight: 2000},
		{Text: "Ann Warlow", ID: 1, Weight: 2}, {Text: "Warlow", ID: 1, Weight: 2},
		{Text: "Dora Hewison", ID: 2, Weight: 9}, {Text: "Hewison", ID: 2, Weight: 9, Alone: 300},
		{Text: "Hewiston", ID: 3, Weight: 9},
		{Text: "Carl Tandler", ID: 4, Weight: 5}, {Text: "Tandler", ID: 4, Weight: 5},
	})
	tests := []struct {
		query string
		want  int32
		why   string
	}{
		{"Varlow", 0, "as near, but far more prominent"},
		{"Warlow", 1, "the name as it stands is before anybody prominent"},
		{"Ann Warlow", 1, "likewise"},
		{"Hewizton", 3, "nearer than the surname that is asked for"},
		{"Hewizon", 2, "a surname"},
		{"Tandlr", 4, "a letter left out is likelier than one changed"},
	}
	for _, tt := range tests {
		got := x.Find(tt.query, 5)
		if len(got) == 0 || got[0].ID != tt.want {
			t.Errorf("Find(%q) = %s, want %d first: %s", tt.query, show(x, got), tt.want, tt.why)
		}
	}
	if got := x.Complete("", 4); !slices.Equal(got, []int32{0, 2, 3, 4}) {
		t.Errorf("Complete counts what is looked up alone: %v", got)
	}
}

// misspell makes edits random edits to s: a letter dropped, doubled, changed,
// or changed round with its neighbour.
func misspell(rng *rand.Rand, s string, edits int) string {
	r := []rune(s)
	for range edits {
		i := rng.IntN(len(r) - 1)
		switch rng.IntN(4) {
		case 0:
			r = slices.Delete(r, i, i+1)
		case 1:
			r = slices.Insert(r, i, rune('a'+rng.IntN(26)))
		case 2:
			r[i] = rune('a' + rng.IntN(26))
		default:
			r[i], r[i+1] = r[i+1], r[i]
		}
	}
	return string(r)
}

// shares measures how many of n misspelt full names and surnames are found
// first.
func shares(x *Index, names []Name, n int) (full, surname float64) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range n {
		name := names[rng.IntN(len(names))]
		if found(x, misspell(rng, name.Text, 1+rng.IntN(2)), name) {
			full++
		}
		last := name.Text[strings.LastIndexByte(name.Text, ' ')+1:]
		if len(last) > 2 && found(x, misspell(rng, last, 1), name) {
			surname++
		}
	}
	return full / float64(n), surname / float64(n)
}

// found reports whether the first result is the name, or has the surname asked
// for when it is shared by several.
func found(x *Index, query string, want Name) bool {
	got := x.Find(query, 1)
	if len(got) == 0 {
		return false
	}
	if got[0].ID == want.ID {
		return true
	}
	last := want.Text[strings.LastIndexByte(want.Text, ' ')+1:]
	return !strings.Contains(query, " ") && slices.Contains(Words(x.entries[got[0].Name].folded), strings.ToLower(last))
}

func TestMisspelt(t *testing.T) {
	names := invented(10_000)
	full, surname := shares(New(names), names, 200)
	t.Logf("of 200 misspelt names found first: full %.1f%%, surnames %.1f%%", 100*full, 100*surname)
	if full < 0.95 || surname < 0.75 {
		t.Errorf("found first: full names %.3f, want 0.95; surnames %.3f, want 0.75", full, surname)
	}
}

func TestComplete(t *testing.T) {
	x := crowd(real...)
	tests := []struct{ prefix, want string }{
		{"kul", "Dmytro Kuleba"},
		{"dmytro k", "Dmytro Kuleba"},
		{"k dmy", "Dmytro Kuleba"},
		{"zelenskyy", "Volodymyr Zelenskyy"},
		{"baerbok", "Annalena Baerbock"},
		{"dmkuleba", "Dmytro Kuleba"},
		{"Ned", "Ned Price"},
		{"ann baer", "Annalena Baerbock"},
		{"蔡", "蔡英文"},
		{"Jean-L", "Jean-Luc Picon"},
	}
	for _, tt := range tests {
		got := x.Complete(tt.prefix, 25)
		if len(got) > 25 {
			t.Errorf("Complete(%q) gave %d", tt.prefix, len(got))
		}
		at := slices.IndexFunc(got, func(id int32) bool { return id >= 10_000 && real[id-10_000] == tt.want })
		if at < 0 || at > 2 {
			t.Errorf("Complete(%q): %s at %d of %d", tt.prefix, tt.want, at, len(got))
		}
	}
	if got := x.Complete("🙂🙂", 5); len(got) != 0 {
		t.Errorf("Complete(emoji) = %v, want none", got)
	}
}

func TestCompleteEmpty(t *testing.T) {
	names := invented(1000)
	got := New(names).Complete("", 25)
	if len(got) != 25 {
		t.Fatalf("Complete(\"\") gave %d, want 25", len(got))
	}
	for i := 1; i < len(got); i++ {
		if names[got[i-1]].Weight < names[got[i]].Weight {
			t.Errorf("not by prominence at %d", i)
		}
	}
}

func TestHostile(t *testing.T) {
	empty := New(nil)
	if len(empty.Find("x", 3))+len(empty.Complete("x", 3)) > 0 {
		t.Error("an empty index found something")
	}
	x := New([]Name{{Text: "", ID: 0, Weight: 0}, {Text: strings.Repeat("x", 1<<20), ID: 1, Weight: 0}, {Text: "\xff\xfe", ID: 2, Weight: -5}, {Text: strings.Repeat("a ", 1000), ID: 3, Weight: 1}})
	for _, q := range []string{"", " ", "\xff", strings.Repeat("é", 1<<20), strings.Repeat("ab ", 1<<18), strings.Repeat(".", 300), "’s", "a.b.c.d.e"} {
		x.Find(q, 25)
		x.Complete(q, 25)
	}
}

func FuzzFind(f *testing.F) {
	x := crowd(real...)
	for _, s := range append([]string{"", "kulba", "a.b.", "O’Neill’s", "\xf0\x9f"}, real...) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, q string) {
		for _, r := range x.Find(q, 5) {
			if r.Score < 0 || r.Score > 1.0001 {
				t.Errorf("Find(%q): score %v", q, r.Score)
			}
		}
		if got := x.Complete(q, 25); len(got) > 25 {
			t.Errorf("Complete(%q) gave %d", q, len(got))
		}
	})
}

func ExampleIndex_Find() {
	x := New([]Name{{Text: "Dmytro Kuleba", ID: 7, Weight: 12}, {Text: "Annalena Baerbock", ID: 8, Weight: 5}})
	for _, q := range []string{"kulba", "Dimitro Kuleba", "Merkel"} {
		r := x.Find(q, 1)
		fmt.Println(q, len(r) > 0 && r[0].Score >= Taken)
	}
	// Output:
	// kulba true
	// Dimitro Kuleba true
	// Merkel false
}

// shared finds a file of the test data beside the checkout.
func shared(tb testing.TB, path ...string) string {
	dir, err := filepath.Abs(".")
	if err != nil {
		tb.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		p := filepath.Join(append([]string{dir, "..", "shared"}, path...)...)
		if _, err := os.Stat(p); err == nil {
			return p
		}
	}
	tb.Skipf("no ../shared/%s beside the checkout", filepath.Join(path...))
	return ""
}
