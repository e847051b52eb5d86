package main

import (
	"math"
	"math/rand/v2"
	"slices"
)

// sparse is a sparse matrix by rows.
type sparse struct {
	starts []int // of each row, and the end
	cols   []int32
	values []float32
	width  int
}

// offsets at which neighbours are counted, and how many of the commonest words
// count as neighbours there.
var neighbours = []struct{ offset, words int }{{-1, 6000}, {1, 6000}, {-2, 2000}, {2, 2000}}

// contexts counts the neighbours of the words in rows and weighs them by
// positive pointwise mutual information, contexts smoothed by the power of
// 0.75 (Levy, Goldberg and Dagan 2015). Each offset has columns of its own, so
// that words are alike when they can stand in for each other.
func contexts(c *corpus, rows []int32) *sparse {
	rowOf := make([]int32, len(c.words))
	for i := range rowOf {
		rowOf[i] = -1
	}
	for i, id := range rows {
		rowOf[id] = int32(i)
	}
	var pairs []uint64
	width := 0
	for _, n := range neighbours {
		words := min(n.words, len(rows))
		for i, id := range c.stream {
			j := i + n.offset
			if j < 0 || j >= len(c.stream) || id == boundary || rowOf[id] < 0 {
				continue
			}
			if k := rowOf[c.stream[j]]; k >= 0 && int(k) < words {
				pairs = append(pairs, uint64(rowOf[id])<<32|uint64(width+int(k)))
			}
		}
		width += words
	}
	slices.Sort(pairs)
	m := &sparse{starts: make([]int, 1, len(rows)+1), width: width}
	for i := 0; i < len(pairs); {
		j := i
		for j < len(pairs) && pairs[j] == pairs[i] {
			j++
		}
		for row := int(pairs[i] >> 32); len(m.starts) <= row; {
			m.starts = append(m.starts, len(m.cols))
		}
		m.cols = append(m.cols, int32(uint32(pairs[i])))
		m.values = append(m.values, float32(j-i))
		i = j
	}
	for len(m.starts) <= len(rows) {
		m.starts = append(m.starts, len(m.cols))
	}
	m.information()
	return m
}

// information turns counts into positive pointwise mutual information.
func (m *sparse) information() {
	cols := make([]float64, m.width)
	rows := make([]float64, len(m.starts)-1)
	for r := range rows {
		for i := m.starts[r]; i < m.starts[r+1]; i++ {
			rows[r] += float64(m.values[i])
			cols[m.cols[i]] += float64(m.values[i])
		}
	}
	all := 0.0
	for i, v := range cols {
		cols[i] = math.Pow(v, 0.75)
		all += cols[i]
	}
	for r := range rows {
		for i := m.starts[r]; i < m.starts[r+1]; i++ {
			v := float64(m.values[i])
			// Rare words: few counts are worth less than their ratio says.
			trust := v / (v + 1)
			m.values[i] = float32(trust * max(0, math.Log(v*all/(rows[r]*cols[m.cols[i]]))))
		}
	}
}

// times is m·x, for x of width columns of k numbers.
func (m *sparse) times(x []float32, k int) []float32 {
	out := make([]float32, (len(m.starts)-1)*k)
	for r := range len(m.starts) - 1 {
		sum := out[r*k : (r+1)*k]
		for i := m.starts[r]; i < m.starts[r+1]; i++ {
			v, row := m.values[i], x[int(m.cols[i])*k:][:k]
			for j := range sum {
				sum[j] += v * row[j]
			}
		}
	}
	return out
}

// transposed is the transpose of m times x, for x of one row of k a row of m.
func (m *sparse) transposed(x []float32, k int) []float32 {
	out := make([]float32, m.width*k)
	for r := range len(m.starts) - 1 {
		row := x[r*k : (r+1)*k]
		for i := m.starts[r]; i < m.starts[r+1]; i++ {
			v, sum := m.values[i], out[int(m.cols[i])*k:][:k]
			for j := range sum {
				sum[j] += v * row[j]
			}
		}
	}
	return out
}

