package button

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestEncodeDecode(t *testing.T) {
	c := NewCodec("secret", time.Now)
	tests := []struct {
		name string
		id   ID
		want ID
	}{
		{"plain", ID{'m', 80351110224678912, 2, []string{"when", "Blinken-Ukraine"}}, ID{'m', 80351110224678912, 2, []string{"when", "Blinken-Ukraine"}}},
		{"no owner", ID{Action: 'h', Args: []string{""}}, ID{Action: 'h', Args: []string{""}}},
		{"no arguments", ID{Action: 'h'}, ID{Action: 'h', Args: []string{""}}},
		{"empty arguments", ID{'t', 1, 0, []string{"a", "", ""}}, ID{'t', 1, 0, []string{"a", "", ""}}},
		{"dots", ID{'m', 1, 0, []string{"a.b.c.d.e.f"}}, ID{'m', 1, 0, []string{"a.b.c.d.e.f"}}},
		{"separator", ID{'m', 1, 0, []string{"a~b", "c"}}, ID{'m', 1, 0, []string{"a-b", "c"}}},
		{"looks kept", ID{'m', 1, 0, []string{"!abcdefghijkl"}}, ID{'m', 1, 0, []string{"!abcdefghijkl"}}},
		{"long", ID{'m', 1 << 63, 1 << 30, []string{strings.Repeat("Ж", 4000)}}, ID{'m', 1 << 63, 1 << 30, []string{strings.Repeat("Ж", 4000)}}},
		{"broken", ID{'m', 1, 0, []string{"a\xffb"}}, ID{'m', 1, 0, []string{"ab"}}},
		{"negative page", ID{'m', 1, -3, []string{"a"}}, ID{'m', 1, 0, []string{"a"}}},
	}
	for _, tt := range tests {
		s := c.Encode(tt.id)
		if units(s) > MaxLen {
			t.Errorf("%s: %d characters: %s", tt.name, units(s), s)
		}
		got, err := c.Decode(s)
		if err != nil || !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: %s: got %+v, %v, want %+v", tt.name, s, got, err, tt.want)
		}
	}
}

func TestForged(t *testing.T) {
	c := NewCodec("secret", time.Now)
	good := c.Encode(ID{'m', 77, 1, []string{"when", "Kuleba"}})
	for i := range good {
		forged := good[:i] + string(good[i]^1) + good[i+1:]
		if _, err := c.Decode(forged); err == nil {
			t.Errorf("accepted %q, forged from %q", forged, good)
		}
	}
	for _, s := range []string{"", ".", "....", "1m....", "1m.1.1.AAAAAAAA.x", "2" + good[1:], good + "x", strings.Repeat("1", 5000)} {
		if _, err := c.Decode(s); !errors.Is(err, ErrForeign) {
			t.Errorf("%q: got %v, want ErrForeign", s, err)
		}
	}
	if _, err := NewCodec("other", time.Now).Decode(good); !errors.Is(err, ErrForeign) {
		t.Errorf("another token's button: got %v, want ErrForeign", err)
	}
}

func TestRestart(t *testing.T) {
	before := NewCodec("secret", time.Now)
	short := before.Encode(ID{'m', 1, 0, []string{"Kuleba"}})
	long := before.Encode(ID{'m', 1, 0, []string{strings.Repeat("Kuleba ", 40)}})
	after := NewCodec("secret", time.Now)
	if _, err := after.Decode(short); err != nil {
		t.Errorf("a button that holds its state should outlive a restart: %v", err)
	}
	if _, err := after.Decode(long); !errors.Is(err, ErrExpired) {
		t.Errorf("got %v, want ErrExpired", err)
	}
}

func FuzzDecode(f *testing.F) {
	c := NewCodec("secret", time.Now)
	f.Add(c.Encode(ID{'m', 77, 1, []string{"when", "Kuleba"}}), "a~b")
	f.Add("1m.1.1.AAAAAAAA.x", "\xff")
	f.Fuzz(func(t *testing.T, s, arg string) {
		if id, err := c.Decode(s); err == nil && c.Encode(id) != s && !strings.Contains(s, "!") {
			// Numbers may be written with leading zeros or capitals only by
			// somebody who has the key.
			t.Errorf("%q decodes to %+v, which encodes otherwise", s, id)
		}
		out := c.Encode(ID{'x', 5, 3, []string{arg}})
		if units(out) > MaxLen {
			t.Errorf("%d characters", units(out))
		}
		if _, err := c.Decode(out); err != nil {
			t.Errorf("%q: %v", out, err)
		}
	})
}
