// Package seeds holds the articles that are built into the program: what it
// answers from when it is given no articles of its own.
package seeds

import "embed"

// FS has the seed articles, one text file each, at its root.
//
//go:embed *.txt
var FS embed.FS
