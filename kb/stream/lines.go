package stream

import (
	"bufio"
	"errors"
	"io"
	"iter"
)

// Line is one line of an input.
type Line struct {
	Number int // counted from 1
	// Text is the line without its line break ("\n" or "\r\n"), nil where the
	// line is too long. It belongs to the receiver.
	Text []byte
	// TooLong is set where the line is longer than the limit. Such a line is
	// passed over without being held in memory.
	TooLong bool
}

// Lines reads r line by line, with at most limit bytes each. A read error is
// the last thing it yields, after the lines before it; the end of the input is
// none. A last line without a line break counts, unless the input broke off
// there.
func Lines(r io.Reader, limit int) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		in := bufio.NewReaderSize(r, 64<<10)
		for n := 1; ; n++ {
			text, tooLong, err := readLine(in, limit)
			if err != nil && err != io.EOF {
				yield(Line{Number: n}, err)
				return
			}
			if err == io.EOF && len(text) == 0 && !tooLong {
				return
			}
			if !yield(Line{n, text, tooLong}, nil) || err == io.EOF {
				return
			}
		}
	}
}

// readLine reads up to and with the next line break. err is io.EOF where the
// input ended first.
func readLine(in *bufio.Reader, limit int) (line []byte, tooLong bool, err error) {
	for {
		var piece []byte
		piece, err = in.ReadSlice('\n')
		if !tooLong {
			line = append(line, piece...)
			// The break itself, of up to two bytes, does not count.
			if len(line) > limit+2 {
				line, tooLong = nil, true
			}
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			break
		}
	}
	line = trimBreak(line)
	if len(line) > limit {
		line, tooLong = nil, true
	}
	return line, tooLong, err
}

func trimBreak(line []byte) []byte {
	n := len(line)
	if n > 0 && line[n-1] == '\n' {
		n--
		if n > 0 && line[n-1] == '\r' {
			n--
		}
	}
	return line[:n]
}
