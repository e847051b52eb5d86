// Package index finds the sentences and the documents that speak of the words
// of a question: an inverted index in memory.
package index
