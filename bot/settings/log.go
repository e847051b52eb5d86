package settings

import (
	"encoding/json"
	"fmt"
	"os"
	"sync"
)

// Log is a file of JSON lines that is only ever added to.
type Log struct {
	mu sync.Mutex
	f  *os.File
}

// OpenLog opens the file at path or makes it.
func OpenLog(path string) (*Log, error) {
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open the log of wrong answers: %w", err)
	}
	return &Log{f: f}, nil
}

// Append writes v as one line, whole or, as far as the file system allows, not
// at all.
func (l *Log) Append(v any) error {
	line, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("encode a line of the log: %w", err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if _, err := l.f.Write(append(line, '\n')); err != nil {
		return fmt.Errorf("write to the log of wrong answers: %w", err)
	}
	return nil
}

// Close closes the file.
func (l *Log) Close() error { return l.f.Close() }
