package main

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
)

// wordsOf lists the words of the pairs in order.
func wordsOf(pairs []pair) []string {
	var words []string
	for _, p := range pairs {
		words = append(words, p.a, p.b)
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// encode writes columns, which compress better than rows: the front-coded
// words, how many later words each is related to, and how far off these are,
// each from the one before. The earlier ones follow by symmetry.
func encode(pairs []pair) ([]byte, error) {
	words := wordsOf(pairs)
	if len(words) > math.MaxUint16 {
		return nil, fmt.Errorf("%d words are more than 16 bits can number", len(words))
	}
	same, length, text := frontCode(words)
	counts, steps := encodePairs(pairs, words)
	return pack(same, length, text, counts, steps)
}

// frontCode tells of each word how many letters it shares with the one before,
// how many more it has, and these.
func frontCode(words []string) (same, length, text []byte) {
	previous := ""
	for _, w := range words {
		n := common(previous, w)
		same, length, text = append(same, byte(n)), append(length, byte(len(w)-n)), append(text, w[n:]...)
		previous = w
	}
	return same, length, text
}

func encodePairs(pairs []pair, words []string) (counts, steps []byte) {
	number := map[string]int{}
	for i, w := range words {
		number[w] = i
	}
	counts = make([]byte, len(words))
	before := pair{}
	for _, p := range pairs {
		from := p.a
		if before.a == p.a {
			from = before.b
		}
		steps = binary.AppendUvarint(steps, uint64(number[p.b]-number[from]))
		counts[number[p.a]]++
		before = p
	}
	return counts, steps
}

// pack writes columns one after the other, each after its length.
func pack(columns ...[]byte) ([]byte, error) {
	var raw []byte
	for _, c := range columns {
		raw = binary.AppendUvarint(raw, uint64(len(c)))
		raw = append(raw, c...)
	}
	var z bytes.Buffer
	w, err := gzip.NewWriterLevel(&z, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(raw); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return z.Bytes(), nil
}

func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && n < 255 && a[n] == b[n] {
		n++
	}
	return n
}
