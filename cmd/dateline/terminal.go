package main

import (
	"os"

	"golang.org/x/term"
)

// terminal tells what a standard stream is.
type terminal struct {
	is    bool
	width int // columns; 0 where it is none or does not tell
}

func terminalOf(f *os.File) terminal {
	if !term.IsTerminal(int(f.Fd())) {
		return terminal{}
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		width = 0
	}
	return terminal{true, width}
}
