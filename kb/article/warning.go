package article

import (
	"errors"
	"fmt"
	"io/fs"
)

// Warning says what could not be used and why.
type Warning struct {
	File   string
	Line   int // counted from 1; 0 where the whole file is meant
	Reason string
}

// String is the warning in one line: "seeds/x.txt: date 2022-02-30 does not exist".
func (w Warning) String() string {
	if w.Line == 0 {
		return w.File + ": " + w.Reason
	}
	return fmt.Sprintf("%s: line %d: %s", w.File, w.Line, w.Reason)
}

// maxLineWarnings is how many lines of one file get a warning of their own;
// a file that is something else altogether would fill the log.
const maxLineWarnings = 20

// warnings collects the warnings of a run.
type warnings struct {
	list  []Warning
	lines int // warnings about lines of the present file
}

func (w *warnings) add(name string, line int, format string, args ...any) {
	if line > 0 {
		if w.lines++; w.lines > maxLineWarnings {
			return
		}
	}
	w.list = append(w.list, Warning{name, line, fmt.Sprintf(format, args...)})
}

// flush ends a file: it says how many warnings were held back.
func (w *warnings) flush(name string) {
	if more := w.lines - maxLineWarnings; more > 0 {
		w.list = append(w.list, Warning{name, 0, fmt.Sprintf("and %d more lines with faults", more)})
	}
	w.lines = 0
}

// cause is an error about a file without the path, which the warning has.
func cause(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}
