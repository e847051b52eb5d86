package article

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// folder is a file system in memory; keys are paths.
func folder(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return fsys
}

func load(t testing.TB, l Loader, files map[string]string) ([]Article, []string, error) {
	t.Helper()
	r, err := l.Load(context.Background(), Source{folder(files), ".", "news"})
	return r.Articles, messages(r), err
}

func messages(r Result) []string {
	var out []string
	for _, w := range r.Warnings {
		out = append(out, w.String())
	}
	return out
}

func zipped(t testing.TB, s string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, s); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Each file stands beside a good one, which has to load whatever the other is.
func TestWhatCannotBeUsed(t *testing.T) {
	object := `{"id":"x","text":"A ship sank."}`
	tests := []struct {
		name, file, data string
		articles         int // of the file
		warnings         []string
	}{
		{"empty", "x.txt", "", 0, []string{"news/x.txt: no text"}},
		{"blank", "x.txt", " \r\n\n\t", 0, []string{"news/x.txt: no text"}},
		{"only a head", "x.txt", "date 2022-01-18\ntitle A title", 0, []string{"news/x.txt: no text"}},
		{"binary", "x.txt", "\x7fELF\x00\x01", 0, []string{"news/x.txt: a binary file, want UTF-8 text"}},
		{"UTF-16", "x.txt", "\xff\xfeA\x00", 0, []string{"news/x.txt: UTF-16 text, want UTF-8"}},
		{"Latin-1", "x.txt", "Caf\xe9 closed", 0, []string{"news/x.txt: not UTF-8: byte 0xe9 at offset 3"}},
		{"impossible date", "x.txt", "date 2022-02-30 A ship sank.", 0, []string{"news/x.txt: date 2022-02-30 does not exist"}},
		{"no date", "x.txt", "A ship sank.", 1, nil},
		{"large", "x.txt", strings.Repeat("word ", 300_000), 0, []string{"news/x.txt: larger than the limit of 1048576 bytes"}},
		{"bad address", "x.txt", "url javascript:alert(1)\nA ship sank.", 1, []string{`news/x.txt: url "javascript:alert(1)" is left out: not a web address`}},
		{"empty lines", "x.jsonl", "", 0, nil},
		{"good lines", "x.jsonl", object + "\r\n\n" + object, 1, nil},
		{"byte order mark", "x.jsonl", "\ufeff" + object, 1, nil},
		{"not JSON", "x.jsonl", "hello\n" + object, 1, []string{"news/x.jsonl: line 1: not JSON: invalid character 'h' looking for beginning of value"}},
		{"cut off", "x.jsonl", object[:20], 0, []string{"news/x.jsonl: line 1: not JSON: unexpected end of JSON input"}},
		{"an array", "x.jsonl", "[" + object + "]", 0, []string{"news/x.jsonl: line 1: found a JSON array, want an object"}},
		{"wrong type", "x.jsonl", `{"text":["A ship sank."]}`, 0, []string{"news/x.jsonl: line 1: text: found array, want a string"}},
		{"no text in JSON", "x.jsonl", `{"id":"x","title":"T"}`, 0, []string{"news/x.jsonl: line 1: no text"}},
		{"invalid UTF-8 in JSON", "x.jsonl", "{\"text\":\"Caf\xe9\"}", 0, []string{"news/x.jsonl: line 1: not UTF-8"}},
		{"impossible date in JSON", "x.jsonl", `{"text":"A","date":"2023-02-29"}`, 0, []string{"news/x.jsonl: line 1: date 2023-02-29 does not exist"}},
		{"other date in JSON", "x.jsonl", `{"text":"A","date":"Jan 5"}`, 0, []string{`news/x.jsonl: line 1: date "Jan 5", want YYYY-MM-DD`}},
		{"fields of the future", "x.jsonl", `{"text":"A ship sank.","lang":"en","tags":[1,{"a":null}]}`, 1, nil},
		{"binary lines", "x.jsonl", "PK\x03\x04\x00\x00", 0, []string{"news/x.jsonl: a binary file, want JSON lines"}},
		{"not gzip", "x.jsonl.gz", object, 0, []string{"news/x.jsonl.gz: not a gzip file: gzip: invalid header"}},
		{"empty gzip", "x.jsonl.gz", "", 0, []string{"news/x.jsonl.gz: not a gzip file: EOF"}},
		{"other files", "x.pdf", "%PDF", 0, nil},
		{"hidden", ".x.txt", "A ship sank.", 0, nil},
		{"in a hidden folder", ".git/x.txt", "A ship sank.", 0, nil},
		{"in a folder", "2022/01/X.TXT", "A ship sank.", 1, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, warnings, err := load(t, Loader{}, map[string]string{tt.file: tt.data, "good.txt": "All is well."})
			if err != nil {
				t.Fatal(err)
			}
			if len(got) != tt.articles+1 {
				t.Errorf("%d articles of the file, want %d", len(got)-1, tt.articles)
			}
			if !slices.Equal(warnings, tt.warnings) {
				t.Errorf("warnings %q, want %q", warnings, tt.warnings)
			}
		})
	}
}

