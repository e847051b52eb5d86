package entity

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strings"

	"dateline/kb/match"
	"dateline/kb/names"
	"dateline/kb/text"
)

// finish builds the indexes of a directory whose entities are complete.
func (d *Directory) finish() {
	var list []match.Name
	surnames := d.surnames()
	for i := range d.Entities {
		e := &d.Entities[i]
		w := d.prominence(e)
		list = append(list, match.Name{Text: e.Name, ID: int32(i), Weight: w})
		for _, a := range e.Aliases {
			// A surname that many share finds those who are meant by it.
			if e.Type != names.Person || strings.Contains(a, " ") || !strings.Contains(e.Name, " ") {
				list = append(list, match.Name{Text: a, ID: int32(i), Weight: w})
			}
		}
		for _, called := range calledBy(e) {
			if s := surnames[called]; w*5 >= s.foremost {
				list = append(list, match.Name{Text: called, ID: int32(i), Weight: w, Alone: wanted * s.all * w / s.foremost})
			}
		}
		if e.Type == names.Person {
			d.people = append(d.people, e.ID)
		}
	}
	d.index = match.New(list)
	slices.SortStableFunc(d.people, func(a, b ID) int {
		return cmp.Compare(len(d.Entities[b].Mentions), len(d.Entities[a].Mentions))
	})
	d.roles = d.newRoleIndex()
}

// wanted is how many times likelier a single word asks for a person by the
// surname than for anything else as much in the news.
const wanted = 8

// surname is how much those who bear a surname are in the news: all together,
// who are asked for by it, and the foremost of them, who is meant.
type surname struct{ all, foremost float64 }

func (d *Directory) surnames() map[string]surname {
	out := make(map[string]surname)
	for i := range d.Entities {
		p := d.prominence(&d.Entities[i])
		for _, w := range calledBy(&d.Entities[i]) {
			out[w] = surname{out[w].all + p, max(out[w].foremost, p)}
		}
	}
	return out
}

// calledBy are the single words, folded, that a person with a full name may be asked
// for by: the surname, and the first word of whom the articles call by that rather
// than by the last ("Kim Jong Un").
func calledBy(e *Entity) []string {
	last := surnameOf(e)
	if last == "" {
		return nil
	}
	place := func(of string) int { // among the aliases, the commonest first
		return slices.IndexFunc(e.Aliases, func(a string) bool { return text.Fold(a) == of })
	}
	first := match.Words(e.Name)[0]
	if i, j := place(first), place(last); i >= 0 && (j < 0 || i < j) {
		return []string{last, first}
	}
	return []string{last}
}

// surnameOf is the surname of a person with a full name, without what follows
// it, folded.
func surnameOf(e *Entity) string {
	if e.Type != names.Person {
		return ""
	}
	w := match.Words(e.Name)
	for len(w) > 1 && nameSuffixes[w[len(w)-1]] {
		w = w[:len(w)-1]
	}
	if len(w) < 2 {
		return ""
	}
	return w[len(w)-1]
}

// prominence is how much an entity is in the news; whom it tells something of
// comes before a namesake as much in it.
func (d *Directory) prominence(e *Entity) float64 {
	return float64(len(e.Mentions)) + 2*float64(e.Docs) + 3*float64(min(1, len(e.Roles)))
}

// Find looks a name up, however badly it is typed, best first. Titles before
// the name ("Secretary Blinken", "President Zelensky") help, and do not hurt.
// It returns at most n matches; those with a Score of at least 0.6 may be
// taken for the entity meant, the others are suggestions.
func (d *Directory) Find(query string, n int) []Match {
	if d.index == nil || n <= 0 {
		return nil
	}
	found := d.lookup(query, n)
	if len(found) > 0 && found[0].Exact {
		return d.written(query, found, n)
	}
	title, rest := d.untitled(query)
	if rest == "" {
		return found
	}
	other := d.titled(title, d.lookup(rest, n+8))
	if len(other) == 0 || len(found) > 0 && found[0].Score >= other[0].Score {
		return found
	}
	return other[:min(n, len(other))]
}

// Has reports whether some name, titles before it aside, has every word of a query
// as typed: without that no match is exact. It costs next to nothing.
func (d *Directory) Has(query string) bool {
	if d.index == nil {
		return false
	}
	if d.index.Has(query) {
		return true
	}
	_, rest := d.untitled(query)
	return rest != "" && d.index.Has(rest)
}

// written puts first what is written with "'s" where the query is: "McDonald's"
// asks for nobody of that surname.
func (d *Directory) written(query string, found []Match, n int) []Match {
	folded := text.Fold(query)
	if !strings.HasSuffix(folded, "'s") {
		return found
	}
	found = d.lookup(query, n+maxSame)
	other := func(m Match) bool { return text.Fold(d.Entities[m.ID].Name) != folded }
	slices.SortStableFunc(found, func(a, b Match) int {
		switch x, y := other(a), other(b); {
		case x == y:
			return 0
		case x:
			return 1
		}
		return -1
	})
	if !other(found[0]) {
		return found[:1]
	}
	return found[:min(n, len(found))]
}

