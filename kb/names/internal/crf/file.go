package crf

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"dateline/kb/names/internal/packed"
)

// Weights are the weights of a model as training makes and a file keeps them.
type Weights struct {
	Scale      float32
	Transition [Tags][Tags]int16     // [to][from]
	Features   map[uint32][Tags]int8 // by Key
}

// magic begins a file of weights; its last byte is the version of the format.
const magic = "DLNAMES\x01"

// Encode writes w: the scale, the transitions, the features' keys, for each a
// mask of the tags that have a weight, and the weights; sealed by packed.
func (w *Weights) Encode() ([]byte, error) {
	keys := make([]uint32, 0, len(w.Features))
	for k := range w.Features {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var b []byte
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(w.Scale))
	for _, row := range w.Transition {
		for _, v := range row {
			b = binary.LittleEndian.AppendUint16(b, uint16(v))
		}
	}
	b = packed.AppendKeys(b, keys)
	var values []byte
	for _, k := range keys {
		mask := uint32(0)
		for t, v := range w.Features[k] {
			if v != 0 {
				mask |= 1 << t
				values = append(values, byte(v))
			}
		}
		b = append(b, byte(mask), byte(mask>>8), byte(mask>>16))
	}
	return packed.Seal(magic, append(b, values...))
}

// Decode reads what Encode wrote.
func Decode(file []byte) (*Model, error) {
	b, err := packed.Open(magic, file)
	if err != nil {
		return nil, fmt.Errorf("weights: %w", err)
	}
	m, err := decode(b)
	if err != nil {
		return nil, fmt.Errorf("weights: %w", err)
	}
	return m, nil
}

func decode(b []byte) (*Model, error) {
	if len(b) < 4+2*Tags*Tags {
		return nil, packed.ErrShort
	}
	m := &Model{Scale: float64(math.Float32frombits(binary.LittleEndian.Uint32(b)))}
	b = b[4:]
	for to := range m.transition {
		for from := range m.transition[to] {
			m.transition[to][from] = int32(int16(binary.LittleEndian.Uint16(b)))
			b = b[2:]
		}
	}
	keys, b, err := packed.Keys(b)
	if err != nil {
		return nil, err
	}
	if m.weights, err = decodeRows(b, len(keys)); err != nil {
		return nil, err
	}
	m.table = packed.NewTable(keys)
	return m, nil
}

func decodeRows(b []byte, n int) ([][Tags]int8, error) {
	if len(b) < 3*n {
		return nil, packed.ErrShort
	}
	masks, values := b[:3*n], b[3*n:]
	rows := make([][Tags]int8, n)
	for i := range rows {
		mask := uint32(masks[3*i]) | uint32(masks[3*i+1])<<8 | uint32(masks[3*i+2])<<16
		for t := range Tags {
			if mask&(1<<t) == 0 {
				continue
			}
			if len(values) == 0 {
				return nil, packed.ErrShort
			}
			rows[i][t] = int8(values[0])
			values = values[1:]
		}
	}
	if len(values) > 0 {
		return nil, fmt.Errorf("%d bytes too many", len(values))
	}
	return rows, nil
}
