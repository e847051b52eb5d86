package reader

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"math"
	"strings"
	"sync"
)

// vocabulary are the words that the network knows, commonest first: their
// vectors, and how often each stands in news.
type vocabulary struct {
	number  map[string]int32 // from 1; 0 is any other word
	idf     []float32        // by number; 0 that of words that are not known
	scale   []float32        // by number
	vectors []int8           // dimensions for each number from 1 on
}

// dimensions of a word's vector.
const dimensions = 100

//go:embed vectors.bin
var packedVectors []byte

var loadVocabulary = sync.OnceValue(func() *vocabulary {
	v, err := readVocabulary(packedVectors)
	if err != nil {
		panic("reader: the embedded word vectors are damaged: " + err.Error()) // a broken build, not an input
	}
	return v
})

// rarest is how often a word that is not known is taken to stand in the news.
const rarest = 3

func readVocabulary(b []byte) (*vocabulary, error) {
	if len(b) < 12 {
		return nil, fmt.Errorf("%d bytes, wanted at least 12", len(b))
	}
	n, d, size := int(binary.LittleEndian.Uint32(b)), int(binary.LittleEndian.Uint32(b[4:])), int(binary.LittleEndian.Uint32(b[8:]))
	b = b[12:]
	if d != dimensions || len(b) != size+n*(8+d) {
		return nil, fmt.Errorf("%d words of %d dimensions and %d bytes", n, d, len(b))
	}
	words := strings.Split(string(b[:size]), "\n")
	if len(words) != n {
		return nil, fmt.Errorf("%d words, wanted %d", len(words), n)
	}
	b = b[size:]
	v := &vocabulary{number: make(map[string]int32, n), idf: make([]float32, n+1), scale: make([]float32, n+1), vectors: make([]int8, n*d)}
	total := 0.0
	for i := range n {
		total += float64(float32At(b, i))
	}
	v.idf[0] = float32(math.Log(total/rarest) / 14)
	for i, w := range words {
		v.number[w] = int32(i + 1)
		v.idf[i+1] = float32(math.Log(total/float64(float32At(b, i))) / 14)
		v.scale[i+1] = float32At(b, n+i)
	}
	for i, x := range b[8*n:] {
		v.vectors[i] = int8(x)
	}
	return v, nil
}

func float32At(b []byte, i int) float32 {
	return math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
}

// embed adds the vector of a word to dst, as long as it was trained.
//
//go:norace
func (v *vocabulary) embed(dst []float32, word int32) {
	if word == 0 {
		return
	}
	s := v.scale[word] * vectorLength
	for i, x := range v.vectors[int(word-1)*dimensions:][:dimensions] {
		dst[i] = float32(x) * s
	}
}

// vectorLength is how long the vectors are made before the network sees them.
const vectorLength = 3