// embed gives each row of m k coordinates: its left singular vectors times the
// roots of the singular values, by a randomised projection with power
// iterations (Halko, Martinsson and Tropp 2011). Rows have length one.
func embed(m *sparse, k int, seed uint64) []float32 {
	wide := k + 8
	rng := rand.New(rand.NewPCG(seed, 2))
	x := make([]float32, m.width*wide)
	for i := range x {
		x[i] = float32(rng.NormFloat64())
	}
	q := m.times(x, wide)
	orthonormalize(q, wide)
	for range 3 {
		q = m.times(m.transposed(q, wide), wide)
		orthonormalize(q, wide)
	}
	b := m.transposed(q, wide)
	values, vectors := eigen(gram(b, wide), wide)
	out := make([]float32, len(q)/wide*k)
	for r := range len(q) / wide {
		row := out[r*k : (r+1)*k]
		for i := range wide {
			for j := range row {
				row[j] += q[r*wide+i] * float32(vectors[i*wide+j])
			}
		}
		for j := range row {
			row[j] *= float32(math.Pow(max(values[j], 0), 0.25))
		}
		normalize(row)
	}
	return out
}

func normalize(v []float32) {
	sum := 0.0
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	if sum == 0 {
		return
	}
	f := float32(1 / math.Sqrt(sum))
	for i := range v {
		v[i] *= f
	}
}

// gram is the transpose of x times x, for x of rows of k.
func gram(x []float32, k int) []float64 {
	out := make([]float64, k*k)
	for r := 0; r < len(x); r += k {
		row := x[r : r+k]
		for i, a := range row {
			for j := range i + 1 {
				out[i*k+j] += float64(a) * float64(row[j])
			}
		}
	}
	for i := range k {
		for j := range i {
			out[j*k+i] = out[i*k+j]
		}
	}
	return out
}

// orthonormalize makes the columns of x, of rows of k, orthonormal (modified
// Gram-Schmidt).
func orthonormalize(x []float32, k int) {
	rows := len(x) / k
	cols := make([][]float64, k)
	for j := range cols {
		cols[j] = make([]float64, rows)
		for r := range rows {
			cols[j][r] = float64(x[r*k+j])
		}
		for _, other := range cols[:j] {
			dot := 0.0
			for r, v := range other {
				dot += v * cols[j][r]
			}
			for r, v := range other {
				cols[j][r] -= dot * v
			}
		}
		sum := 0.0
		for _, v := range cols[j] {
			sum += v * v
		}
		f := 1 / math.Sqrt(max(sum, 1e-30))
		for r := range cols[j] {
			cols[j][r] *= f
			x[r*k+j] = float32(cols[j][r])
		}
	}
}

// eigen returns the eigenvalues of the symmetric matrix a, greatest first, and
// its eigenvectors as columns (cyclic Jacobi rotations).
func eigen(a []float64, k int) (values, vectors []float64) {
	v := make([]float64, k*k)
	for i := range k {
		v[i*k+i] = 1
	}
	for range 30 {
		off := 0.0
		for p := range k {
			for q := p + 1; q < k; q++ {
				off += a[p*k+q] * a[p*k+q]
				rotate(a, v, k, p, q)
			}
		}
		if off < 1e-12 {
			break
		}
	}
	order := make([]int, k)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		if a[i*k+i] > a[j*k+j] {
			return -1
		}
		return 1
	})
	values, vectors = make([]float64, k), make([]float64, k*k)
	for to, from := range order {
		values[to] = a[from*k+from]
		for i := range k {
			vectors[i*k+to] = v[i*k+from]
		}
	}
	return values, vectors
}

func rotate(a, v []float64, k, p, q int) {
	if math.Abs(a[p*k+q]) < 1e-300 {
		return
	}
	theta := (a[q*k+q] - a[p*k+p]) / (2 * a[p*k+q])
	t := math.Copysign(1, theta) / (math.Abs(theta) + math.Sqrt(theta*theta+1))
	c := 1 / math.Sqrt(t*t+1)
	s := t * c
	for i := range k {
		x, y := a[i*k+p], a[i*k+q]
		a[i*k+p], a[i*k+q] = c*x-s*y, s*x+c*y
	}
	for i := range k {
		x, y := a[p*k+i], a[q*k+i]
		a[p*k+i], a[q*k+i] = c*x-s*y, s*x+c*y
		x, y = v[i*k+p], v[i*k+q]
		v[i*k+p], v[i*k+q] = c*x-s*y, s*x+c*y
	}
}
