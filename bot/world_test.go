package bot

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/bot/discordtest"
	"dateline/bot/gateway"
	"dateline/kb"
)

// world is a small knowledge base whose answers the tests know.
type world struct {
	mu    sync.Mutex
	asked []kb.Question
	// before runs before each answer, may be nil.
	before func(ctx context.Context, q kb.Question)
}

const kulebaSentence = "On January 14, the top US diplomat will meet with Ukrainian President Volodymyr Zelenskyy and Foreign Minister Dmytro Kuleba."

func evidence(quote, part string) kb.Evidence {
	i := strings.Index(quote, part)
	return kb.Evidence{Quote: quote, Marks: [][2]int{{i, i + len(part)}}, ArticleID: "a1", Title: "Blinken to visit Kyiv",
		URL: "https://www.example.com/blinken", Date: time.Date(2022, 1, 18, 0, 0, 0, 0, time.UTC)}
}

func (w *world) Ask(ctx context.Context, q kb.Question) kb.Answer {
	w.mu.Lock()
	w.asked = append(w.asked, q)
	before := w.before
	w.mu.Unlock()
	if before != nil {
		before(ctx, q)
	}
	kind := q.Kind
	text := strings.ToLower(q.Text)
	switch {
	case strings.Contains(text, "bush"):
		return kb.Answer{Kind: kb.Who, Abstained: true, Message: "There are two people of that name.", Choices: []string{"Kuleba — Foreign Minister", "George Bush — 43rd president"}}
	case kind == kb.When || kind == kb.Ask && strings.HasPrefix(text, "when"):
		return kb.Answer{Kind: kb.When, Text: "14 January 2022", Confidence: 0.9, Sources: 2, Subject: "Antony Blinken",
			Evidence: []kb.Evidence{evidence(kulebaSentence, "January 14"), evidence("Blinken will leave on Tuesday.", "Tuesday"),
				evidence("One.", "One"), evidence("Two.", "Two"), evidence("Three.", "Three")}}
	case kind == kb.Where:
		return kb.Answer{Kind: kb.Where, Text: "Kyiv", Confidence: 0.9, Sources: 1, Subject: q.Text, Evidence: []kb.Evidence{evidence("He is in Kyiv.", "Kyiv")}}
	case strings.Contains(text, "nobody"):
		return kb.Answer{Kind: kb.Who, Abstained: true}
	case strings.Contains(text, "kuleba"):
		return kb.Answer{Kind: kb.Who, Text: "Dmytro Kuleba — Foreign Minister of Ukraine", Confidence: 0.9, Sources: 1, Subject: "Dmytro Kuleba",
			Evidence: []kb.Evidence{evidence(kulebaSentence, "Foreign Minister Dmytro Kuleba")}}
	}
	return kb.Answer{Kind: kb.Who, Abstained: true, Message: "The articles do not say.", Suggestions: []string{"Dmytro Kuleba", "Ned Price"}}
}

func (w *world) questions() []kb.Question {
	w.mu.Lock()
	defer w.mu.Unlock()
	return append([]kb.Question(nil), w.asked...)
}

func (w *world) Complete(typed string, n int) []kb.Completion {
	var out []kb.Completion
	for _, c := range []kb.Completion{{Name: "Dmytro Kuleba", Detail: "Foreign Minister of Ukraine"}, {Name: "Ned Price"}, {Name: strings.Repeat("Very Long Name ", 20), Detail: "x"}} {
		for word := range strings.FieldsSeq(strings.ToLower(c.Name)) {
			if strings.HasPrefix(word, strings.ToLower(typed)) && len(out) < n {
				out = append(out, c)
				break
			}
		}
	}
	return out
}

func (w *world) Timeline(_ context.Context, subject string, from, to time.Time) []kb.Event {
	if strings.Contains(subject, "nobody") || strings.Contains(subject, "Merkl") {
		return nil
	}
	var out []kb.Event
	for i := range 20 {
		d := time.Date(2022, 1, 1+i, 0, 0, 0, 0, time.UTC)
		if !from.IsZero() && d.Before(from) || !to.IsZero() && d.After(to) {
			continue
		}
		out = append(out, kb.Event{Date: kb.Date{First: d, Last: d, Words: d.Format("2 January 2006")}, Evidence: evidence(kulebaSentence, "January 14")})
	}
	return out
}

func (w *world) Quotes(_ context.Context, person, _ string) []kb.Quotation {
	return []kb.Quotation{{Speaker: person, Evidence: evidence("He said the trip was useful.", "the trip was useful")}}
}

func (w *world) Latest(_ context.Context, _ string, n int) []kb.Headline {
	return []kb.Headline{{ID: "a1", Title: "Blinken to visit Kyiv", Date: time.Date(2022, 1, 18, 0, 0, 0, 0, time.UTC)}}
}

func (w *world) Summarize(_ context.Context, title string) (kb.Summary, bool, []string) {
	if !strings.Contains(strings.ToLower(title), "blinken") {
		return kb.Summary{}, false, []string{"Blinken to visit Kyiv"}
	}
	return kb.Summary{Headline: w.Latest(context.Background(), "", 1)[0], Sentences: []kb.Evidence{evidence(kulebaSentence, "On")}, People: []string{"Dmytro Kuleba"}}, true, nil
}

func (w *world) CompleteTitle(string, int) []string { return []string{"Blinken to visit Kyiv"} }

func (w *world) Explain(_ context.Context, text string, _ int) []kb.Explanation {
	var out []kb.Explanation
	for _, x := range []kb.Explanation{{Name: "Antony Blinken", Type: "person"}, {Name: "Volodymyr Zelenskyy", Type: "person", What: "President of Ukraine"},
		{Name: "Dmytro Kuleba", Type: "person"}, {Name: "Ukraine", Type: "place"}} {
		if strings.Contains(strings.ToLower(text), strings.ToLower(x.Name[strings.LastIndexByte(x.Name, ' ')+1:])) {
			out = append(out, x)
		}
	}
	return out
}

func (w *world) Stats() kb.Stats         { return kb.Stats{Articles: 1} }
func (w *world) Examples(n int) []string { return []string{"/who Dmytro Kuleba"}[:min(n, 1)] }

// start runs a bot against a stand-in for Discord until the test ends.
func start(t *testing.T, b *Bot) *discordtest.Server {
	t.Helper()
	srv := discordtest.New(t)
	run(t, srv, b)
	return srv
}

func run(t *testing.T, srv *discordtest.Server, b *Bot) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() {
		ended <- gateway.Run(ctx, gateway.Config{Token: srv.Token, APIURL: srv.URL, Intents: Intents}, b)
	}()
	stop = sync.OnceFunc(func() {
		cancel()
		if err := <-ended; err != nil && !errors.Is(err, context.Canceled) {
			t.Errorf("the bot ended with %v", err)
		}
	})
	t.Cleanup(stop)
	srv.WaitReady()
	return stop
}

func newBot(w Knowledge) *Bot { return New(Deps{Secret: "secret", KB: w}) }
