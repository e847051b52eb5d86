package entity

import "testing"

// TestFamily checks that a surname stands for whom news calls by it, not for
// the relatives, who go by their first names.
func TestFamily(t *testing.T) {
	d := linked(t, "2031-01-01 [PER Tony Mast] won. [PER Holly Mast] is his daughter. [PER Holly] slept, and [PER Holly] woke. [PER Mast] ran.")
	for _, l := range d.In(0, 0, 1<<10) {
		if l.End-l.Start == int32(len("Mast")) && d.Entities[l.ID].Name != "Tony Mast" {
			t.Errorf("Mast is %s, want Tony Mast", d.Entities[l.ID].Name)
		}
	}
}

// TestThePresident checks that the head of a union is not the president whom a
// text means without saying of what.
func TestThePresident(t *testing.T) {
	d := linked(t, "2031-01-01 [PER Ann Lee], president of [ORG Acme Union], left. The president of [LOC Peru], [PER Jo Kern], left. The president slept.")
	all := d.In(0, 0, 1<<10)
	if last := d.Entities[all[len(all)-1].ID].Name; last != "Jo Kern" {
		t.Errorf("the president is %s, want Jo Kern", last)
	}
	d = linked(t, "2031-01-01 [PER Ann Lee], president of [ORG Acme Union], left. The president slept.")
	if all := d.In(0, 0, 1<<10); all[len(all)-1].End > 60 {
		t.Errorf("the president is %s, want nobody", d.Entities[all[len(all)-1].ID].Name)
	}
}
