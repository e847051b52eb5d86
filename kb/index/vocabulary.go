package index

import (
	"strings"
	"sync"

	"dateline/kb/text"
)

// vocabulary numbers the terms. Workers share one; each keeps a reader of its
// own in front of it, so that a word is folded and stemmed once a worker.
type vocabulary struct {
	mu    sync.Mutex
	ids   map[string]uint32
	names []string
	stems []uint32 // of a word form its stem, of anything else itself
}

// exactMark parts the word forms from the stems in the vocabulary. No token
// holds it.
const exactMark = "\x00"

func newVocabulary() *vocabulary { return &vocabulary{ids: make(map[string]uint32)} }

// id is the number of a stem or of an extra term.
func (l *vocabulary) id(term string) uint32 {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.number(term, uint32(len(l.names)))
}

// pair gives the numbers of a stem and of one of its word forms.
func (l *vocabulary) pair(f wordForm) (stem, form uint32) {
	l.mu.Lock()
	defer l.mu.Unlock()
	stem = l.number(f.stem, uint32(len(l.names)))
	return stem, l.number(exactMark+f.word, stem)
}

func (l *vocabulary) number(term string, stem uint32) uint32 {
	if id, ok := l.ids[term]; ok {
		return id
	}
	id := uint32(len(l.names))
	term = strings.Clone(term)
	l.ids[term] = id
	l.names = append(l.names, term)
	l.stems = append(l.stems, stem)
	return id
}

// onlyForms tells of each term whether it is the one form of its stem, given
// how many documents hold each term.
func (l *vocabulary) onlyForms(df []uint32) []bool {
	forms := make([]uint32, len(df))
	for t, stem := range l.stems {
		if uint32(t) != stem && df[t] > 0 {
			forms[stem]++
		}
	}
	only := make([]bool, len(df))
	for t, stem := range l.stems {
		only[t] = uint32(t) != stem && forms[stem] == 1 && df[t] == df[stem]
	}
	return only
}

// reader finds the terms of tokens. It keeps hold of the texts that it reads,
// so it is not to outlive the building of an index.
type reader struct {
	vocabulary *vocabulary
	tokens     map[string]reading
	extras     map[string]uint32
	forms      []wordForm
}

// reading is what a token is indexed as.
type reading struct {
	terms []uint32 // stem, form, stem, form, …
	hash  uint64   // of its first stem, or of the function word that it is
}

func (l *vocabulary) reader() *reader {
	return &reader{vocabulary: l, tokens: make(map[string]reading), extras: make(map[string]uint32)}
}

func (r *reader) read(token string) reading {
	if len(token) > maxWord {
		return reading{}
	}
	read, ok := r.tokens[token]
	if ok {
		return read
	}
	r.forms = appendForms(r.forms[:0], token)
	for _, f := range r.forms {
		stem, form := r.vocabulary.pair(f)
		read.terms = append(read.terms, stem, form)
	}
	if len(r.forms) > 0 {
		read.hash = fingerprint(r.forms[0].stem)
	} else {
		read.hash = fingerprint(text.Fold(token))
	}
	r.tokens[token] = read
	return read
}

// extra returns the number of an extra term.
func (r *reader) extra(term string) uint32 {
	id, ok := r.extras[term]
	if !ok {
		id = r.vocabulary.id(term)
		r.extras[term] = id
	}
	return id
}
