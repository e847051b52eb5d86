package main

import "math/rand/v2"

// branches of the tree of word classes, from the root.
var branches = []int{16, 8, 8, 4}

// classes divides rows of k numbers by k-means, then each part again, and
// returns for each row its path in the tree as one number.
func classes(x []float32, k int, seed uint64) []uint16 {
	n := len(x) / k
	out := make([]uint16, n)
	rng := rand.New(rand.NewPCG(seed, 3))
	all := make([]int32, n)
	for i := range all {
		all[i] = int32(i)
	}
	parts := [][]int32{all}
	for _, b := range branches {
		var next [][]int32
		for _, part := range parts {
			label := kmeans(x, k, part, b, rng)
			split := make([][]int32, b)
			for i, row := range part {
				out[row] = out[row]*uint16(b) + uint16(label[i])
				split[label[i]] = append(split[label[i]], row)
			}
			next = append(next, split...)
		}
		parts = next
	}
	return out
}

// kmeans divides rows into at most parts (spherical k-means: Dhillon and Modha
// 2001), begun as k-means++ does (Arthur and Vassilvitskii 2007).
func kmeans(x []float32, k int, rows []int32, parts int, rng *rand.Rand) []uint8 {
	label := make([]uint8, len(rows))
	if len(rows) <= parts {
		for i := range label {
			label[i] = uint8(i)
		}
		return label
	}
	at := func(i int) []float32 { return x[int(rows[i])*k:][:k] }
	centres := spread(at, len(rows), parts, k, rng)
	for range 20 {
		moved := 0
		sums := make([]float32, parts*k)
		for i := range rows {
			row := at(i)
			best, arg := float32(-2), 0
			for p := range parts {
				if v := dot(row, centres[p*k:][:k]); v > best {
					best, arg = v, p
				}
			}
			if label[i] != uint8(arg) {
				label[i] = uint8(arg)
				moved++
			}
			for j, v := range row {
				sums[arg*k+j] += v
			}
		}
		for p := range parts {
			normalize(sums[p*k:][:k])
		}
		centres = sums
		if moved*1000 < len(rows) {
			break
		}
	}
	return label
}

// spread picks centres far from each other.
func spread(at func(int) []float32, n, parts, k int, rng *rand.Rand) []float32 {
	centres := append(make([]float32, 0, parts*k), at(rng.IntN(n))...)
	far := make([]float64, n)
	for i := range far {
		far[i] = 2
	}
	for len(centres) < parts*k {
		sum := 0.0
		for i := range far {
			far[i] = min(far[i], max(0, 1-float64(dot(at(i), centres[len(centres)-k:]))))
			sum += far[i]
		}
		pick, target := n-1, rng.Float64()*sum
		for i, v := range far {
			if target -= v; target <= 0 {
				pick = i
				break
			}
		}
		centres = append(centres, at(pick)...)
	}
	return centres
}

func dot(a, b []float32) float32 {
	var s0, s1, s2, s3 float32
	n := len(a) &^ 3
	for i := 0; i < n; i += 4 {
		s0 += a[i] * b[i]
		s1 += a[i+1] * b[i+1]
		s2 += a[i+2] * b[i+2]
		s3 += a[i+3] * b[i+3]
	}
	for i := n; i < len(a); i++ {
		s0 += a[i] * b[i]
	}
	return s0 + s1 + s2 + s3
}
