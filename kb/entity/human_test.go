package entity

import (
	"testing"

	"dateline/kb/names"
)

// TestThings checks which names of people are taken for things.
func TestThings(t *testing.T) {
	tests := []struct {
		text, name string
		want       names.Type
	}{
		{"[PER Zorbium] shines. They sell [PER Zorbium] and [PER Zorbium].", "Zorbium", names.Misc},
		{"[PER Zorba] said so. They know [PER Zorba] and [PER Zorba].", "Zorba", names.Person},
		{"They know Mr. [PER Zorba] and [PER Zorba].", "Zorba", names.Person},
		{"Singer [PER Zorba] and [PER Zorba].", "Zorba", names.Person},
		{"[PER Ann Lee] left. [PER Ann Lee], [PER Ann Lee] and [PER Ann Lee]. They sell [PER Ann Lee Tequila].", "Ann Lee Tequila", names.Misc},
		{"They saw [PER Ann Lee] and [PER Bo Clay].", "Ann Lee", names.Person},
		{"[ORG McMoss’s] sells pies. [ORG McMoss’s] closed. [PER Ed McMoss] slept.", "McMoss’s", names.Organisation},
	}
	for _, tt := range tests {
		d := linked(t, "2031-01-01 "+tt.text)
		found := false
		for _, e := range d.Entities {
			if e.Name == tt.name {
				found = true
				if e.Type != tt.want {
					t.Errorf("%s: %s is %v, want %v", tt.text, tt.name, e.Type, tt.want)
				}
			}
		}
		if !found {
			t.Errorf("%s: no %s", tt.text, tt.name)
		}
	}
}
