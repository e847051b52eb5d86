package names

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"dateline/kb/text"
)

var (
	update  = flag.Bool("update", false, "write golden files")
	trained = flag.String("trained", "", "folder of weights.bin and lexicon.bin to score instead of the embedded")
	gold    = flag.String("gold", "", "annotated texts to score instead of bench/names/dev.jsonl.gz")
	errs    = flag.Int("errors", 0, "errors to list")
)

type annotated struct {
	Doc   string `json:"doc"`
	Text  string `json:"text"`
	From  int32  `json:"from"` // names before are not annotated
	Upto  int32  `json:"upto"` // nor are those beyond; 0 for all of the text
	Names []struct {
		Start int32  `json:"start"`
		End   int32  `json:"end"`
		Type  string `json:"type"`
	} `json:"names"`
}

// shared finds a file of the folder "shared" that lies beside the checkout.
func sharedFile(t testing.TB, path ...string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for range 8 {
		p := filepath.Join(append([]string{dir, "shared"}, path...)...)
		if _, err := os.Stat(p); err == nil {
			return p
		}
		dir = filepath.Dir(dir)
	}
	t.Skipf("shared/%s is not there", filepath.Join(path...))
	return ""
}

func readAnnotated(t testing.TB, path string) []annotated {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in := bufio.NewReader(f)
	dec := json.NewDecoder(in)
	if strings.HasSuffix(path, ".gz") {
		z, err := gzip.NewReader(in)
		if err != nil {
			t.Fatal(err)
		}
		dec = json.NewDecoder(z)
	}
	var docs []annotated
	for dec.More() {
		var a annotated
		if err := dec.Decode(&a); err != nil {
			t.Fatal(err)
		}
		docs = append(docs, a)
	}
	return docs
}

func loadFrom(t *testing.T, dir string) *recognizer {
	t.Helper()
	var files [2][]byte
	for i, name := range []string{"weights.bin", "lexicon.bin"} {
		var err error
		if files[i], err = os.ReadFile(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	r, err := load(files[0], files[1])
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// tally counts names found right, found and wanted.
type tally struct{ right, found, want int }

func (c tally) f1() float64 { return 200 * float64(c.right) / float64(max(1, c.found+c.want)) }

func (c tally) String() string {
	return fmt.Sprintf("P %5.2f R %5.2f F1 %5.2f of %d",
		100*float64(c.right)/float64(max(1, c.found)), 100*float64(c.right)/float64(max(1, c.want)), c.f1(), c.want)
}

// scores counts by type; "ALL" leaves MISC out, as the benchmark does.
func scores(docs []annotated, find func(string) []Mention, report func(string)) map[string]*tally {
	all := map[string]*tally{"PER": {}, "LOC": {}, "ORG": {}, "MISC": {}, "ALL": {}}
	for _, d := range docs {
		type key struct {
			start, end int32
			typ        string
		}
		add := func(typ string, n func(*tally)) {
			n(all[typ])
			if typ != "MISC" {
				n(all["ALL"])
			}
		}
		missing := make(map[key]bool)
		for _, n := range d.Names {
			missing[key{n.Start, n.End, n.Type}] = true
			add(n.Type, func(c *tally) { c.want++ })
		}
		for _, m := range find(d.Text) {
			if m.Start < d.From || d.Upto > 0 && m.Start >= d.Upto {
				continue
			}
			k := key{m.Start, m.End, m.Type.String()}
			add(k.typ, func(c *tally) { c.found++ })
			if missing[k] {
				add(k.typ, func(c *tally) { c.right++ })
			} else {
				report(fmt.Sprintf("%s\tspurious\t%s\t%s", d.Doc, k.typ, around(d.Text, k.start, k.end)))
			}
			delete(missing, k)
		}
		for _, n := range d.Names {
			if missing[key{n.Start, n.End, n.Type}] {
				report(fmt.Sprintf("%s\tmissed\t%s\t%s", d.Doc, n.Type, around(d.Text, n.Start, n.End)))
			}
		}
	}
	return all
}

func around(s string, start, end int32) string {
	from, to := max(0, start-40), min(int32(len(s)), end+40)
	return fmt.Sprintf("%q", s[from:start]+"["+s[start:end]+"]"+s[end:to])
}

// variants are other ways of setting the same texts.
var variants = []struct {
	name   string
	recase func(before, r rune) rune
}{
	{"typographic quotes", func(before, r rune) rune {
		switch {
		case r == '\'':
			return '’'
		case r == '"' && strings.ContainsRune(" \n(", before):
			return '“'
		case r == '"':
			return '”'
		}
		return r
	}},
	{"small letters", func(_, r rune) rune { return unicode.ToLower(r) }},
	{"capitals", func(_, r rune) rune { return unicode.ToUpper(r) }},
}

// recased sets texts anew and moves their annotation along.
func recased(docs []annotated, recase func(before, r rune) rune) []annotated {
	out := slices.Clone(docs)
	for i := range out {
		var b strings.Builder
		moved := make(map[int32]int32)
		before := ' '
		for at, r := range out[i].Text {
			moved[int32(at)] = int32(b.Len())
			b.WriteRune(recase(before, r))
			before = r
		}
		moved[int32(len(out[i].Text))] = int32(b.Len())
		out[i].Text = b.String()
		out[i].Names = slices.Clone(out[i].Names)
		for k := range out[i].Names {
			n := &out[i].Names[k]
			n.Start, n.End = moved[n.Start], moved[n.End]
		}
	}
	return out
}

// TestScores keeps the scores on the development texts, and on its halves, in
// a golden file, so that a change shows.
func TestScores(t *testing.T) {
	path := *gold
	if path == "" {
		path = sharedFile(t, "bench", "names", "dev.jsonl.gz")
	}
	docs := readAnnotated(t, path)
	r := shared()
	if *trained != "" {
		r = loadFrom(t, *trained)
	}
	find := func(s string) []Mention { return r.find(s, text.Sentences(s)) }
	var got strings.Builder
	half := len(docs) / 2
	for _, part := range []struct {
		name string
		docs []annotated
	}{{"all", docs}, {"first half", docs[:half]}, {"second half", docs[half:]}} {
		report := func(e string) {
			if *errs > 0 && part.name == "all" {
				*errs--
				fmt.Println(e)
			}
		}
		all := scores(part.docs, find, report)
		for _, typ := range []string{"PER", "LOC", "ORG", "MISC", "ALL"} {
			fmt.Fprintf(&got, "%s %s: %s\n", part.name, typ, all[typ])
		}
	}
	for _, v := range variants {
		all := scores(recased(docs, v.recase), find, func(string) {})
		fmt.Fprintf(&got, "%s ALL: %s\n", v.name, all["ALL"])
	}
	if *trained != "" || *gold != "" {
		fmt.Print(got.String())
		return
	}
	golden := filepath.Join("testdata", "scores.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("scores changed (-update writes them anew):\n%s\nwant:\n%s", got.String(), want)
	}
}
