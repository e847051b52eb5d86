package turns

import (
	"context"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// served is the order in which people are served who all wait while somebody else
// has the only turn, after what each has had before.
func served(t *testing.T, had map[string]time.Duration, waiting ...string) []string {
	var mu sync.Mutex
	var order []string
	synctest.Test(t, func(t *testing.T) {
		turns := New(1, time.Now)
		for person, d := range had {
			end, err := turns.Take(t.Context(), person)
			if err != nil {
				t.Fatal(err)
			}
			time.Sleep(d)
			end()
		}
		end, err := turns.Take(t.Context(), "first")
		if err != nil {
			t.Fatal(err)
		}
		for _, person := range waiting {
			go func() {
				end, err := turns.Take(t.Context(), person)
				if err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				order = append(order, person)
				mu.Unlock()
				time.Sleep(time.Millisecond)
				end()
			}()
			synctest.Wait()
		}
		end()
		time.Sleep(time.Second)
	})
	return order
}

func TestWhoComesFirst(t *testing.T) {
	for name, c := range map[string]struct {
		had     map[string]time.Duration
		waiting []string
		want    []string
	}{
		"in the order they came":     {nil, []string{"a", "b", "c"}, []string{"a", "b", "c"}},
		"who has had less":           {map[string]time.Duration{"a": time.Second}, []string{"a", "b"}, []string{"b", "a"}},
		"a crowd lets one through":   {map[string]time.Duration{"a": time.Second}, []string{"a", "a", "a", "b"}, []string{"b", "a", "a", "a"}},
		"after a turn behind others": {nil, []string{"a", "a", "b"}, []string{"a", "b", "a"}},
	} {
		if got := served(t, c.had, c.waiting...); !slices.Equal(got, c.want) {
			t.Errorf("%s: served %q, want %q", name, got, c.want)
		}
	}
}

// TestForgives takes what was long ago for little.
func TestForgives(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		turns := New(1, time.Now)
		end, _ := turns.Take(t.Context(), "a")
		time.Sleep(8 * time.Second)
		end()
		for _, c := range []struct {
			after time.Duration
			want  time.Duration
		}{{0, 8 * time.Second}, {halfLife, 4 * time.Second}, {halfLife, 2 * time.Second}, {memory, 0}} {
			time.Sleep(c.after)
			turns.mu.Lock()
			if got := turns.lately("a"); got.Round(time.Millisecond) != c.want {
				t.Errorf("%v later it counts as %v, want %v", c.after, got, c.want)
			}
			turns.mu.Unlock()
		}
	})
}

// TestBound never gives out more turns than there are, and none to who has left.
func TestBound(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		turns := New(2, time.Now)
		var mu sync.Mutex
		now, most, done := 0, 0, 0
		count := func(by int) {
			mu.Lock()
			defer mu.Unlock()
			now += by
			most = max(most, now)
			if by < 0 {
				done++
			}
		}
		for range 20 {
			go func() {
				end, err := turns.Take(t.Context(), "x")
				if err != nil {
					t.Error(err)
					return
				}
				count(1)
				time.Sleep(time.Second)
				count(-1)
				end()
				end() // twice does no harm
			}()
		}
		ctx, cancel := context.WithTimeout(t.Context(), 1500*time.Millisecond)
		defer cancel()
		time.Sleep(time.Millisecond)
		if _, err := turns.Take(ctx, "x"); err == nil {
			t.Error("who waited too long was served")
		}
		time.Sleep(time.Minute)
		mu.Lock()
		defer mu.Unlock()
		turns.mu.Lock()
		defer turns.mu.Unlock()
		if most != 2 || done != 20 || turns.free != 2 || len(turns.waiting) != 0 {
			t.Errorf("at most %d at a time, %d served, %d free, %d waiting", most, done, turns.free, len(turns.waiting))
		}
	})
}
