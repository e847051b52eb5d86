package entity

import (
	"strings"
	"unicode/utf8"

	"dateline/kb/doc"
	"dateline/kb/names"
	"dateline/kb/text"
)

// tally is how often each name is written in all documents, by type. What is
// rare is judged by what is common: a recogniser that finds "Elon Musk" a
// thousand times and "Will Elon Musk" twice was wrong twice.
type tally map[string][4]int32

func newTally(docs []doc.Document) tally {
	t := make(tally)
	for i := range docs {
		s := docs[i].Article.Text
		for _, m := range docs[i].Names {
			if m.Start < 0 || m.End > int32(len(s)) || m.Start >= m.End || m.Type > names.Misc {
				continue
			}
			c := t[s[m.Start:m.End]]
			c[m.Type]++
			t[s[m.Start:m.End]] = c
		}
	}
	return t
}

func (t tally) people(written string) int32 { return t[written][names.Person] }

func (t tally) all(written string) int32 {
	c := t[written]
	return c[0] + c[1] + c[2] + c[3]
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
	body := s[front:]
	for i := len(body) - 1; i > 0; i-- {
		if body[i] != ' ' || strings.Count(body[:i], " ") < 1 {
			continue
		}
		last := letters(text.Fold(body[i+1:]))
		if n := f.tally.people(body[:i]); !nameSuffixes[last] && n >= 5 && n >= 10*own {
			back = len(body) - i
		}
	}
	return front, back
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
		return many && n >= 3 && n >= 5*own || !many && n >= 20*own && f.book.class(word).is(breaks)
	}
	if utf8.RuneCountInString(low) < 2 && strings.HasSuffix(word, ".") {
		return true
	}
	return f.tally.all(rest) >= 20*own && f.book.class(word).is(breaks) && low != "the"
}

// wordly are last words of names that are no person's.
var wordly = words(`school mall university college pharmacy county avenue stadium arena airport museum hospital cemetery awards festival
	company inc corp llc island islands department ministry foundation association committee institute center centre 
	highway boulevard raceway speedway district library courthouse`)

// kind is the type of a mention, mended by what the name is elsewhere.
func (r *reader) kind(written string, t names.Type) names.Type {
	c := r.forms.tally[written]
	total := c[0] + c[1] + c[2] + c[3]
	i := strings.LastIndexAny(written, " \n\t")
	if i < 0 {
		return r.single(written, t, c, total)
	}
	if t == names.Person {
		if wordly[strings.ToLower(written[i+1:])] {
			return names.Organisation
		}
		if strings.HasPrefix(written, "Hurricane ") || strings.HasPrefix(written, "Tropical Storm ") {
			return names.Misc
		}
	}
	for k, n := range c {
		if n*4 >= total*3 && total >= 4 {
			return names.Type(k)
		}
	}
	return t
}

// single mends the type of a name of one word: a surname of the document is a
// person if it ever is; elsewhere it is what it mostly is.
func (r *reader) single(written string, t names.Type, c [4]int32, total int32) names.Type {
	people := c[names.Person]
	switch {
	case t != names.Person && r.surnames[text.Fold(written)]:
		if people*4 >= total {
			return names.Person
		}
	case t != names.Person:
		if people*2 >= total && people >= 5 {
			return names.Person
		}
	case !r.surnames[text.Fold(written)] && people*7 <= total && total >= 10:
		for k := names.Place; k <= names.Misc; k++ {
			if c[k] > c[t] {
				t = k
			}
		}
	}
	return t
}

// noteSurnames notes the surnames of the document's people.
func (r *reader) noteSurnames(ms []names.Mention) {
	clear(r.surnames)
	for _, m := range ms {
		if m.Type != names.Person || m.Start < 0 || m.End > int32(len(r.text)) || m.Start >= m.End {
			continue
		}
		written := r.text[m.Start:m.End]
		if strings.IndexByte(written, ' ') < 0 {
			continue
		}
		if f := &r.forms.list[r.forms.of(written, names.Person)]; len(f.words) > 1 {
			r.surnames[f.last()] = true
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
