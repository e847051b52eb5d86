// Package article holds what Dateline answers from: news articles and the
// file formats they come in.
//
// A .txt file is one article in UTF-8, its name without the ending the ID. It
// may begin with a head: "date YYYY-MM-DD" and "url ADDRESS", after which the
// text may go on in the same line, and lines "title …" and "source …". All else
// is the text, kept byte for byte but for the white space around it:
//
//	date 2022-01-18 A ship sank off Malta.
//
//	Nobody was hurt.
//
// A .jsonl file has one article a line, an object of strings of which only text
// is needed: id, url, title, source, date, text. The text is kept byte for
// byte. A .jsonl.gz file is the same, compressed.
//
// An article of more than 1 MiB, a line of more than 8 MiB and what goes beyond
// a million articles is left out; see Limits.
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
