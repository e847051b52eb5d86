package entity

import (
	"cmp"
	"slices"
	"strings"

	"dateline/kb/doc"
	"dateline/kb/names"
	"dateline/kb/text"
)

// sighting is one name within one document, however often it stands there.
type sighting struct {
	doc, form, count int32
	typ              names.Type
	loose            bool   // a surname or first name alone, that no full name of the document explains
	title            string // of a surname: the office before it, "president"
	local            int32  // of a surname alone: the sighting that it may stand for, or -1
	the              int32
	human            int32 // mentions that tell of a person
	entity           ID
}

// ref is one mention of a sighting in the text.
type ref struct {
	start, end, sight, form int32
}

// reader reads one document after the other into a run. It is one worker's.
type reader struct {
	*run
	book     *wordbook
	surfaces [][]int32         // by document, of its mentions
	surnames map[string]bool   // of the document's people, folded
	titles   map[string]string // interned

	// Of the document being read:
	doc             int32
	text            string
	sents           []text.Sentence
	tokens          []text.Token
	classes         []class
	ment            []int32 // of each token, the mention that it is in, or -1
	ms              []ref
	extra           []ref // mentions without a name
	from            int32 // its first sighting
	byKey           map[sightKey]int32
	byLast, byFirst map[string][]int32    // full names
	byWord          map[string]int32      // other names of several words
	here            map[*surface][4]int32 // how often names are of each type
	familiar        map[int32]float64     // people, how often called by the first name alone
}

type sightKey struct {
	key    string
	title  string
	person bool
}

func newReader(surfaces [][]int32) *reader {
	return &reader{
		surfaces: surfaces, book: newWordbook(), surnames: make(map[string]bool), titles: make(map[string]string),
		byKey: make(map[sightKey]int32), byLast: make(map[string][]int32), byFirst: make(map[string][]int32), byWord: make(map[string]int32),
		familiar: make(map[int32]float64), here: make(map[*surface][4]int32),
	}
}

// read takes in a document, given its number.
func (r *reader) read(number int32, d *doc.Document) {
	r.doc, r.text, r.sents = number, d.Article.Text, d.Sentences
	r.tokens = text.Tokens(r.tokens[:0], r.text)
	r.from = int32(len(r.sights))
	clear(r.byKey)
	r.gather(d.Names)
	r.explain()
	r.place()
	r.readRoles()
	r.extra = r.extra[:0]
	r.describe()
	refs := append(append(make([]ref, 0, len(r.ms)+len(r.extra)), r.ms...), r.extra...)
	slices.SortStableFunc(refs, func(a, b ref) int { return cmp.Compare(a.start, b.start) })
	r.refs = append(r.refs, refs)
}

// place notes for every token the mention that it is part of.
func (r *reader) place() {
	r.ment = append(r.ment[:0], make([]int32, len(r.tokens))...)
	r.classes = append(r.classes[:0], make([]class, len(r.tokens))...)
	m := 0
	for i, t := range r.tokens {
		for m < len(r.ms) && int(r.ms[m].end) <= t.Start {
			m++
		}
		r.ment[i] = -1
		if m < len(r.ms) && int(r.ms[m].start) < t.End && t.Start < int(r.ms[m].end) {
			r.ment[i] = int32(m)
		}
	}
}

const unread class = 0

// known marks a class that was looked up.
const known class = 1 << 15

// class is the class of token i.
func (r *reader) class(i int) class {
	if i < 0 || i >= len(r.tokens) {
		return breaks
	}
	if r.classes[i] == unread {
		c := breaks
		switch w := r.word(i); {
		case strings.EqualFold(w, "under") && strings.EqualFold(r.word(i+1), "secretary"):
			c = noun | r.book.class(w)&capital
		case r.tokens[i].Kind == text.Word:
			c = r.book.class(w)
		case strings.Contains(w, "-") && strings.Trim(w, "-") != "": // "26-year-old", "10-time"
			c = puff
		}
		r.classes[i] = c | known
	}
	return r.classes[i]
}

// word is the text of token i, empty outside the document.
func (r *reader) word(i int) string {
	if i < 0 || i >= len(r.tokens) {
		return ""
	}
	return r.tokens[i].Of(r.text)
}

// mention is the place in ms of the mention that token i is in, or -1.
func (r *reader) mention(i int) int {
	if i < 0 || i >= len(r.tokens) {
		return -1
	}
	return int(r.ment[i])
}

// joined reports whether no line break parts tokens i and i+1.
func (r *reader) joined(i int) bool {
	return i >= 0 && i+1 < len(r.tokens) && strings.IndexByte(r.text[r.tokens[i].End:r.tokens[i+1].Start], '\n') < 0
}
