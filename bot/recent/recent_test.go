package recent

import (
	"sync"
	"testing"
	"time"
)

func TestMap(t *testing.T) {
	now := time.Unix(0, 0)
	m := NewMap[string, int](2, time.Minute, func() time.Time { return now })
	m.Put("a", 1)
	m.Put("b", 2)
	if v, ok := m.Get("a"); !ok || v != 1 {
		t.Fatalf("a: got %d %v, want 1 true", v, ok)
	}
	m.Put("c", 3) // b was used longest ago
	if _, ok := m.Get("b"); ok {
		t.Error("b should have made room for c")
	}
	now = now.Add(61 * time.Second)
	if _, ok := m.Get("a"); ok {
		t.Error("a should have expired")
	}
	if m.Len() != 1 {
		t.Errorf("an expired entry that was asked for should be gone: %d entries", m.Len())
	}
	v, found := m.GetOrPut("d", func() int { return 4 })
	if v != 4 || found {
		t.Errorf("d: got %d %v, want 4 false", v, found)
	}
	if v, found = m.GetOrPut("d", func() int { return 5 }); v != 4 || !found {
		t.Errorf("d again: got %d %v, want 4 true", v, found)
	}
	m.Put("d", 6)
	if v, _ := m.Get("d"); v != 6 {
		t.Errorf("d: got %d, want 6", v)
	}
}

func TestMapConcurrently(t *testing.T) {
	m := NewMap[int, int](8, time.Minute, time.Now)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for k := range 200 {
				m.Put(k, i)
				m.Get(k + i)
			}
		})
	}
	wg.Wait()
	if m.Len() > 8 {
		t.Errorf("%d entries, want at most 8", m.Len())
	}
}

func TestExpiredAreDropped(t *testing.T) {
	now := time.Unix(0, 0)
	m := NewMap[string, int](10, time.Minute, func() time.Time { return now })
	m.Put("old", 1)
	m.Put("older", 2)
	now = now.Add(2 * time.Minute)
	m.Put("new", 3)
	if m.Len() != 1 {
		t.Errorf("%d entries, want the new one alone", m.Len())
	}
	m.DeleteFunc(func(k string) bool { return k == "new" })
	if m.Len() != 0 {
		t.Errorf("%d entries after all were deleted", m.Len())
	}
}
