package entity

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"dateline/kb/text"
)

// roleIndex finds roles by the words of their titles.
type roleIndex struct {
	byWord   map[string][]roleRef
	byOffice map[string][]roleRef // titles that mean one office
}

type roleRef struct {
	id   ID
	role int32
}

func (d *Directory) newRoleIndex() roleIndex {
	x := roleIndex{make(map[string][]roleRef), make(map[string][]roleRef)}
	for i := range d.Entities {
		for j := range d.Entities[i].Roles {
			r := &d.Entities[i].Roles[j]
			ref := roleRef{ID(i), int32(j)}
			for k, w := range r.words {
				if !slices.Contains(r.words[:k], w) {
					x.byWord[w] = append(x.byWord[w], ref)
				}
			}
			for _, w := range r.ofWords {
				if !slices.Contains(r.words, w) {
					x.byWord[w] = append(x.byWord[w], ref)
				}
			}
			k := officeKey(r.words)
			x.byOffice[k] = append(x.byOffice[k], ref)
		}
	}
	return x
}

// roleQuery is a role asked for.
type roleQuery struct {
	words  []string // of the title
	office string
	of     string // a country, folded name of an organisation, or empty
	nation bool
	past   bool
	chief  bool // whoever is at the head of "of", whatever his title
}

// FindRole looks the holders of a role up: "spokesman", "president of
// Ukraine", "German foreign minister", best first. A holder of just that
// title scores 1, of another title for the same office 0.9, and so does whoever
// is at the head of a body for "head of the FTC"; who is only known
// to have held it scores less, and so does an affiliation that is inferred. Of
// equals whoever holds it on a day comes first; on the zero day, or one after all
// documents, now.
func (d *Directory) FindRole(query string, on time.Time, n int) []Match {
	q := parseRole(query)
	if len(q.words) == 0 || n <= 0 {
		return nil
	}
	if on.Unix()/86400 >= int64(d.latest) {
		on = time.Time{} // the articles know of no later day
	}
	out := d.holders(&q, on)
	for i := 1; q.of == "" && i < len(q.words) && (len(out) == 0 || out[0].Score < sure); i++ {
		if other := d.holders(q.behind(i), on); len(other) > 0 && other[0].Score >= sure {
			out = other // "CDC director"
		}
	}
	return out[:min(n, len(out))]
}

// sure is the score from which somebody is taken to hold the role asked for.
const sure = 0.6

// behind is the query with its first words for the affiliation.
func (q *roleQuery) behind(n int) *roleQuery {
	office := officeKey(q.words[n:])
	return &roleQuery{words: q.words[n:], office: office, of: strings.Join(q.words[:n], " "), past: q.past, chief: office == "chief"}
}

// holders are those whom a query fits, best first.
func (d *Directory) holders(q *roleQuery, on time.Time) []Match {
	best := make(map[ID]float64)
	weight := make(map[ID]float64)
	consider := func(refs []roleRef) {
		for _, ref := range refs {
			s := d.fits(q, ref)
			if s == 0 || s < best[ref.id] {
				continue
			}
			w := d.holding(ref, on)
			if s == best[ref.id] {
				w = max(w, weight[ref.id])
			}
			best[ref.id], weight[ref.id] = s, w
		}
	}
	consider(d.roles.byOffice[q.office])
	rare := slices.MinFunc(q.words, func(a, b string) int {
		return cmp.Compare(len(d.roles.byWord[a]), len(d.roles.byWord[b]))
	})
	consider(d.roles.byWord[rare])
	if q.chief {
		for office := range atHead {
			consider(d.roles.byOffice[office])
		}
	}
	out := make([]Match, 0, len(best))
	for id, s := range best {
		out = append(out, Match{id, s, s >= 0.99})
	}
	slices.SortFunc(out, func(a, b Match) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(weight[b.ID], weight[a.ID]), cmp.Compare(a.ID, b.ID))
	})
	if q.of != "" && len(out) > 1 && sole(q.office) {
		d.retire(q, on, out)
	}
	return out
}

// sole reports whether one person at a time holds an office of a country or an
// organisation.
func sole(office string) bool {
	return heads[office] || soleHeads[office[strings.LastIndexByte(office, ' ')+1:]]
}

var soleHeads = words("minister premier chancellor pope governor mayor speaker executive justice coach secretary pontiff emir sultan")

