package lexicon

import "testing"

func TestIsA(t *testing.T) {
	l := Load()
	for _, tc := range []struct {
		phrase, class string
		want          bool
	}{
		{"mustard", "condiment", true},
		{"shipping containers", "object", true},
		{"poodle", "dog", true},
		{"dog", "poodle", false},
		{"measles", "disease", true},
		{"neptune", "planet", true},
		{"ghana", "country", true},
		{"ohio", "state", true},
		{"oyster", "river", false},
		{"qwzx", "disease", false},
		{"measles", "qwzx", false},
	} {
		if got := l.IsA(tc.phrase, l.ClassOf(tc.class)) > 0; got != tc.want {
			t.Errorf("IsA(%q, %q) = %v, want %v", tc.phrase, tc.class, got, tc.want)
		}
	}
}

func TestBase(t *testing.T) {
	l := Load()
	for _, tc := range []struct {
		word string
		pos  POS
		want string
	}{
		{"tracks", Noun, "track"},
		{"wolves", Noun, "wolf"},
		{"years", Noun, "year"},
		{"news", Noun, "news"},
		{"countries", Noun, "country"},
		{"resigned", Verb, "resign"},
		{"stopped", Verb, "stop"},
		{"was", Verb, "be"},
		{"leaving", Verb, "leave"},
		{"blue", Adjective, "blue"},
	} {
		if got, _, ok := l.Base(tc.word, tc.pos); !ok || got != tc.want {
			t.Errorf("Base(%q, %d) = %q, %v, want %q", tc.word, tc.pos, got, ok, tc.want)
		}
	}
	if _, _, ok := l.Base("zzgl", Noun); ok {
		t.Error("an invented word has a base form")
	}
}

func TestRelated(t *testing.T) {
	l := Load()
	entry := func(w string) Entry { _, e, _ := l.Base(w, Verb); return e }
	if !l.Related(entry("purchased"), entry("buys")) {
		t.Error("purchase and buy are not related")
	}
	if l.Related(entry("swim"), entry("arrest")) {
		t.Error("swim and arrest are related")
	}
}

func TestDecodeDamaged(t *testing.T) {
	for _, b := range [][]byte{nil, []byte("text"), packed[:len(packed)/2]} {
		if _, err := decode(b); err == nil {
			t.Errorf("a table of %d damaged bytes was taken", len(b))
		}
	}
}

func BenchmarkLookup(b *testing.B) {
	l := Load()
	for b.Loop() {
		l.Lookup("mustard")
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := decode(packed); err != nil {
			b.Fatal(err)
		}
	}
}
