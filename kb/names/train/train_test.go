package main

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/kb/names/internal/crf"
	"dateline/kb/names/internal/feature"
	"dateline/kb/names/internal/lexicon"
	"dateline/kb/text"
)

var again = flag.Bool("again", false, "train again and compare with the embedded files (minutes)")

// TestAgain trains as documented and expects the files that are embedded.
func TestAgain(t *testing.T) {
	if !*again {
		t.Skip("trains only with -again")
	}
	shared := filepath.Join("..", "..", "..", "..", "shared")
	if _, err := os.Stat(shared); err != nil {
		t.Skip("shared is not there")
	}
	dir := t.TempDir()
	if err := run([]string{"-shared", shared, "-o", dir}, io.Discard); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"lexicon.bin", "weights.bin"} {
		got, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join("..", name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s: trained again %d bytes that differ from the %d embedded", name, len(got), len(want))
		}
	}
}

// lesson is a small annotated text: names in square brackets.
func lesson(s string) document {
	var d document
	for {
		before, rest, ok := strings.Cut(s, "[")
		d.Text += before
		if !ok {
			return d
		}
		name, after, _ := strings.Cut(rest, "]")
		typ, name, _ := strings.Cut(name, " ")
		d.Names = append(d.Names, annotation{len(d.Text), len(d.Text) + len(name), name, typ})
		d.Text += name
		s = after
	}
}

var lessons = []document{
	lesson("[PER Ann Lee] met [PER Bob Ray] in [LOC Oslo].\nMr. [PER Ray] works for [ORG Acme Corp] in [LOC Oslo]."),
	lesson("[PER Eva Lund] left [LOC Bergen] for [LOC Oslo].\nMs. [PER Lund] works for [ORG Nord Corp]."),
	lesson("In [LOC Bergen], [PER Carl Moe] met Mr. [PER Lee] of [ORG Acme Corp]."),
	lesson("[ORG Nord Corp] of [LOC Oslo] paid Ms. [PER Moe] and left [LOC Bergen]."),
}

func TestTag(t *testing.T) {
	d := lesson("[PER Ann Lee] of [ORG A & B Corp] in [LOC Oslo]")
	tokens := text.Tokens(nil, d.Text)
	tags := make([]crf.Tag, len(tokens))
	tag(tags, tokens, d.Names)
	want := []crf.Tag{
		crf.TagOf(0, crf.Begin), crf.TagOf(0, crf.Last), crf.Outside,
		crf.TagOf(2, crf.Begin), crf.TagOf(2, crf.Inside), crf.TagOf(2, crf.Inside), crf.TagOf(2, crf.Last),
		crf.Outside, crf.TagOf(1, crf.Unit),
	}
	if !slices.Equal(tags, want) {
		t.Errorf("tags = %v, want %v", tags, want)
	}
}

// TestLearn checks that the learner learns, and the same twice.
func TestLearn(t *testing.T) {
	words := &lexicon.Tables{}
	file, err := words.Encode()
	if err != nil {
		t.Fatal(err)
	}
	lex, err := lexicon.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	var files [2][]byte
	for i := range files {
		v := newVocabulary(lex)
		var docs [][]example
		for _, d := range lessons {
			docs = append(docs, v.examples(d))
		}
		s := settings{epochs: 40, rate: 0.3, cutoff: 1, seed: 1, hide: hiding{identity: 0.1}}
		remember(docs, s)
		examples := slices.Concat(docs...)
		l := newLearner(s, examples)
		l.train(examples)
		for _, e := range examples {
			got := make([]crf.Tag, len(e.tags))
			if l.predict(&e.sentence, got); !slices.Equal(got, e.tags) {
				t.Errorf("tags = %v, want %v", got, e.tags)
			}
		}
		if files[i], err = l.quantize().Encode(); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("training twice gives different weights")
	}
}

// TestLexicon checks that words in the same company are found alike, that writing is judged, and that the lists are there.
func TestLexicon(t *testing.T) {
	c := newCorpus()
	for range 40 {
		for _, city := range []string{"Oslo", "Rome"} {
			c.add("He went to " + city + " by train. They live in " + city + " today.")
		}
		for _, verb := range []string{"said", "wrote"} {
			c.add("The man " + verb + " that it rained. She " + verb + " that it snowed.")
		}
	}
	tables, err := buildLexicon(c)
	if err != nil {
		t.Fatal(err)
	}
	rows := c.frequent(classedFrom)
	x := embed(contexts(c, rows), 4, 1)
	at := func(w string) []float32 { return x[slices.Index(rows, c.ids[w])*4:][:4] }
	if like, unlike := dot(at("Oslo"), at("Rome")), dot(at("Oslo"), at("said")); like < 0.9 || unlike > 0.5 {
		t.Errorf("Oslo is like Rome %.2f, like said %.2f", like, unlike)
	}
	if tables.Classes[feature.Hash("Oslo")] == 0 {
		t.Error("Oslo has no class")
	}
	for word, want := range map[string]lexicon.Fact{
		"oslo":   {Case: 6, Lists: lexicon.City},
		"train":  {Case: 1},
		"german": {Lists: lexicon.Demonym},
	} {
		if got := tables.Facts[feature.Hash(word)]; got.Case != want.Case || got.Lists&want.Lists != want.Lists {
			t.Errorf("facts of %q are %+v, want %+v", word, got, want)
		}
	}
}

