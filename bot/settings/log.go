package settings

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"sync"
)

// maxLog is the size in bytes at which a log is put aside as PATH.1, in the place
// of an older one, and begun anew.
const maxLog = 8 << 20

// Log is a file of JSON lines that is only ever added to. What Append has taken is
// on the disk. Together with the one put aside it has at most twice maxLog bytes.
type Log struct {
	mu   sync.Mutex
	path string
	most int64
	f    *os.File
	size int64
}

// OpenLog opens the file at path or makes it. A last line that was cut short, by a
// full disk or a crash, is cut off.
func OpenLog(path string) (*Log, error) {
	l := &Log{path: path, most: maxLog}
	if err := l.open(); err != nil {
		return nil, fmt.Errorf("open the log of wrong answers: %w", err)
	}
	return l, nil
}

func (l *Log) open() error {
	if info, err := os.Stat(l.path); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("%s is not a file", l.path)
	}
	f, err := os.OpenFile(l.path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	size, err := whole(f)
	if err == nil {
		err = f.Truncate(size)
	}
	if err != nil {
		return errors.Join(err, f.Close())
	}
	l.f, l.size = f, size
	return nil
}

// whole is the length of the whole lines of a file.
func whole(f *os.File) (int64, error) {
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	piece := make([]byte, 64<<10)
	for end := info.Size(); end > 0; {
		from := max(0, end-int64(len(piece)))
		if _, err := f.ReadAt(piece[:end-from], from); err != nil {
			return 0, err
		}
		if i := bytes.LastIndexByte(piece[:end-from], '\n'); i >= 0 {
			return from + int64(i) + 1, nil
		}
		end = from
	}
	return 0, nil
}

// Append writes v as one line. Without an error it is on the disk; with one
// nothing of it is in the file.
func (l *Log) Append(v any) error {
	line, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("encode a line of the log: %w", err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.append(append(line, '\n')); err != nil {
		return fmt.Errorf("write to the log of wrong answers: %w", err)
	}
	return nil
}

func (l *Log) append(line []byte) error {
	if l.size > 0 && l.size+int64(len(line)) > l.most {
		if err := l.rotate(); err != nil {
			return err
		}
	}
	_, err := l.f.WriteAt(line, l.size)
	if err == nil {
		err = l.f.Sync()
	}
	if err != nil {
		return errors.Join(err, l.f.Truncate(l.size))
	}
	l.size += int64(len(line))
	return nil
}

// rotate puts the file aside and begins a new one.
func (l *Log) rotate() error {
	if err := os.Rename(l.path, l.path+".1"); err != nil {
		return err
	}
	old := l.f
	if err := l.open(); err != nil {
		return err
	}
	return old.Close()
}

// Close closes the file.
func (l *Log) Close() error { return l.f.Close() }
