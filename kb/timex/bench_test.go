package timex

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"
)

var (
	update   = flag.Bool("update", false, "rewrite golden files")
	annotate = flag.String("annotate", "", "write the annotations of the benchmark to this file, for its score.py")
	failures = flag.Bool("failures", false, "log what differs from the gold annotation, on the half that is tuned on")
)

// goldDoc is one document of the benchmark.
type goldDoc struct {
	Doc     string     `json:"doc"`
	DCT     string     `json:"dct"`
	Text    string     `json:"text"`
	Timexes []goldTime `json:"timexes"`
}

type goldTime struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Type  string `json:"type"`
	Value string `json:"value"`
}

// shared finds a file of the data kept beside the project, or skips the test.
func shared(t testing.TB, path string) string {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		p := filepath.Join(dir, "shared", path)
		if _, err := os.Stat(p); err == nil {
			return p
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Skipf("no shared/%s beside the project", path)
		}
		dir = up
	}
}

func readGold(t testing.TB) []goldDoc {
	f, err := os.Open(shared(t, "bench/timex/dev.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var docs []goldDoc
	in := json.NewDecoder(bufio.NewReader(z))
	for {
		var d goldDoc
		if err := in.Decode(&d); err == io.EOF {
			return docs
		} else if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
}

func (d goldDoc) find(t testing.TB) []goldTime {
	day, err := time.Parse("2006-01-02", d.DCT[:10])
	if err != nil {
		t.Fatalf("%s: %v", d.Doc, err)
	}
	out := []goldTime{}
	for _, e := range Find(d.Text, day) {
		out = append(out, goldTime{e.Start, e.End, e.Text, string(e.Type), e.Value})
	}
	return out
}

// tally counts as TempEval-3 does.
type tally struct{ gold, sys, strict, relaxed, typ, value int }

func (c tally) String() string {
	f := func(n int) float64 { return 200 * float64(n) / float64(max(1, c.sys+c.gold)) }
	return fmt.Sprintf("gold %d found %d relaxed %.2f strict %.2f type %.2f value %.2f",
		c.gold, c.sys, f(c.relaxed), f(c.strict), f(c.typ), f(c.value))
}

// score matches one to one, exact spans first, then by largest overlap.
func (c *tally) score(gold, sys []goldTime, differ func(kind string, g, s *goldTime)) {
	type pair struct{ overlap, g, s int }
	var pairs []pair
	for i, g := range gold {
		for j, s := range sys {
			if o := min(g.End, s.End) - max(g.Start, s.Start); o > 0 {
				if g.Start == s.Start && g.End == s.End {
					o += 1 << 20
				}
				pairs = append(pairs, pair{o, i, j})
			}
		}
	}
	sort.SliceStable(pairs, func(a, b int) bool { return pairs[a].overlap > pairs[b].overlap })
	c.gold += len(gold)
	c.sys += len(sys)
	usedG, usedS := map[int]bool{}, map[int]bool{}
	for _, p := range pairs {
		if usedG[p.g] || usedS[p.s] {
			continue
		}
		usedG[p.g], usedS[p.s] = true, true
		g, s := gold[p.g], sys[p.s]
		c.relaxed++
		exact := p.overlap >= 1<<20
		if exact {
			c.strict++
		}
		if g.Type == s.Type {
			c.typ++
		}
		if g.Value == s.Value {
			c.value++
		} else {
			differ("value", &g, &s)
		}
		if !exact {
			differ("span", &g, &s)
		}
	}
	for i := range gold {
		if !usedG[i] {
			differ("miss", &gold[i], &goldTime{})
		}
	}
	for j := range sys {
		if !usedS[j] {
			differ("spurious", &goldTime{Start: sys[j].Start, End: sys[j].End}, &sys[j])
		}
	}
}

// TestBenchmark scores the annotated news. Rules were made with the documents
// of even number (from 0) in view; the others are only counted.
func TestBenchmark(t *testing.T) {
	docs := readGold(t)
	var tuned, untuned, all tally
	quiet := func(string, *goldTime, *goldTime) {}
	for i, d := range docs {
		sys := d.find(t)
		all.score(d.Timexes, sys, quiet)
		if i%2 == 1 {
			untuned.score(d.Timexes, sys, quiet)
			continue
		}
		tuned.score(d.Timexes, sys, func(kind string, g, s *goldTime) {
			if *failures {
				a, b := max(0, g.Start-50), min(len(d.Text), g.End+35)
				ctx := strings.ReplaceAll(strings.ToValidUTF8(d.Text[a:g.Start]+"["+d.Text[g.Start:g.End]+"]"+d.Text[g.End:b], ""), "\n", "/")
				t.Logf("%-8s %s | %s %s -> [%s] %s %s | %s", kind, d.DCT[:10], g.Type, g.Value, s.Text, s.Type, s.Value, ctx)
			}
		})
	}
	t.Logf("tuned on: %v", tuned)
	t.Logf("all:      %v", all)
	golden(t, "scores.golden", "half not tuned on: "+untuned.String()+"\n")
	writeAnnotations(t, docs)
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; -update accepts it\n got: %swant: %s", path, got, want)
	}
}

func writeAnnotations(t *testing.T, docs []goldDoc) {
	if *annotate == "" {
		return
	}
	f, err := os.Create(*annotate)
	if err != nil {
		t.Fatal(err)
	}
	out := json.NewEncoder(f)
	for _, d := range docs {
		if err := out.Encode(map[string]any{"doc": d.Doc, "timexes": d.find(t)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