// endless is so many bytes of text, none of which it holds.
type endless struct {
	left int
	end  func() // called before the last of them
}

func (e *endless) Read(p []byte) (int, error) {
	if e.left == 0 {
		return 0, io.EOF
	}
	n := min(len(p), e.left)
	if e.left -= n; e.left == 0 {
		e.end()
	}
	return copy(p, bytes.Repeat([]byte("x"), n)), nil
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func TestOneLineOf50MB(t *testing.T) {
	before, held := heap(), uint64(0)
	in := io.MultiReader(
		strings.NewReader(`{"id":"a","text":"First."}`+"\n"+`{"id":"long","text":"`),
		&endless{50 << 20, func() { held = heap() }},
		strings.NewReader("\"}\n"+`{"id":"b","text":"Last."}`+"\n"))
	var ids, faults []string
	for it := range readJSONLines(in, file{}, DefaultLimits()) {
		if it.err != nil {
			faults = append(faults, fmt.Sprintf("%d: %v", it.line, it.err))
			continue
		}
		ids = append(ids, it.article.ID)
	}
	if !slices.Equal(ids, []string{"a", "b"}) {
		t.Errorf("loaded %q, want the articles around the line", ids)
	}
	if want := []string{"2: longer than the limit of 8388608 bytes"}; !slices.Equal(faults, want) {
		t.Errorf("faults %q, want %q", faults, want)
	}
	if held > before+(1<<20) {
		t.Errorf("at its end the line holds %d bytes of memory", held-before)
	}
}

func TestLimits(t *testing.T) {
	lines := `{"id":"a","text":"One."}` + "\n" + `{"id":"b","text":"Four and more."}` + "\n" + `{"id":"c","text":"Two."}` + "\n"
	tests := []struct {
		name     string
		limits   Limits
		ids      []string
		warnings []string
	}{
		{"none", Limits{}, []string{"a", "b", "c"}, nil},
		{"text", Limits{Text: 4}, []string{"a", "c"}, []string{"news/x.jsonl: line 2: a text of 14 bytes, the limit is 4"}},
		{"line", Limits{Line: 30}, []string{"a", "c"}, []string{"news/x.jsonl: line 2: longer than the limit of 30 bytes"}},
		{"articles", Limits{Articles: 2}, []string{"a", "b"}, []string{"news/x.jsonl: line 3: more than 2 articles: the rest is left out"}},
		{"file", Limits{File: 40}, []string{"a"}, []string{"news/x.jsonl: line 2: the file cannot be read further: it has more than the limit of 40 bytes"}},
		{"file just enough", Limits{File: int64(len(lines))}, []string{"a", "b", "c"}, nil},
		{"total", Limits{Total: int64(len(lines)) - 1}, []string{"a", "b"}, []string{"news/x.jsonl: line 3: the file cannot be read further: no room for more: all files together have more than the limit of " + fmt.Sprint(len(lines)-1) + " bytes"}},
		{"articles just enough", Limits{Articles: 3}, []string{"a", "b", "c"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, warnings, err := load(t, Loader{Limits: tt.limits}, map[string]string{"x.jsonl": lines})
			if err != nil {
				t.Fatal(err)
			}
			var ids []string
			for _, a := range got {
				ids = append(ids, a.ID)
			}
			if !slices.Equal(ids, tt.ids) || !slices.Equal(warnings, tt.warnings) {
				t.Errorf("got %q with %q, want %q with %q", ids, warnings, tt.ids, tt.warnings)
			}
		})
	}
}

func TestManyFaultyLines(t *testing.T) {
	_, warnings, err := load(t, Loader{}, map[string]string{"x.jsonl": strings.Repeat("no\n", 1000)})
	if !errors.Is(err, ErrNone) {
		t.Errorf("error %v, want %v", err, ErrNone)
	}
	if n := len(warnings); n != maxLineWarnings+1 || warnings[n-1] != "news/x.jsonl: and 980 more lines with faults" {
		t.Errorf("%d warnings, the last %q", n, warnings[n-1])
	}
}

func TestDamagedGzip(t *testing.T) {
	var lines strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&lines, "{\"id\":\"a%d\",\"text\":\"Number %x is in the news.\"}\n", i, i*i*7919)
	}
	whole := zipped(t, lines.String())
	corrupt := []byte(whole)
	corrupt[len(corrupt)-6] ^= 1 // in the checksum
	for name, data := range map[string]string{"cut": whole[:len(whole)/2], "corrupt": string(corrupt), "trailing": whole + "rubbish"} {
		t.Run(name, func(t *testing.T) {
			got, warnings, err := load(t, Loader{}, map[string]string{"x.jsonl.gz": data})
			if err != nil {
				t.Fatal(err)
			}
			if len(got) < 500 || got[0].ID != "a0" || got[499].ID != "a499" {
				t.Errorf("%d articles loaded, want those before the damage", len(got))
			}
			if len(warnings) != 1 || !strings.Contains(warnings[0], "the file cannot be read further: ") {
				t.Errorf("warnings %q, want one", warnings)
			}
		})
	}
}

