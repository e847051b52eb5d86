package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/kb"
)

func answerLines(t *testing.T, s string) []jsonAnswer {
	t.Helper()
	var out []jsonAnswer
	d := json.NewDecoder(strings.NewReader(s))
	d.DisallowUnknownFields()
	for {
		var a jsonAnswer
		err := d.Decode(&a)
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatalf("%v in %s", err, s)
		}
		out = append(out, a)
	}
}

func TestAskJSON(t *testing.T) {
	long := strings.Repeat("why ", 500)
	lines := []struct {
		in, id, query string
		kind          kb.Kind
		fault         string // a part of the message, and makes the exit code 1
	}{
		{`{"id":"a","query":"/who Kuleba","asked":"2022-01-18"}`, `"a"`, "/who Kuleba", kb.Who, ""},
		{`/When Blinken-Ukraine`, `""`, "/When Blinken-Ukraine", kb.When, ""},
		{`  Dmytro Kuleba `, `""`, "Dmytro Kuleba", "", ""},
		{`{"id":7,"query":""}`, "7", "", "", ""},
		{`{"id":null,"query":"/who","asked":""}`, "null", "/who", kb.Who, ""},
		{`{"query":"<b>&amp;</b> \u2028"}`, `""`, "<b>&amp;</b> \u2028", "", ""},
		{`{"id":"long","query":"` + long + `"}`, `"long"`, long, "", ""},
		{"🤷🏽 🇺🇦 ❓", `""`, "🤷🏽 🇺🇦 ❓", "", ""},
		{"Caf\xe9?", `""`, "Caf\ufffd?", "", ""},
		{`{"id":"cut","query":"`, `""`, "", "", "not a question in JSON"},
		{`{"id":"none"}`, `"none"`, "", "", `the object has no "query"`},
		{`{"id":"type","query":["x"]}`, `"type"`, "", "", "not a question in JSON"},
		{`{"id":"day","query":"x","asked":"2022-02-30"}`, `"day"`, "x", "", "asked is"},
		{strings.Repeat("x", maxQuestionLine+1), `""`, "", "", "a line longer than the limit"},
		{`{"id":"last","query":"/where Blinken"}`, `"last"`, "/where Blinken", kb.Where, ""},
	}
	var in strings.Builder
	for _, l := range lines {
		in.WriteString(l.in + "\r\n \n")
	}
	got := start{args: []string{"ask", "-json"}, stdin: strings.NewReader(in.String())}.do(t)
	if got.code != exitFailed {
		t.Errorf("exit code %d, want %d for the faulty lines", got.code, exitFailed)
	}
	answers := answerLines(t, got.out)
	if len(answers) != len(lines) {
		t.Fatalf("%d answers for %d questions", len(answers), len(lines))
	}
	faults := 0
	for i, l := range lines {
		a := answers[i]
		if string(a.ID) != l.id || a.Query != l.query {
			t.Errorf("%.60q: id %s, query %.60q; want %s, %.60q", l.in, a.ID, a.Query, l.id, l.query)
		}
		if a.Kind == "" || l.kind != "" && a.Kind != l.kind {
			t.Errorf("%.60q: kind %q, want %q", l.in, a.Kind, l.kind)
		}
		if a.Abstained != (a.Answer == "") || a.Abstained && a.Message == "" {
			t.Errorf("%.60q: answer %q, abstained %v, message %q", l.in, a.Answer, a.Abstained, a.Message)
		}
		if l.fault == "" {
			continue
		}
		faults++
		if !a.Abstained || !strings.Contains(a.Message, l.fault) {
			t.Errorf("%.60q: abstained %v, message %q; want %q", l.in, a.Abstained, a.Message, l.fault)
		}
		if want := fmt.Sprintf("line=%d ", 2*i+1); !strings.Contains(got.errors, want) {
			t.Errorf("%.60q: no diagnostic with %q in %s", l.in, want, got.errors)
		}
	}
	if n := strings.Count(got.errors, "\n"); n != faults {
		t.Errorf("%d diagnostics for %d faulty lines: %s", n, faults, got.errors)
	}
}

// The fields, their order and their empty values are a contract.
func TestAskJSONFields(t *testing.T) {
	var out strings.Builder
	p := program{surroundings: surroundings{stdout: &out}}
	full := answers()["when"]
	full.Candidates = []kb.Candidate{{Answer: "Tuesday", Quote: "On Tuesday, …", ArticleID: "storm", Score: 0.81}}
	for _, x := range []exchange{
		{id: json.RawMessage(`"w"`), query: "/when storm & flood", answer: full, took: 180 * time.Microsecond},
		{query: "?", answer: kb.Answer{Kind: kb.Ask, Abstained: true, Message: "No."}},
	} {
		if err := p.writeJSON(x); err != nil {
			t.Fatal(err)
		}
	}
	golden(t, "ask-json", out.String())
}

