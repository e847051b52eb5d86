package entity

import (
	"testing"

	"dateline/kb/names"
)

// directory makes a directory of entities with so many mentions each.
func directory(es ...Entity) *Directory {
	d := &Directory{Entities: es}
	for i := range d.Entities {
		e := &d.Entities[i]
		e.ID, e.Docs = ID(i), len(e.Mentions)
	}
	d.finish()
	return d
}

func TestFindLikeliest(t *testing.T) {
	president := []Role{{Title: "President", words: []string{"president"}}}
	d := directory(
		Entity{Name: "Gorvik", Type: names.Place, Mentions: make([]Mention, 12)},
		Entity{Name: "Hanna Gorvin", Type: names.Person, Mentions: make([]Mention, 6)},
		Entity{Name: "Ivo Gorvin", Type: names.Person, Mentions: make([]Mention, 2)},
		Entity{Name: "Jana Orbek", Type: names.Person, Mentions: make([]Mention, 9)},
		Entity{Name: "Karel Orbek", Type: names.Person, Mentions: make([]Mention, 3), Roles: president},
		Entity{Name: "Lida Orben", Type: names.Person, Mentions: make([]Mention, 90), Roles: president},
	)
	tests := []struct{ query, want string }{
		{"Gorvix", "Hanna Gorvin"}, // a surname before a place as near
		{"Gorvik", "Gorvik"},       // but not before what is right
		{"Gorvk", "Gorvik"},        // or nearer
		{"Ivo Gorvim", "Ivo Gorvin"},
		{"Orbek", "Jana Orbek"},
		{"President Orbek", "Karel Orbek"}, // the holder, but not of another name
		{"President Jana Orbek", "Jana Orbek"},
		{"Orbez", "Lida Orben"},
	}
	for _, tt := range tests {
		if got := first(d, d.Find(tt.query, 4)); got != tt.want {
			t.Errorf("Find(%q) = %q, want %q", tt.query, got, tt.want)
		}
	}
}

// TestSurnameFirst finds whom the articles call by the first word of the name.
func TestSurnameFirst(t *testing.T) {
	d := linked(t,
		"2031-01-01 [PER Kim Jong Un] spoke in [LOC Pyongyang]. [PER Kim] left. [PER Kim] slept. [PER Kim] came. [PER Kim] ate. [PER Kim] spoke.",
		"2031-01-02 [PER Daniel Kim], a lawyer, left. [PER Kim] lost.")
	if got := d.Find("Kim", 3); first(d, got) != "Kim Jong Un" || !got[0].Exact {
		t.Errorf("Kim = %s %v", first(d, got), got)
	}
	if got := d.Find("Un", 1); first(d, got) != "Kim Jong Un" {
		t.Errorf("Un = %s %v", first(d, got), got)
	}
}
