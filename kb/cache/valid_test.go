package cache

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"dateline/kb/doc"
	"dateline/kb/names"
)

// TestValid refuses what no analysis finds, each of which passes the checksum.
func TestValid(t *testing.T) {
	a := articleOf("one", "Zoë flies to Kyiv on Friday. She returns on Monday.")
	if d := doc.Analyze(a); !valid(&d) || len(d.Names) == 0 || len(d.Times) < 2 {
		t.Fatalf("%+v: an analysis is refused, or has too little in it", d)
	}
	for name, spoil := range map[string]func(d *doc.Document){
		"sentence beyond the text":    func(d *doc.Document) { d.Sentences[1].End = len(a.Text) + 1 },
		"sentence before the text":    func(d *doc.Document) { d.Sentences[0].Start = -1 },
		"empty sentence":              func(d *doc.Document) { d.Sentences[0].End = d.Sentences[0].Start },
		"sentences that overlap":      func(d *doc.Document) { d.Sentences[1].Start = 3 },
		"paragraphs out of order":     func(d *doc.Document) { d.Sentences[0].Paragraph = 7 },
		"name within a character":     func(d *doc.Document) { d.Names[0].Start, d.Names[0].End = 0, 3 },
		"name beyond the text":        func(d *doc.Document) { d.Names[0].End = 4000 },
		"name of no type":             func(d *doc.Document) { d.Names[0].Type = names.Misc + 1 },
		"names that overlap":          func(d *doc.Document) { d.Names = append(d.Names, d.Names[len(d.Names)-1]) },
		"time with another text":      func(d *doc.Document) { d.Times[0].Text = "Sunday" },
		"time beyond the text":        func(d *doc.Document) { d.Times[0].End = 4000 },
		"time that hangs on none":     func(d *doc.Document) { d.Times[0].Anchor = 2 },
		"time that hangs before all":  func(d *doc.Document) { d.Times[0].Anchor = -2 },
		"weekday that there is not":   func(d *doc.Document) { d.Times[0].Weekday = 8 },
		"time that ends before":       func(d *doc.Document) { d.Times[0].Last = d.Times[0].First.AddDate(0, 0, -1) },
		"times that are out of order": func(d *doc.Document) { d.Times[0], d.Times[1] = d.Times[1], d.Times[0] },
	} {
		d := doc.Analyze(a)
		if spoil(&d); valid(&d) {
			t.Errorf("%s: taken for an analysis", name)
		}
	}
}

// TestOthersFiles leaves alone what others may have written.
func TestOthersFiles(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no owners and modes here")
	}
	for _, what := range []string{"folder", "file"} {
		dir := filepath.Join(t.TempDir(), "cache")
		saved(t, dir, articles())
		path := dir
		if what == "file" {
			files, err := os.ReadDir(dir)
			if err != nil || len(files) != 1 {
				t.Fatal(files, err)
			}
			path = filepath.Join(dir, files[0].Name())
		}
		if c, err := Load(dir, "v1"); err != nil || c.archives == nil {
			t.Fatalf("%s of one's own: %v", what, err)
		}
		if err := os.Chmod(path, 0o777); err != nil {
			t.Fatal(err)
		}
		c, err := Load(dir, "v1")
		if err == nil || !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), "777") {
			t.Errorf("%s that all may write to: error %v", what, err)
		}
		if _, ok := c.Find(articles()[0]); ok {
			t.Errorf("%s that all may write to: was read", what)
		}
	}
}
