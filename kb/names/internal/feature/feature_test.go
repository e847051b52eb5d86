package feature

import (
	"slices"
	"strings"
	"testing"

	"dateline/kb/names/internal/crf"
	"dateline/kb/names/internal/lexicon"
)

// sentence makes a sentence of blank-separated tokens with a lexicon that
// knows "new york" as a city and "smith" as a surname.
func sentence(t *testing.T, s string) (*Sentence, *lexicon.Lexicon) {
	t.Helper()
	file, err := (&lexicon.Tables{Facts: map[uint32]lexicon.Fact{
		Hash("new"):                             {Lists: lexicon.Begins},
		lexicon.Join(Hash("new"), Hash("york")): {Lists: lexicon.City},
		Hash("smith"):                           {Case: 6, Lists: lexicon.Surname},
	}}).Encode()
	if err != nil {
		t.Fatal(err)
	}
	lex, err := lexicon.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	out := new(Sentence)
	for _, word := range strings.Fields(s) {
		w := NewWord(lex, word)
		out.Words = append(out.Words, &w)
	}
	out.Prepare(lex)
	return out, lex
}

func TestShapeOf(t *testing.T) {
	tests := map[string]Shape{
		"news": Lower, "Paris": Capital, "J.": Initial, "J": Initial, "NATO": Upper, "U.S.": Dotted, "McDonald": Camel,
		"iPhone": Camel, "10,000": Digits, "F-16": Alnum, "—": Mark, "蔡英文": Other, "Кулеба": Capital, "O'Neill": Mixed,
		"'s": Lower, "AT&T": Upper, "Jean-Luc": Mixed, "": Mark,
	}
	for word, want := range tests {
		if got := ShapeOf(word); got != want {
			t.Errorf("ShapeOf(%q) = %d, want %d", word, got, want)
		}
	}
}

func TestNormalize(t *testing.T) {
	for in, want := range map[string]string{"’s": "'s", "“": `"`, "—": "--", "plain": "plain", "Chișinău": "Chișinău"} {
		if got := Normalize(in); got != want {
			t.Errorf("Normalize(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestSameWord checks that typography and digits do not change a word.
func TestSameWord(t *testing.T) {
	_, lex := sentence(t, "")
	for _, pair := range [][2]string{{"O’Neill", "O'Neill"}, {"1996", "2022"}, {"“", "”"}} {
		if a, b := NewWord(lex, pair[0]), NewWord(lex, pair[1]); a != b {
			t.Errorf("%q and %q differ: %+v, %+v", pair[0], pair[1], a, b)
		}
	}
}

func TestPrepare(t *testing.T) {
	s, _ := sentence(t, `The University of New York sued " Great Expectations " and Smith`)
	var places []uint8
	for _, p := range s.Phrases {
		places = append(places, p.Place)
	}
	if want := []uint8{0, 0, 0, 1, 3, 0, 0, 0, 0, 0, 0, 0}; !slices.Equal(places, want) {
		t.Errorf("places in phrases are %v, want %v", places, want)
	}
	if got, want := s.runs[3], (run{0, 4}); got != want {
		t.Errorf("the run of York is %v, want %v", got, want)
	}
	if want := []bool{false, false, false, false, false, false, false, true, true, false, false, false}; !slices.Equal(s.quoted, want) {
		t.Errorf("quoted is %v, want %v", s.quoted, want)
	}
}

func TestStyle(t *testing.T) {
	tests := map[string]Style{
		"They said so in Paris":            Plain,
		"What to Know About the New Deal":  Title,
		"LONDON WINS CUP":                  Caps,
		"no capital here":                  Small,
		"Leeds 3 - 1 Derby 2 - 0 4 - 4 12": Table,
	}
	for in, want := range tests {
		if s, _ := sentence(t, in); s.Style != want {
			t.Errorf("style of %q is %d, want %d", in, s.Style, want)
		}
	}
}

// TestMemory checks that a word's own tag is not counted as found elsewhere.
func TestMemory(t *testing.T) {
	first, _ := sentence(t, "Anna Smith spoke")
	second, _ := sentence(t, "Smith left")
	tags := [][]crf.Tag{{crf.TagOf(0, crf.Begin), crf.TagOf(0, crf.Last), 0}, {crf.TagOf(2, crf.Unit), 0}}
	var m Memory
	for range 2 { // the second time, after Reset, must be like the first
		m.Reset()
		m.Note(second.Words, tags[1])
		if got := m.AppendMemory(nil, second, tags[1], 0); len(got) > 0 {
			t.Errorf("a word seen once has features from elsewhere: %v", got)
		}
		m.Note(first.Words, tags[0])
		got, ok := m.elsewhere(second.Words[0], tags[1][0])
		if want := (tally{kind: [kinds]int32{1: 1}, longer: [kinds]int32{1: 1}, end: 1}); !ok || got.kind != want.kind || got.longer != want.longer || got.end != want.end {
			t.Errorf("Smith is elsewhere %+v, want %+v", got, want)
		}
		if got := m.AppendMemory(nil, second, tags[1], 0); len(got) == 0 {
			t.Error("no features from elsewhere")
		}
	}
}

// TestBlind checks that a blind model sees the words around a place and
// nothing of the word in it but its shape.
func TestBlind(t *testing.T) {
	at := func(text string, i int) []uint32 {
		s, _ := sentence(t, text)
		s.Blind = true
		return AppendJoint(AppendShape(nil, s.Words[i]), s, i)
	}
	acme, nord := at("He joined Acme on Friday", 2), at("He joined Nord on Friday", 2)
	if !slices.Equal(acme, nord) {
		t.Error("the word shows in its own place")
	}
	if slices.Equal(at("He joined Acme on Friday", 3), at("He joined Nord on Friday", 3)) {
		t.Error("the word does not show beside it")
	}
	if slices.Equal(at("Acme Corp rose", 0), at("Acme Bank rose", 0)) {
		t.Error("the head of a name does not show in its other words")
	}
	if !slices.Equal(at("Acme Corp rose", 1), at("Acme Bank rose", 1)) {
		t.Error("the head of a name shows in its own place")
	}
}
