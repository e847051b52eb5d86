package gateway

import "sync"

// seen remembers the last ids that came by, to tell what comes twice: Discord
// delivers an event again after a resume now and then.
type seen struct {
	mu   sync.Mutex
	ids  map[string]struct{}
	ring []string
	next int
}

func newSeen(n int) *seen {
	return &seen{ids: make(map[string]struct{}, n), ring: make([]string, n)}
}

// first reports whether the id has not come by lately.
func (s *seen) first(id string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.ids[id]; ok {
		return false
	}
	delete(s.ids, s.ring[s.next])
	s.ring[s.next] = id
	s.next = (s.next + 1) % len(s.ring)
	s.ids[id] = struct{}{}
	return true
}
