package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func annotations(t *testing.T, s string) []annotated {
	t.Helper()
	var out []annotated
	for line := range strings.Lines(s) {
		var a annotated
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		out = append(out, a)
	}
	return out
}

func TestAnnotate(t *testing.T) {
	text := "Angela Merkel – in Zürich – met Emmanuel Macron in Paris on 3 May 2019."
	line := func(doc, text, dct string) string {
		b, _ := json.Marshal(map[string]string{"doc": doc, "text": text, "dct": dct})
		return string(b) + "\n"
	}
	in := line("a", text, "2019-05-04") + "\n" + line("empty", "", "") + line("time", text, "2019-05-04T15:05") + line("Ü", text, "")
	got := start{args: []string{"annotate"}, stdin: strings.NewReader(in)}.do(t)
	if got.code != exitFine || got.errors != "" {
		t.Fatalf("exit code %d, diagnostics %q", got.code, got.errors)
	}
	all := annotations(t, got.out)
	if len(all) != 4 || all[0].Doc != "a" || all[1].Doc != "empty" || all[3].Doc != "Ü" {
		t.Fatalf("annotations: %s", got.out)
	}
	if !strings.Contains(got.out, `{"doc":"empty","timexes":[],"names":[]}`+"\n") {
		t.Errorf("an empty text has no empty lists: %s", got.out)
	}
	seen := map[string]string{}
	for _, n := range all[0].Names {
		if text[n.Start:n.End] != n.Text {
			t.Errorf("at %d is %q, not %q", n.Start, text[n.Start:n.End], n.Text)
		}
		seen[n.Text] = n.Type
	}
	for _, x := range all[0].Timexes {
		if text[x.Start:x.End] != x.Text {
			t.Errorf("at %d is %q, not %q", x.Start, text[x.Start:x.End], x.Text)
		}
		seen[x.Value] = string(x.Type)
	}
	for what, label := range map[string]string{"Emmanuel Macron": "PER", "Paris": "LOC", "2019-05-03": "DATE"} {
		if seen[what] != label {
			t.Errorf("%s is %q, want %q", what, seen[what], label)
		}
	}
}

func TestAnnotateFaults(t *testing.T) {
	in := `{"doc":"a","text":"One."}
not JSON
{"doc":"b","text":"Two.","dct":"2022-02-30"}
{"doc":"nobody"}
{"doc":"c","text":7}
{"doc":"d","text":"Three."}`
	got := start{args: []string{"annotate"}, stdin: strings.NewReader(in)}.do(t)
	if got.code != exitFailed {
		t.Errorf("exit code %d, want %d", got.code, exitFailed)
	}
	if all := annotations(t, got.out); len(all) != 2 || all[0].Doc != "a" || all[1].Doc != "d" {
		t.Errorf("annotations: %s", got.out)
	}
	for line, reason := range map[int]string{2: "not a text in JSON", 3: "date 2022-02-30 does not exist", 4: "nobody", 5: "not a text in JSON"} {
		if !strings.Contains(got.errors, fmt.Sprintf("line=%d ", line)) || !strings.Contains(got.errors, reason) {
			t.Errorf("line %d: no %q in %s", line, reason, got.errors)
		}
	}
}

func TestAnnotateLoadedArticle(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "ship.txt"), "date 2022-01-18 A ship sank off Malta.")
	in := `{"doc":"ship"}`
	got := start{args: []string{"annotate", "-articles", folder}, stdin: strings.NewReader(in)}.do(t)
	all := annotations(t, got.out)
	if got.code != exitFine || len(all) != 1 || len(all[0].Names) != 1 || all[0].Names[0].Text != "Malta" {
		t.Errorf("%+v", got)
	}
	if got := (start{args: []string{"annotate", "-articles", os.DevNull}, stdin: strings.NewReader(in)}.do(t)); got.code != exitFailed || got.out != "" {
		t.Errorf("without articles: %+v", got)
	}
}
