package entity

import (
	"cmp"
	"slices"
	"strings"

	"dateline/kb/names"
)

// description is a noun phrase without a name that stands for somebody: "the
// top US diplomat", "Ukraine's foreign minister".
type description struct {
	doc, start, end int32
	title           string
	of              affiliation
	past            bool
}

// describe notes the descriptions of the document, and lets those of
// organisations ("the department") stand for the organisation named last that
// they fit.
func (r *reader) describe() {
	heads := r.organisations()
	from := len(r.descs)
	for t := range r.tokens {
		w := r.word(t)
		if len(w) == 3 && (w == "the" || w == "The") {
			if m := r.mention(t); m < 0 {
				r.organisation(t, heads)
				r.describedAt(t, from)
			}
		} else if m := r.mention(t); m >= 0 && possessive(r.word(t+1)) && r.mention(t+1) != m {
			if first, _ := r.tokensOf(m); first >= 0 {
				r.describedAt(first, from)
			}
		}
	}
}

// describedAt reads the description that begins at token t, unless it is a part
// of the one before; those of the document begin at from.
func (r *reader) describedAt(t, from int) {
	if n := len(r.descs); n > from && int(r.descs[n-1].end) > r.tokens[t].Start {
		return
	}
	prev := r.word(t - 1)
	if r.class(t-1).is(linkVerb) || prev == "as" || prev == "," && r.person(t-2) {
		return
	}
	p, end, ok := r.forward(t)
	if !ok || !p.definite || r.person(end) || r.word(end) == "," && r.person(end+1) {
		return
	}
	r.descs = append(r.descs, description{
		doc: r.doc, start: int32(r.tokens[t].Start), end: int32(r.tokens[end-1].End), title: p.title, of: p.of, past: p.past,
	})
}

// person reports whether token t is in the name of a person.
func (r *reader) person(t int) bool {
	m := r.mention(t)
	return m >= 0 && r.sights[r.ms[m].sight].typ == names.Person
}

// bodies are what organisations are called without their name.
var bodies = words(`department ministry agency bureau commission court council committee university college bank airline union league
	association foundation institute party senate parliament company corporation group service administration authority board institution
	network newspaper magazine church hospital museum school club federation organization organisation alliance coalition`)

// organisations are the document's organisations by the last word of their
// names.
func (r *reader) organisations() map[string][]int32 {
	var out map[string][]int32
	for i := r.from; i < int32(len(r.sights)); i++ {
		f := r.form(i)
		if r.sights[i].typ != names.Organisation || r.sights[i].count == 0 || len(f.words) < 2 {
			continue
		}
		last := f.words[len(f.words)-1]
		if f.words[0] == "department" || f.words[0] == "ministry" || f.words[0] == "university" || f.words[0] == "bank" {
			last = f.words[0]
		}
		if bodies[last] {
			if out == nil {
				out = make(map[string][]int32)
			}
			out[last] = append(out[last], i)
		}
	}
	return out
}

// organisation takes "the department" at token t for the department named
// last before it.
func (r *reader) organisation(t int, heads map[string][]int32) {
	owners := heads[r.word(t+1)]
	if len(owners) == 0 || r.mention(t+1) >= 0 || r.mention(t+2) >= 0 && r.joined(t+1) && !possessive(r.word(t+2)) || r.word(t+2) == "of" {
		return
	}
	if c := r.class(t + 2); c.is(noun) && r.joined(t+1) {
		return
	}
	at := int32(r.tokens[t].Start)
	from := before(r.ms, at)
	for k := from; k >= max(0, from-maxFar); k-- {
		if m := r.ms[k]; slices.Contains(owners, m.sight) {
			r.extra = append(r.extra, ref{at, int32(r.tokens[t+1].End), m.sight, -1})
			return
		}
	}
}

// before is the last of the mentions that begins before the byte at, or -1.
func before(refs []ref, at int32) int {
	k, _ := slices.BinarySearchFunc(refs, at, func(m ref, at int32) int { return cmp.Compare(m.start, at) })
	return k - 1
}

// holder is a person of a document with the roles that tell descriptions.
type holder struct {
	id    ID
	first int32 // where the document first names the person
}

// resolve finds whom the descriptions stand for. It adds them to the mentions,
// and the titles that say something new to the roles.
func (g *grouping) resolve(d *Directory) {
	g.described = make([][]Located, len(g.refs))
	var people []holder
	doc := int32(-1)
	for i := range g.descs {
		c := &g.descs[i]
		if c.doc != doc {
			doc = c.doc
			people = g.holders(d, doc, people[:0])
		}
		if id := g.meant(d, c, people); id != None {
			g.described[doc] = append(g.described[doc], Located{id, c.start, c.end})
		}
	}
}

