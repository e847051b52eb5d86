//go:build unix

package cache

import (
	"fmt"
	"os"
	"syscall"
)

// own reports with an error a file or folder that somebody else owns or may write
// to: what stands in it may be anything.
func own(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if s, ok := info.Sys().(*syscall.Stat_t); ok && int(s.Uid) != os.Geteuid() {
		return fmt.Errorf("%s belongs to user %d, want %d: it is not read", path, s.Uid, os.Geteuid())
	}
	if mode := info.Mode().Perm(); mode&0o022 != 0 {
		return fmt.Errorf("%s may be written by others (mode %03o), want 700 or 600: it is not read", path, mode)
	}
	return nil
}
