package lexicon

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"

	"dateline/kb/names/internal/packed"
)

// Tables are the facts as training gathers and a file keeps them.
type Tables struct {
	Classes map[uint32]uint16 // by exact hash
	Facts   map[uint32]Fact   // by folded hash
	Usage   map[uint32]Usage  // by exact hash
}

// Fact is how a word is written, and its gazetteers.
type Fact struct {
	Case  uint8
	Lists List
}

// magic begins a lexicon's file; its last byte is the version of the format.
const magic = "DLWORDS\x01"

// Encode writes the tables: for each its sorted hashes and then its values.
func (t *Tables) Encode() ([]byte, error) {
	facts := make(map[uint32]uint16, len(t.Facts))
	for k, f := range t.Facts {
		facts[k] = uint16(f.Case) | uint16(f.Lists)<<3
	}
	usage := make(map[uint32]uint16, len(t.Usage))
	for k, u := range t.Usage {
		usage[k] = u.code()
	}
	b := appendTable(nil, t.Classes)
	b = appendTable(b, facts)
	return packed.Seal(magic, appendTable(b, usage))
}

func appendTable(b []byte, m map[uint32]uint16) []byte {
	keys := slices.Sorted(maps.Keys(m))
	b = packed.AppendKeys(b, keys)
	for _, k := range keys {
		b = binary.LittleEndian.AppendUint16(b, m[k])
	}
	return b
}

// Decode reads what Encode wrote.
func Decode(file []byte) (*Lexicon, error) {
	b, err := packed.Open(magic, file)
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	l := new(Lexicon)
	if l.classes, l.classValues, b, err = decodeTable(b); err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	if l.facts, l.factValues, b, err = decodeTable(b); err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	if l.usage, l.usageCodes, b, err = decodeTable(b); err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	if len(b) > 0 {
		return nil, fmt.Errorf("lexicon: %d bytes too many", len(b))
	}
	return l, nil
}

func decodeTable(b []byte) (packed.Table, []uint16, []byte, error) {
	keys, b, err := packed.Keys(b)
	if err != nil {
		return packed.Table{}, nil, nil, err
	}
	if len(b) < 2*len(keys) {
		return packed.Table{}, nil, nil, packed.ErrShort
	}
	values := make([]uint16, len(keys))
	for i := range values {
		values[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return packed.NewTable(keys), values, b[2*len(keys):], nil
}
