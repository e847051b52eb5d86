package stream

import (
	"context"
	"io"
)

// Reader reads from r until ctx ends: then it returns ctx's error at once, even
// where r blocks, as a terminal does until somebody types. The read that is
// under way then is left to end on its own, and what it brings is lost.
func Reader(ctx context.Context, r io.Reader) io.Reader {
	return &reader{ctx: ctx, in: r, block: make([]byte, 64<<10), done: make(chan block, 1)}
}

type reader struct {
	ctx     context.Context
	in      io.Reader
	block   []byte // belongs to the read that is under way
	done    chan block
	pending block // read already
}

// block is what one read brought.
type block struct {
	data []byte
	err  error
}

func (r *reader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	if len(r.pending.data) == 0 && r.pending.err == nil {
		go func() {
			n, err := r.in.Read(r.block)
			r.done <- block{r.block[:n], err}
		}()
		select {
		case r.pending = <-r.done:
		case <-r.ctx.Done():
			return 0, r.ctx.Err()
		}
	}
	n := copy(p, r.pending.data)
	r.pending.data = r.pending.data[n:]
	if len(r.pending.data) > 0 {
		return n, nil
	}
	return n, r.pending.err
}
