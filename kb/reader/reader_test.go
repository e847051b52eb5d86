package reader

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestMultiply(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, size := range [][3]int{{1, 1, 1}, {4, 3, 16}, {7, 5, 33}, {9, 128, 256}, {5, 17, 48}, {17, 31, 64}, {8, 3, 79}, {16, 128, 96}} {
		n, in, out := size[0], size[1], size[2]
		x, w := noise(random, n*in), noise(random, in*out)
		got, want := make([]float32, n*out), make([]float32, n*out)
		multiply(got, x, w, n, in, out)
		multiplyRows(want, x, w, 0, n, in, out, 0)
		for i := range want {
			if math.Abs(float64(got[i]-want[i])) > 1e-4 {
				t.Fatalf("%v: element %d is %v, wanted %v", size, i, got[i], want[i])
			}
		}
	}
}

func noise(random *rand.Rand, n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(random.NormFloat64())
	}
	return x
}

func TestExp(t *testing.T) {
	for x := -80.0; x < 80; x += 0.37 {
		want := math.Exp(float64(float32(x)))
		if got := float64(exp(float32(x))); math.Abs(got-want) > 1e-6*want {
			t.Errorf("exp(%v) = %v, wanted %v", x, got, want)
		}
	}
}

func BenchmarkMultiply(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	x, w, dst := noise(random, 300*128), noise(random, 128*256), make([]float32, 300*256)
	b.ReportAllocs()
	for b.Loop() {
		multiply(dst, x, w, 300, 128, 256)
	}
	b.ReportMetric(2*300*128*256/float64(b.Elapsed().Nanoseconds())*float64(b.N), "GFLOP/s")
}

// BenchmarkRead reads a window of 300 tokens with one network, with the fast
// kernel where there is one, and in plain Go.
func BenchmarkRead(b *testing.B) {
	e := &Encoded{Passage: make([][5]int32, 300), Question: make([][3]int32, 9), Signs: make([][TokenSigns]float32, 300), Asked: make([][QuestionSigns]float32, 9)}
	n := Embedded().network
	for b.Loop() {
		n.read(e)
	}
}
