package read

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"strings"
	"sync"
)

// Model ranks candidates and judges how sure the best is.
type Model struct {
	Sieve   Forest    // chooses the candidates that Trees rank
	Trees   Forest    // ranks them
	Telling Forest    // judges whether the articles tell the answer
	Judge   Forest    // judges whether the best is right
	Whether Forest    // judges whether they tell if something is so
	Affirms Forest    // and if so, whether it is
	Weights []float64 // of the evidence of confidence, the constant last
}

// Forest is a sum of trees.
type Forest []Tree

// Tree is a regression tree. An inner node i sends a candidate to Left[i] if
// its feature is at most At[i], otherwise to Left[i]+1; a leaf has Left 0 and
// its value in At.
type Tree struct {
	Feature []uint8
	Left    []uint8
	At      []float32
}

func (t *Tree) value(v []float32) float64 {
	i := uint8(0)
	for t.Left[i] != 0 {
		if v[t.Feature[i]] <= t.At[i] {
			i = t.Left[i]
		} else {
			i = t.Left[i] + 1
		}
	}
	return float64(t.At[i])
}

// Score is the sum of the trees' values for some features. In a ranking, the
// exponentials of the scores of a question's candidates are in proportion to
// their probabilities.
func (f Forest) Score(v []float32) float64 {
	s := 0.0
	for i := range f {
		s += f[i].value(v)
	}
	return s
}

// Told is the probability that the articles tell the answer, by the same signs.
func (m *Model) Told(signs []float32) float64 { return m.Telling.probability(signs) }

// Right is the probability that the best candidate is right, by its signs, before
// it is calibrated.
func (m *Model) Right(signs []float32) float64 { return m.Judge.probability(signs) }

// Polar is the probability that the articles tell whether something is so, and
// that it is if they do, by the features of what the network takes for the place
// that tells it.
func (m *Model) Polar(v []float32) (whether, affirms float64) {
	return m.Whether.probability(v), m.Affirms.probability(v)
}

// probability is the score of a forest learnt as a logistic regression.
func (f Forest) probability(v []float32) float64 { return 1 / (1 + math.Exp(-f.Score(v))) }

// Confidence is the probability that the best answer is right.
func (m *Model) Confidence(evidence []float64) float64 {
	if len(m.Weights) != len(evidence)+1 {
		return 0
	}
	z := m.Weights[len(evidence)]
	for i, v := range evidence {
		z += m.Weights[i] * v
	}
	return 1 / (1 + math.Exp(-z))
}

//go:embed model.bin
var packed []byte

var embedded = sync.OnceValues(func() (*Model, error) { return decode(packed) })

// Embedded is the model that the program carries.
func Embedded() *Model {
	m, err := embedded()
	if err != nil {
		panic("read: the embedded model is damaged: " + err.Error()) // a broken build, not an input
	}
	return m
}

// signature tells whether a model was learnt with these very features.
func signature() uint64 {
	h := fnv.New64a()
	h.Write([]byte(strings.Join(FeatureNames(), "\n")))
	return h.Sum64()
}

// Encode writes a model in the form that is embedded.
func (m *Model) Encode() []byte {
	b := binary.LittleEndian.AppendUint64(nil, signature())
	b = binary.AppendUvarint(b, uint64(len(m.Weights)))
	for _, w := range m.Weights {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(w))
	}
	for _, f := range []Forest{m.Sieve, m.Trees, m.Telling, m.Judge, m.Whether, m.Affirms} {
		b = f.append(b)
	}
	return b
}

func (f Forest) append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(f)))
	for _, t := range f {
		b = append(b, byte(len(t.At)))
		b = append(b, t.Feature...)
		b = append(b, t.Left...)
		for _, v := range t.At {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
		}
	}
	return b
}

var (
	errShort    = errors.New("a model that ends early")
	errFeatures = errors.New("learnt with other features")
)

// source of bytes that remembers when it ran out.
type input struct {
	b     []byte
	short bool
}

func (in *input) take(n uint64) []byte {
	if n > uint64(len(in.b)) {
		in.short = true
		return make([]byte, min(n, 1<<10))
	}
	out := in.b[:n]
	in.b = in.b[n:]
	return out
}

func (in *input) count() int {
	n, w := binary.Uvarint(in.b)
	if w <= 0 || n > uint64(len(in.b)) {
		in.short = true
		return 0
	}
	in.b = in.b[w:]
	return int(n)
}

func decode(b []byte) (*Model, error) {
	in := &input{b: b}
	sign := binary.LittleEndian.Uint64(in.take(8))
	m := &Model{}
	for range in.count() {
		m.Weights = append(m.Weights, math.Float64frombits(binary.LittleEndian.Uint64(in.take(8))))
	}
	for _, f := range []*Forest{&m.Sieve, &m.Trees, &m.Telling, &m.Judge, &m.Whether, &m.Affirms} {
		var err error
		if *f, err = in.forest(); err != nil {
			return nil, err
		}
	}
	switch {
	case in.short:
		return nil, errShort
	case sign != signature():
		return nil, errFeatures
	}
	return m, nil
}

func (in *input) forest() (Forest, error) {
	var f Forest
	for range in.count() {
		n := uint64(in.take(1)[0])
		t := Tree{Feature: in.take(n), Left: in.take(n)}
		for range n {
			t.At = append(t.At, math.Float32frombits(binary.LittleEndian.Uint32(in.take(4))))
		}
		if in.short {
			return nil, errShort
		}
		if err := t.check(); err != nil {
			return nil, fmt.Errorf("tree %d: %w", len(f), err)
		}
		f = append(f, t)
	}
	return f, nil
}

// check makes sure that a walk through the tree ends.
func (t *Tree) check() error {
	if len(t.At) == 0 {
		return errShort
	}
	for i, l := range t.Left {
		if l != 0 && (int(l) <= i || int(l)+1 >= len(t.At)) {
			return fmt.Errorf("node %d leads to %d", i, l)
		}
	}
	return nil
}
