package reader

import "math"

// apply sets dst to x·w + b for n rows of x.
//
//go:norace
func (l *linear) apply(dst, x []float32, n int) {
	for i := range n {
		copy(dst[i*l.out:], l.b)
	}
	multiply(dst, x, l.w, n, l.in, l.out)
}

// multiply adds x·w to dst: n rows of x with in columns, and in rows of w with
// out columns.
func multiply(dst, x, w []float32, n, in, out int) {
	i := 0
	if wide := out &^ 31; wider && wide == out&^15 && wide > 0 {
		for ; i+8 <= n; i += 8 {
			multiplyWide(&dst[i*out], &x[i*in], &w[0], in, out, wide)
			if wide < out {
				multiplyRows(dst, x, w, i, i+8, in, out, wide)
			}
		}
	}
	if wide := out &^ 15; fast && wide > 0 {
		for ; i+4 <= n; i += 4 {
			multiplyFast(&dst[i*out], &x[i*in], &w[0], in, out, wide)
			if wide < out {
				multiplyRows(dst, x, w, i, i+4, in, out, wide)
			}
		}
	}
	multiplyRows(dst, x, w, i, n, in, out, 0)
}

// multiplyRows is multiply for the rows [from, to) and the columns from column
// on.
//
//go:norace
func multiplyRows(dst, x, w []float32, from, to, in, out, column int) {
	for i := from; i < to; i++ {
		d := dst[i*out+column : (i+1)*out]
		for k, v := range x[i*in : (i+1)*in] {
			if v == 0 {
				continue
			}
			row := w[k*out+column : (k+1)*out]
			for j := range d {
				d[j] += v * row[j]
			}
		}
	}
}

//go:norace
func dot(a, b []float32) float32 {
	var s0, s1, s2, s3 float32
	i := 0
	for ; i+4 <= len(a); i += 4 {
		s0 += a[i] * b[i]
		s1 += a[i+1] * b[i+1]
		s2 += a[i+2] * b[i+2]
		s3 += a[i+3] * b[i+3]
	}
	for ; i < len(a); i++ {
		s0 += a[i] * b[i]
	}
	return s0 + s1 + s2 + s3
}

// exp is e to the x to about 2e-7 of it, by 2 to the whole part and a
// polynomial for the rest (Cephes' expf).
//
//go:norace
func exp(x float32) float32 {
	if x < -87 {
		return 0
	}
	x = min(x, 88)
	half := float32(0.5)
	if x < 0 {
		half = -0.5
	}
	whole := int32(x*1.44269504 + half) // to the nearest
	n := float32(whole)
	x -= n * 0.693359375
	x -= n * -2.12194440e-4
	y := ((((1.9875691500e-4*x+1.3981999507e-3)*x+8.3334519073e-3)*x+4.1665795894e-2)*x+1.6666665459e-1)*x + 5.0000001201e-1
	y = y*x*x + x + 1
	return y * math.Float32frombits(uint32(whole+127)<<23)
}

//go:norace
func sigmoid(x float32) float32 { return 1 / (1 + exp(-x)) }

//go:norace
func relu(x []float32) {
	for i, v := range x {
		x[i] = max(v, 0)
	}
}

// softmax makes probabilities of x.
//
//go:norace
func softmax(x []float32) {
	top := x[0]
	for _, v := range x {
		top = max(top, v)
	}
	sum := float32(0)
	for i, v := range x {
		x[i] = exp(v - top)
		sum += x[i]
	}
	for i := range x {
		x[i] /= sum
	}
}

// logSumExp is the logarithm of the sum of the exponentials of x.
//
//go:norace
func logSumExp(x []float32) float32 {
	top := x[0]
	for _, v := range x {
		top = max(top, v)
	}
	sum := float32(0)
	for _, v := range x {
		sum += exp(v - top)
	}
	return top + float32(math.Log(float64(sum)))
}

// norm is layer normalisation.
type norm struct{ gain, shift []float32 }

func (l *loading) norm(name string, n int) norm {
	return norm{l.get(name+".weight", n), l.get(name+".bias", n)}
}

// apply normalises each row of x.
//
//go:norace
func (n norm) apply(x []float32) {
	h := len(n.gain)
	for ; len(x) > 0; x = x[h:] {
		mean, square := float32(0), float32(0)
		for _, v := range x[:h] {
			mean += v
		}
		mean /= float32(h)
		for _, v := range x[:h] {
			square += (v - mean) * (v - mean)
		}
		by := float32(1 / math.Sqrt(float64(square/float32(h))+1e-5))
		for i, v := range x[:h] {
			x[i] = (v-mean)*by*n.gain[i] + n.shift[i]
		}
	}
}
