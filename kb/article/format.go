package article

import (
	"io"
	"iter"
	"path"
	"strings"
)

// format is one format of article files. A new one is a line in formats and a
// function that reads it.
type format struct {
	suffix string
	open   func(in io.Reader) (io.Reader, error) // nil where the file is plain
	read   func(in io.Reader, f file, limits Limits) iter.Seq[item]
}

func formats() []format {
	return []format{
		{".txt", nil, readText},
		{".jsonl", nil, readJSONLines},
		{".jsonl.gz", gunzip, readJSONLines},
	}
}

// Formats names the endings of the files that can be loaded: ".txt, .jsonl,
// .jsonl.gz".
func Formats() string {
	var suffixes []string
	for _, f := range formats() {
		suffixes = append(suffixes, f.suffix)
	}
	return strings.Join(suffixes, ", ")
}

func formatOf(name string) (format, bool) {
	for _, f := range formats() {
		if strings.HasSuffix(strings.ToLower(name), f.suffix) {
			return f, true
		}
	}
	return format{}, false
}

// stem is the name of a file without its folder and ending.
func (f file) stem() string {
	base := path.Base(f.path)
	if n := len(base) - len(f.format.suffix); n > 0 {
		return strings.ToValidUTF8(base[:n], "_")
	}
	return strings.ToValidUTF8(base, "_")
}