// retire puts first, of those who hold or held an office that one person holds
// at a time, whoever the articles name last in it, and lowers the others. As
// predecessors are named for years, the day that counts is that before which
// half of the articles stand; who is rarely named in it is passed over. On a
// day it is whom the articles of that time name so: they come in this order.
func (d *Directory) retire(q *roleQuery, on time.Time, out []Match) {
	best, most, newest := 0, 0, int32(math.MinInt32)
	for pass := range 2 {
		for i, m := range out {
			r := d.heldRole(q, m.ID)
			if r == nil || m.Score < out[0].Score || !on.IsZero() {
				break
			}
			if pass == 0 {
				most = max(most, r.Count)
			} else if r.middle > newest && r.Count*50 >= most && (r.Count > 1 || most < 4) {
				best, newest = i, r.middle
			}
		}
	}
	out[0], out[best] = out[best], out[0]
	for i := 1; i < len(out) && out[i].Score > 0.85*out[0].Score; i++ {
		out[i].Score, out[i].Exact = 0.85*out[0].Score, false
	}
}

// Held is the role of an entity that a query for a role finds it by.
func (d *Directory) Held(query string, id ID) (Role, bool) {
	q := parseRole(query)
	if len(q.words) == 0 || id < 0 || int(id) >= len(d.Entities) {
		return Role{}, false
	}
	if r := d.heldRole(&q, id); r != nil {
		return *r, true
	}
	return Role{}, false
}

// heldRole is the role by which somebody fits a query best.
func (d *Directory) heldRole(q *roleQuery, id ID) *Role {
	var best *Role
	most := 0.0
	for i := range d.Entities[id].Roles {
		if s := d.fits(q, roleRef{id, int32(i)}); s > most {
			best, most = &d.Entities[id].Roles[i], s
		}
	}
	return best
}

// parseRole reads a query for a role: title, and affiliation before or after
// it.
func parseRole(query string) roleQuery {
	var q roleQuery
	s := text.Fold(query)
	s = strings.TrimRight(s, " ?.!")
	for _, w := range []string{"who is ", "who's ", "the ", "a ", "current "} {
		s = strings.TrimPrefix(s, w)
	}
	for p := range pasts {
		if rest, ok := strings.CutPrefix(s, p+" "); ok {
			q.past, s = true, rest
		}
	}
	if i := strings.Index(s, "'s "); i > 0 {
		q.of, s = s[:i], s[i+3:]
	}
	s = q.complement(s)
	if q.of == "" {
		s = q.before(s)
	}
	if n, ok := nationOf(strings.TrimPrefix(q.of, "the ")); ok && n.as != isSeat {
		q.of, q.nation = text.Fold(n.country), true
	}
	q.of = strings.TrimPrefix(q.of, "the ")
	q.words = titleWords(s)
	q.office = officeKey(q.words)
	q.chief = q.office == "chief" && q.of != "" && !q.nation
	if heads[q.office] && q.of == "england" {
		q.of, q.nation = "united kingdom", true
	}
	return q
}

// complement cuts "of NAME" off a role, unless it belongs to the title, as in
// "Secretary of State".
func (q *roleQuery) complement(s string) string {
	for _, prep := range []string{" of ", " at ", " for ", " in ", " from "} {
		i := strings.LastIndex(s, prep)
		if i <= 0 || q.of != "" {
			continue
		}
		rest := strings.TrimPrefix(s[i+len(prep):], "the ")
		if head := strings.Fields(rest); len(head) == 0 || portfolios[head[0]] {
			continue
		}
		q.of, s = rest, s[:i]
	}
	return s
}

// before cuts a country, or its people's name, off the words of a role.
func (q *roleQuery) before(s string) string {
	w := strings.Fields(s)
	for i := range w {
		for n := min(3, len(w)-i-1); n > 0; n-- {
			name := strings.Join(w[i:i+n], " ")
			if _, ok := nationOf(name); ok {
				q.of = name
				return strings.Join(slices.Concat(w[:i], w[i+n:]), " ")
			}
			if _, ok := states[name]; ok {
				q.of = name
				return strings.Join(slices.Concat(w[:i], w[i+n:]), " ")
			}
		}
	}
	return s
}

