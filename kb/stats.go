package kb

import (
	"time"
)

// Stats tells what is loaded.
type Stats struct {
	Articles    int
	First, Last time.Time // days of the oldest and the newest dated article
	Undated     int
	Sources     []SourceCount // outlets, most articles first
	People      int
	Places      int
	Others      int
	Bytes       int64 // of article text
}

// SourceCount is an outlet and how many of the articles are its.
type SourceCount struct {
	Source   string
	Articles int
}

// Stats returns what is loaded.
func (b *Base) Stats() Stats { return Stats{Articles: len(b.docs)} }

// Examples returns a few questions that the loaded articles answer, one a
// line as one would type them: "/who Dmytro Kuleba".
func (b *Base) Examples(n int) []string { return nil }
