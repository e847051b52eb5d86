// Package settings keeps what each server has chosen, in one file that can be
// backed up, and the log of answers that people called wrong.
package settings

import (
	"encoding/json"
	"errors"
	"fmt"
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
	db *bbolt.DB
}

var servers = []byte("servers")

// Open opens the file at path or makes it.
func Open(path string) (*Store, error) {
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{Timeout: time.Second})
	if errors.Is(err, berrors.ErrTimeout) {
		return nil, fmt.Errorf("open %s: %w", path, ErrInUse)
	}
	if err != nil {
		return nil, fmt.Errorf("open the settings in %s: %w", path, err)
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		_, err := tx.CreateBucketIfNotExists(servers)
		return err
	})
	if err != nil {
		return nil, errors.Join(fmt.Errorf("prepare the settings in %s: %w", path, err), db.Close())
	}
	return &Store{db}, nil
}

// Close closes the file.
func (s *Store) Close() error { return s.db.Close() }

// Get returns what a server has chosen.
func (s *Store) Get(id string) (Server, error) {
	var out Server
	err := s.db.View(func(tx *bbolt.Tx) error {
		return decode(tx.Bucket(servers).Get([]byte(id)), &out)
	})
	if err != nil {
		return Server{}, fmt.Errorf("read the settings of server %s: %w", id, err)
	}
	return out, nil
}

// Change changes what a server has chosen and returns what holds then.
func (s *Store) Change(id string, change func(*Server)) (Server, error) {
	var out Server
	err := s.db.Update(func(tx *bbolt.Tx) error {
		b := tx.Bucket(servers)
		if err := decode(b.Get([]byte(id)), &out); err != nil {
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

func decode(b []byte, s *Server) error {
	if b == nil {
		return nil
	}
	return json.Unmarshal(b, s)
}
