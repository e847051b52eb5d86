package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// root is where the module lies.
const root = "../.."

// rule is what the packages under a folder must not do. Imports point one way,
// cmd -> bot -> kb -> kb/*, and only cmd reads the environment.
type rule struct {
	folder  string
	imports []string // with all that lies under them
	calls   []string // package.Function
}

func rules() []rule {
	environment := []string{"os.Getenv", "os.LookupEnv", "os.Environ", "os.ExpandEnv", "syscall.Getenv"}
	clock := []string{"time.Now", "time.Since", "time.Until", "time.After", "time.NewTimer", "time.NewTicker", "time.Tick", "time.Sleep"}
	return []rule{
		{"kb", []string{"dateline/bot", "dateline/cmd", "github.com/bwmarrin/discordgo", "log", "github.com/joho/godotenv", "net/http"}, append(clock, environment...)},
		{"bot", []string{"dateline/cmd", "dateline/seeds", "github.com/joho/godotenv"}, environment},
		{"seeds", []string{"dateline"}, environment},
	}
}

func TestImportsPointOneWay(t *testing.T) {
	for _, r := range rules() {
		files := 0
		for name, file := range sourceFiles(t, r.folder) {
			files++
			for _, fault := range r.faults(file) {
				t.Errorf("%s: %s", name, fault)
			}
		}
		if files == 0 {
			t.Errorf("no Go files in %s", r.folder)
		}
	}
}

func TestRulesSeeFaults(t *testing.T) {
	src := `package x
import ("log/slog"; clock "time"; "os")
var start, home = clock.Now(), os.Getenv("HOME")
var _ = slog.Info`
	file, err := parser.ParseFile(token.NewFileSet(), "x.go", src, 0)
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(rules()[0].faults(file), ", ")
	if want := "imports log/slog, uses time.Now, uses os.Getenv"; got != want {
		t.Errorf("faults %q, want %q", got, want)
	}
}

// faults tells what a file does against the rule.
func (r rule) faults(file *ast.File) []string {
	var out []string
	names := map[string]string{} // of the packages in this file -> path
	for _, spec := range file.Imports {
		path, _ := strconv.Unquote(spec.Path.Value)
		for _, banned := range r.imports {
			if path == banned || strings.HasPrefix(path, banned+"/") {
				out = append(out, "imports "+path)
			}
		}
		name := path[strings.LastIndexByte(path, '/')+1:]
		if spec.Name != nil {
			name = spec.Name.Name
		}
		names[name] = path
	}
	ast.Inspect(file, func(n ast.Node) bool {
		s, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if x, ok := s.X.(*ast.Ident); ok {
			for _, banned := range r.calls {
				if names[x.Name]+"."+s.Sel.Name == banned {
					out = append(out, "uses "+banned)
				}
			}
		}
		return true
	})
	return out
}

// sourceFiles parses the Go files of a folder that go into the program: no
// tests, no commands, no modules of their own.
func sourceFiles(t *testing.T, folder string) map[string]*ast.File {
	t.Helper()
	files := map[string]*ast.File{}
	err := filepath.WalkDir(filepath.Join(root, folder), func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			_, err := os.Stat(filepath.Join(path, "go.mod"))
			if err == nil || e.Name() == "testdata" {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		if file.Name.Name != "main" {
			files[path] = file
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
