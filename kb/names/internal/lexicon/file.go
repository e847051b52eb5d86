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
	l := new(Lexicon)
	err := decode(file, func(i int, keys []uint32, values []uint16) {
		*[]*packed.Table{&l.classes, &l.facts, &l.usage}[i] = packed.NewTable(keys)
		*[]*[]uint16{&l.classValues, &l.factValues, &l.usageCodes}[i] = values
	})
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	return l, nil
}

// DecodeTables reads what Encode wrote, to go on from it.
func DecodeTables(file []byte) (*Tables, error) {
	t := &Tables{make(map[uint32]uint16), make(map[uint32]Fact), make(map[uint32]Usage)}
	err := decode(file, func(i int, keys []uint32, values []uint16) {
		for k, key := range keys {
			switch v := values[k]; i {
			case 0:
				t.Classes[key] = v
			case 1:
				t.Facts[key] = Fact{uint8(v & 7), List(v >> 3)}
			case 2:
				t.Usage[key] = usageOf(v)
			}
		}
	})
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	return t, nil
}

// decode calls each for the three tables in order.
func decode(file []byte, each func(table int, keys []uint32, values []uint16)) error {
	b, err := packed.Open(magic, file)
	if err != nil {
		return err
	}
	for i := range 3 {
		var keys []uint32
		if keys, b, err = packed.Keys(b); err != nil {
			return err
		}
		if len(b) < 2*len(keys) {
			return packed.ErrShort
		}
		values := make([]uint16, len(keys))
		for k := range values {
			values[k] = binary.LittleEndian.Uint16(b[2*k:])
		}
		each(i, keys, values)
		b = b[2*len(keys):]
	}
	if len(b) > 0 {
		return fmt.Errorf("%d bytes too many", len(b))
	}
	return nil
}
