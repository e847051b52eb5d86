// Package recent keeps what happened lately: a map that holds a bounded number
// of entries, each for a bounded time.
package recent

import (
	"container/list"
	"sync"
	"time"
)

// Map is a map whose entries expire, and whose least recently used entries
// make room for new ones. It starts no goroutine and is safe for concurrent
// use.
type Map[K comparable, V any] struct {
	size int
	keep time.Duration
	now  func() time.Time

	mu    sync.Mutex
	order *list.List // of *entry, most recently used first
	byKey map[K]*list.Element
}

type entry[K comparable, V any] struct {
	key     K
	value   V
	expires time.Time
}

// NewMap makes a map of at most size entries, each kept for the given time
// after it was last put.
func NewMap[K comparable, V any](size int, keep time.Duration, now func() time.Time) *Map[K, V] {
	return &Map[K, V]{size: size, keep: keep, now: now, order: list.New(), byKey: make(map[K]*list.Element)}
}

// Put sets the value of a key and starts its time anew.
func (m *Map[K, V]) Put(key K, value V) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.put(key, value)
}

func (m *Map[K, V]) put(key K, value V) {
	expires := m.now().Add(m.keep)
	if e, ok := m.byKey[key]; ok {
		*e.Value.(*entry[K, V]) = entry[K, V]{key, value, expires}
		m.order.MoveToFront(e)
		return
	}
	m.byKey[key] = m.order.PushFront(&entry[K, V]{key, value, expires})
	for m.order.Len() > m.size || m.now().After(m.order.Back().Value.(*entry[K, V]).expires) {
		m.remove(m.order.Back())
	}
}

// DeleteFunc forgets the entries of the keys that del picks. del must not use the
// map.
func (m *Map[K, V]) DeleteFunc(del func(K) bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for key, e := range m.byKey {
		if del(key) {
			m.remove(e)
		}
	}
}

// Get returns the value of a key that has not expired.
func (m *Map[K, V]) Get(key K) (V, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.get(key)
}

func (m *Map[K, V]) get(key K) (V, bool) {
	var none V
	e, ok := m.byKey[key]
	if !ok {
		return none, false
	}
	found := e.Value.(*entry[K, V])
	if m.now().After(found.expires) {
		m.remove(e)
		return none, false
	}
	m.order.MoveToFront(e)
	return found.value, true
}

// GetOrPut returns the value of a key, made by create where there is none, and
// starts its time anew. create must not use the map.
func (m *Map[K, V]) GetOrPut(key K, create func() V) (value V, found bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	value, found = m.get(key)
	if !found {
		value = create()
	}
	m.put(key, value)
	return value, found
}

// Len is the number of entries, the expired among them.
func (m *Map[K, V]) Len() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.order.Len()
}

func (m *Map[K, V]) remove(e *list.Element) {
	m.order.Remove(e)
	delete(m.byKey, e.Value.(*entry[K, V]).key)
}
