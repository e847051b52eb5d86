package lexicon

import (
	"reflect"
	"strings"
	"testing"

	"dateline/kb/names/internal/packed"
)

func TestEncode(t *testing.T) {
	want := &Tables{
		Classes: map[uint32]uint16{5: 1, 1 << 31: 4096},
		Facts:   map[uint32]Fact{9: {Case: 7, Lists: City | Begins}, 10: {Lists: Surname}},
		Usage:   map[uint32]Usage{5: {Top: 5, Second: 2, Purity: 4, Place: 3}},
	}
	file, err := want.Encode()
	if err != nil {
		t.Fatal(err)
	}
	got, err := DecodeTables(file)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Fatalf("DecodeTables = %+v, %v; want %+v", got, err, want)
	}
	l, err := Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	if l.Class(5) != 1 || l.Class(6) != 0 {
		t.Errorf("classes are %d and %d, want 1 and 0", l.Class(5), l.Class(6))
	}
	if written, lists := l.Facts(9); written != 7 || lists != City|Begins {
		t.Errorf("facts are %d, %b", written, lists)
	}
	if u := l.Usage(5); u != want.Usage[5] {
		t.Errorf("usage is %+v", u)
	}
}

func TestDecodeDamaged(t *testing.T) {
	sealed := func(b ...byte) []byte {
		file, err := packed.Seal(magic, b)
		if err != nil {
			t.Fatal(err)
		}
		return file
	}
	tests := []struct {
		file []byte
		want string
	}{
		{nil, "lexicon: file begins with \"\""},
		{[]byte("something else entirely"), "want \"DLWORDS"},
		{sealed(), "too early"},
		{sealed(2, 1, 1, 0), "too early"},
		{sealed(0, 0, 0, 1), "1 bytes too many"},
	}
	for _, test := range tests {
		if _, err := Decode(test.file); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("Decode(%q): %v, want %q", test.file, err, test.want)
		}
	}
}
