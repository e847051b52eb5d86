package talk

import (
	"strings"
	"testing"
	"time"

	"dateline/kb"
)

// known is a small world for the tests: who is a person, what is a place.
func known(text string) []kb.Explanation {
	var out []kb.Explanation
	for _, x := range []struct{ key, name, kind string }{
		{"blinken", "Antony Blinken", "person"}, {"baerbock", "Annalena Baerbock", "person"}, {"kuleba", "Dmytro Kuleba", "person"},
		{"ned price", "Ned Price", "person"}, {"putin", "Vladimir Putin", "person"},
		{"ukraine", "Ukraine", "place"}, {"germany", "Germany", "place"},
	} {
		if strings.Contains(strings.ToLower(text), x.key) {
			out = append(out, kb.Explanation{Name: x.name, Type: x.kind})
		}
	}
	return out
}

func ask(kind kb.Kind, text string) kb.Question { return kb.Question{Kind: kind, Text: text} }

func TestRead(t *testing.T) {
	who := &Turn{Question: ask(kb.Who, "Kuleba"), Kind: kb.Who, Subject: "Dmytro Kuleba"}
	when := &Turn{Question: ask(kb.When, "Blinken-Ukraine"), Kind: kb.When, Subject: "Antony Blinken"}
	plain := &Turn{Question: ask(kb.Ask, "When is Blinken going to Ukraine?"), Kind: kb.When, Subject: "Antony Blinken"}
	lower := &Turn{Question: ask(kb.Ask, "when is he going to kyiv?"), Kind: kb.When, Subject: "Antony Blinken"}
	where := &Turn{Question: ask(kb.Where, "Blinken"), Kind: kb.Where, Subject: "Antony Blinken", Place: "Germany"}
	troops := &Turn{Question: ask(kb.HowMany, "troops"), Kind: kb.HowMany}
	tests := []struct {
		last   *Turn
		said   string
		intent Intent
		want   kb.Question
	}{
		{nil, "who is kuleba?", Question, ask(kb.Ask, "who is kuleba?")},
		{nil, "Zelenskyy", Question, ask(kb.Ask, "Zelenskyy")},
		{nil, "Hello!", Greeting, kb.Question{}},
		{nil, "hi there", Greeting, kb.Question{}},
		{nil, "Good morning everyone", Greeting, kb.Question{}},
		{nil, "hi, who is Kuleba?", Question, ask(kb.Ask, "who is Kuleba?")},
		{nil, "thanks", Thanks, kb.Question{}},
		{nil, "Thank you so much!", Thanks, kb.Question{}},
		{nil, "great, thanks", Thanks, kb.Question{}},
		{nil, "ok", Nod, kb.Question{}},
		{nil, "Yes please!", Nod, kb.Question{}},
		{nil, "ok thanks bye", Thanks, kb.Question{}},
		{nil, "ok, who is Kuleba?", Question, ask(kb.Ask, "who is Kuleba?")},
		{nil, "no", Nod, kb.Question{}},
		{nil, "Great Britain", Question, ask(kb.Ask, "Great Britain")},
		{nil, "Ty Cobb", Question, ask(kb.Ask, "Ty Cobb")},
		{nil, "help", Help, kb.Question{}},
		{nil, "What can you do?", Help, kb.Question{}},
		{nil, "more", Unclear, kb.Question{}},
		{nil, "and where?", Unclear, kb.Question{}},
		{nil, "who is he?", Unclear, kb.Question{}},
		{nil, "", Nothing, kb.Question{}},
		{nil, "😀 !!", Nothing, kb.Question{}},
		{nil, "what did the note say?", Question, ask(kb.Ask, "what did the note say?")},
		{nil, "what did Blinken's doctor say?", Question, ask(kb.Ask, "what did Blinken's doctor say?")},
		{nil, "9/11", Question, ask(kb.Ask, "9/11")},
		{nil, "who is Kuleba? https://example.com", Question, ask(kb.Ask, "who is Kuleba? https://example.com")},
		{nil, "❤️", Nothing, kb.Question{}},
		{when, "who made it?", Question, ask(kb.Ask, "who made Antony Blinken?")},
		{when, "what is happening?", Question, ask(kb.What, "Blinken-Ukraine")},
		{when, "that's wrong", Complaint, ask(kb.Ask, "that's wrong")},
		{when, "sources", More, kb.Question{}},
		{when, "show me the article", More, ask(kb.Ask, "show me the article")},
		{when, "who is he and what did he say to her", Question, ask(kb.Ask, "who is Antony Blinken and what did Antony Blinken say to her")},
		{nil, "what about Baerbock?", Question, ask(kb.Ask, "what about Baerbock?")},

		{when, "and where?", Question, ask(kb.Where, "Blinken-Ukraine")},
		{when, "where?", Question, ask(kb.Where, "Blinken-Ukraine")},
		{when, "Why?", Question, ask(kb.Why, "Blinken-Ukraine")},
		{when, "who is he?", Question, ask(kb.Who, "Antony Blinken")},
		{when, "when was that?", Question, ask(kb.When, "Blinken-Ukraine")},
		{when, "how come", Question, ask(kb.Why, "Blinken-Ukraine")},
		{when, "what about Baerbock?", Question, ask(kb.When, "Annalena Baerbock and Ukraine")},
		{when, "And Germany?", Question, ask(kb.When, "Germany and Antony Blinken")},
		{when, "how about in Germany", Question, ask(kb.When, "Germany and Antony Blinken")},
		{when, "what about the moon?", Question, ask(kb.When, "the moon")},
		{when, "thanks, and where?", Question, ask(kb.Where, "Blinken-Ukraine")},
		{when, "thanks", Thanks, kb.Question{}},
		{when, "more", More, kb.Question{}},
		{when, "tell me more!", More, kb.Question{}},
		{when, "how do you know that?", More, kb.Question{}},
		{when, "who else?", WhoElse, kb.Question{}},
		{when, "who will he meet in Germany?", Question, ask(kb.Ask, "who will Antony Blinken meet in Germany?")},
		{when, "what are his plans", Question, ask(kb.Ask, "what are Antony Blinken's plans")},
		{when, "will Kuleba bring his dog", Question, ask(kb.Ask, "will Kuleba bring his dog")},
		{when, "and who is Kuleba?", Question, ask(kb.Ask, "who is Kuleba?")},
		{lower, "what about Germany?", Question, ask(kb.When, "Germany and Antony Blinken")},
		{plain, "why?", Question, ask(kb.Why, "Blinken going to Ukraine")},
		{plain, "what about Kuleba?", Question, ask(kb.When, "Dmytro Kuleba and Ukraine")},
		{who, "and where?", Question, ask(kb.Where, "Dmytro Kuleba")},
		{who, "where is he now?", Question, ask(kb.Where, "Dmytro Kuleba")},
		{who, "what about Baerbock?", Question, ask(kb.Who, "Baerbock")},
		{where, "what will happen there?", Question, ask(kb.Ask, "what will happen in Germany?")},
		{where, "when was he there?", Question, ask(kb.Ask, "when was Antony Blinken in Germany?")},
		{troops, "what about tanks?", Question, ask(kb.HowMany, "tanks")},
		{troops, "where?", Question, ask(kb.Where, "troops")},
		{troops, "who is he?", Question, ask(kb.Who, "troops")},
	}
	for _, tt := range tests {
		got := Read(tt.said, tt.last, time.Time{}, known)
		if got.Intent != tt.intent || got.Question != tt.want {
			t.Errorf("%q after %+v: got %v %+v, want %v %+v", tt.said, tt.last, got.Intent, got.Question, tt.intent, tt.want)
		}
	}
}

