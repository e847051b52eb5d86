package article

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

var errNoText = errors.New("no text")

// readText reads a file that is one article.
func readText(in io.Reader, f file, limits Limits) iter.Seq[item] {
	return func(yield func(item) bool) {
		a, err := textArticle(in, limits.Text)
		a.ID = f.stem()
		yield(item{article: a, err: err})
	}
}

func textArticle(in io.Reader, limit int) (Article, error) {
	data, err := io.ReadAll(io.LimitReader(in, int64(limit)+1))
	if err != nil {
		return Article{}, err
	}
	if len(data) > limit {
		return Article{}, fmt.Errorf("larger than the limit of %d bytes", limit)
	}
	if err := plainText(data); err != nil {
		return Article{}, err
	}
	return parseText(strings.TrimPrefix(string(data), byteOrderMark))
}

const byteOrderMark = "\ufeff"

// plainText tells what data is where it is not UTF-8 text.
func plainText(data []byte) error {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return errors.New("UTF-16 text, want UTF-8")
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return errors.New("a binary file, want UTF-8 text")
	}
	if utf8.Valid(data) {
		return nil
	}
	at := 0
	for {
		r, w := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && w == 1 {
			return fmt.Errorf("not UTF-8: byte 0x%02x at offset %d", data[at], at)
		}
		at += w
	}
}

// parseText reads an article and its head. The head is made of "date
// YYYY-MM-DD" and "url ADDRESS", after which the text may begin in the same
// line, and of lines "title …" and "source …", each at most once and in any
// order. The text is what remains, without the white space around it. The
// error is a fault even where there is an article: what was left out of it.
func parseText(s string) (Article, error) {
	var a Article
	seen := map[string]bool{}
	for inHead := true; inHead; {
		s = strings.TrimLeftFunc(s, unicode.IsSpace)
		key, value, rest := headField(s)
		if key == "" || seen[key] {
			break
		}
		seen[key] = true
		if err := a.setHead(key, value); err != nil {
			return Article{}, err
		}
		line, _, _ := strings.Cut(rest, "\n")
		inHead = strings.TrimSpace(line) == ""
		s = rest
	}
	a.Text = strings.TrimSpace(s)
	if a.Text == "" {
		return Article{}, errNoText
	}
	return a.complete()
}

// headField cuts a field of the head off s; key is empty where s begins with
// none.
func headField(s string) (key, value, rest string) {
	key, rest = cutWord(s)
	word, afterWord := cutWord(rest)
	line, afterLine := cutLine(rest)
	switch {
	case key == "date" && datePattern(word), key == "url":
		return key, word, afterWord
	case key == "title", key == "source":
		return key, line, afterLine
	}
	return "", "", s
}

func (a *Article) setHead(key, value string) (err error) {
	switch key {
	case "date":
		a.Date, err = ParseDate(value)
	case "url":
		a.URL = value
	case "title":
		a.Title = value
	case "source":
		a.Source = value
	}
	return err
}

// cutWord cuts the first word of the first line off s.
func cutWord(s string) (word, rest string) {
	s = strings.TrimLeft(s, " \t")
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

// cutLine cuts the first line off s; rest begins with the line break.
func cutLine(s string) (line, rest string) {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}