func TestUsage(t *testing.T) {
	var n [5][4]int
	if got := usage(&n); got != (lexicon.Usage{}) {
		t.Errorf("usage of a word never seen is %+v", got)
	}
	n[2][crf.Unit], n[3][crf.Begin] = 70, 30
	if got, want := usage(&n), (lexicon.Usage{Top: 3, Second: 4, Purity: 2, Place: 1}); got != want {
		t.Errorf("usage is %+v, want %+v", got, want)
	}
}

func TestSum(t *testing.T) {
	a, b := newCensus(), newCensus()
	a.words["Acme"] = &[5][4]int{0: {3}}
	b.words["Acme"] = &[5][4]int{3: {0, 0, 0, 7}}
	b.words["Nord"] = &[5][4]int{2: {0, 0, 0, 1}}
	a.sum(b)
	if got, want := usage(a.words["Acme"]), (lexicon.Usage{Top: 4, Second: 1, Purity: 2, Place: 1}); got != want {
		t.Errorf("usage is %+v, want %+v", got, want)
	}
	if a.words["Nord"] == nil || a.words["Nord"] == b.words["Nord"] {
		t.Error("a word of the other census is missing or shared")
	}
}

// TestRedate checks that datelines of today replace those of 1996 and carry
// their tags, and that the text of the article stays.
func TestRedate(t *testing.T) {
	file, err := new(lexicon.Tables).Encode()
	if err != nil {
		t.Fatal(err)
	}
	lex, err := lexicon.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	v := newVocabulary(lex)
	var docs [][]example
	for range 100 {
		docs = append(docs, v.examples(lesson("Shares rise.\n[LOC NEW YORK] 1996-08-22\n[ORG Acme] sold [LOC Oslo] shops.\nIt rained.")))
	}
	v.redate(docs, 1)
	old, forms := 0, make(map[string]bool)
	for _, doc := range docs {
		var lines []string
		places := 0
		for _, e := range doc {
			if len(e.tokens) != len(e.tags) || len(e.tokens) != len(e.sentence.Words) {
				t.Fatalf("%q has %d tags", e.tokens, len(e.tags))
			}
			lines = append(lines, strings.Join(e.tokens, " "))
			crf.Names(e.tags, func(first, last, typ int) {
				if name := strings.ToUpper(strings.Join(e.tokens[first:last+1], " ")); name == "NEW YORK" && typ == 1 {
					places++
				}
			})
		}
		all := strings.Join(lines, "|")
		if !strings.HasPrefix(all, "Shares rise .|") || !strings.HasSuffix(all, "Acme sold Oslo shops .|It rained .") {
			t.Errorf("text is now %q", all)
		}
		if strings.Contains(all, "1996") {
			old++
		} else if want := strings.Count(strings.ToUpper(all), "NEW YORK"); places != want {
			t.Errorf("%d names in %q, want %d", places, all, want)
		}
		forms[all] = true
	}
	if old < 50 || old > 90 || len(forms) < 8 {
		t.Errorf("%d of 100 datelines are old, and there are %d forms", old, len(forms))
	}
}

func TestRunErrors(t *testing.T) {
	if err := run([]string{"-shared", t.TempDir()}, io.Discard); err == nil || !strings.Contains(err.Error(), "train.jsonl.gz") {
		t.Errorf("without data: %v", err)
	}
}

// TestStandoff checks that what is annotated of articles can be read, and that
// it holds names in order within the annotated part.
func TestStandoff(t *testing.T) {
	tr := &trainer{}
	if err := tr.standoff(); err != nil {
		t.Fatal(err)
	}
	names := 0
	for id, w := range tr.modern {
		at := w.From
		for _, n := range w.Names {
			if n.Start < at || n.End <= n.Start || n.End > w.Upto {
				t.Errorf("article %s: a name at bytes %d to %d, after one up to %d, of a part up to %d", id, n.Start, n.End, at, w.Upto)
			}
			if _, ok := typeOf[n.Type]; !ok {
				t.Errorf("article %s: no type %q", id, n.Type)
			}
			at = n.End
			names++
		}
	}
	if len(tr.modern) < 1000 || names < 10*len(tr.modern) {
		t.Errorf("%d articles with %d names", len(tr.modern), names)
	}
}

// TestJoin checks that only whole sentences of the annotated part are learnt.
func TestJoin(t *testing.T) {
	const s = "Ann Lee left. Bo Clay slept. Jo Kern woke."
	tr := &trainer{modern: map[string]window{"a": {ID: "a", From: 14, Upto: 28, Names: []annotation{{Start: 14, End: 21, Type: "PER"}}}}}
	for _, a := range []article{{"a", s}, {"b", s}} {
		if err := tr.join(a); err != nil {
			t.Fatal(err)
		}
	}
	if len(tr.annotated) != 1 {
		t.Fatalf("%d documents", len(tr.annotated))
	}
	words, err := (&lexicon.Tables{}).Encode()
	if err != nil {
		t.Fatal(err)
	}
	lex, err := lexicon.Decode(words)
	if err != nil {
		t.Fatal(err)
	}
	all := newVocabulary(lex).examples(tr.annotated[0])
	if got := within(all); len(all) != 3 || len(got) != 1 || got[0].tokens[0] != "Bo" || got[0].tags[0] == crf.Outside {
		t.Errorf("%d sentences, learnt: %v", len(all), got)
	}
	if err := tr.join(article{"a", "short"}); err == nil {
		t.Error("no error for an article that is shorter than its annotation")
	}
}
