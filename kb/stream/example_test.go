package stream_test

import (
	"fmt"
	"slices"
	"strings"

	"dateline/kb/stream"
)

func ExampleLines() {
	in := strings.NewReader("short\na line beyond the limit\r\nlast")
	for line, err := range stream.Lines(in, 10) {
		fmt.Printf("%d %q %v %v\n", line.Number, line.Text, line.TooLong, err)
	}
	// Output:
	// 1 "short" false <nil>
	// 2 "" true <nil>
	// 3 "last" false <nil>
}

func ExampleMap() {
	words := slices.Values([]string{"all", "the", "news"})
	for shout := range stream.Map(words, 4, strings.ToUpper) {
		fmt.Println(shout)
	}
	// Output:
	// ALL
	// THE
	// NEWS
}
