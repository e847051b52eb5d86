package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/kb/match"
	"dateline/kb/names"
	"dateline/kb/text"
)

// form is a name as it is written, rid of what does not belong to it.
type form struct {
	name        string   // "Antony Blinken" of "Secretary Antony Blinken’s"
	words       []string // folded: of a person by blanks, of others by match.Words
	key         string   // words, in the order that forms are told apart by
	left, right int32    // bytes cut off the written name
	surname     bool     // of a person: no first name
	nation      nation
}

// first and last are the first name and the surname of a person's full name.
func (f *form) first() string { return f.words[0] }
func (f *form) last() string {
	for i := len(f.words) - 1; i > 0; i-- {
		if !nameSuffixes[f.words[i]] {
			return f.words[i]
		}
	}
	return f.words[0]
}

// middle are the words between first name and surname, suffix what follows it.
func (f *form) middle() (mid []string, suffix string) {
	rest := f.words[1:]
	if n := len(rest); n > 1 && nameSuffixes[rest[n-1]] {
		rest, suffix = rest[:n-1], rest[n-1]
	}
	return rest[:max(0, len(rest)-1)], suffix
}

var (
	nameSuffixes = words("jr sr ii iii iv v")
	particles    = words("de da di del della van von der den bin ibn al el la le du dos ten ter san st ben")
	// credits are what is left of the credit of a picture.
	credits     = words("images photo photos via image caption video")
	companyEnds = words("inc corp co ltd llc plc corporation incorporated limited company sa ag nv")
	// regal titles are a part of the name of those who have but one.
	regal = words("pope king queen prince princess saint st sultan emir emperor empress")
)

// forms are the names of some documents, in the order in which they were first
// read. The tally keeps each, so that it is parsed once for all documents.
type forms struct {
	book  *wordbook
	tally *tally
	list  []*form
	ids   map[*form]int32 // places in list
}

func newForms(book *wordbook, t *tally) *forms {
	return &forms{book: book, tally: t, ids: make(map[*form]int32)}
}

// of is the place in list of the form of a name as it is written, read as that
// of a person or of another thing.
func (f *forms) of(surface int32, t names.Type) int32 {
	s := &f.tally.list[surface]
	kept := &s.forms[reading(t)]
	if kept.Load() == nil {
		kept.CompareAndSwap(nil, f.parse(s.written, t)) // another reader has parsed the same
	}
	return f.number(kept.Load())
}

// ofMade is like of for a name that was put together, and may stand nowhere as
// it is.
func (f *forms) ofMade(written string, t names.Type) int32 {
	if id, ok := f.tally.ids[written]; ok {
		return f.of(id, t)
	}
	key := madeName{written, reading(t)}
	kept, ok := f.tally.made.Load(key)
	if !ok {
		key.written = strings.Clone(written)
		kept, _ = f.tally.made.LoadOrStore(key, f.parse(key.written, t))
	}
	return f.number(kept.(*form))
}

// reading is how a name of a type is read: as that of a person, or of another
// thing.
func reading(t names.Type) uint8 {
	if t == names.Person {
		return 0
	}
	return 1
}

func (f *forms) number(p *form) int32 {
	id, ok := f.ids[p]
	if !ok {
		id = int32(len(f.list))
		f.ids[p] = id
		f.list = append(f.list, p)
	}
	return id
}

func (f *forms) read(surface int32, t names.Type) *form { return f.list[f.of(surface, t)] }

func (f *forms) parse(written string, t names.Type) *form {
	front, back := f.trim(written, t)
	s := strings.TrimRightFunc(written[front:len(written)-back], func(r rune) bool { return outside(r) && r != '.' || r == '\'' || r == '’' })
	if t == names.Person || !f.possessive(s) {
		for _, own := range []string{"'s", "’s", "'S", "’S"} {
			s = strings.TrimSuffix(s, own)
		}
	}
	if strings.HasSuffix(s, ".") && !keepsDot(s) {
		s = s[:len(s)-1]
	}
	body := strings.TrimLeftFunc(s, outside)
	if t == names.Person {
		body = f.untitled(body)
		if rest, ok := cutFold(body, "the "); ok && strings.Contains(rest, " ") {
			body = rest // a stage name
		}
	} else if rest, ok := cutFold(body, "the "); ok {
		body = rest
	}
	out := &form{left: int32(front + len(s) - len(body)), right: int32(len(written) - front - len(s)), name: strings.Join(strings.Fields(body), " ")}
	if t == names.Person {
		out.readPerson()
	} else {
		out.readOther()
	}
	return out
}