func (d *Directory) lookup(query string, n int) []Match {
	var out []Match
	for _, r := range d.index.Find(query, n) {
		out = append(out, Match{ID(r.ID), math.Round(r.Score*1000) / 1000, r.Exact})
	}
	return out
}

// untitled splits the titles that a query begins with from the name.
func (d *Directory) untitled(query string) (title []string, rest string) {
	w := match.Words(query)
	n := 0
	for n < len(w)-1 && (honorifics[w[n]] || personNouns[w[n]] || shortTitles[w[n]] != "" || pasts[w[n]] || len(title) > 0 && portfolios[w[n]] || d.qualifies(w[n:])) {
		if !honorifics[w[n]] && !pasts[w[n]] {
			title = append(title, w[n])
		}
		n++
	}
	if n == 0 {
		return nil, ""
	}
	return title, strings.Join(w[n:], " ")
}

// qualifies reports whether words begin with one that a title may begin with:
// "foreign minister", "Ukrainian president".
func (d *Directory) qualifies(w []string) bool {
	if len(w) < 3 {
		return false
	}
	_, nation := nationOf(w[0])
	return nation || officeWords[w[0]] || personNouns[w[1]] && len(d.roles.byWord[w[0]]) > 0
}

// titled puts those first who hold the title and are named about as well as
// the first, and holds the others back a little.
func (d *Directory) titled(title []string, found []Match) []Match {
	if len(title) == 0 || len(found) == 0 {
		return found
	}
	want := titleWords(strings.Join(title, " "))
	least := 0.95 * found[0].Score
	var first, rest []Match
	for _, m := range found {
		holds := d.holds(m.ID, want)
		if !holds {
			m.Score, m.Exact = 0.95*m.Score, false
		}
		if holds && m.Score >= least {
			first = append(first, m)
		} else {
			rest = append(rest, m)
		}
	}
	return append(first, rest...)
}

func (d *Directory) holds(id ID, want []string) bool {
	for _, r := range d.Entities[id].Roles {
		for _, w := range want {
			if slices.Contains(r.words, w) {
				return true
			}
		}
	}
	return false
}

// In returns the mentions within the byte range [start, end) of a document,
// in order, with their entities.
func (d *Directory) In(docID int32, start, end int) []Located {
	if docID < 0 || int(docID) >= len(d.located) {
		return nil
	}
	list := d.located[docID]
	from := sort.Search(len(list), func(i int) bool { return int(list[i].Start) >= start })
	to := from
	for to < len(list) && int(list[to].End) <= end {
		to++
	}
	return list[from:to:to]
}

// Complete returns at most n entities for what has been typed so far, ranked
// by match and prominence.
func (d *Directory) Complete(prefix string, n int) []ID {
	if d.index == nil {
		return nil
	}
	var out []ID
	for _, id := range d.index.Complete(prefix, n) {
		out = append(out, ID(id))
	}
	return out
}

// Describe tells in a few words what an entity is: its role, or the country
// that it belongs to. It may be empty.
func (d *Directory) Describe(id ID) string {
	if id < 0 || int(id) >= len(d.Entities) {
		return ""
	}
	e := &d.Entities[id]
	switch {
	case len(e.Roles) > 0:
		return e.Roles[0].String()
	case e.Country != "" && e.Country != e.Name && e.Type != names.Misc:
		return e.Country
	}
	return ""
}

// Cooccurring returns at most n people, organisations and places that stand
// most in the same documents as an entity, weighed against how common they
// are.
func (d *Directory) Cooccurring(id ID, n int) []ID {
	if id < 0 || int(id) >= len(d.Entities) || n <= 0 {
		return nil
	}
	counts := make(map[ID]int)
	last := int32(-1)
	for _, m := range d.Entities[id].Mentions {
		if m.Doc == last {
			continue
		}
		last = m.Doc
		seen := make(map[ID]bool)
		for _, l := range d.located[m.Doc] {
			if l.ID != id && !seen[l.ID] {
				seen[l.ID] = true
				counts[l.ID]++
			}
		}
	}
	return d.closest(counts, d.Entities[id].Docs, n)
}

func (d *Directory) closest(counts map[ID]int, docs, n int) []ID {
	score := func(id ID) float64 {
		c := float64(counts[id])
		return c * math.Log(1+float64(len(d.located))/float64(d.Entities[id].Docs))
	}
	out := make([]ID, 0, len(counts))
	for id, c := range counts {
		if c > 1 || docs == 1 {
			out = append(out, id)
		}
	}
	slices.SortFunc(out, func(a, b ID) int {
		return cmp.Or(cmp.Compare(score(b), score(a)), cmp.Compare(a, b))
	})
	return out[:min(n, len(out))]
}
