package names

import "testing"

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := load(weightsFile, lexiconFile); err != nil {
			b.Fatal(err)
		}
	}
}
