// Package packed is what the embedded tables have in common: a sealed,
// compressed file, sorted hashes written as differences, and a hash table from
// 32-bit hashes to rows.
package packed

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
)

// ErrShort says that a file ends before what it announces.
var ErrShort = errors.New("file ends too early")

// Seal returns magic, the CRC-32 (IEEE) of what follows, and b deflated.
func Seal(magic string, b []byte) ([]byte, error) {
	var z bytes.Buffer
	f, err := flate.NewWriter(&z, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := f.Write(b); err != nil {
		return nil, err
	}
	if err := f.Close(); err != nil {
		return nil, err
	}
	out := binary.LittleEndian.AppendUint32([]byte(magic), crc32.ChecksumIEEE(z.Bytes()))
	return append(out, z.Bytes()...), nil
}

// Open undoes Seal.
func Open(magic string, file []byte) ([]byte, error) {
	if len(file) < len(magic)+4 || string(file[:len(magic)]) != magic {
		return nil, fmt.Errorf("file begins with %q, want %q", file[:min(len(file), len(magic))], magic)
	}
	sum, z := binary.LittleEndian.Uint32(file[len(magic):]), file[len(magic)+4:]
	if got := crc32.ChecksumIEEE(z); got != sum {
		return nil, fmt.Errorf("file is damaged: CRC-32 is %08x, want %08x", got, sum)
	}
	b, err := io.ReadAll(flate.NewReader(bytes.NewReader(z)))
	if err != nil {
		return nil, fmt.Errorf("inflating: %w", err)
	}
	return b, nil
}

// maxKeys bounds what a damaged count can make Keys allocate.
const maxKeys = 1 << 22

// AppendKeys appends the number of keys and their differences as uvarints.
// Keys must be sorted.
func AppendKeys(b []byte, keys []uint32) []byte {
	b = binary.AppendUvarint(b, uint64(len(keys)))
	last := uint32(0)
	for _, k := range keys {
		b = binary.AppendUvarint(b, uint64(k-last))
		last = k
	}
	return b
}

// Keys reads what AppendKeys wrote and returns what follows it.
func Keys(b []byte) (keys []uint32, rest []byte, err error) {
	n, b, err := uvarint(b)
	if err != nil {
		return nil, nil, err
	}
	if n > maxKeys {
		return nil, nil, fmt.Errorf("file claims %d keys, at most %d are possible", n, maxKeys)
	}
	keys = make([]uint32, n)
	last := uint64(0)
	for i := range keys {
		var d uint64
		if d, b, err = uvarint(b); err != nil {
			return nil, nil, err
		}
		last += d
		keys[i] = uint32(last)
	}
	return keys, b, nil
}

func uvarint(b []byte) (uint64, []byte, error) {
	v, n := binary.Uvarint(b)
	if n <= 0 {
		return 0, nil, ErrShort
	}
	return v, b[n:], nil
}

// Table finds the row of a key, by open addressing. The zero Table is not
// usable; an empty one comes from NewTable(nil).
type Table struct {
	slots []slot
	mask  uint32
}

type slot struct {
	key uint32
	row int32 // -1: empty
}

// NewTable numbers keys from 0.
func NewTable(keys []uint32) Table {
	size := 16
	for size < 2*len(keys) {
		size *= 2
	}
	t := Table{make([]slot, size), uint32(size - 1)}
	for i := range t.slots {
		t.slots[i].row = -1
	}
	for row, key := range keys {
		i := key & t.mask
		for t.slots[i].row >= 0 {
			i = (i + 1) & t.mask
		}
		t.slots[i] = slot{key, int32(row)}
	}
	return t
}

// Row is the number of key, or -1.
func (t *Table) Row(key uint32) int32 {
	for i := key & t.mask; ; i = (i + 1) & t.mask {
		s := t.slots[i]
		if s.key == key || s.row < 0 {
			return s.row
		}
	}
}
