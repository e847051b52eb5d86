package index

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// story writes n sentences of words of its own.
func story(seed uint64, n int) []string {
	r := rand.New(rand.NewPCG(seed, 2))
	var out []string
	for range n {
		var words []string
		for range 12 {
			words = append(words, fmt.Sprintf("w%d", r.IntN(4000)))
		}
		out = append(out, strings.Join(words, " ")+".")
	}
	return out
}

func TestGroup(t *testing.T) {
	agency, other := story(1, 20), story(2, 20)
	text := func(s []string) string { return strings.Join(s, "\n\n") }
	x := build(t,
		newDocument("first", "2022-01-01", text(agency)),
		newDocument("other", "2022-01-01", text(other)),
		newDocument("same", "2022-01-02", text(agency)),
		newDocument("shortened", "2022-01-02", text(agency[:16])),
		newDocument("with an introduction", "2022-01-02", text(slices.Concat(story(3, 3), agency))),
		newDocument("a quarter in common", "2022-01-02", text(slices.Concat(agency[:5], story(4, 15)))),
		newDocument("short", "", "Two words."),
		newDocument("short", "", "Two words."),
		newDocument("none", "", ""),
	)
	want := []int32{0, 1, 0, 0, 0, 5, 6, 7, 8}
	if !slices.Equal(x.group, want) {
		t.Errorf("groups %v, want %v", x.group, want)
	}
	if got := x.Copies(3); !slices.Equal(got, []int32{0, 2, 3, 4}) {
		t.Errorf("copies of 3 are %v", got)
	}
	if got := x.Copies(1); !slices.Equal(got, []int32{1}) {
		t.Errorf("copies of 1 are %v", got)
	}
}

func TestTop(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	for _, n := range []int{1, 2, 10, 1000} {
		var all []uint64
		var h top
		h.reset(n)
		for i := range 500 {
			k := key(float32(r.IntN(50))/50, i)
			all = append(all, k)
			h.offer(k)
		}
		slices.Sort(all)
		slices.Sort(h.keys)
		if want := all[max(0, len(all)-n):]; !slices.Equal(h.keys, want) {
			t.Errorf("the best %d are %v, want %v", n, h.keys, want)
		}
	}
	if k := key(0.25, 1234); keyScore(k) != 0.25 || keyNumber(k) != 1234 {
		t.Errorf("key holds %v and %v", keyScore(k), keyNumber(k))
	}
}
