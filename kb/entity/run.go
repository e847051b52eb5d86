package entity

import (
	"iter"
	"maps"
	"runtime"

	"dateline/kb/doc"
	"dateline/kb/stream"
)

// run is what was read of documents in a row. Its sightings and forms are
// numbered from 0, the documents as they are among all.
type run struct {
	forms  *forms
	sights []sighting
	refs   [][]ref // by document
	roles  []rawRole
	descs  []description
	pairs  map[[2]string]int  // long name and its acronym, keys of forms
	kin    map[[2]string]bool // a name and the same with a middle name in one document, keys of forms
}

func newRun(f *forms) *run {
	return &run{forms: f, pairs: make(map[[2]string]int), kin: make(map[[2]string]bool)}
}

func (r *run) form(sight int32) *form { return r.forms.list[r.sights[sight].form] }

// runLength is how many documents are read in a row by one worker.
const runLength = 64

// read reads docs on all cores. What it returns is what one reader would have
// read in one run.
func read(docs []doc.Document) *run {
	t, surfaces := newTally(docs)
	readers := make(chan *reader, runtime.GOMAXPROCS(0))
	for range cap(readers) {
		readers <- newReader(surfaces)
	}
	all := newRun(newForms(nil, t))
	for part := range stream.Map(starts(len(docs)), cap(readers), func(from int) *run {
		r := <-readers
		defer func() { readers <- r }()
		r.run = newRun(newForms(r.book, t))
		for i := from; i < min(from+runLength, len(docs)); i++ {
			r.read(int32(i), &docs[i])
		}
		return r.run
	}) {
		all.append(part)
	}
	return all
}

// starts are the first documents of the runs of n.
func starts(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i < n && yield(i); i += runLength {
		}
	}
}

// append puts the run b, of the documents that follow, behind r. It takes b's
// memory over.
func (r *run) append(b *run) {
	numbers := make([]int32, len(b.forms.list))
	for i, f := range b.forms.list {
		numbers[i] = r.forms.number(f)
	}
	base := int32(len(r.sights))
	move := func(sight *int32) {
		if *sight >= 0 {
			*sight += base
		}
	}
	for i := range b.sights {
		b.sights[i].form = numbers[b.sights[i].form]
		move(&b.sights[i].local)
	}
	for _, refs := range b.refs {
		for i := range refs {
			move(&refs[i].sight)
			if refs[i].form >= 0 {
				refs[i].form = numbers[refs[i].form]
			}
		}
	}
	for i := range b.roles {
		move(&b.roles[i].sight)
		move(&b.roles[i].of.sight)
	}
	for i := range b.descs {
		move(&b.descs[i].of.sight)
	}
	r.sights = append(r.sights, b.sights...)
	r.refs = append(r.refs, b.refs...)
	r.roles = append(r.roles, b.roles...)
	r.descs = append(r.descs, b.descs...)
	for pair, n := range b.pairs {
		r.pairs[pair] += n
	}
	maps.Copy(r.kin, b.kin)
}
