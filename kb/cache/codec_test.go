package cache

import (
	"encoding/binary"
	"hash/crc32"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"dateline/kb/doc"
)

type sample struct {
	S    string
	I    int64
	N    int32
	U    uint8
	B    bool
	T    time.Time
	List []struct{ A, B int }
}

func TestCodec(t *testing.T) {
	for _, want := range []sample{
		{},
		{S: "x", I: math.MinInt64, N: math.MaxInt32, U: 255, B: true, T: time.Unix(-62e9, 0).UTC()},
		{T: time.Date(2022, 1, 18, 9, 30, 0, 0, time.FixedZone("", -5*3600)), List: []struct{ A, B int }{{1, -2}, {3, 4}}},
	} {
		e := encoder{numbers: make(map[string]uint64)}
		e.value(reflect.ValueOf(want))
		var got sample
		d := decoder{buf: e.buf, strings: e.strings}
		d.value(reflect.ValueOf(&got).Elem())
		if d.err != nil || len(d.buf) > 0 || !got.T.Equal(want.T) {
			t.Errorf("%+v came back as %+v, %d bytes left, %v", want, got, len(d.buf), d.err)
		}
		_, a := got.T.Zone()
		_, b := want.T.Zone()
		got.T, want.T = time.Time{}, time.Time{}
		if a != b || !reflect.DeepEqual(got, want) {
			t.Errorf("%+v came back as %+v", want, got)
		}
	}
}

func TestDecoderRefuses(t *testing.T) {
	for name, buf := range map[string][]byte{
		"nothing":           {},
		"no such string":    {9},
		"varint too long":   {0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff},
		"int32 too large":   append([]byte{0, 0}, binary.AppendVarint(nil, 1<<40)...),
		"uint8 too large":   append([]byte{0, 0, 0}, binary.AppendUvarint(nil, 256)...),
		"no such time":      {0, 0, 0, 0, 0, 7},
		"zone out of range": append([]byte{0, 0, 0, 0, 0, zoneTime, 0}, binary.AppendVarint(nil, 1<<40)...),
		"slice too long":    append([]byte{0, 0, 0, 0, 0, 0}, binary.AppendUvarint(nil, 1<<60)...),
	} {
		var v sample
		d := decoder{buf: buf, strings: []string{""}}
		d.value(reflect.ValueOf(&v).Elem())
		if d.err == nil {
			t.Errorf("%s: read %+v, want an error", name, v)
		}
	}
}

func TestDescribe(t *testing.T) {
	got, err := describe(reflect.TypeFor[sample]())
	want := "{S string;I int64;N int32;U uint8;B bool;T time;List []{A int;B int;};}"
	if err != nil || got != want {
		t.Errorf("described as %q, %v, want %q", got, err, want)
	}
	for _, bad := range []any{struct{ P *int }{}, struct{ M map[int]int }{}, struct{ hidden int }{}, struct{}{}, struct{ F float64 }{}} {
		if s, err := describe(reflect.TypeOf(bad)); err == nil || !strings.Contains(err.Error(), "cannot keep") {
			t.Errorf("%T described as %q, %v, want an error", bad, s, err)
		}
	}
	if _, err := labelOf("v"); err != nil {
		t.Errorf("doc.Document cannot be kept: %v", err)
	}
}

// FuzzParse puts anything behind a right checksum. What is found then fits the
// article all the same.
func FuzzParse(f *testing.F) {
	label, err := labelOf("v1")
	if err != nil {
		f.Fatal(err)
	}
	var docs []doc.Document
	for _, a := range articles() {
		docs = append(docs, analysed(a))
	}
	file, _ := format(label, docs)
	f.Add(file[len(magic)+4:])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, body []byte) {
		data := append([]byte(magic), 0, 0, 0, 0)
		binary.LittleEndian.PutUint32(data[len(magic):], crc32.Checksum(body, castagnoli))
		archive, err := parse(append(data, body...), label)
		if err != nil {
			return
		}
		c := &Cache{}
		c.archives = append(c.archives, archive)
		for _, a := range articles() {
			d, ok := c.Find(a)
			if !ok {
				continue
			}
			for _, s := range d.Sentences {
				_ = s.Of(a.Text)
			}
			for _, m := range d.Names {
				_ = a.Text[m.Start:m.End] + m.Type.String()
			}
			for _, x := range d.Times {
				_ = a.Text[x.Start:x.End]
			}
		}
	})
}
