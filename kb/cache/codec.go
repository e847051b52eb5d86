package cache

import (
	"encoding/binary"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"
)

// The codec writes values field by field: integers as varints, strings as
// numbers of a table, times as seconds. It follows the types as they are, so
// that a new field of an analysis is kept without a change here; describe
// tells one state of the types from another.

var timeType = reflect.TypeFor[time.Time]()

// describe writes out the layout of a type. It fails for types that the codec
// cannot keep.
func describe(t reflect.Type) (string, error) {
	switch k := t.Kind(); {
	case t == timeType:
		return "time", nil
	case t.Kind() == reflect.Slice:
		elem, err := describe(t.Elem())
		return "[]" + elem, err
	case k == reflect.Struct:
		return describeStruct(t)
	case k == reflect.String, k == reflect.Bool, reflect.Int <= k && k <= reflect.Int64, reflect.Uint <= k && k <= reflect.Uint64:
		return k.String(), nil
	}
	return "", fmt.Errorf("cannot keep a %v, only integers, strings, booleans, times, and structs and slices of them", t)
}

func describeStruct(t reflect.Type) (string, error) {
	var b strings.Builder
	b.WriteByte('{')
	for i := range t.NumField() {
		f := t.Field(i)
		if !f.IsExported() {
			return "", fmt.Errorf("cannot keep %v: its field %s is not exported", t, f.Name)
		}
		field, err := describe(f.Type)
		if err != nil {
			return "", fmt.Errorf("field %s: %w", f.Name, err)
		}
		b.WriteString(f.Name + " " + field + ";")
	}
	b.WriteByte('}')
	if t.NumField() == 0 {
		return "", fmt.Errorf("cannot keep %v, which has no fields", t)
	}
	return b.String(), nil
}

// encoder appends values to buf and strings to a table.
type encoder struct {
	buf     []byte
	numbers map[string]uint64
	strings []string
}

func (e *encoder) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == timeType {
			e.time(v.Interface().(time.Time))
			return
		}
		for i := range v.NumField() {
			e.value(v.Field(i))
		}
	case reflect.Slice:
		e.buf = binary.AppendUvarint(e.buf, uint64(v.Len()))
		for i := range v.Len() {
			e.value(v.Index(i))
		}
	case reflect.String:
		e.buf = binary.AppendUvarint(e.buf, e.number(v.String()))
	case reflect.Bool:
		e.buf = append(e.buf, 0)
		if v.Bool() {
			e.buf[len(e.buf)-1] = 1
		}
	default:
		if v.CanInt() {
			e.buf = binary.AppendVarint(e.buf, v.Int())
		} else {
			e.buf = binary.AppendUvarint(e.buf, v.Uint())
		}
	}
}

// number is the place of a string in the table.
func (e *encoder) number(s string) uint64 {
	n, ok := e.numbers[s]
	if !ok {
		n = uint64(len(e.strings))
		e.numbers[s] = n
		e.strings = append(e.strings, s)
	}
	return n
}

// The ways to write a time. Nanoseconds are dropped.
const (
	zeroTime = iota
	utcTime  // seconds since 1970
	zoneTime // the same, and the seconds east of UTC
)

func (e *encoder) time(t time.Time) {
	_, offset := t.Zone()
	switch {
	case t.IsZero():
		e.buf = append(e.buf, zeroTime)
	case offset == 0:
		e.buf = binary.AppendVarint(append(e.buf, utcTime), t.Unix())
	default:
		e.buf = binary.AppendVarint(append(e.buf, zoneTime), t.Unix())
		e.buf = binary.AppendVarint(e.buf, int64(offset))
	}
}

var errDamaged = errors.New("damaged")

// decoder reads what an encoder wrote. After an error it reads zeros.
type decoder struct {
	buf     []byte
	strings []string
	err     error
}

func (d *decoder) fail() {
	d.err, d.buf = errDamaged, nil
}

func (d *decoder) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == timeType {
			v.Set(reflect.ValueOf(d.time()))
			return
		}
		for i := range v.NumField() {
			d.value(v.Field(i))
		}
	case reflect.Slice:
		d.slice(v)
	case reflect.String:
		if n := d.uvarint(); n < uint64(len(d.strings)) {
			v.SetString(d.strings[n])
		} else {
			d.fail()
		}
	case reflect.Bool:
		v.SetBool(d.byte() == 1)
	default:
		d.integer(v)
	}
}

// slice reads a slice. Each element takes a byte for each of its fields at
// least, so that a damaged length cannot ask for much memory.
func (d *decoder) slice(v reflect.Value) {
	n, least := d.uvarint(), 1
	if e := v.Type().Elem(); e.Kind() == reflect.Struct && e != timeType {
		least = e.NumField()
	}
	if n > uint64(len(d.buf)/least) {
		d.fail()
		return
	}
	if n == 0 {
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), int(n), int(n)))
	for i := 0; i < int(n) && d.err == nil; i++ {
		d.value(v.Index(i))
	}
}

func (d *decoder) integer(v reflect.Value) {
	if v.CanInt() {
		if n := d.varint(); !v.OverflowInt(n) {
			v.SetInt(n)
			return
		}
	} else if n := d.uvarint(); !v.OverflowUint(n) {
		v.SetUint(n)
		return
	}
	d.fail()
}

func (d *decoder) time() time.Time {
	switch d.byte() {
	case zeroTime:
		return time.Time{}
	case utcTime:
		return time.Unix(d.varint(), 0).UTC()
	case zoneTime:
		seconds, offset := d.varint(), d.varint()
		if -24*3600 < offset && offset < 24*3600 {
			return time.Unix(seconds, 0).In(time.FixedZone("", int(offset)))
		}
	}
	d.fail()
	return time.Time{}
}

func (d *decoder) byte() byte {
	if len(d.buf) == 0 {
		d.fail()
		return 0
	}
	b := d.buf[0]
	d.buf = d.buf[1:]
	return b
}

func (d *decoder) uvarint() uint64 {
	n, size := binary.Uvarint(d.buf)
	if size <= 0 {
		d.fail()
		return 0
	}
	d.buf = d.buf[size:]
	return n
}

func (d *decoder) varint() int64 {
	n, size := binary.Varint(d.buf)
	if size <= 0 {
		d.fail()
		return 0
	}
	d.buf = d.buf[size:]
	return n
}

// bytes returns the next n bytes.
func (d *decoder) bytes(n uint64) []byte {
	if n > uint64(len(d.buf)) {
		d.fail()
		return nil
	}
	b := d.buf[:n]
	d.buf = d.buf[n:]
	return b
}
