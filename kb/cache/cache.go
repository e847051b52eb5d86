package cache

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"reflect"
	"sync/atomic"

	"dateline/kb/article"
	"dateline/kb/doc"
)

// Cache holds the analyses of articles. A nil Cache holds none. It is safe for
// use by many goroutines.
type Cache struct {
	archives []*archive
	missed   atomic.Int64
}

// key tells the articles apart by what an analysis depends on.
type key [16]byte

func keyOf(a article.Article) key {
	b := make([]byte, 0, 16+len(a.Title)+len(a.Text))
	b = binary.LittleEndian.AppendUint64(b, uint64(a.Date.Unix()))
	b = binary.LittleEndian.AppendUint64(b, uint64(len(a.Title)))
	b = append(append(b, a.Title...), a.Text...)
	sum := sha256.Sum256(b)
	return key(sum[:16])
}

// Load opens what was saved in dir by the same version of the analysis. The
// Cache is never nil and holds whatever could be read; the error says what
// could not, other than that nothing was saved yet.
func Load(dir, version string) (*Cache, error) {
	c := new(Cache)
	label, err := labelOf(version)
	if err != nil {
		return c, err
	}
	paths, err := list(dir, label)
	if err == nil && len(paths) > 0 {
		err = own(dir)
	}
	if err != nil {
		return c, fmt.Errorf("looking for saved analyses: %w", err)
	}
	var failed []error
	for _, path := range paths {
		a, err := open(path, label)
		if err != nil {
			failed = append(failed, fmt.Errorf("reading saved analyses: %w", err))
			continue
		}
		c.archives = append(c.archives, a)
	}
	return c, errors.Join(failed...)
}

// Find returns the analysis of an article, if it was saved.
func (c *Cache) Find(a article.Article) (doc.Document, bool) {
	if c == nil {
		return doc.Document{}, false
	}
	k := keyOf(a)
	for _, archive := range c.archives {
		body, ok := archive.records[k]
		if !ok {
			continue
		}
		if d, ok := decode(body, archive.strings, a); ok {
			return d, true
		}
	}
	c.missed.Add(1)
	return doc.Document{}, false
}

// Missed is how often Find found nothing. Where it is 0 after all articles
// were looked up, there is no need to Save.
func (c *Cache) Missed() int64 { return c.missed.Load() }

// Save keeps the analyses of docs in a file of dir, which it makes if need be,
// for the next Load with the same version. It replaces what was saved of the
// same articles in one step and removes the oldest files beyond a few.
func Save(dir, version string, docs []doc.Document) error {
	label, err := labelOf(version)
	if err != nil {
		return err
	}
	if err := write(dir, label, docs); err != nil {
		return fmt.Errorf("saving analyses: %w", err)
	}
	return nil
}

// labelOf is the version of the analysis with the layout of what is kept.
func labelOf(version string) (string, error) {
	label := version + "\n"
	t := reflect.TypeFor[doc.Document]()
	for i := range t.NumField() {
		if t.Field(i).Type == articleType {
			continue
		}
		layout, err := describe(t.Field(i).Type)
		if err != nil {
			return "", fmt.Errorf("saving analyses: field %s: %w", t.Field(i).Name, err)
		}
		label += t.Field(i).Name + " " + layout + "\n"
	}
	return label, nil
}

var articleType = reflect.TypeFor[article.Article]()

// document appends a document, all but its article.
func (e *encoder) document(d *doc.Document) {
	v := reflect.ValueOf(d).Elem()
	for i := range v.NumField() {
		if v.Field(i).Type() != articleType {
			e.value(v.Field(i))
		}
	}
}

// decode reads the analysis of an article. It reports false for one that is
// damaged or does not fit the article.
func decode(body []byte, strings []string, a article.Article) (doc.Document, bool) {
	d := doc.Document{Article: a}
	r := decoder{buf: body, strings: strings}
	v := reflect.ValueOf(&d).Elem()
	for i := range v.NumField() {
		if v.Field(i).Type() != articleType {
			r.value(v.Field(i))
		}
	}
	return d, r.err == nil && len(r.buf) == 0 && valid(&d)
}
