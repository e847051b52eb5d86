package article

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestSourcesAddUp(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "one", "a.txt"), "date 2022-01-18 One.")
	write(t, filepath.Join(dir, "b.jsonl"), `{"id":"b","text":"Two.","date":"2022-01-19"}`)
	r, err := Loader{}.Load(context.Background(), Disk(filepath.Join(dir, "one")), Disk(filepath.Join(dir, "b.jsonl")),
		Disk(filepath.Join(dir, "missing")), Disk(filepath.Join(dir, "one", "a.txt")), Disk(dir+"/"))
	if err != nil || len(r.Articles) != 2 {
		t.Errorf("%d articles, %v; want 2", len(r.Articles), err)
	}
	if got, want := messages(r), []string{filepath.Join(dir, "missing") + ": no such file or directory"}; !slices.Equal(got, want) {
		t.Errorf("warnings %q, want %q", got, want)
	}
}

func TestNothing(t *testing.T) {
	empty := t.TempDir()
	other := filepath.Join(t.TempDir(), "x.pdf")
	write(t, other, "%PDF")
	for path, reason := range map[string]string{
		empty:            "no article in this folder: want files ending in .txt, .jsonl, .jsonl.gz",
		other:            "unknown format: want .txt, .jsonl, .jsonl.gz, or a folder of such files",
		"/no/such/thing": "no such file or directory",
		os.DevNull:       "neither a file nor a folder",
	} {
		r, err := Loader{}.Load(context.Background(), Disk(path))
		if !errors.Is(err, ErrNone) {
			t.Errorf("%s: error %v, want %v", path, err, ErrNone)
		}
		if got, want := messages(r), []string{path + ": " + reason}; !slices.Equal(got, want) {
			t.Errorf("warnings %q, want %q", got, want)
		}
	}
}

// forbidden is a file system in which a folder and a file may not be read,
// whoever runs the test.
type forbidden struct{ fstest.MapFS }

func (f forbidden) Open(name string) (fs.File, error) {
	if strings.Contains(name, "secret") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return f.MapFS.Open(name)
}

func (f forbidden) ReadDir(name string) ([]fs.DirEntry, error) {
	if strings.Contains(name, "secret") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return f.MapFS.ReadDir(name)
}

func (f forbidden) Stat(name string) (fs.FileInfo, error) { return f.MapFS.Stat(name) }

func TestUnreadable(t *testing.T) {
	fsys := forbidden{folder(map[string]string{"a.txt": "One.", "secret.txt": "Two.", "secrets/b.txt": "Three.", "z/c.txt": "Four."})}
	r, err := Loader{}.Load(context.Background(), Source{fsys, ".", "news"})
	if err != nil || len(r.Articles) != 2 {
		t.Errorf("%d articles, %v; want 2", len(r.Articles), err)
	}
	if got, want := messages(r), []string{"news/secrets: permission denied", "news/secret.txt: permission denied"}; !slices.Equal(got, want) {
		t.Errorf("warnings %q, want %q", got, want)
	}
	r, err = Loader{}.Load(context.Background(), Source{fsys, "secrets", "secrets"})
	if got, want := messages(r), []string{"secrets: permission denied"}; !errors.Is(err, ErrNone) || !slices.Equal(got, want) {
		t.Errorf("warnings %q, %v; want %q, %v", got, err, want, ErrNone)
	}
}

func TestLinksAndPipes(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "elsewhere", "a.txt"), "One.")
	news := filepath.Join(dir, "news")
	write(t, filepath.Join(news, "b.txt"), "Two.")
	for from, to := range map[string]string{"a.txt": "../elsewhere/a.txt", "loop": ".", "lost.txt": "nowhere"} {
		if err := os.Symlink(to, filepath.Join(news, from)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	r, err := Loader{}.Load(context.Background(), Disk(news))
	if err != nil || len(r.Articles) != 2 {
		t.Errorf("%d articles, %v; want 2", len(r.Articles), err)
	}
	if got, want := messages(r), []string{filepath.Join(news, "lost.txt") + ": no such file or directory"}; !slices.Equal(got, want) {
		t.Errorf("warnings %q, want %q", got, want)
	}
}

func write(t *testing.T, name, data string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}
