// Package notices holds what the parts of the program ask to be said of them: the
// licences of the modules that are linked in, and of the data that its tables and
// models were made from.
//
// modules.txt is written anew, when go.mod changes, by
//
//	go generate ./cmd/dateline/notices
package notices

import _ "embed"

//go:generate go run ./generate -out modules.txt

//go:embed modules.txt
var modules string

//go:embed data.txt
var data string

// Text is all of them. The licence of the program itself is not among them.
func Text() string { return data + "\n" + modules }
