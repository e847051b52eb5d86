//go:build !amd64

package reader

const fast, wider = false, false

func multiplyFast(dst, x, w *float32, in, out, wide int) { panic("reader: no fast kernel") }

func multiplyWide(dst, x, w *float32, in, out, wide int) { panic("reader: no wide kernel") }
