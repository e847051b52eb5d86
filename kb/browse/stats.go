package browse

import (
	"cmp"
	"slices"
	"time"

	"dateline/kb/names"
)

// Stats tells what is loaded.
type Stats struct {
	Articles    int
	First, Last time.Time // days of the oldest and the newest dated article
	Undated     int
	Sources     []SourceCount // outlets, most articles first
	People      int
	Places      int
	Others      int   // organisations and other names
	Bytes       int64 // of article text
}

// SourceCount is an outlet and how many of the articles are its.
type SourceCount struct {
	Source   string
	Articles int
}

// Stats returns what is loaded.
func (b *Browser) Stats() Stats {
	s := Stats{Articles: len(b.lib.Docs())}
	s.First, s.Last = b.span(b.lib.Newest())
	outlets := map[string]int{}
	for i := range b.lib.Docs() {
		a := &b.lib.Docs()[i].Article
		s.Bytes += int64(len(a.Text))
		if a.Date.IsZero() {
			s.Undated++
		}
		if a.Source != "" {
			outlets[a.Source]++
		}
	}
	for name, n := range outlets {
		s.Sources = append(s.Sources, SourceCount{name, n})
	}
	slices.SortFunc(s.Sources, func(x, y SourceCount) int {
		return cmp.Or(y.Articles-x.Articles, cmp.Compare(x.Source, y.Source))
	})
	for i := range b.lib.Directory().Entities {
		switch b.lib.Directory().Entities[i].Type {
		case names.Person:
			s.People++
		case names.Place:
			s.Places++
		default:
			s.Others++
		}
	}
	return s
}
