package cache

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/kb/article"
	"dateline/kb/doc"
	"dateline/kb/names"
	"dateline/kb/text"
	"dateline/kb/timex"
)

func articleOf(title, body string) article.Article {
	return article.Article{ID: title, Title: title, Date: time.Date(2022, 1, 18, 0, 0, 0, 0, time.UTC), Text: body}
}

// analysed makes a document with something in every part of it.
func analysed(a article.Article) doc.Document {
	d := doc.Document{Article: a, Sentences: text.Sentences(a.Text)}
	for _, s := range d.Sentences {
		d.Names = append(d.Names, names.Mention{Start: int32(s.Start), End: int32(s.End), Type: names.Misc})
		d.Times = append(d.Times, timex.Expression{
			Start: s.Start, End: s.End, Text: s.Of(a.Text), Type: timex.Date, Value: "2022-01", Mod: "START",
			First: a.Date, Last: a.Date.AddDate(0, 0, 3),
		})
	}
	return d
}

func articles() []article.Article {
	return []article.Article{
		articleOf("one", "Blinken flies to Kyiv. He returns on Friday."),
		articleOf("two", "Mustard is scarce.\n\nFrance rations it."),
		articleOf("empty", ""),
	}
}

func saved(t *testing.T, dir string, articles []article.Article) []doc.Document {
	t.Helper()
	var docs []doc.Document
	for _, a := range articles {
		docs = append(docs, analysed(a))
	}
	if err := Save(dir, "v1", docs); err != nil {
		t.Fatal(err)
	}
	return docs
}

func TestRoundTrip(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "there", "yet")
	want := saved(t, dir, articles())
	c, err := Load(dir, "v1")
	if err != nil {
		t.Fatal(err)
	}
	for i, a := range articles() {
		got, ok := c.Find(a)
		if !ok || !reflect.DeepEqual(got, want[i]) {
			t.Errorf("found %v %+v, want %+v", ok, got, want[i])
		}
	}
	if c.Missed() != 0 {
		t.Errorf("missed %d, want none", c.Missed())
	}
}

// TestRealAnalysis keeps what the analysis of a text really finds.
func TestRealAnalysis(t *testing.T) {
	dir := t.TempDir()
	a := articleOf("one", "Antony Blinken will fly to Kyiv on Tuesday. On January 20 at 3 p.m. EST he meets Annalena Baerbock in Berlin.")
	want := doc.Analyze(a)
	if len(want.Names) == 0 || len(want.Times) == 0 {
		t.Fatalf("the analysis found %d names and %d times, want some", len(want.Names), len(want.Times))
	}
	if err := Save(dir, "v1", []doc.Document{want}); err != nil {
		t.Fatal(err)
	}
	c, err := Load(dir, "v1")
	if err != nil {
		t.Fatal(err)
	}
	if got, ok := c.Find(a); !ok || !reflect.DeepEqual(got, want) {
		t.Errorf("found %v %+v, want %+v", ok, got, want)
	}
}

func TestOtherArticlesAreMissed(t *testing.T) {
	dir := t.TempDir()
	saved(t, dir, articles())
	c, err := Load(dir, "v1")
	if err != nil {
		t.Fatal(err)
	}
	changed := []article.Article{articles()[0], articles()[0], articles()[0], articleOf("new", "Something else.")}
	changed[0].Text += " "
	changed[1].Title += "!"
	changed[2].Date = changed[2].Date.AddDate(0, 0, 1)
	for _, a := range changed {
		if _, ok := c.Find(a); ok {
			t.Errorf("found %+v, which was not saved", a)
		}
	}
	if c.Missed() != 4 {
		t.Errorf("missed %d, want 4", c.Missed())
	}
	// What an analysis does not depend on may differ.
	same := articles()[0]
	same.ID, same.URL = "other", "https://example.org"
	if d, ok := c.Find(same); !ok || d.Article != same {
		t.Errorf("found %v %+v, want the analysis with the article as given", ok, d.Article)
	}
}

