package entity

import (
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"dateline/kb/doc"
	"dateline/kb/names"
	"dateline/kb/text"
)

// surface is a name as it stands in the texts, and how often it does, by type.
type surface struct {
	written string
	counts  [4]int32
	forms   [2]atomic.Pointer[form] // by reading; nil until it is read so
}

func (s *surface) total() int32 { return s.counts[0] + s.counts[1] + s.counts[2] + s.counts[3] }

// bodies is how often the name is that of a place or an organisation.
func (s *surface) bodies() int32 { return s.counts[names.Place] + s.counts[names.Organisation] }

// tally is how names are written in all documents. What is rare is judged by
// what is common: a recogniser that finds "Elon Musk" a thousand times and
// "Will Elon Musk" twice was wrong twice.
type tally struct {
	ids  map[string]int32
	list []surface
	// surnames are the last words of people's full names, with how often these
	// stand in the texts.
	surnames map[string]int32
	firsts   map[string]int32 // their first words in the same way
	made     sync.Map         // madeName -> *form
}

// madeName is a name put together of what stands apart in a text.
type madeName struct {
	written string
	reading uint8
}

// maxName bounds the bytes of a name; what is longer is none.
const maxName = 160

// newTally counts the names of docs, and gives for each document the surfaces
// of its mentions, -1 for one that is not within the text.
func newTally(docs []doc.Document) (*tally, [][]int32) {
	t := &tally{ids: make(map[string]int32)}
	all := make([][]int32, len(docs))
	for i := range docs {
		s := docs[i].Article.Text
		all[i] = make([]int32, len(docs[i].Names))
		for k, m := range docs[i].Names {
			if m.Start < 0 || m.End > int32(len(s)) || m.Start >= m.End || m.End-m.Start > maxName || m.Type > names.Misc {
				all[i][k] = -1
				continue
			}
			id := t.id(s[m.Start:m.End])
			t.list[id].counts[m.Type]++
			all[i][k] = id
		}
	}
	t.countSurnames()
	return t, all
}

func (t *tally) countSurnames() {
	t.surnames, t.firsts = make(map[string]int32), make(map[string]int32)
	for i := range t.list {
		s := &t.list[i]
		if k := strings.LastIndexByte(s.written, ' '); k > 0 && s.counts[names.Person] > 0 {
			t.surnames[s.written[k+1:]] += s.counts[names.Person]
			t.firsts[s.written[:strings.IndexByte(s.written, ' ')]] += s.counts[names.Person]
		}
	}
}

func (t *tally) id(written string) int32 {
	if id, ok := t.ids[written]; ok {
		return id
	}
	id := int32(len(t.list))
	written = strings.Clone(written)
	t.ids[written] = id
	t.list = append(t.list, surface{written: written})
	return id
}

func (t *tally) people(written string) int32 {
	if id, ok := t.ids[written]; ok {
		return t.list[id].counts[names.Person]
	}
	return 0
}

// things is how often a name is that of anything but a person.
func (t *tally) things(written string) int32 { return t.all(written) - t.people(written) }

func (t *tally) all(written string) int32 {
	if id, ok := t.ids[written]; ok {
		return t.list[id].total()
	}
	return 0
}

// leaders never begin a name; recognisers take them in where they begin a
// sentence or a caption.
var leaders = words(`and but if as when while with what why how who that because is was did does has had for from by in on at of to not
	images getty ap afp reuters epa shutterstock photo photos via caption although though since after before behind inside even like
	so then than or nor yet both either meanwhile however former ex mr mrs ms`)

