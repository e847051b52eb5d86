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
	local            int32  // of a titled surname: the sighting that it may stand for, or -1
	the              int32
	entity           ID
}

// ref is one mention of a sighting in the text.
type ref struct {
	start, end, sight, form int32
}

// reader reads one document after the other into sightings, mentions, roles
// and descriptions.
type reader struct {
	forms    *forms
	book     *wordbook
	surfaces [][]int32 // by document, of its mentions
	sights   []sighting
	refs     [][]ref // by document
	roles    []rawRole
	descs    []description
	surnames map[string]bool   // of the document's people, folded
	pairs    map[[2]string]int // long name and its acronym, keys of forms
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
	byLast, byFirst map[string][]int32 // full names
}

type sightKey struct {
	key    string
	title  string
	person bool
}

func newReader(docs []doc.Document) *reader {
	book := newWordbook()
	t, surfaces := newTally(docs)
	return &reader{
		forms: &forms{book: book, tally: t}, surfaces: surfaces, book: book, refs: make([][]ref, 0, len(docs)), surnames: make(map[string]bool),
		pairs: make(map[[2]string]int), titles: make(map[string]string), byKey: make(map[sightKey]int32), byLast: make(map[string][]int32), byFirst: make(map[string][]int32),
	}
}

// read takes in the next document.
func (r *reader) read(d *doc.Document) {
	r.doc, r.text, r.sents = int32(len(r.refs)), d.Article.Text, d.Sentences
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

// gather makes a sighting of every name and a mention of every place where it
// stands.
func (r *reader) gather(ms []names.Mention) {
	r.ms = r.ms[:0]
	ids := r.surfaces[r.doc]
	r.noteSurnames(ms, ids)
	for i, m := range ms {
		if ids[i] < 0 {
			continue
		}
		kind := r.kind(&r.forms.tally.list[ids[i]], m.Type)
		id := r.forms.of(ids[i], kind)
		f := &r.forms.list[id]
		left, right := f.left, f.right
		if kind != names.Person && left+right > 0 && f.name != "" {
			id, kind = r.again(f, id, kind)
			f = &r.forms.list[id]
		}
		start, end := m.Start+left, m.End-right
		if len(f.words) == 0 || start >= end {
			continue
		}
		if kind == names.Person && len(f.words) == 1 {
			if s := r.crowned(start); s < start {
				start = s
				id = r.forms.of(r.forms.tally.id(r.text[start:end]), kind)
				f = &r.forms.list[id]
			}
		}
		if k := r.nicknamed(start); k >= 0 && kind == names.Person {
			start, id = r.unite(k, end, f.name)
			f = &r.forms.list[id]
		}
		r.ms = append(r.ms, ref{start, end, r.sight(id, f, kind, start), id})
		if r.after(start, "the ") {
			r.sights[r.ms[len(r.ms)-1].sight].the++
		}
	}
}

// nicknamed finds the first name, in ms, of a name with a nickname in quotes in
// its middle, whose surname begins at start: "Ann “Annie” Lee". It is -1 where
// there is none.
func (r *reader) nicknamed(start int32) int {
	from := max(0, int(start)-32)
	head, ok := strings.CutSuffix(r.text[from:start], " ")
	if !ok {
		return -1
	}
	for _, q := range [][2]string{{" “", "”"}, {" \"", "\""}, {" (", ")"}, {" ‘", "’"}} {
		inner, ok := strings.CutSuffix(head, q[1])
		at := strings.LastIndex(inner, q[0])
		if !ok || at < 0 {
			continue
		}
		for k := len(r.ms) - 1; k >= 0 && int(r.ms[k].end) >= from+at; k-- {
			if int(r.ms[k].end) == from+at && r.sights[r.ms[k].sight].loose {
				return k
			}
		}
	}
	return -1
}

// unite makes one name of the first name at k and what follows its nickname.
func (r *reader) unite(k int, end int32, rest string) (start, form int32) {
	start = r.ms[k].start
	name := r.text[start:r.ms[k].end] + " " + rest
	for _, m := range r.ms[k:] {
		r.sights[m.sight].count--
	}
	r.ms = r.ms[:k]
	return start, r.forms.of(r.forms.tally.id(name), names.Person)
}

// again judges the type of a name once more, after something was cut off it.
func (r *reader) again(f *form, id int32, t names.Type) (int32, names.Type) {
	surface, ok := r.forms.tally.ids[f.name]
	if !ok {
		return id, t
	}
	if k := r.kind(&r.forms.tally.list[surface], t); k == names.Person {
		return r.forms.of(surface, k), k
	}
	return id, t
}

func (r *reader) after(start int32, word string) bool {
	n := int32(len(word))
	return start >= n && strings.EqualFold(r.text[start-n:start], word)
}

// crowned moves the start of a name to the left over a title that is part of
// it: "Pope Francis".
func (r *reader) crowned(start int32) int32 {
	head := strings.TrimRight(r.text[max(0, start-12):start], " ")
	if len(head) == int(start)-int(max(0, start-12)) {
		return start
	}
	word := head[strings.LastIndexAny(head, " \n\t(“\"'’")+1:]
	if word == "" || !regal[strings.ToLower(word)] || word[0] < 'A' || word[0] > 'Z' {
		return start
	}
	at := strings.LastIndex(r.text[:start], word)
	if len(r.ms) > 0 && int32(at) < r.ms[len(r.ms)-1].end {
		return start
	}
	return int32(at)
}

func (r *reader) sight(id int32, f *form, t names.Type, start int32) int32 {
	k := sightKey{key: f.key, person: t == names.Person}
	if k.person && f.surname {
		k.title = r.officeBefore(start)
	}
	s, ok := r.byKey[k]
	if !ok {
		s = int32(len(r.sights))
		r.byKey[k] = s
		r.sights = append(r.sights, sighting{doc: r.doc, form: id, typ: t, loose: k.person && f.surname, title: k.title, local: -1})
	}
	r.sights[s].count++
	// The type is that of most mentions; what is a name of any kind first
	// becomes one of a certain kind.
	if r.sights[s].count == 2 && r.sights[s].typ == names.Misc {
		r.sights[s].typ = t
	}
	return s
}

// explain finds which full name of the document a surname, a first name or a
// short form stands for.
func (r *reader) explain() {
	to := make(map[int32]int32)
	r.fullNames()
	for i := r.from; i < int32(len(r.sights)); i++ {
		if r.sights[i].typ == names.Person && !r.sights[i].loose {
			if j := r.longer(i); j >= 0 {
				to[i] = j
			}
		}
	}
	for i, m := range r.ms {
		if s := &r.sights[m.sight]; s.loose {
			switch j := r.owner(i); {
			case j < 0:
			case s.title == "":
				r.move(i, j)
			case s.local < 0:
				s.local = j
			}
		}
	}
	r.acronyms(to)
	r.shortForms(to)
	for i := range r.ms {
		if j, ok := to[r.ms[i].sight]; ok {
			if k, again := to[j]; again {
				j = k
			}
			r.move(i, j)
		}
	}
}

func (r *reader) move(i int, to int32) {
	r.sights[r.ms[i].sight].count--
	r.sights[to].count++
	r.ms[i].sight = to
}

func (r *reader) form(sight int32) *form { return &r.forms.list[r.sights[sight].form] }

// fullNames notes the document's people with first name and surname, by
// either.
func (r *reader) fullNames() {
	clear(r.byLast)
	clear(r.byFirst)
	for i := r.from; i < int32(len(r.sights)); i++ {
		if r.sights[i].typ == names.Person && !r.sights[i].loose {
			f := r.form(i)
			r.byLast[f.last()] = append(r.byLast[f.last()], i)
			r.byFirst[f.first()] = append(r.byFirst[f.first()], i)
		}
	}
}

// maxSame bounds the people of one surname, in one document, that are told
// apart.
const maxSame = 64

// longer finds the one fuller form of a person's name in the document: "Marine
// Le Pen" of "Le Pen", "George W. Bush" of "George Bush".
func (r *reader) longer(i int32) int32 {
	f, found := r.form(i), int32(-1)
	same := r.byLast[f.last()]
	for _, j := range same[:min(len(same), maxSame)] {
		g := r.form(j)
		if j == i || len(g.words) <= len(f.words) || !fuller(g, f) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = j
	}
	return found
}

// fuller reports whether g is f with a first name, a middle name or a suffix
// more.
func fuller(g, f *form) bool {
	if strings.HasSuffix(g.key, " "+f.key) {
		return particles[f.words[0]]
	}
	_, a := g.middle()
	_, b := f.middle()
	return g.first() == f.first() && g.last() == f.last() && a == b
}

// owner finds whom a bare surname or first name at mention i stands for: the
// full name with this surname nearest before it, or else the first after it;
// failing that, the same by first name.
func (r *reader) owner(i int) int32 {
	f := r.form(r.ms[i].sight)
	last := f.words[len(f.words)-1]
	if nameSuffixes[last] && len(f.words) > 1 {
		last = f.words[0]
	}
	if same := r.byLast[last]; len(same) > 0 {
		return r.nearest(i, same)
	}
	if len(f.words) > 1 || strings.HasSuffix(last, "s") {
		return -1
	}
	return r.nearest(i, r.byFirst[last])
}

// maxFar bounds how many mentions away the nearest of several is looked for.
const maxFar = 500

func (r *reader) nearest(i int, same []int32) int32 {
	if len(same) == 0 {
		return -1
	}
	if len(same) == 1 {
		return same[0]
	}
	same = same[:min(len(same), maxSame)]
	for k := i - 1; k >= max(0, i-maxFar); k-- {
		if slices.Contains(same, r.ms[k].sight) {
			return r.ms[k].sight
		}
	}
	return same[0]
}

// shortForms lets a government department stand for itself in one word:
// "State" for the State Department, where the document has it as an
// organisation.
func (r *reader) shortForms(to map[int32]int32) {
	for i := r.from; i < int32(len(r.sights)); i++ {
		f := r.form(i)
		if r.sights[i].typ != names.Organisation || len(f.words) < 2 || !officeEnds[f.words[len(f.words)-1]] {
			continue
		}
		short := strings.Join(f.words[:len(f.words)-1], " ")
		if f.words[0] == "department" || f.words[0] == "ministry" {
			short = strings.Join(f.words[1:], " ")
		}
		if s, ok := r.byKey[sightKey{key: short}]; ok && r.sights[s].typ == names.Organisation && s != i {
			to[s] = i
		}
	}
}

var officeEnds = words("department ministry")

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
		if r.tokens[i].Kind == text.Word {
			c = r.book.class(r.tokens[i].Of(r.text))
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
