package article

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// set holds articles, each text once and each ID once.
type set struct {
	articles []Article
	ids      map[string]bool
	texts    map[string]bool // without the white space around them
}

func newSet() *set {
	return &set{ids: map[string]bool{}, texts: map[string]bool{}}
}

func (s *set) has(a Article) bool { return s.texts[strings.TrimSpace(a.Text)] }

// add takes an article in and returns the ID that it has there. One without an
// ID, or with one that is taken, gets an ID from its text, so that it has the
// same wherever and in whatever order it is loaded with the other.
func (s *set) add(a Article) string {
	if a.ID == "" || s.ids[a.ID] {
		sum := sha256.Sum256([]byte(a.Text))
		digest := hex.EncodeToString(sum[:])
		if a.ID == "" {
			a.ID = digest[:12]
		} else {
			a.ID += "-" + digest[:12]
		}
		for s.ids[a.ID] {
			a.ID += "-"
		}
	}
	s.ids[a.ID] = true
	s.texts[strings.TrimSpace(a.Text)] = true
	s.articles = append(s.articles, a)
	return a.ID
}
