package entity

import (
	"strings"

	"dateline/kb/names"
	"dateline/kb/text"
)

// readByline reads that whom a line names as its author at mention i, which
// ends before token after, is a journalist: "By Ann Lee, Leeds Post",
// "— Ann Lee", "Contributing: Ann Lee", "Follow Ann Lee on Twitter".
func (r *reader) readByline(i, after int) bool {
	head, tail := r.line(i)
	switch {
	case dashes[head] && tail == "":
	case head == "By" && !speaks(tail):
	case contributed[strings.TrimRight(firstWord(head), ":")] && !speaks(head[len(firstWord(head)):]):
	case reach[head] && (strings.HasPrefix(tail, "on Twitter") || strings.HasPrefix(tail, "at ") && strings.Contains(tail, "@")):
	default:
		return false
	}
	role := rawRole{sight: r.ms[i].sight, title: "journalist", of: nowhere, start: r.ms[i].start, end: r.ms[i].end}
	if m := r.mention(after + 1); m >= 0 && r.word(after) == "," && r.sights[r.ms[m].sight].typ == names.Organisation {
		role.of, role.end = r.affiliated(m), r.ms[m].end
	}
	r.add(role)
	return true
}

// maxLine bounds the bytes before or behind a name in the line that names an
// author; those of articles are longer.
const maxLine = 2000

// line is what stands before and behind mention i in its line, as far as it is
// looked at.
func (r *reader) line(i int) (head, tail string) {
	start, end := int(r.ms[i].start), int(r.ms[i].end)
	head = r.text[max(0, start-maxLine):start]
	head = head[strings.LastIndexByte(head, '\n')+1:]
	tail, _, _ = strings.Cut(r.text[end:min(len(r.text), end+maxLine)], "\n")
	return strings.TrimSpace(head), strings.TrimSpace(tail)
}

var (
	dashes      = map[string]bool{"-": true, "–": true, "—": true, "−": true, "--": true}
	contributed = map[string]bool{"Contributing": true, "Contributors": true}
	reach       = map[string]bool{"Follow": true, "Reach": true, "Contact": true, "Email": true, "Follow reporter": true, "Contact reporter": true}
)

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

// speaks reports whether a line says something, beyond naming people and
// outlets: it has words in small letters that join no names.
func speaks(s string) bool {
	for _, t := range text.Tokens(nil, s) {
		w := t.Of(s)
		if t.Kind == text.Word && w == strings.ToLower(w) && !joining[w] {
			return true
		}
	}
	return false
}

var joining = words("and of the for in de del la van von der al contributed reporting")
