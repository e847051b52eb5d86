package entity

import (
	"strings"

	"dateline/kb/names"
)

// gather makes a sighting of every name and a mention of every place where it
// stands.
func (r *reader) gather(ms []names.Mention) {
	r.ms = r.ms[:0]
	ids := r.surfaces[r.doc]
	r.noteSurnames(ms, ids)
	for i, m := range ms {
		if ids[i] < 0 || r.partyTag(int(m.Start)) {
			continue
		}
		kind := r.kind(&r.forms.tally.list[ids[i]], m.Type, m.Start)
		id := r.forms.of(ids[i], kind)
		f := r.forms.list[id]
		left, right := f.left, f.right
		if kind != names.Person && left+right > 0 && f.name != "" {
			id, kind = r.again(f, id, kind, m.Start+left)
			f = r.forms.list[id]
		}
		start, end := m.Start+left, m.End-right
		if len(f.words) == 0 || start >= end || kind == names.Person && len(f.words) == 1 && (shortTitles[f.words[0]] != "" || honorifics[f.words[0]]) {
			continue
		}
		if kind == names.Person && len(f.words) == 1 {
			if s := r.crowned(start); s < start {
				start = s
				id = r.forms.ofMade(r.text[start:end], kind)
				f = r.forms.list[id]
			}
		}
		if kind == names.Person {
			if n := r.numbered(end); n > end {
				end, id = n, r.forms.ofMade(r.text[start:n], kind)
				f = r.forms.list[id]
			}
			if k := r.begun(start, end); k >= 0 {
				start, id = r.unite(k, end, f.name)
				f = r.forms.list[id]
			}
		}
		r.ms = append(r.ms, ref{start, end, r.sight(id, f, kind, start), id})
		if r.after(start, "the ") {
			r.sights[r.ms[len(r.ms)-1].sight].the++
		}
		if kind == names.Person && r.human(start, end) {
			r.sights[r.ms[len(r.ms)-1].sight].human++
		}
	}
}

// numbered moves the end of a name over a number: "Pope John Paul II".
func (r *reader) numbered(end int32) int32 {
	rest, ok := strings.CutPrefix(r.text[end:min(len(r.text), int(end)+8)], " ")
	n := strings.IndexFunc(rest, func(c rune) bool { return c != 'I' && c != 'V' && c != 'X' })
	if !ok || n < 2 || isLetter(rest[n]) {
		return end
	}
	return end + 1 + int32(n)
}

// begun finds the mention, in ms, that the one at [start, end) goes on with: a
// first name before a nickname or a particle, or the first half of a name that
// is found whole elsewhere. It is -1 where there is none.
func (r *reader) begun(start, end int32) int {
	k := len(r.ms) - 1
	if k < 0 || r.ms[k].end+1 != start || r.text[start-1] != ' ' {
		return r.nicknamed(start)
	}
	word, _, _ := strings.Cut(r.text[start:end], " ")
	if r.forms.tally.people(r.text[r.ms[k].start:end]) > 1 || particles[strings.ToLower(word)] && r.sights[r.ms[k].sight].loose {
		return k
	}
	return -1
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
	return start, r.forms.ofMade(name, names.Person)
}

// again judges the type of a name once more, after something was cut off it.
func (r *reader) again(f *form, id int32, t names.Type, start int32) (int32, names.Type) {
	surface, ok := r.forms.tally.ids[f.name]
	if !ok {
		return id, t
	}
	if k := r.kind(&r.forms.tally.list[surface], t, start); k == names.Person {
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