func TestDuplicates(t *testing.T) {
	got, warnings, err := load(t, Loader{}, map[string]string{
		"1.jsonl": `{"id":"a","title":"First","text":"A ship sank."}
{"id":"a","text":"A ship sank."}
{"id":"b","text":" A ship sank.\n"}
{"id":"a","text":"A ship was raised."}
{"text":"No name."}
{"id":7,"text":"A number."}`,
		"a.txt": "A third ship.",
	})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, a := range got {
		ids = append(ids, a.ID)
	}
	want := []string{"a", "a-05397cf1c3ef", "800cd7aee5f7", "7", "a-347c55af8945"}
	if !slices.Equal(ids, want) {
		t.Errorf("IDs %q, want %q", ids, want)
	}
	if len(warnings) != 2 || !strings.HasPrefix(warnings[0], `news/1.jsonl: line 4: id "a" is another article's already: this one is loaded as "a-`) {
		t.Errorf("warnings %q", warnings)
	}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	lines := strings.Repeat(`{"id":"a","text":"One."}`+"\n", 10) + `{"id":"b","text":"Two."}`
	l := Loader{Report: func(Progress) { cancel() }}
	if _, err := l.Load(ctx, Source{folder(map[string]string{"x.jsonl": lines}), ".", "news"}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
}

func TestProgress(t *testing.T) {
	var last Progress
	l := Loader{Report: func(p Progress) {
		if p.Articles != last.Articles+1 || p.Read < last.Read {
			t.Errorf("%+v after %+v", p, last)
		}
		last = p
	}}
	files := map[string]string{"a.txt": "One.", "b.jsonl": `{"text":"Two."}` + "\n" + `{"text":"Three."}`}
	if _, _, err := load(t, l, files); err != nil {
		t.Fatal(err)
	}
	size := int64(len(files["a.txt"]) + len(files["b.jsonl"]))
	if want := (Progress{3, size, size}); last != want {
		t.Errorf("at the end %+v, want %+v", last, want)
	}
}

func ExampleLoader_Load() {
	news := fstest.MapFS{
		"ship.txt": {Data: []byte("date 2022-01-18 A ship sank off Malta.\n\nNobody was hurt.")},
		"old.txt":  {Data: []byte("date 2022-02-30 A ship sank.")},
	}
	loaded, err := Loader{}.Load(context.Background(), Source{FS: news, Path: ".", Name: "news"})
	for _, a := range loaded.Articles {
		fmt.Println(a.ID, a.Date.Format(time.DateOnly), a.Title)
	}
	for _, w := range loaded.Warnings {
		fmt.Println(w)
	}
	fmt.Println(err)
	// Output:
	// ship 2022-01-18 A ship sank off Malta.
	// news/old.txt: date 2022-02-30 does not exist
	// <nil>
}

// TestInflated loads small compressed files that hold far more than text does.
func TestInflated(t *testing.T) {
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	fmt.Fprintln(z, `{"id":"a","text":"First."}`)
	blank := bytes.Repeat([]byte("\n"), 1<<20)
	for range mostInflated>>20 + 1 {
		z.Write(blank)
	}
	fmt.Fprintln(z, `{"id":"b","text":"Last."}`)
	z.Close()
	got, warnings, err := load(t, Loader{}, map[string]string{"x.jsonl.gz": zipped.String(), "y.jsonl": `{"id":"c","text":"Next."}`})
	if err != nil || len(got) != 2 || got[0].ID != "a" || got[1].ID != "c" {
		t.Errorf("loaded %v, %v: want the article before the limit and the next file", got, err)
	}
	if len(warnings) != 1 || !strings.Contains(warnings[0], "more than the limit of 67108864 bytes") {
		t.Errorf("warnings %q", warnings)
	}
}
