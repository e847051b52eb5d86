// Package button puts the state of buttons and menus into their custom_id, so
// that they go on working for as long as the message is there.
//
// A custom_id is "1", one byte for the action, then the person it belongs to,
// the page, a seal and the arguments:
//
//	1m.3f5k2j.2.Zk3_9sQa.when~18998~Blinken-Ukraine
//
// The seal is a shortened HMAC-SHA-256 (RFC 2104): what this program did not
// write is refused. Its key is made from the bot's token, so that buttons
// outlive a restart and work in every process that shares the token. Arguments
// too long for Discord's 100 characters are kept in memory for a while instead;
// after a restart these few are gone, and the press is answered kindly.
package button

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"dateline/bot/recent"
)

// MaxLen is the length that Discord allows a custom_id, in characters.
const MaxLen = 100

const (
	version  = '1'
	sealLen  = 8 // characters of base64: 48 bits
	keyLen   = 12
	keptArgs = '!' // before the key of arguments that are kept in memory
	maxKept  = 4096
	keepFor  = 24 * time.Hour
)

// The reasons why a custom_id is not understood.
var (
	ErrForeign = errors.New("button: not a custom_id of this program")
	ErrExpired = errors.New("button: the state of this custom_id is gone")
)

// ID is what a press means.
type ID struct {
	Action byte     // a printable ASCII letter
	Owner  uint64   // the person the message was made for, 0 for anybody
	Page   int      // 0 is the first
	Args   []string // what the action is about
}

// Codec writes and reads custom_ids.
type Codec struct {
	key  []byte
	kept *recent.Map[string, string]
}

// NewCodec makes a codec that seals with a key derived from secret.
func NewCodec(secret string, now func() time.Time) *Codec {
	mac := hmac.New(sha256.New, []byte(secret))
	mac.Write([]byte("dateline custom_id"))
	return &Codec{key: mac.Sum(nil), kept: recent.NewMap[string, string](maxKept, keepFor, now)}
}

// Encode gives the custom_id for id, of at most MaxLen characters. Every "~" in
// an argument becomes "-".
func (c *Codec) Encode(id ID) string {
	args := make([]string, len(id.Args))
	for i, a := range id.Args {
		args[i] = strings.ReplaceAll(strings.ToValidUTF8(a, ""), "~", "-")
	}
	head := string([]byte{version, id.Action}) + "." + strconv.FormatUint(id.Owner, 36) + "." + strconv.FormatUint(uint64(max(id.Page, 0)), 36) + "."
	body := strings.Join(args, "~")
	if strings.HasPrefix(body, string(keptArgs)) || len(head)+sealLen+1+units(body) > MaxLen {
		body = string(keptArgs) + c.keep(body)
	}
	return head + c.seal(head, body) + "." + body
}

// keep stores arguments under a key that cannot be guessed. The same arguments
// get the same key.
func (c *Codec) keep(body string) string {
	mac := hmac.New(sha256.New, c.key)
	mac.Write([]byte(body))
	key := base64.RawURLEncoding.EncodeToString(mac.Sum(nil))[:keyLen]
	c.kept.Put(key, body)
	return key
}

// Decode reads a custom_id. It fails with ErrForeign for what Encode did not
// write and with ErrExpired where the arguments are no longer kept.
func (c *Codec) Decode(s string) (ID, error) {
	parts := strings.SplitN(s, ".", 5)
	if len(parts) != 5 || len(parts[0]) != 2 || parts[0][0] != version || units(s) > MaxLen || !utf8.ValidString(s) {
		return ID{}, ErrForeign
	}
	head := s[:len(parts[0])+len(parts[1])+len(parts[2])+3]
	if !hmac.Equal([]byte(c.seal(head, parts[4])), []byte(parts[3])) {
		return ID{}, ErrForeign
	}
	owner, err := strconv.ParseUint(parts[1], 36, 64)
	if err != nil {
		return ID{}, ErrForeign
	}
	page, err := strconv.ParseUint(parts[2], 36, 31)
	if err != nil {
		return ID{}, ErrForeign
	}
	body := parts[4]
	if key, ok := strings.CutPrefix(body, string(keptArgs)); ok {
		if body, ok = c.kept.Get(key); !ok {
			return ID{}, ErrExpired
		}
	}
	return ID{Action: parts[0][1], Owner: owner, Page: int(page), Args: strings.Split(body, "~")}, nil
}

func (c *Codec) seal(head, body string) string {
	mac := hmac.New(sha256.New, c.key)
	mac.Write([]byte(head))
	mac.Write([]byte(body))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))[:sealLen]
}

// units counts UTF-16 code units, which are never fewer than characters.
func units(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xffff {
			n++
		}
	}
	return n
}
