package read

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"sync"

	"dateline/kb/index"
)

// background is how many news articles out of backgroundSize hold a stem. A
// few articles say little of how rare a word is; this stands in for the rest.
// The table was counted by the training command in the articles that the
// model is learnt from.
type background map[string]float64

// backgroundSize is the number of articles that the background counts for
// beside those loaded.
const backgroundSize = 2000

// levels are the steps in which the shares of articles are kept: half as many
// articles with each.
const levels = 16

//go:embed background.bin.gz
var packedBackground []byte

var loadBackground = sync.OnceValues(func() (background, error) { return readBackground(packedBackground) })

// EncodeBackground writes a background. counts are the articles out of total
// that hold each stem; the rarest are left out.
func EncodeBackground(counts map[string]int, total int) ([]byte, error) {
	var lines []string
	for stem, n := range counts {
		level := int(math.Round(2 * math.Log2(float64(total)/float64(n))))
		if n >= 4 && level < 2*levels && !strings.ContainsAny(stem, "\n ") {
			lines = append(lines, fmt.Sprintf("%s %c", stem, 'A'+rune(level)))
		}
	}
	slices.Sort(lines)
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := io.WriteString(z, strings.Join(lines, "\n")); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

var errBackground = errors.New("not a line of stem and level")

func readBackground(packed []byte) (background, error) {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	raw, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	b := background{}
	for line := range strings.SplitSeq(string(raw), "\n") {
		stem, level, ok := strings.Cut(line, " ")
		if !ok || len(level) != 1 {
			return nil, fmt.Errorf("background: %q: %w", line, errBackground)
		}
		b[stem] = backgroundSize * math.Exp2(-float64(level[0]-'A')/2)
	}
	return b, nil
}

// rarity is the inverse document frequency of a stem in the articles and the
// background together, between 0 for a stem that all hold and 1 for one that
// none holds.
func (r *Reader) rarity(stem string) float64 {
	n := float64(r.index.Len()) + backgroundSize
	df := float64(r.index.DF(index.Term{Text: stem})) + r.background[stem]
	return max(0, math.Log((n+1)/(df+1))/math.Log(n+1))
}