// TestLeaning has what speaks of nobody lean on the articles of the answer before, and
// "she" be whom that named.
func TestLeaning(t *testing.T) {
	articles := [kb.MaxWithin]string{"a"}
	within := ask(kb.Ask, "how many came?")
	within.Within = articles
	did := &Turn{Question: ask(kb.Ask, "who met Antony Blinken?"), Kind: kb.Who, Subject: "Antony Blinken", Person: "Dmytro Kuleba", Articles: articles}
	country := &Turn{Question: ask(kb.Ask, "where is the embassy?"), Kind: kb.Where, Subject: "Germany"}
	for _, tt := range []struct {
		last   *Turn
		said   string
		intent Intent
		want   kb.Question
	}{
		{did, "how old is he?", Question, ask(kb.Ask, "how old is Dmytro Kuleba?")},
		{did, "who is he?", Question, ask(kb.Who, "Dmytro Kuleba")},
		{did, "how many came?", Question, within},
		{did, "how many came to Germany?", Question, ask(kb.Ask, "how many came to Germany?")},
		{did, "how many of all those who were asked came in the end?", Question, ask(kb.Ask, "how many of all those who were asked came in the end?")},
		{country, "how old is she?", Unclear, kb.Question{}},
		{nil, "how old is she?", Question, ask(kb.Ask, "how old is she?")},
		{country, "how big is it?", Question, ask(kb.Ask, "how big is Germany?")},
	} {
		if got := Read(tt.said, tt.last, time.Time{}, known); got.Intent != tt.intent || got.Question != tt.want {
			t.Errorf("%q: got %v %+v, want %v %+v", tt.said, got.Intent, got.Question, tt.intent, tt.want)
		}
	}
}

