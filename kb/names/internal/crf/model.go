package crf

import "dateline/kb/names/internal/packed"

// Row holds one score for each tag.
type Row [Tags]int32

// Add adds other to r.
func (r *Row) Add(other *Row) {
	for t := range r {
		r[t] += other[t]
	}
}

// Model is the weights of a field. It is immutable and safe for use by many
// goroutines.
type Model struct {
	// Scale is the size of one step of a weight: scores times Scale are
	// log-potentials.
	Scale      float64
	transition [Tags]Row // [to][from]
	table      packed.Table
	weights    [][Tags]int8
}

// keyBits are the bits of a feature's hash that the model keeps.
const keyBits = 30

// Key is the part of a feature's hash that models know it by.
func Key(feature uint32) uint32 { return feature >> (32 - keyBits) }

// Add adds the weights of feature to scores.
func (m *Model) Add(scores *Row, feature uint32) {
	row := m.table.Row(Key(feature))
	if row < 0 {
		return
	}
	w := &m.weights[row]
	for t := range scores {
		scores[t] += int32(w[t])
	}
}
