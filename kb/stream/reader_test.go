package stream

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

func TestReader(t *testing.T) {
	text := strings.Repeat("All the news that is fit to read.\n", 10_000)
	if err := iotest.TestReader(Reader(context.Background(), strings.NewReader(text)), []byte(text)); err != nil {
		t.Error(err)
	}
	broken := errors.New("broken")
	got, err := io.ReadAll(Reader(context.Background(), io.MultiReader(strings.NewReader("half"), iotest.ErrReader(broken))))
	if string(got) != "half" || !errors.Is(err, broken) {
		t.Errorf("read %q, %v; want half and the error", got, err)
	}
}

func TestReaderEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	in, out := io.Pipe()
	defer out.Close()
	r := Reader(ctx, in)
	go func() {
		_, _ = io.WriteString(out, "a line\n")
		cancel()
	}()
	got, err := io.ReadAll(r)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("read %q, %v; want %v", got, err, context.Canceled)
	}
}
