package match

import "testing"

// TestHas holds Has against Find: what Find calls exact, Has has.
func TestHas(t *testing.T) {
	x := New([]Name{{Text: "Dmytro Kuleba", ID: 1}, {Text: "Inka Rautio", ID: 2}, {Text: "Zoë Strand", ID: 3}, {Text: "Strand Bridge", ID: 4}})
	for query, want := range map[string]bool{
		"kuleba": true, "Dmytro KULEBA": true, "Kuleba Dmytro": true, "zoe strand": true, "strand": true,
		"kulebba": false, "Dmytro Rautio": false, "strand kuleba": false, "": false, "Zoë Bridge": false,
	} {
		if got := x.Has(query); got != want {
			t.Errorf("%q: %v, wanted %v", query, got, want)
		}
		if found := x.Find(query, 1); len(found) > 0 && found[0].Exact && !want {
			t.Errorf("%q: Find calls %d exact", query, found[0].ID)
		}
	}
}
