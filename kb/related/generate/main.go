// Command generate writes the table of package related from the words of the
// Open English WordNet and the rolesets of PropBank, both as lines of fields
// parted by tabs: "deny", "denial denier refuse"; and "deny.01", "deny/v
// denial/n", roles.
//
//	go run ./kb/related/generate \
//		-wordnet ../shared/bench/reading/oewn-syn-deriv.tsv.gz \
//		-propbank ../shared/bench/reading/propbank-aliases.tsv.gz \
//		-out kb/related/words.bin.gz
//
// The same files and the same word table of package lexicon give the same bytes.
package main

import (
	"bufio"
	"compress/gzip"
	"flag"
	"fmt"
	"os"
	"strings"

	"dateline/kb/lexicon"
)

func main() {
	wordnet := flag.String("wordnet", "../shared/bench/reading/oewn-syn-deriv.tsv.gz", "words with their synonyms and derivations")
	propbank := flag.String("propbank", "../shared/bench/reading/propbank-aliases.tsv.gz", "rolesets with their forms")
	out := flag.String("out", "kb/related/words.bin.gz", "file to write")
	flag.Parse()
	if err := run(*wordnet, *propbank, *out); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(wordnet, propbank, out string) error {
	g, err := read(wordnet, propbank)
	if err != nil {
		return err
	}
	pairs := g.choose()
	table, err := encode(pairs)
	if err != nil {
		return err
	}
	fmt.Printf("%d words, %d pairs, %d bytes\n", len(wordsOf(pairs)), len(pairs), len(table))
	return os.WriteFile(out, table, 0o644)
}

// read gathers what the two files and the short list of own pairs say.
func read(wordnet, propbank string) (*graph, error) {
	g := newGraph(lexicon.Load())
	lists := map[string][]string{}
	err := eachLine(wordnet, func(f []string) {
		lists[f[0]] = strings.Fields(f[1])
	})
	if err != nil {
		return nil, err
	}
	g.addWordNet(lists)
	err = eachLine(propbank, func(f []string) {
		g.addRoleset(strings.Fields(f[1]))
	})
	if err != nil {
		return nil, err
	}
	g.addOwn()
	return g, nil
}

// eachLine calls f with the fields of every line, at least two.
func eachLine(path string, f func(fields []string)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		fields := strings.Split(sc.Text(), "\t")
		if len(fields) < 2 {
			return fmt.Errorf("%s: line %d has one field: %q", path, n, sc.Text())
		}
		f(fields)
	}
	if err := sc.Err(); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
