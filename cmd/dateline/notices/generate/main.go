// Command generate writes the licences of all modules that the program links in,
// as their authors have put them into the modules, and that of Go itself.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

func main() {
	out := flag.String("out", "modules.txt", "file to write")
	flag.Parse()
	if err := run(*out); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// module is what "go list" tells of one.
type module struct {
	Path, Version, Dir string
	Main               bool
}

func run(out string) error {
	all, err := linked()
	if err != nil {
		return err
	}
	var b strings.Builder
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return fmt.Errorf("looking for Go: %w", err)
	}
	for _, m := range append(all, module{Path: "The Go programming language", Dir: strings.TrimSpace(string(root))}) {
		texts, err := licences(m)
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "=== %s\n\n%s\n", strings.TrimSpace(m.Path+" "+m.Version), texts)
	}
	return os.WriteFile(out, []byte(b.String()), 0o644)
}

// linked are the modules of the program, by path.
func linked() ([]module, error) {
	list, err := exec.Command("go", "list", "-deps", "-json=Module", "dateline/cmd/dateline").Output()
	if err != nil {
		return nil, fmt.Errorf("listing the modules: %w", err)
	}
	found := map[string]module{}
	for in := json.NewDecoder(bytes.NewReader(list)); ; {
		var p struct{ Module *module }
		if err := in.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			return nil, fmt.Errorf("reading the list of modules: %w", err)
		}
		if p.Module != nil && !p.Module.Main {
			found[p.Module.Path] = *p.Module
		}
	}
	var all []module
	for _, m := range found {
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b module) int { return strings.Compare(a.Path, b.Path) })
	return all, nil
}

var named = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice)(\..*)?$`)

// licences are the texts of a module, one after the other.
func licences(m module) (string, error) {
	entries, err := os.ReadDir(m.Dir)
	if err != nil {
		return "", fmt.Errorf("looking for the licence of %s: %w", m.Path, err)
	}
	var texts []string
	for _, e := range entries {
		if !named.MatchString(e.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(m.Dir, e.Name()))
		if err != nil {
			return "", fmt.Errorf("reading the licence of %s: %w", m.Path, err)
		}
		texts = append(texts, strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n"))+"\n")
	}
	if texts == nil {
		return "", fmt.Errorf("%s has no licence", m.Path)
	}
	return strings.Join(texts, "\n"), nil
}
