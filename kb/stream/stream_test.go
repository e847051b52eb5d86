package stream

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/iotest"
)

func collect(t testing.TB, r io.Reader, limit int) ([]Line, error) {
	t.Helper()
	var out []Line
	for line, err := range Lines(r, limit) {
		if err != nil {
			return out, err
		}
		out = append(out, line)
	}
	return out, nil
}

func TestLines(t *testing.T) {
	long := strings.Repeat("x", 100_000)
	tests := []struct {
		name, in string
		limit    int
		want     []string // "-" for a line that is too long
	}{
		{"empty", "", 10, nil},
		{"one", "a", 10, []string{"a"}},
		{"breaks", "a\nb\r\n\nc\n", 10, []string{"a", "b", "", "c"}},
		{"only the break's return goes", "a\r\r\n", 10, []string{"a\r"}},
		{"at the limit", "abc\nabcd\nab", 3, []string{"abc", "-", "ab"}},
		{"at the limit with a return", "abc\r\nabcd\r\n", 3, []string{"abc", "-"}},
		{"last too long", "ab\nabcd", 3, []string{"ab", "-"}},
		{"longer than the buffer", long + "\nb\n", 200_000, []string{long, "b"}},
		{"much too long", long + "\nb\n", 10, []string{"-", "b"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := collect(t, iotest.HalfReader(strings.NewReader(tt.in)), tt.limit)
			if err != nil {
				t.Fatal(err)
			}
			var texts []string
			for i, l := range got {
				if l.Number != i+1 {
					t.Errorf("line %d has number %d", i+1, l.Number)
				}
				if l.TooLong {
					texts = append(texts, "-")
				} else {
					texts = append(texts, string(l.Text))
				}
			}
			if !slices.Equal(texts, tt.want) {
				t.Errorf("got %.80q, want %.80q", texts, tt.want)
			}
		})
	}
}

func TestLinesEndWithTheError(t *testing.T) {
	broken := errors.New("broken")
	in := io.MultiReader(strings.NewReader("a\nhalf a li"), iotest.ErrReader(broken))
	got, err := collect(t, in, 100)
	if !errors.Is(err, broken) || len(got) != 1 || string(got[0].Text) != "a" {
		t.Errorf("got %d lines, %v; want the first line and the error", len(got), err)
	}
}

func FuzzLines(f *testing.F) {
	f.Add([]byte("a\nb\r\n\n"), 1)
	f.Add([]byte("long line\r\n"), 4)
	f.Fuzz(func(t *testing.T, in []byte, limit int) {
		limit = min(max(limit, 0), 1000)
		got, err := collect(t, bytes.NewReader(in), limit)
		if err != nil {
			t.Fatal(err)
		}
		want := bytes.Split(in, []byte("\n"))
		if len(want[len(want)-1]) == 0 {
			want = want[:len(want)-1]
		}
		if len(got) != len(want) {
			t.Fatalf("%d lines, want %d", len(got), len(want))
		}
		for i, l := range got {
			w := want[i]
			if i < len(want)-1 || bytes.HasSuffix(in, []byte("\n")) {
				w = bytes.TrimSuffix(w, []byte("\r"))
			}
			if l.TooLong != (len(w) > limit) || !l.TooLong && !bytes.Equal(l.Text, w) {
				t.Errorf("line %d is %q (too long: %v), want %q", i, l.Text, l.TooLong, w)
			}
		}
	})
}

func numbers(n int, given *atomic.Int64) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			given.Add(1)
			if !yield(i) {
				return
			}
		}
	}
}

func TestMapKeepsTheOrder(t *testing.T) {
	var given atomic.Int64
	next := 0
	for square := range Map(numbers(1000, &given), 8, func(i int) int { return i * i }) {
		if square != next*next {
			t.Fatalf("got %d at place %d", square, next)
		}
		next++
	}
	if next != 1000 {
		t.Errorf("got %d results, want 1000", next)
	}
}

// A result is handed on although the input is not at its end: somebody may be
// waiting for the answer before asking again.
func TestMapDoesNotWaitForMore(t *testing.T) {
	answered := make(chan struct{})
	dialogue := func(yield func(int) bool) {
		for i := range 3 {
			if !yield(i) {
				return
			}
			<-answered
		}
	}
	for range Map(dialogue, 4, func(i int) int { return i }) {
		answered <- struct{}{}
	}
}

func TestMapStops(t *testing.T) {
	var given atomic.Int64
	for range Map(numbers(1_000_000, &given), 2, func(i int) int { return i }) {
		break
	}
	if n := given.Load(); n > 100 {
		t.Errorf("%d values were taken after the receiver stopped at the first", n)
	}
}
