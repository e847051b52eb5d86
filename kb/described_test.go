package kb_test

import (
	"context"
	"strings"
	"testing"

	"dateline/kb"
	"dateline/kb/article"
)

// asks builds a knowledge base of articles, each a day after the one before, and
// asks it.
func asks(t *testing.T, line string, texts ...string) kb.Answer {
	t.Helper()
	b := built(t, texts...)
	q := kb.ParseLine(line)
	q.Asked = day("2023-06-04")
	return b.Ask(context.Background(), q)
}

// built is a knowledge base of articles, each a day after the one before.
func built(t *testing.T, texts ...string) *kb.Base {
	t.Helper()
	var list []article.Article
	for i, s := range texts {
		list = append(list, article.Article{ID: string(rune('a' + i)), Title: "Untitled", Date: day("2023-06-02").AddDate(0, 0, i), Text: s})
	}
	b, err := kb.Build(context.Background(), list, kb.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestWhoWithoutARole says who somebody is whose role is no office, and nothing of
// somebody else.
func TestWhoWithoutARole(t *testing.T) {
	for _, c := range []struct{ line, text, want, not string }{
		{"/who Aino Rautio", "The flood took the house of Aino Rautio, a mother of three from Brandvold. Her neighbour Piet Strand, a baker, lost his shop.", "mother of three", "baker"},
		{"/who Aino Rautio", "Fans came to hear Piet Strand, Aino Rautio, Olivia Brandvold and Tomas Okafor in Bristol.", "", "—"},
		{"/who Aino Rautio", "Strand accused fellow grandmaster Aino Rautio of cheating in Bristol.", "", "accused"},
		{"/who Aino Rautio", "He came with his lawyer, Aino Rautio, to the court in Bristol.", "", "his"},
		{"/who Aino Rautio", "The rain will stay, said Aino Rautio, a fellow with the Brandvold Climate Project at Bristol University.", "a fellow with the Brandvold Climate Project", "rain"},
		{"/who Aino Rautio", "The rain will stay, said Aino Rautio, a fellow with the Brandvold Climate Project at the Halvorsen Center for Public and International Studies.", "a fellow with the Brandvold Climate Project at the Halvorsen Center for Public and International Studies", "rain"},
		{"/who Aino Rautio", "Aino Rautio, who ran the harbour of Brandvold for ten years before the flood, praised the ball in Bristol.", "who ran the harbour of Brandvold for ten years before the flood", "praised"},
		{"/who Aino Rautio", "The prize went to Aino Rautio, a tireless advocate for the homeless who founded a shelter in Bristol.", "tireless advocate for the homeless", "founded"},
		{"/who Aino Rautio", "Aino Rautio, who captained Norway in the final of 1986, praised the ball in Bristol.", "who captained Norway in the final of 1986", "praised"},
		{"/who Aino Rautio", "Piet Strand and Aino Rautio, who were late, praised the ball in Bristol.", "", "—"},
		{"/who Aino Rautio", "Aino Rautio, who told nobody of the prize, praised the ball in Bristol.", "", "—"},
		{"/who Aino Rautio", "Aino Rautio, who lives in Salem, Oregon, praised the ball in Bristol.", "", "—"},
		{"/who Aino Rautio", "The dinner was for Piet Strand, Aino Rautio, the Halvorsen family and other leaders of the town.", "", "—"},
		{"/who Aino Rautio", "The award went to Aino Rautio, a surprise to many, in Bristol.", "", "—"},
		{"/who Aino Rautio", "The crowd cheered Aino Rautio on Friday. The mayor, Ingrid Halvorsen, stayed away.", "", "—"},
	} {
		a := asks(t, c.line, c.text)
		if !strings.Contains(a.Text, c.want) || strings.Contains(a.Text, c.not) {
			t.Errorf("%s %s: %q, want %q and not %q", c.line, c.text, a.Text, c.want, c.not)
		}
		if c.want == "" && a.Confidence >= 0.8 {
			t.Errorf("%s %s: nothing says who that is, and yet the confidence is %.2f", c.line, c.text, a.Confidence)
		}
	}
}

// TestPartOf takes what somebody is the head of for no answer to who is.
func TestPartOf(t *testing.T) {
	text := "The Harbour Board sold 12 ferries to the town of Brandvold on Friday. The Harbour Board is in debt."
	for _, line := range []string{"/who is the head of the Harbour Board", "who is the head of the Harbour Board?", "/who boss of the Harbour Board"} {
		if a := asks(t, line, text); !a.Abstained {
			t.Errorf("%s: %q", line, a.Text)
		}
	}
}

// TestHolders takes nobody for the holder of a role who only speaks for a body, or
// stands beside its name.
func TestHolders(t *testing.T) {
	for _, c := range []struct{ line, text, want string }{
		{"/who head of the Brandvold Institute", "Heat will stay until Friday, said Brandvold Institute meteorologist Aino Rautio on Monday.", ""},
		{"who is the chief of the Brandvold Institute?", "Aino Rautio, an analyst at the Brandvold Institute, expects rain in Bristol.", ""},
		{"who is the head of the Brandvold Institute?", "Wary of head trauma, Brandvold Institute goalkeeper Aino Rautio is leaving football.", ""},
		{"/who president of the Brandvold Pilots Association", "The vote was close, said Aino Rautio, the vice president of the Brandvold Pilots Association.", ""},
		{"/who chair of the Brandvold Pilots Association", "The vote was close, said Aino Rautio, the chair of the Brandvold Pilots Association.", "Aino Rautio"},
		{"/who is the park superintendent", "Brandvold National Park was closed on Monday. The park could stay closed for a week after the flood, Superintendent Aino Rautio said.", "Aino Rautio"},
		{"/who is the new president of Brandvold Winery", "Piet Strand led Brandvold Winery for ten years. He became its adviser to make way for the winery's new president, Aino Rautio.", "Aino Rautio"},
		{"/who is the president of Brandvold Winery", "Piet Strand led Brandvold Winery for ten years. He met the club's new president, Aino Rautio.", ""},
	} {
		if a := asks(t, c.line, c.text); c.want == "" && !a.Abstained || !strings.HasPrefix(a.Text, c.want) {
			t.Errorf("%s %s: %q, want %q", c.line, c.text, a.Text, c.want)
		}
	}
}

// TestHeads finds who is at the head of a body, however it is asked for, and nobody
// who only wants to be.
func TestHeads(t *testing.T) {
	text := "Brandvold Bank chief executive Aino Rautio left early. Piet Okafor, a spokesman, saw Brandvold Rovers lose the marathon."
	for _, line := range []string{"who runs brandvold bank?", "who is in charge of the Brandvold Bank", "/who heads Brandvold Bank", "/who is in charge of Brandvold Bank now", "whos running Brandvold Bank"} {
		if a := asks(t, line, text); !strings.HasPrefix(a.Text, "Aino Rautio") {
			t.Errorf("%s: %q %s", line, a.Text, a.Message)
		}
	}
	for _, line := range []string{"who leads the Brandvold Rovers?", "/who heads Brandvold Rovers", "who runs in the marathon"} {
		if a := asks(t, line, text); !a.Abstained {
			t.Errorf("%s: %q", line, a.Text)
		}
	}
}

// TestWhereIs reads where somebody is going as the command does.
func TestWhereIs(t *testing.T) {
	text := "Foreign Minister Aino Rautio will travel to Brandvold on Friday for talks. The bridge is closed."
	want := asks(t, "/where Aino Rautio", text)
	if want.Abstained {
		t.Fatal(want.Message)
	}
	for _, line := range []string{"where is aino rautio going", "where's Aino Rautio headed?", "wheres Aino Rautio now"} {
		if a := asks(t, line, text); a.Text != want.Text {
			t.Errorf("%s: %q, want %q", line, a.Text, want.Text)
		}
	}
}

// TestMisspeltRole takes nearly the name of somebody for a name, though its last word
// is in dictionaries, as a person's.
func TestMisspeltRole(t *testing.T) {
	text := "Prime Minister Boris Johnson of Britain met Olivia Strand, the Brandvold coach, in Bristol."
	if a := asks(t, "/who boris jonson", text); !strings.HasPrefix(a.Text, "Boris Johnson") {
		t.Errorf("%q %s", a.Text, a.Message)
	}
	if a := asks(t, "/who strand coach", text); strings.HasPrefix(a.Text, "Boris Johnson") {
		t.Errorf("%q %s", a.Text, a.Message)
	}
}

// TestNow asks for the present holder in the words in which people do.
func TestNow(t *testing.T) {
	text := "Mayor Ingrid Halvorsen of Bristol opened the fair on Friday."
	for _, line := range []string{"/who mayor of Bristol now", "who is the current mayor of Bristol?", "whos the mayor of Bristol right now"} {
		if a := asks(t, line, text); !strings.HasPrefix(a.Text, "Ingrid Halvorsen") {
			t.Errorf("%s: %q %s", line, a.Text, a.Message)
		}
	}
}

// TestOlderNumber gives the newest number, and the one before with its day.
func TestOlderNumber(t *testing.T) {
	a := asks(t, "how many people died in the Brandvold flood?",
		"The Brandvold flood killed 18 people, the council said on Friday.",
		"The Brandvold flood killed 43 people, the council said on Saturday.")
	if !strings.Contains(a.Text, "43") || !strings.Contains(a.Message, "2 June 2023") || !strings.Contains(a.Message, "18") {
		t.Errorf("%q, %q: want 43, and 18 on 2 June", a.Text, a.Message)
	}
}

// TestAnswersEndWell leaves no preposition at the end of an answer.
func TestAnswersEndWell(t *testing.T) {
	a := asks(t, "/howmany troops", "Officials counted more than 100,000 troops near Brandvold on Friday.")
	if !strings.Contains(a.Text, "100,000") || strings.HasSuffix(a.Text, " near") {
		t.Errorf("%q", a.Text)
	}
}
