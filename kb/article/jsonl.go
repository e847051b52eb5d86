package article

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"
	"strings"
	"unicode/utf8"

	"dateline/kb/stream"
)

// record is an article as a line of JSON has it.
type record struct {
	ID     identifier `json:"id"`
	URL    string     `json:"url"`
	Source string     `json:"source"`
	Title  string     `json:"title"`
	Date   string     `json:"date"`
	Text   string     `json:"text"`
}

// identifier is a string, or a number that is kept as it is written.
type identifier string

func (id *identifier) UnmarshalJSON(b []byte) error {
	var n json.Number
	if b[0] != '"' && json.Unmarshal(b, &n) == nil {
		*id = identifier(n)
		return nil
	}
	return json.Unmarshal(b, (*string)(id))
}

// readJSONLines reads a file of one article a line. Lines are decoded by all
// cores and come in their order.
func readJSONLines(in io.Reader, _ file, limits Limits) iter.Seq[item] {
	return func(yield func(item) bool) {
		buffered := bufio.NewReaderSize(in, 64<<10)
		head, _ := buffered.Peek(512)
		if bytes.IndexByte(head, 0) >= 0 {
			yield(item{err: errors.New("a binary file, want JSON lines")})
			return
		}
		decode := func(l numbered) item { return l.decode(limits) }
		for it := range stream.Map(numberedLines(buffered, limits.Line), runtime.GOMAXPROCS(0), decode) {
			if it.line > 0 && !yield(it) {
				return
			}
		}
	}
}

// numbered is a line, or the error that ended the file.
type numbered struct {
	stream.Line
	err error
}

func numberedLines(in io.Reader, limit int) iter.Seq[numbered] {
	return func(yield func(numbered) bool) {
		for line, err := range stream.Lines(in, limit) {
			if err == nil && !line.TooLong && len(bytes.TrimSpace(line.Text)) == 0 {
				continue // a blank line costs no more than reading it
			}
			if !yield(numbered{line, err}) {
				return
			}
		}
	}
}

// decode reads the article of a line; the item is zero where there is nothing.
func (l numbered) decode(limits Limits) item {
	switch {
	case l.err != nil:
		return item{line: l.Number, err: fmt.Errorf("the file cannot be read further: %w", cause(l.err))}
	case l.TooLong:
		return item{line: l.Number, err: fmt.Errorf("longer than the limit of %d bytes", limits.Line)}
	}
	data := l.Text
	if l.Number == 1 {
		data = bytes.TrimPrefix(data, []byte(byteOrderMark))
	}
	if data = bytes.TrimSpace(data); len(data) == 0 {
		return item{} // only a byte order mark
	}
	a, err := parseRecord(data, limits.Text)
	return item{a, l.Number, err}
}

// parseRecord reads an article from a JSON object. Its text is kept byte for
// byte. The error is a fault even where there is an article.
func parseRecord(data []byte, limit int) (Article, error) {
	if !utf8.Valid(data) {
		return Article{}, errors.New("not UTF-8")
	}
	var r record
	if err := json.Unmarshal(data, &r); err != nil {
		return Article{}, jsonError(err)
	}
	if len(r.Text) > limit {
		return Article{}, fmt.Errorf("a text of %d bytes, the limit is %d", len(r.Text), limit)
	}
	if strings.TrimSpace(r.Text) == "" {
		return Article{}, errNoText
	}
	a := Article{ID: string(r.ID), URL: r.URL, Source: r.Source, Title: r.Title, Text: r.Text}
	if r.Date != "" {
		date, err := ParseDate(r.Date)
		if err != nil {
			return Article{}, err
		}
		a.Date = date
	}
	return a.complete()
}

// jsonError says what was found and what was wanted.
func jsonError(err error) error {
	var mismatch *json.UnmarshalTypeError
	if !errors.As(err, &mismatch) {
		return fmt.Errorf("not JSON: %w", err)
	}
	if mismatch.Field == "" {
		return fmt.Errorf("found a JSON %s, want an object", mismatch.Value)
	}
	return fmt.Errorf("%s: found %s, want a string", mismatch.Field, mismatch.Value)
}

// gunzip reads what is in a gzip file.
func gunzip(in io.Reader) (io.Reader, error) {
	plain, err := gzip.NewReader(in)
	if err != nil {
		return nil, fmt.Errorf("not a gzip file: %w", err)
	}
	return plain, nil
}
