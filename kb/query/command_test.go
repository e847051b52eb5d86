package query

import (
	"strings"
	"testing"
	"time"
)

func TestCommand(t *testing.T) {
	p := NewParser(stems, nil)
	for _, c := range []struct {
		command Command
		subject string
		kind    Kind
		expect  Type
		unit    string
		spoken  string
	}{
		{CommandWho, "beat Rautio", Who, Person, "", "who beat Rautio"},
		{CommandWhen, "Blinken-Ukraine", When, Date, "", "when Blinken-Ukraine"},
		{CommandHowMany, "troops near the border", HowMany, Count, "troops", "how many troops near the border"},
		{CommandHowMany, "weeks of rain", HowMany, Duration, "weeks", "how many weeks of rain"},
		{CommandHowMany, "Russia", HowMany, Count, "", "how many Russia"},
		{CommandHowLong, "the strike", HowMany, Duration, "", "how long the strike"},
		{CommandWhen, "when did it end?", When, Date, "", "when did it end?"},
		{CommandWhere, "how old is she", HowMany, Age, "", "how old is she"},
	} {
		q := p.Command(c.command, c.subject, time.Time{})
		if q.Kind != c.kind || q.Expect != c.expect || q.Unit != c.unit || q.Spoken() != c.spoken {
			t.Errorf("/%s %s: %s, %s, unit %q, %q", c.command.Lead, c.subject, q.Kind, q.Expect, q.Unit, q.Spoken())
		}
	}
}

func TestChoices(t *testing.T) {
	p := NewParser(stems, nil)
	for question, want := range map[string]string{
		"harriers or wanderers?":                  "harriers/wanderers",
		"was it arson or an accident":             "arson/accident",
		"who won, the Harriers or the Wanderers?": "harriers/wanderers",
		"Which is larger, Mora Bay or Lake Tind?": "bay mora/lake tind",
		"how many people were killed or hurt?":    "",
		"did she win":                             "",
		"or":                                      "",
		"is it true or not?":                      "",
	} {
		q := p.Parse(question, time.Time{})
		var got []string
		for _, c := range q.Choices {
			got = append(got, strings.Join(c, " "))
		}
		if g := strings.Join(got, "/"); g != want {
			t.Errorf("%q: %q, wanted %q", question, g, want)
		}
		if want != "" && q.Kind == YesNo {
			t.Errorf("%q is read as a question for yes or no", question)
		}
	}
}
