package reader

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// tensor is an array of weights with its shape, rows first.
type tensor struct {
	shape []int
	data  []float32
}

var errShort = errors.New("weights that end early")

// readWeights reads what export.py writes: arrays by name, those with more than
// one dimension in 8 bits with a scale for each row.
func readWeights(b []byte) (map[string]tensor, error) {
	in := &input{b: b}
	all := map[string]tensor{}
	for range in.count(1 << 10) {
		name, dims := in.count(1<<10), in.count(4)
		t := tensor{}
		size := 1
		for range dims {
			n := in.count(1 << 20)
			t.shape = append(t.shape, n)
			size *= n
		}
		key := string(in.take(name))
		if in.short || size > 1<<24 || size == 0 {
			return nil, errShort
		}
		if dims < 2 {
			t.data = in.floats(size)
		} else {
			t.data = in.bytes(t.shape[0], size/t.shape[0])
		}
		all[key] = t
	}
	if in.short || len(in.b) > 0 {
		return nil, errShort
	}
	return all, nil
}

// input is a source of bytes that remembers when it ran out.
type input struct {
	b     []byte
	short bool
}

func (in *input) take(n int) []byte {
	if n > len(in.b) {
		in.short = true
		return nil
	}
	out := in.b[:n]
	in.b = in.b[n:]
	return out
}

// count reads a number of at most limit.
func (in *input) count(limit int) int {
	b := in.take(4)
	if b == nil {
		return 0
	}
	n := binary.LittleEndian.Uint32(b)
	if n > uint32(limit) {
		in.short = true
		return 0
	}
	return int(n)
}

func (in *input) floats(n int) []float32 {
	b := in.take(4 * n)
	if b == nil {
		return nil
	}
	out := make([]float32, n)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return out
}

// bytes reads rows of 8-bit weights and their scales.
func (in *input) bytes(rows, width int) []float32 {
	scale := in.floats(rows)
	b := in.take(rows * width)
	if scale == nil || b == nil {
		return nil
	}
	out := make([]float32, rows*width)
	for i := range out {
		out[i] = float32(int8(b[i])) * scale[i/width]
	}
	return out
}

// loading builds the network from its weights and keeps the first error.
type loading struct {
	all map[string]tensor
	err error
}

func (l *loading) get(name string, shape ...int) []float32 {
	t, ok := l.all[name]
	size := 1
	for _, n := range shape {
		size *= n
	}
	if !ok || len(t.data) != size {
		if l.err == nil {
			l.err = fmt.Errorf("%s has shape %v, wanted %v", name, t.shape, shape)
		}
		return make([]float32, size)
	}
	return t.data
}

// linear is x·w + b; w has a row of out weights for each of in.
type linear struct {
	in, out int
	w, b    []float32
}

func (l *loading) linear(name string, in, out int) linear {
	return linear{in, out, transposed(l.get(name+".weight", out, in), out, in), l.get(name+".bias", out)}
}

// transposed turns rows × columns into columns × rows.
func transposed(w []float32, rows, columns int) []float32 {
	out := make([]float32, len(w))
	for r := range rows {
		for c := range columns {
			out[c*rows+r] = w[r*columns+c]
		}
	}
	return out
}