// fits scores a role against the query, 0 where it does not fit.
func (d *Directory) fits(q *roleQuery, ref roleRef) float64 {
	r := &d.Entities[ref.id].Roles[ref.role]
	s := titleFit(q, r)
	if s == 0 || q.past != r.Former && q.past {
		return 0
	}
	if r.Former && !q.past {
		s *= 0.7
	}
	if q.of != "" {
		s *= d.affiliationFit(q, r)
	}
	return math.Round(s*1000) / 1000
}

// beside are the words of a query that do not name the affiliation of r: of
// "State Department spokesman", "spokesman".
func beside(query []string, r *Role) []string {
	return slices.DeleteFunc(slices.Clone(query), func(w string) bool {
		return slices.Contains(r.ofWords, w) && !slices.Contains(r.words, w)
	})
}

func titleFit(q *roleQuery, r *Role) float64 {
	if q.of == "" && r.Of != "" {
		if rest := beside(q.words, r); len(rest) > 0 && len(rest) < len(q.words) {
			q = &roleQuery{words: rest, office: officeKey(rest), past: q.past}
		}
	}
	if q.chief && strings.HasPrefix(r.words[0], "chief") || q.chief && atHead[officeKey(r.words)] > 0 {
		return atHead[officeKey(r.words)]
	}
	shared := 0
	for _, w := range q.words {
		if slices.Contains(r.words, w) {
			shared++
		}
	}
	switch {
	case shared == len(q.words) && len(r.words) == len(q.words):
		return 1
	case officeKey(r.words) == q.office:
		return 0.9
	case shared < len(q.words):
		return 0
	}
	for _, w := range r.words {
		if differs[w] && !slices.Contains(q.words, w) {
			return 0
		}
	}
	// "spokesman" asks for the chief spokesman too, "minister" for any.
	if slices.Contains(titleWords(headWord(r.Title)), q.words[len(q.words)-1]) {
		return 0.85
	}
	return 0.5
}

// atHead are the offices of whoever is at the head of a body, and how well they fit
// "head", "boss" or "chief": of a firm that has both, not the chairman.
var atHead = map[string]float64{
	"chief": 0.95, "chief executive": 0.9, "executive director": 0.9, "managing director": 0.9, "director general": 0.9, "general director": 0.9,
	"secretary general": 0.9, "general secretary": 0.9, "director": 0.88, "commissioner": 0.88, "administrator": 0.88, "superintendent": 0.88,
	"president": 0.86, "chairman": 0.86, "principal": 0.86,
}

func (d *Directory) affiliationFit(q *roleQuery, r *Role) float64 {
	of := text.Fold(r.Of)
	switch {
	case r.Of == "":
		return 0.5
	case of == q.of && r.Inferred:
		return 0.9
	case of == q.of:
		return 1
	case r.Inferred:
		return 0.4
	case r.OfID != None:
		e := &d.Entities[r.OfID]
		if q.nation && text.Fold(e.Country) == q.of {
			return 0.9
		}
		if d.named(r.OfID, q.of) {
			return 1
		}
		if strings.Contains(" "+of+" ", " "+q.of+" ") {
			return 0.8
		}
	}
	return 0
}

// named reports whether a folded name is one of an entity's.
func (d *Directory) named(id ID, folded string) bool {
	e := &d.Entities[id]
	return text.Fold(e.Name) == folded || slices.ContainsFunc(e.Aliases, func(a string) bool { return text.Fold(a) == folded })
}

// near is how many days from the one asked an article about a role counts half.
const near = 30

// holding is how surely a role is held on a day.
func (d *Directory) holding(ref roleRef, on time.Time) float64 {
	if on.IsZero() {
		return d.current(ref)
	}
	v := 0.0
	for _, doc := range d.Entities[ref.id].Roles[ref.role].Docs {
		v += math.Exp2(-math.Abs(float64(d.days[doc])-float64(on.Unix()/86400)) / near)
	}
	return v
}

// current is how much a role counts now: said often, by new articles.
func (d *Directory) current(ref roleRef) float64 {
	e := &d.Entities[ref.id]
	r := &e.Roles[ref.role]
	age := float64(d.latest) - float64(r.Date.Unix()/86400)
	v := math.Log2(1+float64(r.Count)) + math.Log2(1+float64(len(e.Mentions)))/2 - age/180 - float64(ref.role)
	for _, o := range e.Roles[:ref.role] {
		if o.Former && slices.Equal(o.words, r.words) {
			v -= 6 // newer articles call it a former role
		}
	}
	return v
}
