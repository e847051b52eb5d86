package cache

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dateline/kb/doc"
)

// A file is the magic, a CRC-32C of all that follows, and then, lengths and
// numbers as varints: the label with its length, the strings with theirs, the
// keys of the records with theirs, and the records.
const magic = "dateline analyses 1\n"

// The names of the files: a prefix, a hash of the label, a hash of the
// articles, a suffix.
const (
	prefix   = "analyses-"
	suffix   = ".bin"
	maxFiles = 4 // of all versions
	maxBytes = 1 << 31
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// archive is a file read.
type archive struct {
	strings []string
	records map[key][]byte
}

// open reads a file and checks it. No file is worth a crash: a panic is an error.
func open(path, label string) (a *archive, err error) {
	defer func() {
		if r := recover(); r != nil {
			a, err = nil, fmt.Errorf("%s: reading it panicked: %v", path, r)
		}
	}()
	info, err := os.Stat(path)
	if err == nil {
		err = own(path)
	}
	if err != nil {
		return nil, err
	}
	if info.Size() > maxBytes {
		return nil, fmt.Errorf("%s has %d bytes, want at most %d", path, info.Size(), maxBytes)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	a, err = parse(data, label)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return a, nil
}

func parse(data []byte, label string) (*archive, error) {
	rest, ok := bytes.CutPrefix(data, []byte(magic))
	if !ok || len(rest) < 4 {
		return nil, errors.New("not a file of analyses")
	}
	sum, rest := binary.LittleEndian.Uint32(rest), rest[4:]
	if got := crc32.Checksum(rest, castagnoli); got != sum {
		return nil, fmt.Errorf("damaged: checksum %08x, want %08x", got, sum)
	}
	d := &decoder{buf: rest}
	if got := d.bytes(d.uvarint()); d.err == nil && string(got) != label {
		return nil, errors.New("of another version")
	}
	a := &archive{strings: d.table(), records: make(map[key][]byte)}
	a.index(d)
	return a, d.err
}

// table reads the strings.
func (d *decoder) table() []string {
	n := d.uvarint()
	if n > uint64(len(d.buf)) {
		d.fail()
		return nil
	}
	out := make([]string, 0, n)
	for range n {
		out = append(out, string(d.bytes(d.uvarint())))
	}
	return out
}

// index reads the keys and finds the records.
func (a *archive) index(d *decoder) {
	n := d.uvarint()
	if n > uint64(len(d.buf)) {
		d.fail()
		return
	}
	keys, lengths := make([]key, n), make([]uint64, n)
	for i := range keys {
		copy(keys[i][:], d.bytes(uint64(len(keys[i]))))
		lengths[i] = d.uvarint()
	}
	for i, k := range keys {
		a.records[k] = d.bytes(lengths[i])
	}
	if len(d.buf) > 0 {
		d.fail()
	}
}

// format writes a file of documents, and a hash of their keys.
func format(label string, docs []doc.Document) (file []byte, sum []byte) {
	e := &encoder{numbers: make(map[string]uint64)}
	keys := sha256.New()
	var index []byte
	index = binary.AppendUvarint(index, uint64(len(docs)))
	for i := range docs {
		from := len(e.buf)
		e.document(&docs[i])
		k := keyOf(docs[i].Article)
		keys.Write(k[:])
		index = append(index, k[:]...)
		index = binary.AppendUvarint(index, uint64(len(e.buf)-from))
	}
	out := append([]byte(magic), 0, 0, 0, 0)
	out = binary.AppendUvarint(out, uint64(len(label)))
	out = append(out, label...)
	out = binary.AppendUvarint(out, uint64(len(e.strings)))
	for _, s := range e.strings {
		out = binary.AppendUvarint(out, uint64(len(s)))
		out = append(out, s...)
	}
	out = append(append(out, index...), e.buf...)
	binary.LittleEndian.PutUint32(out[len(magic):], crc32.Checksum(out[len(magic)+4:], castagnoli))
	return out, keys.Sum(nil)
}

// write saves documents in a file of dir, by way of another name, so that
// nobody ever reads half of it.
func write(dir, label string, docs []doc.Document) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	data, sum := format(label, docs)
	f, err := os.CreateTemp(dir, prefix+"*.tmp")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // gone already where all went well
	_, err = f.Write(data)
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	name := prefix + short([]byte(label)) + "-" + hex.EncodeToString(sum[:8]) + suffix
	if err := os.Rename(f.Name(), filepath.Join(dir, name)); err != nil {
		return err
	}
	return prune(dir)
}

// short is a hash of a label, for file names.
func short(label []byte) string {
	h := sha256.Sum256(label)
	return hex.EncodeToString(h[:8])
}

// list finds the files of a label, the newest first.
func list(dir, label string) ([]string, error) {
	return matching(dir, prefix+short([]byte(label))+"-", suffix)
}

// prune removes the oldest files beyond maxFiles, and what writers that were
// interrupted have left, as long as they cannot be at work still.
func prune(dir string) error {
	files, err := matching(dir, prefix, suffix)
	if err != nil {
		return err
	}
	left, err := matching(dir, prefix, ".tmp")
	if err != nil {
		return err
	}
	files = append(files[min(maxFiles, len(files)):], left[min(maxFiles, len(left)):]...)
	for _, path := range files {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// matching lists the files of dir with that beginning and end, the newest
// first. A directory that is not there has none.
func matching(dir, prefix, suffix string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var infos []fs.FileInfo
	for _, e := range entries {
		info, err := e.Info()
		if err == nil && info.Mode().IsRegular() && strings.HasPrefix(e.Name(), prefix) && strings.HasSuffix(e.Name(), suffix) {
			infos = append(infos, info)
		}
	}
	slices.SortFunc(infos, func(a, b fs.FileInfo) int {
		return cmp.Or(b.ModTime().Compare(a.ModTime()), cmp.Compare(a.Name(), b.Name()))
	})
	var out []string
	for _, info := range infos {
		out = append(out, filepath.Join(dir, info.Name()))
	}
	return out, nil
}