func TestAskKeepsTheOrder(t *testing.T) {
	var in strings.Builder
	for i := range 300 {
		fmt.Fprintf(&in, "{\"id\":%d,\"query\":\"/what number%s\"}\n", i, strings.Repeat(" troops", i%7))
	}
	got := start{args: []string{"ask", "-json"}, stdin: strings.NewReader(in.String())}.do(t)
	answers := answerLines(t, got.out)
	if got.code != exitFine || len(answers) != 300 {
		t.Fatalf("exit code %d, %d answers: %s", got.code, len(answers), got.errors)
	}
	for i, a := range answers {
		if string(a.ID) != fmt.Sprint(i) {
			t.Fatalf("answer %d is to question %s", i, a.ID)
		}
	}
}

func TestAskedIsToday(t *testing.T) {
	a := asker{today: day(time.Date(2022, 1, 18, 23, 59, 0, 0, time.FixedZone("", -5*3600)))}
	for line, want := range map[string]time.Time{
		"who":                                utc(2022, 1, 18),
		`{"query":"x"}`:                      utc(2022, 1, 18),
		`{"query":"x","asked":"2020-02-29"}`: utc(2020, 2, 29),
	} {
		if x := a.object(line); x.asked != want || x.fault != nil {
			t.Errorf("%s: asked %v, %v; want %v", line, x.asked, x.fault, want)
		}
	}
}

func TestAskOneQuestion(t *testing.T) {
	words := start{args: []string{"ask", "/who", "Kuleba"}}.do(t)
	whole := start{args: []string{"ask", "/who Kuleba"}}.do(t)
	if words.code != exitFine || words != whole || !strings.Contains(whole.out, "Dmytro Kuleba") {
		t.Errorf("%+v and %+v; want the same with Dmytro Kuleba", words, whole)
	}
	got := start{args: []string{"ask", "-json", "/who Kuleba"}}.do(t)
	answers := answerLines(t, got.out)
	if len(answers) != 1 || answers[0].Query != "/who Kuleba" || !strings.Contains(answers[0].Answer, "Dmytro Kuleba") {
		t.Errorf("%+v", got)
	}
}

func TestAskLines(t *testing.T) {
	got := start{args: []string{"ask"}, stdin: strings.NewReader("/who Kuleba\n\n{\"query\":\"x\"}\n/who Price")}.do(t)
	if got.code != exitFine {
		t.Errorf("exit code %d: %s", got.code, got.errors)
	}
	var questions []string
	for line := range strings.Lines(got.out) {
		if strings.HasPrefix(line, "> ") {
			questions = append(questions, strings.TrimSpace(line[2:]))
		}
	}
	if want := []string{"/who Kuleba", `{"query":"x"}`, "/who Price"}; !slices.Equal(questions, want) {
		t.Errorf("questions %q, want %q", questions, want)
	}
}

func TestPrompt(t *testing.T) {
	in := "/who Kuleba\n\n  \nHELP\n" + strings.Repeat("x", maxQuestionLine+1) + "\n"
	got := start{args: []string{"ask"}, stdin: strings.NewReader(in), terminal: true}.do(t)
	if got.code != exitFine || got.errors != "" {
		t.Errorf("exit code %d, diagnostics %q", got.code, got.errors)
	}
	if n := strings.Count(got.out, "> "); n != 6 {
		t.Errorf("%d prompts for 5 lines and the end: %s", n, got.out)
	}
	for _, part := range []string{"1 article, 18 January 2022.", "Dmytro Kuleba", "/howmany", "longer than the limit"} {
		if !strings.Contains(got.out, part) {
			t.Errorf("no %q in %s", part, got.out)
		}
	}
	if !strings.HasSuffix(got.out, "> \n") {
		t.Errorf("the end is not on a line of its own: %q", got.out[max(0, len(got.out)-40):])
	}
}

func TestAnswersCannotBeWritten(t *testing.T) {
	x := exchange{answer: answers()["who"]}
	p := program{surroundings: surroundings{stdout: broken{}, lookup: environment(nil)}}
	for name, write := range map[string]func(exchange) error{"text": p.writeText, "both": p.writeBoth, "json": p.writeJSON} {
		if err := write(x); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func FuzzObject(f *testing.F) {
	f.Add([]byte(`{"id":"a","query":"/who Kuleba","asked":"2022-01-18"}`))
	f.Add([]byte(`{"id":[{}],"query":null}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		a := asker{today: utc(2022, 1, 18)}
		x := a.object(strings.ToValidUTF8(string(line), "\ufffd"))
		var out bytes.Buffer
		a.stdout = &out
		if err := a.writeJSON(x); err != nil {
			t.Fatalf("the answer to %q cannot be written: %v", line, err)
		}
		if bytes.Count(out.Bytes(), []byte("\n")) != 1 || !json.Valid(out.Bytes()) {
			t.Errorf("the answer to %q is %q", line, out.Bytes())
		}
	})
}
