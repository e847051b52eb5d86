package gateway

import (
	"sync"
	"time"
)

// health is what is known of a shard's connection, for those who watch it.
type health struct {
	mu       sync.Mutex
	up       bool
	interval time.Duration
	ack      time.Time
	latency  time.Duration
}

func (h *health) connected(interval time.Duration) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.up, h.interval, h.ack = true, interval, time.Now() // READY is as good as an acknowledgement
}

func (h *health) disconnected() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.up = false
}

func (h *health) acknowledged(latency, interval time.Duration) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.ack, h.latency, h.interval = time.Now(), latency, interval
}

// ready tells whether READY or RESUMED has come on the present connection.
func (h *health) ready() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.up
}

// alive tells whether besides a heartbeat has been acknowledged of late: within
// two intervals and some time to travel.
func (h *health) alive() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.up && time.Since(h.ack) < 2*h.interval+5*time.Second
}

// heartbeat is the time that the last heartbeat took to be acknowledged.
func (h *health) heartbeat() time.Duration {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.latency
}