// maxHolders bounds the people of a document that descriptions are held
// against.
const maxHolders = 200

func (g *grouping) holders(d *Directory, doc int32, dst []holder) []holder {
	for _, m := range g.refs[doc] {
		id := g.sights[m.sight].entity
		if id == None || d.Entities[id].Type != names.Person || len(d.Entities[id].Roles) == 0 {
			continue
		}
		if len(dst) < maxHolders && !slices.ContainsFunc(dst, func(h holder) bool { return h.id == id }) {
			dst = append(dst, holder{id, m.start})
		}
	}
	return dst
}

// maxBack is how far back, in bytes, a description without an affiliation, or
// one that fits several people, may look for whom it stands for.
const maxBack = 1200

// meant picks the person of the document that a description fits: the only
// one, or the one named last before it.
func (g *grouping) meant(d *Directory, c *description, people []holder) ID {
	q := roleQuery{words: titleWords(c.title), past: c.past}
	if len(q.words) == 0 || relation(c.title) {
		return None
	}
	q.office = officeKey(q.words)
	of, ofName := g.affiliation(d, c.of)
	var fit []ID
	best := 0.0
	role := (*Role)(nil)
	for _, h := range people {
		s, r := g.describes(d, &q, c, of, ofName, h)
		switch {
		case s > best:
			best, role, fit = s, r, append(fit[:0], h.id)
		case s == best && s > 0:
			fit = append(fit, h.id)
		}
	}
	if best < 0.5 {
		return None
	}
	id := fit[0]
	if len(fit) > 1 || c.of.none() {
		return g.lastNamed(c, fit)
	}
	if best >= 0.8 && officeKey(role.words) == q.office && strings.Join(role.words, " ") != strings.Join(q.words, " ") && !c.of.none() {
		g.learn(d, c, id)
	}
	return id
}

// affiliation is the entity and the preferred name of an affiliation.
func (g *grouping) affiliation(d *Directory, a affiliation) (ID, string) {
	if a.key != "" {
		if n := g.largest(a.key); n >= 0 {
			return g.ids[n], d.Entities[g.ids[n]].Name
		}
		return None, ""
	}
	if a.sight >= 0 {
		if e := g.sights[a.sight].entity; e != None {
			return e, d.Entities[e].Name
		}
		return None, ""
	}
	return None, a.country
}

// describes scores how well a description fits a person, and by which role.
func (g *grouping) describes(d *Directory, q *roleQuery, c *description, of ID, ofName string, h holder) (float64, *Role) {
	best, role := 0.0, (*Role)(nil)
	for i := range d.Entities[h.id].Roles {
		r := &d.Entities[h.id].Roles[i]
		if r.Former != q.past || i > 5 {
			continue
		}
		s := titleFit(q, r)
		if s < 0.8 || ofName == "" && heads[q.office] && r.OfID != None && d.Entities[r.OfID].Country != r.Of {
			continue // "the president" is not that of a union
		}
		switch {
		case ofName == "":
		case r.Of == ofName || of != None && r.OfID == of:
		case r.Of == "":
			s *= 0.6
		case r.OfID != None && d.Entities[r.OfID].Country == ofName:
			s *= 0.9
		default:
			s = 0
		}
		if i > 0 {
			s *= 0.97
		}
		if s > best {
			best, role = s, r
		}
	}
	return best, role
}

// lastNamed is whichever of the people was named last before the description.
func (g *grouping) lastNamed(c *description, fit []ID) ID {
	refs := g.refs[c.doc]
	for k := before(refs, c.start); k >= 0; k-- {
		if refs[k].start < c.start-maxBack {
			break
		}
		if e := g.sights[refs[k].sight].entity; slices.Contains(fit, e) {
			return e
		}
	}
	return None
}

// learn adds a description to the roles of the person that it stands for:
// "top diplomat" of the Secretary of State.
func (g *grouping) learn(d *Directory, c *description, id ID) {
	for _, m := range g.refs[c.doc] {
		if g.sights[m.sight].entity == id {
			g.roles = append(g.roles, rawRole{sight: m.sight, title: c.title, of: c.of, start: c.start, end: c.end, past: c.past, weight: 1})
			return
		}
	}
}
