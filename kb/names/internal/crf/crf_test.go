package crf

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"dateline/kb/names/internal/packed"
)

func TestFollows(t *testing.T) {
	per := func(p int) Tag { return TagOf(0, p) }
	tests := []struct {
		a, b Tag
		want bool
	}{
		{Outside, Outside, true}, {Outside, per(Begin), true}, {Outside, per(Inside), false}, {Outside, per(Last), false},
		{per(Begin), per(Last), true}, {per(Begin), Outside, false}, {per(Begin), TagOf(1, Last), false},
		{per(Last), per(Begin), true}, {per(Unit), TagOf(2, Unit), true}, {per(Inside), per(Inside), true},
	}
	for _, test := range tests {
		if got := Follows(test.a, test.b); got != test.want {
			t.Errorf("Follows(%d, %d) = %t", test.a, test.b, got)
		}
	}
}

func randomModel(rng *rand.Rand) *Model {
	m := &Model{Scale: 0.05, table: packed.NewTable(nil)}
	for to := range m.transition {
		for from := range m.transition[to] {
			m.transition[to][from] = int32(rng.IntN(200) - 100)
		}
	}
	return m
}

// allowed calls f for every sequence of n tags that may be.
func allowed(n int, tags []Tag, f func([]Tag)) {
	if len(tags) == n {
		if ends(tags[n-1]) {
			f(tags)
		}
		return
	}
	for t := range Tag(Tags) {
		if len(tags) == 0 && starts(t) || len(tags) > 0 && Follows(tags[len(tags)-1], t) {
			allowed(n, append(tags, t), f)
		}
	}
}

// TestExhaustive compares Viterbi and the chain with the sum over all sequences.
func TestExhaustive(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for n := 1; n <= 3; n++ {
		m := randomModel(rng)
		scores := make([]Row, n)
		logs := make([][Tags]float64, n)
		for i := range scores {
			for k := range scores[i] {
				scores[i][k] = int32(rng.IntN(400) - 200)
				logs[i][k] = float64(scores[i][k]) * m.Scale
			}
		}
		total, best := 0.0, int32(math.MinInt32)
		var bestTags []Tag
		marginal := make([][Tags]float64, n)
		allowed(n, nil, func(tags []Tag) {
			sum := scores[0][tags[0]]
			for i := 1; i < n; i++ {
				sum += scores[i][tags[i]] + m.transition[tags[i]][tags[i-1]]
			}
			if sum > best {
				best, bestTags = sum, slices.Clone(tags)
			}
			p := math.Exp(float64(sum) * m.Scale)
			total += p
			for i, tag := range tags {
				marginal[i][tag] += p
			}
		})
		got := make([]Tag, n)
		m.Viterbi(new(Lattice), scores, got)
		if !slices.Equal(got, bestTags) {
			t.Errorf("n=%d: Viterbi = %v, want %v", n, got, bestTags)
		}
		var c Chain
		c.Run(NewPotentials(func(to, from Tag) float64 { return float64(m.transition[to][from]) * m.Scale }), logs)
		if want := math.Log(total); math.Abs(c.LogZ-want) > 1e-9 {
			t.Errorf("n=%d: LogZ = %g, want %g", n, c.LogZ, want)
		}
		for i := range marginal {
			for k, p := range marginal[i] {
				if math.Abs(c.Marginal[i][k]-p/total) > 1e-9 {
					t.Errorf("n=%d: marginal of %d at %d = %g, want %g", n, k, i, c.Marginal[i][k], p/total)
				}
			}
		}
	}
}

// TestViterbiLong checks that sums do not overflow.
func TestViterbiLong(t *testing.T) {
	m := randomModel(rand.New(rand.NewPCG(2, 2)))
	const n = 20_000
	scores := make([]Row, n)
	for i := range scores {
		for k := range scores[i] {
			scores[i][k] = 20_000 * int32(k)
		}
	}
	tags := make([]Tag, n)
	m.Viterbi(new(Lattice), scores, tags)
	for i := 1; i < n; i++ {
		if !Follows(tags[i-1], tags[i]) {
			t.Fatalf("%d follows %d at %d", tags[i], tags[i-1], i)
		}
		if tags[i] != Tags-1 {
			t.Fatalf("tag %d at %d, want %d", tags[i], i, Tags-1)
		}
	}
}

func TestEncode(t *testing.T) {
	w := &Weights{Scale: 0.25, Features: map[uint32][Tags]int8{7: {3: 5, 16: -128}, 1 << 29: {0: 1}}}
	w.Transition[1][0] = -300
	file, err := w.Encode()
	if err != nil {
		t.Fatal(err)
	}
	m, err := Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	var row Row
	m.Add(&row, 7<<(32-keyBits))
	m.Add(&row, 8<<(32-keyBits))
	if want := (Row{3: 5, 16: -128}); row != want || m.transition[1][0] != -300 || m.Scale != 0.25 {
		t.Errorf("decoded %v, %d, %g", row, m.transition[1][0], m.Scale)
	}
	again, _ := w.Encode()
	if !reflect.DeepEqual(file, again) {
		t.Error("encoding the same weights again gives other bytes")
	}
}

func TestDecodeDamaged(t *testing.T) {
	w := &Weights{Features: map[uint32][Tags]int8{7: {3: 5}}}
	file, err := w.Encode()
	if err != nil {
		t.Fatal(err)
	}
	body, err := packed.Open(magic, file)
	if err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(body); n += 1 + n/8 {
		cut, _ := packed.Seal(magic, body[:n])
		if _, err := Decode(cut); err == nil {
			t.Errorf("cut to %d of %d bytes: no error", n, len(body))
		}
	}
	long, _ := packed.Seal(magic, append(slices.Clone(body), 1))
	if _, err := Decode(long); err == nil || !strings.Contains(err.Error(), "too many") {
		t.Errorf("a byte too many: %v", err)
	}
	file[len(file)-1] ^= 1
	if _, err := Decode(file); err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("a bit changed: %v", err)
	}
}

func TestNames(t *testing.T) {
	tags := []Tag{TagOf(0, Begin), TagOf(0, Last), Outside, TagOf(2, Unit), TagOf(1, Begin), TagOf(1, Inside)}
	var got [][3]int
	Names(tags, func(first, last, typ int) { got = append(got, [3]int{first, last, typ}) })
	if want := [][3]int{{0, 1, 0}, {3, 3, 2}, {4, 5, 1}}; !reflect.DeepEqual(got, want) {
		t.Errorf("Names = %v, want %v", got, want)
	}
}
