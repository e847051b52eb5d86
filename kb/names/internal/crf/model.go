package crf

// Row holds one score for each tag.
type Row [Tags]int32

// Model is the weights of a field. It is immutable and safe for use by many
// goroutines.
type Model struct {
	// Scale is the size of one step of a weight: scores times Scale are
	// log-potentials.
	Scale      float64
	transition [Tags]Row // [to][from]
	table      []slot
	mask       uint32
	weights    [][Tags]int8
}

// slot is a place of an open-addressed hash table.
type slot struct {
	key uint32
	row int32 // -1: empty
}

// keyBits are the bits of a feature's hash that the model keeps.
const keyBits = 30

// Key is the part of a feature's hash that models know it by.
func Key(feature uint32) uint32 { return feature >> (32 - keyBits) }

// Add adds the weights of feature to scores.
func (m *Model) Add(scores *Row, feature uint32) {
	key := Key(feature)
	for i := key & m.mask; ; i = (i + 1) & m.mask {
		s := m.table[i]
		if s.row < 0 {
			return
		}
		if s.key != key {
			continue
		}
		w := &m.weights[s.row]
		for t := range scores {
			scores[t] += int32(w[t])
		}
		return
	}
}

// index builds the hash table over keys, one a row of weights.
func (m *Model) index(keys []uint32) {
	size := 16
	for size < 2*len(keys) {
		size *= 2
	}
	m.mask = uint32(size - 1)
	m.table = make([]slot, size)
	for i := range m.table {
		m.table[i].row = -1
	}
	for row, key := range keys {
		i := key & m.mask
		for m.table[i].row >= 0 {
			i = (i + 1) & m.mask
		}
		m.table[i] = slot{key, int32(row)}
	}
}