func TestFilesAddUp(t *testing.T) {
	dir := t.TempDir()
	saved(t, dir, articles()[:1])
	saved(t, dir, articles()[1:])
	c, err := Load(dir, "v1")
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range articles() {
		if _, ok := c.Find(a); !ok {
			t.Errorf("%s is not found", a.ID)
		}
	}
}

func TestOtherVersion(t *testing.T) {
	dir := t.TempDir()
	saved(t, dir, articles())
	c, err := Load(dir, "v2")
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := c.Find(articles()[0]); ok {
		t.Error("found what another version saved")
	}
}

func TestNothingSaved(t *testing.T) {
	c, err := Load(filepath.Join(t.TempDir(), "missing"), "v1")
	if err != nil {
		t.Errorf("no directory: %v, want no error", err)
	}
	if _, ok := c.Find(articles()[0]); ok {
		t.Error("found something in nothing")
	}
	var none *Cache
	if _, ok := none.Find(articles()[0]); ok {
		t.Error("found something in a nil Cache")
	}
}

func TestDamaged(t *testing.T) {
	dir := t.TempDir()
	saved(t, dir, articles())
	paths, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(paths) != 1 {
		t.Fatalf("files %v, want one; %v", paths, err)
	}
	good, err := os.ReadFile(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	check := func(name string, data []byte) {
		if err := os.WriteFile(paths[0], data, 0o600); err != nil {
			t.Fatal(err)
		}
		c, err := Load(dir, "v1")
		if err == nil || !strings.Contains(err.Error(), paths[0]) {
			t.Errorf("%s: error %v, want one that names the file", name, err)
		}
		if _, ok := c.Find(articles()[0]); ok {
			t.Errorf("%s: found an article", name)
		}
	}
	for i := range good {
		bad := append([]byte(nil), good...)
		bad[i] ^= 0x41
		check("changed byte", bad)
	}
	for _, n := range []int{0, 1, len(magic), len(magic) + 4, len(good) / 2, len(good) - 1} {
		check("cut off", good[:n])
	}
	check("too long", append(good[:len(good):len(good)], 0))
}

func TestPrune(t *testing.T) {
	dir := t.TempDir()
	other := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(other, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	day := time.Now().Add(-24 * time.Hour)
	for i := range 2 * maxFiles {
		saved(t, dir, []article.Article{articleOf("n", strings.Repeat("Again. ", i+1))})
		// Older and older, so that the order does not hang on the clock.
		paths, _ := filepath.Glob(filepath.Join(dir, prefix+"*"))
		for _, p := range paths {
			info, err := os.Stat(p)
			if err != nil {
				t.Fatal(err)
			}
			if info.ModTime().After(day) {
				os.Chtimes(p, day, day.Add(time.Duration(i-100)*time.Hour))
			}
		}
	}
	paths, _ := filepath.Glob(filepath.Join(dir, prefix+"*"))
	if len(paths) != maxFiles {
		t.Errorf("%d files, want %d", len(paths), maxFiles)
	}
	if _, err := os.Stat(other); err != nil {
		t.Errorf("a file of somebody else is gone: %v", err)
	}
	c, err := Load(dir, "v1")
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := c.Find(articleOf("n", strings.Repeat("Again. ", 2*maxFiles))); !ok {
		t.Error("the newest is not found")
	}
	if _, ok := c.Find(articleOf("n", "Again. ")); ok {
		t.Error("the oldest is still found")
	}
}

func TestCannotWrite(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Save(file, "v1", nil); err == nil {
		t.Error("saved into a file as if it were a directory")
	}
	if _, err := Load(file, "v1"); err == nil {
		t.Error("loaded from a file as if it were a directory")
	}
}

func TestConcurrent(t *testing.T) {
	dir := t.TempDir()
	saved(t, dir, articles())
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			c, err := Load(dir, "v1")
			if err != nil {
				t.Error(err)
			}
			for _, a := range articles() {
				wait.Go(func() {
					if _, ok := c.Find(a); !ok {
						t.Errorf("%s is not found", a.ID)
					}
				})
			}
			if err := Save(dir, "v1", []doc.Document{analysed(articles()[0])}); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
}
