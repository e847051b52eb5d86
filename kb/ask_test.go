package kb_test

import (
	"context"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"

	"dateline/kb"
	"dateline/kb/article"
)

func TestAsk(t *testing.T) {
	b := world(t)
	for _, c := range []struct{ line, want string }{
		{"/who Halvorsen", "Ingrid Halvorsen"},
		{"/who halvorson", "Ingrid Halvorsen"},
		{"/who mayor", "Ingrid Halvorsen"},
		{"/when strike-ended", "Friday 2 June 2023"},
		{"/when Halvorsen & bridge", "Tuesday 9 May 2023"},
		{"/where strike", "Bristol"},
		{"why did the strike begin on May 22?", "in order to force talks about safety"},
		{"/howmany people", "3,000 people"},
		{"why was the bridge closed?", "because of strong wind"},
		{"who opened the bridge?", "Ingrid Halvorsen"},
		{"When did the strike begin?", "Monday 22 May 2023"},
		{"Okafor", "Tomas Okafor"},
		{"what happened since June", "The strike of ferry crews in Bristol ended on Friday."},
		{"what did Okafor say?", "“fair to both sides.”"},
	} {
		q := kb.ParseLine(c.line)
		q.Asked = day("2023-06-05")
		a := b.Ask(context.Background(), q)
		if !strings.Contains(a.Text, c.want) {
			t.Errorf("%s: %q (%s), want %q", c.line, a.Text, a.Message, c.want)
		}
		check(t, c.line, a)
	}
}

// check is what holds of every answer.
func check(t *testing.T, line string, a kb.Answer) {
	t.Helper()
	if a.Abstained != (a.Text == "") {
		t.Errorf("%s: abstained %v with the text %q", line, a.Abstained, a.Text)
	}
	if !a.Abstained && len(a.Evidence) == 0 {
		t.Errorf("%s: no evidence", line)
	}
	if a.Confidence < 0 || a.Confidence > 1 {
		t.Errorf("%s: confidence %v", line, a.Confidence)
	}
	for _, e := range a.Evidence {
		end := 0
		for _, m := range e.Marks {
			if m[0] < end || m[1] <= m[0] || m[1] > len(e.Quote) {
				t.Errorf("%s: marks %v of a quote of %d bytes", line, e.Marks, len(e.Quote))
			}
			end = m[1]
		}
		if e.End-e.Start != len(e.Quote) {
			t.Errorf("%s: quote of %d bytes at [%d, %d)", line, len(e.Quote), e.Start, e.End)
		}
	}
}

func TestAbstain(t *testing.T) {
	b := world(t)
	for _, line := range []string{
		"/who Zuleika Dobson", "/when Halvorsen-Zuleika", "/where zeppelin", "/why zeppelin", "/howmany zeppelins",
		"/what zeppelin", "Who is Zuleika Dobson?", "How many zeppelins did Halvorsen open?", "",
		"/who", "🎉🎉🎉", "???", "/nosuchcommand", strings.Repeat("zeppelin ", 220), "\xff\xfe", "-", "/when -",
	} {
		a := b.Ask(context.Background(), kb.ParseLine(line))
		if !a.Abstained || a.Message == "" {
			t.Errorf("%.40q: %q, message %q", line, a.Text, a.Message)
		}
		check(t, line, a)
	}
}

// TestManyAtOnce asks from many goroutines and wants what one gets.
func TestManyAtOnce(t *testing.T) {
	b := world(t)
	lines := []string{"/who Okafor", "/when strike", "who opened the bridge?", "/where Halvorsen", "why did the strike begin?"}
	want := map[string]kb.Answer{}
	for _, l := range lines {
		want[l] = b.Ask(context.Background(), kb.ParseLine(l))
	}
	var wg sync.WaitGroup
	for i := range 64 {
		wg.Go(func() {
			l := lines[i%len(lines)]
			if got := b.Ask(context.Background(), kb.ParseLine(l)); !reflect.DeepEqual(got, want[l]) {
				t.Errorf("%s: %q, want %q", l, got.Text, want[l].Text)
			}
		})
	}
	wg.Wait()
}

func TestBuildFromNothing(t *testing.T) {
	if _, err := kb.Build(context.Background(), nil, kb.Options{}); err != kb.ErrNoArticles {
		t.Errorf("error %v", err)
	}
}

func FuzzAsk(f *testing.F) {
	b := world(f)
	for _, s := range []string{"/who Halvorsen", "/when a-b-c-d-e-f-g", "who is, and & vs –", "what did\x00", "/why \xff", "since 1 to"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		q := kb.ParseLine(line)
		q.Asked = day("2023-06-05")
		before := allocated()
		check(t, line, b.Ask(context.Background(), q))
		if n := allocated() - before; n > mostAllocated {
			t.Errorf("answering allocated %d bytes, want at most %d", n, mostAllocated)
		}
	})
}

// mostAllocated bounds the bytes allocated for one question, whatever it says: it
// stands for the work done, which unlike the time is the same on every machine.
const mostAllocated = 64 << 20

func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

// TestDatesCountNothing asks for a number where the only one is a date's.
func TestDatesCountNothing(t *testing.T) {
	b, err := kb.Build(context.Background(), []article.Article{{
		ID: "visit", Title: "A visit", Date: day("2023-05-18"),
		Text: "On May 14, Ingrid Halvorsen will meet with Tomas Okafor, who has seen many countries.",
	}}, kb.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if a := b.Ask(context.Background(), kb.ParseLine("How many countries did Halvorsen visit?")); a.Text == "14" {
		t.Errorf("a day of the month was counted: %q", a.Evidence[0].Quote)
	}
}
