package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"dateline/kb"
)

// object makes a question of a line that may be a JSON object.
func (a asker) object(line string) exchange {
	line = strings.TrimSpace(line)
	if !strings.HasPrefix(line, "{") {
		return a.plain(line)
	}
	var in struct {
		ID    json.RawMessage `json:"id"`
		Query *string         `json:"query"`
		Asked string          `json:"asked"`
	}
	if err := json.Unmarshal([]byte(line), &in); err != nil {
		return exchange{id: in.ID, fault: fmt.Errorf("not a question in JSON: %w", err)}
	}
	x := exchange{id: in.ID, asked: a.today}
	if in.Query == nil {
		x.fault = errors.New(`the object has no "query"`)
		return x
	}
	x.query = *in.Query
	if in.Asked == "" {
		return x
	}
	asked, err := time.Parse(time.DateOnly, in.Asked)
	if err != nil {
		x.fault = fmt.Errorf("asked is %.40q, want a day as YYYY-MM-DD", in.Asked)
	}
	x.asked = asked
	return x
}

// The output of ask -json; the order of fields is part of it.
type (
	jsonAnswer struct {
		ID          json.RawMessage `json:"id"`
		Query       string          `json:"query"`
		Kind        kb.Kind         `json:"kind"`
		Answer      string          `json:"answer"`
		Abstained   bool            `json:"abstained"`
		Confidence  float64         `json:"confidence"`
		Dates       []jsonDate      `json:"dates"`
		Evidence    []jsonEvidence  `json:"evidence"`
		Candidates  []jsonCandidate `json:"candidates"`
		Suggestions []string        `json:"suggestions"`
		Message     string          `json:"message"`
		TookUS      int64           `json:"took_us"`
		Reading     *jsonReading    `json:"reading,omitempty"` // with -explain
	}
	jsonReading struct {
		Asks    string   `json:"asks"`
		Wants   string   `json:"wants"`
		Class   string   `json:"class"`
		Counts  string   `json:"counts"`
		Names   []string `json:"names"`
		Unknown []string `json:"unknown"`
		Words   []string `json:"words"`
		Among   []string `json:"among"`
		Negated bool     `json:"negated"`
		From    string   `json:"from"`
		To      string   `json:"to"`
	}
	jsonDate struct {
		Text  string `json:"text"`
		Value string `json:"value"`
		Start string `json:"start"`
		End   string `json:"end"`
		Note  string `json:"note"`
	}
	jsonEvidence struct {
		Quote     string `json:"quote"`
		ArticleID string `json:"article_id"`
		Title     string `json:"title"`
		Date      string `json:"date"`
		URL       string `json:"url"`
		Start     int    `json:"start"`
		End       int    `json:"end"`
	}
	jsonCandidate struct {
		Answer    string  `json:"answer"`
		Quote     string  `json:"quote"`
		ArticleID string  `json:"article_id"`
		Score     float64 `json:"score"`
	}
)

// writeJSON writes an answer as one line.
func (p program) writeJSON(x exchange) error {
	a := x.answer
	out := jsonAnswer{
		ID: x.id, Query: x.query, Kind: a.Kind, Answer: a.Text, Abstained: a.Abstained, Confidence: a.Confidence,
		Dates: []jsonDate{}, Evidence: []jsonEvidence{}, Candidates: []jsonCandidate{},
		Suggestions: append([]string{}, a.Suggestions...), Message: a.Message, TookUS: x.took.Microseconds(),
	}
	if out.ID == nil {
		out.ID = json.RawMessage(`""`)
	}
	for _, d := range a.Dates {
		out.Dates = append(out.Dates, jsonDate{d.Text, d.Value, isoDay(d.First), isoDay(d.Last), d.Note})
	}
	for _, e := range a.Evidence {
		out.Evidence = append(out.Evidence, jsonEvidence{e.Quote, e.ArticleID, e.Title, isoDay(e.Date), e.URL, e.Start, e.End})
	}
	for _, c := range a.Candidates {
		out.Candidates = append(out.Candidates, jsonCandidate(c))
	}
	if x.read != nil {
		r := x.read
		out.Reading = &jsonReading{r.Kind, r.Wants, r.Class, r.Unit, r.Names, r.Unknown, r.Words, r.Choices, r.Negated, isoDay(r.From), isoDay(r.To)}
	}
	return writeLine(p.stdout, out)
}

// writeLine writes v as one line of JSON, with <, > and & as they are.
func writeLine(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// isoDay is t as YYYY-MM-DD, empty where there is none.
func isoDay(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}
