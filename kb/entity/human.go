package entity

import (
	"strings"

	"dateline/kb/names"
	"dateline/kb/text"
)

var (
	// humanVerbs behind a name say what only people do, humanJoins more of a
	// person.
	humanVerbs = words(`said says told tells added adds asked wrote writes tweeted thought thinks knew knows believes believed recalled remembered
		smiled laughed cried wept sang sings danced married wed divorced died slept grew lived lives moved walked ran sat stood wore wears
		spoke speaks replied explained joked admitted apologized pleaded testified graduated retired scored pitched tackled sprinted`)
	humanJoins = []string{", who ", ", whose ", ", his ", ", her ", " and his ", " and her ", ", a former ", ", an actor", ", a player"}
)

// human reports whether what stands around the name at [start, end) is said of
// people: what they do, an age, "Mr.".
func (r *reader) human(start, end int32) bool {
	rest := r.text[end:min(len(r.text), int(end)+24)]
	for _, j := range humanJoins {
		if strings.HasPrefix(rest, j) {
			return true
		}
	}
	if after, ok := strings.CutPrefix(rest, ", "); ok && len(after) > 2 && digit(after[0]) && digit(after[1]) && strings.IndexByte(",.;)", after[2]) >= 0 {
		return true // an age
	}
	if after, ok := strings.CutPrefix(rest, " "); ok && humanVerbs[strings.TrimRight(firstWord(after), ",.;")] {
		return true
	}
	head := strings.TrimSuffix(r.text[max(0, start-16):start], " ")
	return honorifics[strings.TrimSuffix(strings.ToLower(head[strings.LastIndexAny(head, " \n(“\"")+1:]), ".")]
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// demote takes people of whom nothing that people do is told, nor a role, for
// things where their names are none of people's: of one word that nobody else
// bears, or another's with a common noun behind it ("Ann Lee Tequila").
func (g *grouping) demote() {
	told := make(map[int32]bool)
	for i := range g.sights {
		if id := g.of[i]; id >= 0 && (g.sights[i].human > 0 || g.sights[i].title != "") {
			told[g.find(id)] = true
		}
	}
	for i := range g.roles {
		if id := g.of[g.roles[i].sight]; id >= 0 {
			told[g.find(id)] = true
		}
	}
	book := newWordbook()
	for i := range g.nodes {
		n := &g.nodes[i]
		if n.parent == int32(i) && n.typ == names.Person && !told[int32(i)] && g.unlikely(g.forms.list[n.form], book) {
			n.thing = true
		}
	}
}

// unlikely reports whether a name is rather not that of a person.
func (g *grouping) unlikely(f *form, book *wordbook) bool {
	t := g.forms.tally
	at := strings.LastIndexByte(f.name, ' ')
	if at < 0 {
		return t.firsts[f.name]+t.surnames[f.name] == 0
	}
	other, last := f.name[:at], f.name[at+1:]
	return strings.Contains(other, " ") && t.people(other) >= rare && t.surnames[last] <= t.people(f.name) &&
		!strings.Contains(last, "-") && book.class(text.Fold(last)).is(noun)
}
