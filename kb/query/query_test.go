package query

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"dateline/kb/entity"
)

// stems are the words themselves, in lower case: tests need no stemmer.
func stems(word string) []string {
	w := strings.ToLower(strings.TrimRight(word, ".?!,:;"))
	if w == "" {
		return nil
	}
	return []string{w}
}

// people is a Finder of a few names.
type people []string

func (p people) Find(query string, _ int) []entity.Match {
	for i, name := range p {
		if strings.EqualFold(name, query) {
			return []entity.Match{{ID: entity.ID(i), Score: 1, Exact: true}}
		}
	}
	return nil
}

func TestParse(t *testing.T) {
	p := NewParser(stems, nil)
	for _, tc := range []struct {
		question string
		kind     Kind
		expect   Type
		class    string
	}{
		{"Who painted the town hall of Ghent?", Who, Person, ""},
		{"who is hanna petersen", Who, Person, ""},
		{"When did the ferry sink?", When, Date, ""},
		{"Where is the fair being held?", Where, Place, ""},
		{"Why did the mayor resign?", Why, Reason, ""},
		{"How many bridges were closed?", HowMany, Count, ""},
		{"How old is the tortoise?", HowMany, Age, ""},
		{"How long was the strike?", HowMany, Duration, ""},
		{"For how many years did she govern?", HowMany, Duration, ""},
		{"Which condiment is running short this week?", Which, Thing, "condiment"},
		{"The club sold its keeper to which country?", Which, Country, "country"},
		{"What percentage of farmers grow rye?", What, Percent, "percentage"},
		{"Which US state banned ferries?", Which, State, "state"},
		{"Which highly anticipated show opened?", Which, Title, "show"},
		{"He had a role on which iconic TV show?", Which, Title, "tv show"},
		{"They cheated in which women's professional sport?", Which, Thing, "sport"},
		{"Which state's governor resigned?", Which, State, "state"},
		{"The firm will unveil which popular product early next month?", Which, Thing, "product"},
		{"A report found that which country ranks lowest?", Which, Country, "country"},
		{"Which of the following towns joined?", Which, City, "town"},
		{"What’s the name of the pastry?", What, Thing, "pastry"},
		{"Rents have risen by how much?", HowMany, Percent, ""},
		{"How many times has she won?", HowMany, Count, ""},
		{"What percentage of readers remember Roe v. Wade?", What, Percent, "percentage"},
		{"This former prime minister opened the fair in July.", Statement, Person, "prime minister"},
		{"Which type of pastry won the prize?", Which, Thing, "pastry"},
		{"What is the name of the new ferry?", What, Thing, "ferry"},
		{"In which month does the fair open?", Which, Month, "month"},
		{"Which singer will open the fair?", Which, Person, "singer"},
		{"Which airline lost the luggage?", Which, Organisation, "airline"},
		{"The ship has a new owner. Which river runs through Bremen?", Which, Place, "river"},
		{"The tortoise came home. How old is it?", HowMany, Age, ""},
		{"The strike was started by a man who was trying to:", Statement, Any, ""},
		{"The new ferry is called:", Statement, Title, ""},
		{"Hanna Petersen", Words, Any, ""},
		{"Was the ferry lost?", YesNo, Any, ""},
		{"", Words, Any, ""},
	} {
		q := p.Parse(tc.question, time.Time{})
		if q.Kind != tc.kind || q.Expect != tc.expect || q.Class != tc.class {
			t.Errorf("%q: got %s, %s, class %q; want %s, %s, %q", tc.question, q.Kind, q.Expect, q.Class, tc.kind, tc.expect, tc.class)
		}
	}
}

// TestOffsets pins where the answer would stand in the question.
func TestOffsets(t *testing.T) {
	p := NewParser(stems, nil)
	for _, tc := range []struct {
		question, word string
		want           int
	}{
		{"Which singer opened the fair?", "opened", 1},
		{"The club sold its keeper to which country?", "keeper", -2},
		{"Which keeper did the club sell?", "sell", -1},
	} {
		found := false
		for _, term := range p.Parse(tc.question, time.Time{}).Terms {
			if term.Word == tc.word {
				found = true
				if term.Offset != tc.want {
					t.Errorf("%q: %q stands at %d, want %d", tc.question, tc.word, term.Offset, tc.want)
				}
			}
		}
		if !found {
			t.Errorf("%q: no term %q", tc.question, tc.word)
		}
	}
}

func TestNames(t *testing.T) {
	p := NewParser(stems, people{"Petersen", "Bremen"})
	q := p.Parse("when is petersen going to bremen", time.Time{})
	if len(q.Names) != 2 || len(q.Names[0].IDs) != 1 || len(q.Names[1].IDs) != 1 {
		t.Errorf("names in lower case: got %+v", q.Names)
	}
	q = p.Parse("When will Karl Ossowski visit Bremen?", time.Time{})
	if len(q.Unknown) != 1 || q.Unknown[0] != "Karl Ossowski" {
		t.Errorf("unknown names: got %q", q.Unknown)
	}
}

func TestNegated(t *testing.T) {
	p := NewParser(stems, nil)
	if !p.Parse("Which of these towns did NOT join?", time.Time{}).Negated {
		t.Error("a question for the exception is not marked")
	}
	if p.Parse("Why did the town not join?", time.Time{}).Negated {
		t.Error("a plain negation is marked as a question for the exception")
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"Which two of the ... towns?", "what", "how many", "who's", "of which?", ":", "“”", "\xff which \x00", "when did did did", "! \x9e"} {
		f.Add(s)
	}
	p := NewParser(stems, people{"Bremen"})
	f.Fuzz(func(t *testing.T, s string) {
		q := p.Parse(s, time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC))
		for _, term := range q.Terms {
			if term.Weight <= 0 || term.Stem == "" {
				t.Errorf("%q: term %+v", s, term)
			}
		}
		for _, n := range q.Names {
			if n.Start < 0 || n.End > len(s) || n.Start > n.End {
				t.Errorf("%q: name at [%d, %d)", s, n.Start, n.End)
			}
		}
		if utf8.ValidString(s) && len(s) < maxText && q.Text != s {
			t.Errorf("%q became %q", s, q.Text)
		}
	})
}

func ExampleParser_Parse() {
	p := NewParser(stems, nil)
	q := p.Parse("A tortoise went missing. Which university owns it?", time.Time{})
	fmt.Println(q.Kind, q.Expect, q.Class)
	// Output: which organisation university
}
