// Package settings keeps what each server has chosen, in one file that can be
// backed up, and the log of answers that people called wrong.
package settings

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"slices"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// MaxChannels is how many channels a server can choose.
const MaxChannels = 25

// Mentions tells where a server wants mentions answered.
type Mentions string

// Where mentions are answered.
const (
	Everywhere Mentions = "" // the default
	Chosen     Mentions = "chosen"
	Nowhere    Mentions = "nowhere"
)

// Server is what one server has chosen. The zero value is what holds before
// anybody chose.
type Server struct {
	// Private shows answers to commands only to those who asked.
	Private  bool     `json:"private,omitempty"`
	Mentions Mentions `json:"mentions,omitempty"`
	Channels []string `json:"channels,omitempty"` // for Chosen: ids of channels
}

// Answers reports whether mentions are answered in a channel.
func (s Server) Answers(channel string) bool {
	switch s.Mentions {
	case Nowhere:
		return false
	case Chosen:
		return slices.Contains(s.Channels, channel)
	}
	return true
}

// ErrInUse tells that another process has the file open.
var ErrInUse = errors.New("settings: the file is in use by another process")

// Store keeps the servers' choices in a bbolt file. A change is on the disk,
// whole, before Change returns. It is safe for concurrent use.
type Store struct {
	db      *bbolt.DB
	private bool // what holds for servers that have not chosen since choices were lost
	aside   string
}

var (
	servers = []byte("servers")
	about   = []byte("about")
	lost    = []byte("lost") // in about: when choices were lost
)

// Open opens the file at path or makes it. A file that is damaged is put aside
// under another name ([Store.PutAside]); as nobody knows then what servers have
// chosen, answers are private in each until it chooses again.
func Open(path string) (*Store, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("open the settings in %s: not a file", path)
	}
	s, err := open(path)
	if !errors.Is(err, errDamaged) {
		return s, err
	}
	aside := path + ".damaged-" + time.Now().UTC().Format("20060102-150405")
	if renameErr := os.Rename(path, aside); renameErr != nil {
		return nil, errors.Join(err, renameErr)
	}
	if s, err = open(path); err != nil {
		return nil, err
	}
	s.aside, s.private = aside, true
	err = s.db.Update(func(tx *bbolt.Tx) error {
		return tx.Bucket(about).Put(lost, []byte(time.Now().UTC().Format(time.RFC3339)))
	})
	if err != nil {
		return nil, errors.Join(fmt.Errorf("prepare the settings in %s: %w", path, err), s.Close())
	}
	return s, nil
}

// PutAside is the file that a damaged one was renamed to, or empty.
func (s *Store) PutAside() string { return s.aside }

var errDamaged = errors.New("damaged")

// open opens a file that is sound. What bbolt finds wrong it often says by a
// panic, and a file that is cut off by a fault of memory, as it is mapped.
func open(path string) (s *Store, err error) {
	var db *bbolt.DB
	faults := debug.SetPanicOnFault(true)
	defer func() {
		debug.SetPanicOnFault(faults)
		if r := recover(); r != nil {
			err = fmt.Errorf("open the settings in %s: %w: %v", path, errDamaged, r)
		}
		if err != nil && db != nil {
			db.Close() // of a damaged file: there is nothing more to say
		}
	}()
	db, err = bbolt.Open(path, 0o600, &bbolt.Options{Timeout: time.Second})
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return nil, fmt.Errorf("open %s: %w", path, ErrInUse)
	case errors.Is(err, berrors.ErrInvalid), errors.Is(err, berrors.ErrChecksum), errors.Is(err, berrors.ErrVersionMismatch):
		return nil, fmt.Errorf("open the settings in %s: %w: %w", path, errDamaged, err)
	case err != nil:
		return nil, fmt.Errorf("open the settings in %s: %w", path, err)
	}
	if err := db.View(check); err != nil {
		return nil, fmt.Errorf("open the settings in %s: %w: %w", path, errDamaged, err)
	}
	s = &Store{db: db}
	err = db.Update(func(tx *bbolt.Tx) error {
		_, err := tx.CreateBucketIfNotExists(servers)
		b, aboutErr := tx.CreateBucketIfNotExists(about)
		if err = errors.Join(err, aboutErr); err == nil {
			s.private = b.Get(lost) != nil
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("prepare the settings in %s: %w", path, err)
	}
	return s, nil
}

// check reports the first fault of a file: of its pages, or of a record.
func check(tx *bbolt.Tx) error {
	info, err := os.Stat(tx.DB().Path())
	if err != nil {
		return err
	}
	if info.Size() < tx.Size() {
		return fmt.Errorf("cut off: %d bytes, want %d", info.Size(), tx.Size())
	}
	var first error
	for err := range tx.Check() {
		if first == nil {
			first = err
		}
	}
	b := tx.Bucket(servers)
	if first != nil || b == nil {
		return first
	}
	return b.ForEach(func(id, value []byte) error {
		if err := decode(value, &Server{}); err != nil {
			return fmt.Errorf("settings of server %q: %w", id, err)
		}
		return nil
	})
}

// Close closes the file.
func (s *Store) Close() error { return s.db.Close() }

// Get returns what a server has chosen.
func (s *Store) Get(id string) (Server, error) {
	out := Server{Private: s.private}
	err := s.db.View(func(tx *bbolt.Tx) error {
		return decodeOver(tx.Bucket(servers).Get([]byte(id)), &out)
	})
	if err != nil {
		return Server{}, fmt.Errorf("read the settings of server %s: %w", id, err)
	}
	return out, nil
}

// Change changes what a server has chosen and returns what holds then.
func (s *Store) Change(id string, change func(*Server)) (Server, error) {
	out := Server{Private: s.private}
	err := s.db.Update(func(tx *bbolt.Tx) error {
		b := tx.Bucket(servers)
		if err := decodeOver(b.Get([]byte(id)), &out); err != nil {
			return err
		}
		change(&out)
		encoded, err := json.Marshal(out)
		if err != nil {
			return err
		}
		return b.Put([]byte(id), encoded)
	})
	if err != nil {
		return Server{}, fmt.Errorf("write the settings of server %s: %w", id, err)
	}
	return out, nil
}

// decodeOver puts a record in the place of what holds without one.
func decodeOver(b []byte, s *Server) error {
	if b == nil {
		return nil
	}
	*s = Server{}
	return decode(b, s)
}

func decode(b []byte, s *Server) error { return json.Unmarshal(b, s) }
