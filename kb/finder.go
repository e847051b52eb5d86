package kb

import (
	"cmp"
	"slices"

	"dateline/kb/doc"
	"dateline/kb/entity"
)

type finder struct{}

func newFinder(docs []doc.Document, dir *entity.Directory) *finder { return &finder{} }

// newestFirst orders documents by date, undated ones last.
func newestFirst(docs []doc.Document) []int32 {
	out := make([]int32, len(docs))
	for i := range out {
		out[i] = int32(i)
	}
	slices.SortStableFunc(out, func(a, b int32) int {
		return cmp.Or(docs[b].Article.Date.Compare(docs[a].Article.Date), cmp.Compare(a, b))
	})
	return out
}
