package packed

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

const magic = "MAGIC\x01"

func TestSeal(t *testing.T) {
	want := []byte(strings.Repeat("some news ", 100))
	file, err := Seal(magic, want)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Open(magic, file)
	if err != nil || !bytes.Equal(got, want) {
		t.Fatalf("Open(Seal(b)) = %q, %v", got, err)
	}
	for i := range file {
		bad := slices.Clone(file)
		bad[i] ^= 0x40
		if _, err := Open(magic, bad); err == nil {
			t.Errorf("byte %d changed: no error", i)
		}
	}
	for n := range file {
		if _, err := Open(magic, file[:n]); err == nil {
			t.Errorf("cut to %d bytes: no error", n)
		}
	}
}

func TestKeys(t *testing.T) {
	for _, want := range [][]uint32{{}, {0}, {7, 8, 1 << 31, 1<<32 - 1}} {
		got, rest, err := Keys(append(AppendKeys(nil, want), 9))
		if err != nil || !slices.Equal(got, want) || !bytes.Equal(rest, []byte{9}) {
			t.Errorf("Keys(AppendKeys(%v)) = %v, %v, %v", want, got, rest, err)
		}
	}
	for _, bad := range [][]byte{{}, {3, 1}, {0x80}, {0xff, 0xff, 0xff, 0xff, 0x7f}} {
		if _, _, err := Keys(bad); err == nil {
			t.Errorf("Keys(%v): no error", bad)
		}
	}
}

func TestTable(t *testing.T) {
	keys := []uint32{0, 16, 32, 48, 1 << 20, 1<<32 - 1}
	table := NewTable(keys)
	for row, key := range keys {
		if got := table.Row(key); got != int32(row) {
			t.Errorf("Row(%d) = %d, want %d", key, got, row)
		}
	}
	for _, key := range []uint32{1, 64, 17} {
		if got := table.Row(key); got != -1 {
			t.Errorf("Row(%d) = %d, want -1", key, got)
		}
	}
	empty := NewTable(nil)
	if got := empty.Row(0); got != -1 {
		t.Errorf("Row(0) of an empty table = %d", got)
	}
}