// possessive reports whether a name that is no person's is written with "'s"
// more often than without: "McDonald's".
func (f *forms) possessive(s string) bool {
	for _, own := range []string{"'s", "’s"} {
		if bare, ok := strings.CutSuffix(s, own); ok {
			with := f.tally.things(bare+"'s") + f.tally.things(bare+"’s")
			return with > f.tally.things(bare)
		}
	}
	return false
}

// outside reports runes that do not begin or end a name.
func outside(r rune) bool {
	return unicode.IsSpace(r) || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != ')'
}

// keepsDot reports whether the dot that s ends with belongs to it: "U.S.",
// "Jr.", "Inc.".
func keepsDot(s string) bool {
	last := s[strings.LastIndexAny(s, " \n\t")+1 : len(s)-1]
	return strings.Contains(last, ".") || text.Abbreviation(last) || utf8.RuneCountInString(last) == 1
}

func cutFold(s, prefix string) (string, bool) {
	if len(s) > len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// untitled cuts titles off the front of a person's name, so long as a name
// remains.
func (f *forms) untitled(s string) string {
	for {
		i := strings.IndexFunc(s, unicode.IsSpace)
		if i < 0 {
			return s
		}
		word, rest := s[:i], strings.TrimLeftFunc(s[i:], unicode.IsSpace)
		if rest == "" || !f.title(word) {
			return s
		}
		s = rest
	}
}

// title reports whether a capitalised word before a name is surely no part of
// it.
func (f *forms) title(word string) bool {
	low := strings.TrimSuffix(text.Fold(word), ".")
	if honorifics[low] && !peers[low] || shortTitles[low] != "" && low != "lt" || pasts[low] {
		return true
	}
	one, many := strings.CutSuffix(low, "s")
	return (personNouns[low] || many && personNouns[one]) && !regal[low] && !firstNameToo[low]
}

// firstNameToo are titles that are first names as well.
var firstNameToo = words("dean duke major marshal bishop star pilot judge king icon legend chance")

func (f *form) readPerson() {
	small := 0
	for _, w := range strings.Fields(f.name) {
		w = strings.TrimPrefix(strings.TrimPrefix(w, "al-"), "Al-")
		k := letters(text.Fold(w))
		if k == "" {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(w); particles[k] && unicode.IsLower(r) {
			small++
		}
		f.words = append(f.words, k)
	}
	if n := len(f.words); n%2 == 0 && n > 2 && slices.Equal(f.words[:n/2], f.words[n/2:]) {
		f.words = f.words[:n/2] // a credit and the caption behind it
		f.name = strings.Join(strings.Fields(f.name)[:n/2], " ")
	}
	if n := len(f.words); n == 1 && credits[f.words[0]] {
		f.words = nil
	} else if n > 2 && f.words[n-1] == f.words[n-2] {
		f.words = f.words[:n-1]
		f.name = f.name[:strings.LastIndexByte(f.name, ' ')]
	}
	f.key = strings.Join(f.words, " ")
	n := len(f.words)
	f.surname = n == 1 || n > 0 && small == n-1 || n == 2 && nameSuffixes[f.words[1]]
}

func (f *form) readOther() {
	f.words = match.Words(f.name)
	f.key = strings.Join(f.words, " ")
	if n, ok := nationOf(text.Fold(f.name)); ok {
		f.nation = n
		switch n.as {
		case isCountry:
			f.key = "\x00" + n.country
		case isDemonym:
			f.key = "\x01" + n.country
		}
		return
	}
	w := f.words
	for len(w) > 1 && companyEnds[w[len(w)-1]] {
		w = w[:len(w)-1]
	}
	// "Department of State" is the State Department.
	if len(w) > 1 && (w[0] == "department" || w[0] == "ministry") {
		w = append(append([]string(nil), w[1:]...), w[0])
	}
	f.key = strings.Join(w, " ")
}

// letters keeps the letters and digits of a folded word.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return r
		}
		return -1
	}, s)
}

// initials are the first letters of a name's words in capitals, with and
// without its small words.
func initials(name string) (all, big string) {
	var a, b strings.Builder
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == '-' || r == '/' }) {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsLetter(r) {
			continue
		}
		a.WriteRune(unicode.ToUpper(r))
		if unicode.IsUpper(r) {
			b.WriteRune(r)
		}
	}
	return a.String(), b.String()
}
