package entity

import (
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"dateline/kb/doc"
)

// TestRead compares what many workers read, run by run, with what one reader
// reads in one go: the numbers of sightings and forms have to be the same.
func TestRead(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join("testdata", "articles.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var docs []doc.Document
	texts := strings.Split(string(raw), "\n====\n")
	for i := range 5 * runLength / 2 {
		s := strings.TrimSpace(texts[i%len(texts)])
		if i%7 == 0 { // names put together, acronyms, and a document without any
			s = "2031-02-03 [PER Ann] “Annie” [PER Lee] told Pope [PER Leo] of the [ORG Freedonian Trade Office] (FTO).\n\n[ORG FTO]’s director was late."
		} else if i%11 == 0 {
			s = "2031-02-03 It rained."
		}
		docs = append(docs, marked(t, s[:10], s[11:]))
	}
	tally, surfaces := newTally(docs)
	one := newReader(surfaces)
	one.run = newRun(newForms(one.book, tally))
	for i := range docs {
		one.read(int32(i), &docs[i])
	}

	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, workers := range []int{1, 2, 7} {
		runtime.GOMAXPROCS(workers)
		all := read(docs)
		for part, pair := range map[string][2]any{
			"forms": {one.forms.list, all.forms.list}, "sightings": {one.sights, all.sights}, "mentions": {one.refs, all.refs},
			"roles": {one.roles, all.roles}, "descriptions": {one.descs, all.descs}, "acronyms": {one.pairs, all.pairs},
		} {
			if reflect.ValueOf(pair[0]).Len() < 2 || !reflect.DeepEqual(pair[0], pair[1]) {
				t.Errorf("%d workers read other %s than one reader", workers, part)
			}
		}
	}
}
