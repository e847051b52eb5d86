package crf

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"slices"
)

// Weights are the weights of a model as training makes and a file keeps them.
type Weights struct {
	Scale      float32
	Transition [Tags][Tags]int16     // [to][from]
	Features   map[uint32][Tags]int8 // by Key
}

// magic begins a file of weights; its last byte is the version of the format.
const magic = "DLNAMES\x01"

// maxFeatures bounds what a damaged header can make the reader allocate.
const maxFeatures = 1 << 22

// Encode writes w: magic, CRC-32 of what follows, then, deflated, the scale,
// the transitions, the number of features, their keys in order as uvarint
// differences, for each a mask of the tags that have a weight, and the weights.
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
	b = binary.AppendUvarint(b, uint64(len(keys)))
	last := uint32(0)
	for _, k := range keys {
		b = binary.AppendUvarint(b, uint64(k-last))
		last = k
	}
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
	b = append(b, values...)
	return pack(b)
}

func pack(b []byte) ([]byte, error) {
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

// Decode reads what Encode wrote.
func Decode(file []byte) (*Model, error) {
	if len(file) < len(magic)+4 || string(file[:len(magic)]) != magic {
		return nil, fmt.Errorf("names: weights begin with %q, want %q", file[:min(len(file), len(magic))], magic)
	}
	sum, z := binary.LittleEndian.Uint32(file[len(magic):]), file[len(magic)+4:]
	if got := crc32.ChecksumIEEE(z); got != sum {
		return nil, fmt.Errorf("names: weights are damaged: CRC-32 is %08x, want %08x", got, sum)
	}
	b, err := io.ReadAll(flate.NewReader(bytes.NewReader(z)))
	if err != nil {
		return nil, fmt.Errorf("names: inflating weights: %w", err)
	}
	return decode(b)
}

var errShort = errors.New("names: weights end too early")

func decode(b []byte) (*Model, error) {
	if len(b) < 4+2*Tags*Tags {
		return nil, errShort
	}
	m := &Model{Scale: float64(math.Float32frombits(binary.LittleEndian.Uint32(b)))}
	b = b[4:]
	for to := range m.transition {
		for from := range m.transition[to] {
			m.transition[to][from] = int32(int16(binary.LittleEndian.Uint16(b)))
			b = b[2:]
		}
	}
	n, b, err := uvarint(b)
	if err != nil {
		return nil, err
	}
	if n > maxFeatures {
		return nil, fmt.Errorf("names: weights claim %d features, at most %d are possible", n, maxFeatures)
	}
	keys := make([]uint32, n)
	last := uint64(0)
	for i := range keys {
		var d uint64
		if d, b, err = uvarint(b); err != nil {
			return nil, err
		}
		last += d
		keys[i] = uint32(last)
	}
	if m.weights, err = decodeRows(b, len(keys)); err != nil {
		return nil, err
	}
	m.index(keys)
	return m, nil
}

func decodeRows(b []byte, n int) ([][Tags]int8, error) {
	if len(b) < 3*n {
		return nil, errShort
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
				return nil, errShort
			}
			rows[i][t] = int8(values[0])
			values = values[1:]
		}
	}
	if len(values) > 0 {
		return nil, fmt.Errorf("names: weights have %d bytes too many", len(values))
	}
	return rows, nil
}

func uvarint(b []byte) (uint64, []byte, error) {
	v, n := binary.Uvarint(b)
	if n <= 0 {
		return 0, nil, errShort
	}
	return v, b[n:], nil
}
