// Package article holds what Dateline answers from: news articles and the
// file formats they come in.
package article

import "time"

// Article is one news article. Its Text is what is quoted; offsets into it are
// byte offsets.
type Article struct {
	ID     string    // unique among the articles loaded together
	URL    string    // where it was published, or empty
	Source string    // the outlet, or empty
	Title  string    // never empty once loaded: the first sentence serves
	Date   time.Time // the day it was published, UTC midnight; zero if unknown
	Text   string    // UTF-8, paragraphs parted by line breaks
}