func TestReadSecond(t *testing.T) {
	when := &Turn{Question: ask(kb.When, "Blinken-Ukraine"), Kind: kb.When, Subject: "Antony Blinken"}
	if got := Read("what about Baerbock?", when, time.Time{}, known).Second; got != ask(kb.When, "Baerbock") {
		t.Errorf("a pair that finds nothing should be asked alone: got %+v", got)
	}
	if got := Read("and where?", when, time.Time{}, known).Second; got != ask(kb.Where, "Antony Blinken") {
		t.Errorf("got %+v, want the subject alone", got)
	}
}

func TestMentions(t *testing.T) {
	tests := []struct {
		text, name string
		want       bool
	}{
		{"when is blinken going", "Antony Blinken", true},
		{"Blinken’s trip", "Antony Blinken", true},
		{"when is he going", "Antony Blinken", false},
		{"the trip of Al", "Al Gore", false},
	}
	for _, tt := range tests {
		if got := Mentions(tt.text, tt.name); got != tt.want {
			t.Errorf("Mentions(%q, %q) = %v", tt.text, tt.name, got)
		}
	}
}

func TestMemory(t *testing.T) {
	now := time.Unix(0, 0)
	m := NewMemory(func() time.Time { return now })
	m.Keep("ann", "news", Turn{Subject: "Kuleba"})
	if m.Last("ann", "other") != nil || m.Last("bob", "news") != nil {
		t.Error("a turn belongs to one person in one channel")
	}
	now = now.Add(9 * time.Minute)
	if last := m.Last("ann", "news"); last == nil || last.Subject != "Kuleba" {
		t.Errorf("after nine minutes: got %+v", last)
	}
	now = now.Add(2 * time.Minute)
	if m.Last("ann", "news") != nil {
		t.Error("after eleven minutes the turn should be forgotten")
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"and where?", "what about Baerbock?", "who will he meet", "hi", "/who x", "don't", "’s", "a’", "and", "\xff he \xff", "timeline of X", "quotes by a about b", "show me the article on x", "1+1=", "https://a b", "wer ist das", "що це", "heyyy", "what's u’s"} {
		f.Add(s, "Blinken-Ukraine")
	}
	f.Fuzz(func(t *testing.T, said, before string) {
		last := &Turn{Question: ask(kb.Ask, before), Kind: kb.When, Subject: "Antony Blinken", Place: "Germany"}
		Read(said, last, time.Time{}, known)
		if r := Read(said, nil, time.Time{}, known); r.Intent == Command && !strings.Contains(said, r.Call.Option) {
			t.Errorf("%q: %q is not of it", said, r.Call.Option)
		}
	})
}

// TestReadIsLinear reads long messages: twice as long may take some more than
// twice as long, not four times.
func TestReadIsLinear(t *testing.T) {
	last := &Turn{Question: ask(kb.Ask, "x"), Kind: kb.When, Subject: "Antony Blinken", Place: "Germany"}
	for _, part := range []string{"he ", "what's ", "timeline of ", "show me the ", "quotes about ", "1+", "www.a ", "hi ", "ist ", "що ", "'", "aaaa", "(1)", "please "} {
		took := func(n int) time.Duration {
			best := time.Hour
			for range 3 {
				begin := time.Now()
				Read(strings.Repeat(part, n), last, time.Time{}, known)
				best = min(best, time.Since(begin))
			}
			return best
		}
		if short, long := took(2000), took(16000); long > 30*short+10*time.Millisecond { // square would be 64
			t.Errorf("%q: %v, and eight times as much of it %v", part, short, long)
		}
	}
}
