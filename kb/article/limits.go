package article

import (
	"errors"
	"fmt"
	"io"
)

// Limits protect memory. Zero fields stand for those of DefaultLimits.
type Limits struct {
	Text     int   // bytes of one article's text, and of a .txt file
	Line     int   // bytes of one line of JSON lines
	Articles int   // articles loaded together
	File     int64 // bytes of one file, decompressed
	Total    int64 // bytes of all files, decompressed
}

// DefaultLimits returns limits generous for news, whose longest pages have
// about 100 KB: 1 MiB an article, 8 MiB a line, a million articles, 512 MiB a file
// and 2 GiB in all.
func DefaultLimits() Limits {
	return Limits{Text: 1 << 20, Line: 8 << 20, Articles: 1_000_000, File: 512 << 20, Total: 2 << 30}
}

func (l Limits) orDefault() Limits {
	d := DefaultLimits()
	if l.Text <= 0 {
		l.Text = d.Text
	}
	if l.Line <= 0 {
		l.Line = d.Line
	}
	if l.Articles <= 0 {
		l.Articles = d.Articles
	}
	if l.File <= 0 {
		l.File = d.File
	}
	if l.Total <= 0 {
		l.Total = d.Total
	}
	return l
}

// errTotal ends loading: there is no room for more.
var errTotal = errors.New("no room for more")

// What a compressed file may hold: text becomes a third to a tenth of its size,
// blanks a thousandth.
const (
	mostInflated = 64 << 20 // bytes, or
	mostTimes    = 100      // times its size, if that is more
)

// fileLimit is how many bytes a file may have, decompressed.
func (l Limits) fileLimit(f file) int64 {
	if f.format.open == nil {
		return l.File
	}
	return min(l.File, max(mostInflated, mostTimes*f.size))
}

// budget ends a file where it, or all files together, have more bytes than they
// may. Compressed files are small and can hold anything.
type budget struct {
	in        io.Reader
	file, all int64  // bytes that the file and that all files may have
	read      int64  // of the file
	left      *int64 // of all files
	over      error  // once there was more
}

func (b *budget) Read(p []byte) (int, error) {
	if b.over != nil {
		return 0, b.over
	}
	room := min(b.file-b.read, *b.left)
	n, err := b.in.Read(p[:min(int64(len(p)), room+1)])
	if int64(n) > room {
		b.over = fmt.Errorf("it has more than the limit of %d bytes", b.file)
		if room == *b.left {
			b.over = fmt.Errorf("%w: all files together have more than the limit of %d bytes", errTotal, b.all)
		}
		n, err = int(room), b.over
	}
	b.read += int64(n)
	*b.left -= int64(n)
	return n, err
}
