// Package cache keeps the analyses of articles in a file, so that a second
// start on the same articles need not read them again.
//
// What is kept is all of a doc.Document but its article: sentences, names and
// times. It is kept by article, under a hash of what the analysis depends on
// (title, text and date), so that articles added later cost only their own
// analysis. It is found again only by the same version of the analysis, which
// the caller names, and the same layout of the types.
//
// A file is written under another name and renamed, carries a checksum, and is
// checked again record by record when it is read: all offsets lie within the
// article and in order. What does not pass is as good as not there. Of the
// files in the directory only the newest few stay.
package cache
