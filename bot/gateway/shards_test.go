package gateway

import (
	"context"
	"errors"
	"log/slog"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestParseShards(t *testing.T) {
	for in, want := range map[string]Shards{
		"": {}, "auto": {}, " auto ": {}, "1": {Count: 1}, "16": {Count: 16},
		"0,1/4": {IDs: []int{0, 1}, Count: 4}, "0-2/4": {IDs: []int{0, 1, 2}, Count: 4},
		"0-1,3/4": {IDs: []int{0, 1, 3}, Count: 4}, "3/4": {IDs: []int{3}, Count: 4},
	} {
		if got, err := ParseShards(in); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v, %v, want %+v", in, got, err, want)
		}
	}
	for _, bad := range []string{"0", "-1", "x", "4/4", "0,0/4", "1-0/4", "/4", "0/", "0-9/4", "0/0", "a/4", "1/2/3", "0-1-2/4", "0-2147483646/2147483647", "20001", "0,0,0,0/20001"} {
		if got, err := ParseShards(bad); err == nil {
			t.Errorf("%q is taken for %+v", bad, got)
		} else if !strings.Contains(err.Error(), "want auto") {
			t.Errorf("%q: the error does not say what is wanted: %v", bad, err)
		}
	}
}

func FuzzParseShards(f *testing.F) {
	for _, s := range []string{"auto", "4", "0,1/4", "0-1/4"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := ParseShards(s)
		if err == nil && got.validate() != nil {
			t.Errorf("%q: %+v is not valid", s, got)
		}
	})
}

func TestResolve(t *testing.T) {
	tests := []struct {
		s           Shards
		recommended int
		ids         []int
		count       int
	}{
		{Shards{}, 3, []int{0, 1, 2}, 3},
		{Shards{}, 0, []int{0}, 1},
		{Shards{Count: 2}, 9, []int{0, 1}, 2},
		{Shards{IDs: []int{1, 3}, Count: 4}, 9, []int{1, 3}, 4},
	}
	for _, tt := range tests {
		if ids, n := tt.s.resolve(tt.recommended); !reflect.DeepEqual(ids, tt.ids) || n != tt.count {
			t.Errorf("%+v of %d: %v of %d", tt.s, tt.recommended, ids, n)
		}
	}
}

func startInfo(remaining, concurrency int, reset time.Duration) gatewayInfo {
	var i gatewayInfo
	i.StartLimit.Total, i.StartLimit.Remaining, i.StartLimit.Concurrency = 1000, remaining, concurrency
	i.StartLimit.ResetAfter = reset.Milliseconds()
	return i
}

func TestStartsAreRationed(t *testing.T) {
	ask := func(context.Context) (gatewayInfo, error) { return startInfo(1000, 1, 0), nil }
	s := newStarts(ask, startInfo(reserve+2, 2, time.Hour), time.Minute, slog.New(slog.DiscardHandler))
	claim := func(shard int) time.Duration {
		t.Helper()
		d, err := s.claim(t.Context(), shard)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	if d := claim(0); d != 0 {
		t.Errorf("the first start waits %s", d)
	}
	if d := claim(2); d < 50*time.Second {
		t.Errorf("a start of the same bucket waits %s, want nearly a minute", d)
	}
	if d := claim(1); d != 0 {
		t.Errorf("a start of another bucket waits %s", d)
	}
	if d := claim(3); d != time.Hour {
		t.Errorf("with the last starts left it waits %s, want until they are renewed", d)
	}
	// After the wait Discord is asked again.
	s.buckets = map[int]time.Time{}
	if d := claim(3); d != 0 || s.info.StartLimit.Remaining != 999 {
		t.Errorf("after the renewal it waits %s with %d left", d, s.info.StartLimit.Remaining)
	}
}

func TestStartsTellFailures(t *testing.T) {
	gone := errors.New("gone")
	s := newStarts(func(context.Context) (gatewayInfo, error) { return gatewayInfo{}, gone }, startInfo(1000, 1, 0), 0, slog.New(slog.DiscardHandler))
	s.asked = time.Time{}
	if err := s.wait(t.Context(), 0); !errors.Is(err, gone) {
		t.Errorf("error %v", err)
	}
}

func TestBackoff(t *testing.T) {
	b := backoff{min: time.Second, max: 10 * time.Second}
	for k, most := range []time.Duration{1, 2, 4, 8, 10, 10, 10} {
		most *= time.Second
		if d := b.next(); d < most/2 || d > most {
			t.Errorf("wait %d is %s, want between %s and %s", k, d, most/2, most)
		}
	}
	b.attempts = 1 << 20
	if d := b.next(); d > 10*time.Second || d < 5*time.Second {
		t.Errorf("after very many attempts: %s", d)
	}
	b.reset()
	if d := b.next(); d > time.Second {
		t.Errorf("after a reset: %s", d)
	}
}

func TestSeen(t *testing.T) {
	s := newSeen(3)
	for _, id := range []string{"a", "b", "c"} {
		if !s.first(id) || s.first(id) {
			t.Errorf("%s: want new once", id)
		}
	}
	if !s.first("d") || !s.first("a") {
		t.Error("what is long ago is not forgotten")
	}
	if s.first("d") || len(s.ids) != 3 {
		t.Errorf("remembers %v", s.ids)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add("INTERACTION_CREATE", []byte(`{"id":"1","token":"t","type":2,"data":{"name":"who","options":[{"name":"n","type":3,"value":"x"}]}}`))
	f.Add("INTERACTION_CREATE", []byte(`{"id":"1","token":"t","type":5,"data":{"components":[{"type":1,"components":[{"type":4}]}]}}`))
	f.Add("MESSAGE_CREATE", []byte(`{"id":"1","channel_id":"2","author":{"id":"3"},"components":[{"type":17}]}`))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		e, err := decode(name, data)
		if err != nil || e == nil {
			return
		}
		if e.id() == "" || e.kind() == "" {
			t.Errorf("%s %s: an event without id or kind", name, data)
		}
	})
}
