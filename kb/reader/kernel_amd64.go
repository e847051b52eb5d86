package reader

import "golang.org/x/sys/cpu"

// fast is set where the processor has AVX2 and FMA, wider where it has AVX-512 too;
// without them, and on other processors, plain Go does the same.
var (
	fast  = cpu.X86.HasAVX2 && cpu.X86.HasFMA
	wider = fast && cpu.X86.HasAVX512F
)

// multiplyFast adds x·w to dst for four rows of x with in columns and the first
// wide of the out columns of w; wide is a multiple of 16.
//
//go:noescape
func multiplyFast(dst, x, w *float32, in, out, wide int)

// multiplyWide is multiplyFast for eight rows; wide is a multiple of 32.
//
//go:noescape
func multiplyWide(dst, x, w *float32, in, out, wide int)