// trim cuts off what a recogniser took into a name by mistake, as bytes at its
// front and at its end.
func (f *forms) trim(s string, t names.Type) (front, back int) {
	own := f.tally.all(s)
	if i := strings.LastIndex(s, " Images "); i > 0 && t != names.Person {
		front = i + len(" Images ") // what follows the credit of a picture
	}
	for {
		body := s[front : len(s)-back]
		word, rest, ok := cutWord(body)
		if !ok || !f.leads(word, rest, own, t) {
			break
		}
		front = len(s) - back - len(rest)
	}
	if t != names.Person {
		return front, back
	}
	front += f.office(s[front:])
	body := s[front:]
	for i := len(body) - 1; i > 0; i-- {
		if body[i] != ' ' && body[i] != '\n' || strings.Count(strings.TrimRight(body[:i], " \n"), " ") < 1 {
			continue
		}
		last := letters(text.Fold(body[i+1:]))
		if n := f.tally.people(strings.TrimRight(body[:i], " \n")); !nameSuffixes[last] && n >= 5 && n >= 10*own {
			back = len(body) - i
		}
	}
	return front, back
}

// office is the length of what stands before a person's name and ends with an
// office: "Leeds Mayor " of "Leeds Mayor Ann Lee".
func (f *forms) office(s string) int {
	for at := 0; ; {
		word, rest, ok := cutWord(s[at:])
		if !ok {
			return 0
		}
		next := len(s) - len(rest)
		if low := strings.ToLower(word); at > 0 && (personNouns[low] || shortTitles[strings.TrimSuffix(low, ".")] != "") && !regal[low] && !firstNameToo[low] && strings.Contains(rest, " ") {
			return next
		}
		at = next
	}
}

func cutWord(s string) (word, rest string, ok bool) {
	i := strings.IndexAny(s, " \n\t")
	if i <= 0 {
		return s, "", false
	}
	rest = strings.TrimLeft(s[i:], " \n\t")
	return s[:i], rest, rest != ""
}

// leads reports whether word stands before the name rest, and is no part of
// it.
func (f *forms) leads(word, rest string, own int32, t names.Type) bool {
	low := strings.TrimRight(text.Fold(word), ".,:;")
	if leaders[low] {
		return true
	}
	if regal[low] {
		return false
	}
	many := strings.Contains(rest, " ")
	if t == names.Person {
		n := f.tally.people(rest)
		if f.book.class(word)&^(capital|known) == 0 && f.tally.things(word) == 0 && utf8.RuneCountInString(low) > 2 {
			return false // no word: a first name
		}
		return many && n >= 3 && n >= 5*own || !many && n >= 20*own && f.book.class(word).is(breaks)
	}
	if utf8.RuneCountInString(low) < 2 && strings.HasSuffix(word, ".") {
		return true
	}
	return f.tally.all(rest) >= 20*own && f.book.class(word).is(breaks) && low != "the"
}

// noteSurnames notes the surnames of the document's people, and of which type
// its names were found to be how often.
func (r *reader) noteSurnames(ms []names.Mention, ids []int32) {
	clear(r.surnames)
	clear(r.here)
	for i, m := range ms {
		if ids[i] >= 0 {
			s := &r.forms.tally.list[ids[i]]
			counts := r.here[s]
			counts[m.Type]++
			r.here[s] = counts
		}
		if m.Type != names.Person || ids[i] < 0 {
			continue
		}
		if s := &r.forms.tally.list[ids[i]]; strings.IndexByte(s.written, ' ') > 0 {
			if f := r.forms.read(ids[i], names.Person); !f.surname && len(f.words) > 1 {
				r.surnames[f.last()] = true
			}
		}
	}
}

// officeBefore is the title in capitals right before a surname: "president" of
// "President Pell". It tells people of one surname apart.
func (r *reader) officeBefore(start int32) string {
	head := r.text[max(0, start-24):start]
	if !strings.HasSuffix(head, " ") {
		return ""
	}
	head = strings.TrimSuffix(head, " ")
	word := head[strings.LastIndexAny(head, " \n\t(“\"—-")+1:]
	if word == "" || word[0] < 'A' || word[0] > 'Z' {
		return ""
	}
	low := strings.TrimSuffix(strings.ToLower(word), ".")
	if long := shortTitles[low]; long != "" {
		low = strings.ToLower(long)
	}
	if !offices[low] {
		return ""
	}
	return low
}
