package kb_test

import (
	"context"
	"strings"
	"testing"

	"dateline/kb"
	"dateline/kb/article"
)

// TestCommands asks about one invented article each. An empty answer wanted is
// an abstention.
func TestCommands(t *testing.T) {
	for _, c := range []struct{ name, text, line, want string }{
		{"a name among other words", "Harbour crews in Port Aster will strike on March 14. Bakers in Port Aster meet on March 2.",
			"/when Port Aster harbour strike", "14 March 2023"},
		{"the subject's own time", "The Lantern Festival, the oldest of the coast, begins on Wednesday, March 22 in Port Aster. Schools closed for the Lantern Festival were cleaned on March 3.",
			"when does the Lantern Festival begin?", "22 March 2023"},
		{"no year of a name", "Mara Quill won the 2019 Aster Regatta. The Aster Regatta starts on Sunday.",
			"/when Aster Regatta", "12 March 2023"},
		{"no length of time", "Mara Quill asked the council to close the Aster Market an hour earlier. The Aster Market opens on March 20.",
			"/when Aster Market", "20 March 2023"},
		{"when it happened", "The news started Friday when the Quill Bank, a lender in Port Aster, collapsed.",
			"When did the Quill Bank collapse?", "3 March 2023"},
		{"a purpose", "The council raised the Aster Levy to pay for a sea wall, referred to as the Long Wall.",
			"/why Aster Levy", "to pay for a sea wall"},
		{"no purpose", "The council pledged to raise the Aster Levy. Mara Quill asked voters to accept the Aster Levy for at least two years.",
			"why did Mara Quill resign?", ""},
		{"who told it is no reason", "Ferries stood still in Port Aster because of a leak, the harbour board said on Monday.",
			"/why ferries Port Aster", "because of a leak"},
		{"what is counted", "Mara Quill was the 16th mayor to visit. About 40 migrants were flown to Port Aster on three planes.",
			"/howmany migrants Port Aster", "About 40 migrants"},
		{"a definition by what it is called", "The small bridge over the Aster, called Tinker's Step, is older than the town.",
			"/what Tinker's Step", "The small bridge over the Aster"},
		{"a heading that asks", "What is a tide mill?\n\nIt is a mill that the sea drives twice a day.\n\nThe tide mill of Port Aster burnt in 1901.",
			"/what tide mill", "It is a mill that the sea drives"},
		{"no holder of a role", "Mara Quill, the mayor of Port Aster, flew to Sweden on Monday.", "Who is the king of Sweden?", ""},
		{"nor another's", "Mara Quill, the mayor of Port Aster, met the mayor of Brindle.", "/who mayor of Brindle", ""},
		{"a holder", "Mara Quill, the mayor of Port Aster, flew to Sweden on Monday.", "/who mayor of Port Aster", "Mara Quill"},
	} {
		b, err := kb.Build(context.Background(), []article.Article{{ID: "a", Title: "News of the week", Date: day("2023-03-07"), Text: c.text}}, kb.Options{})
		if err != nil {
			t.Fatal(err)
		}
		a := b.Ask(context.Background(), kb.ParseLine(c.line))
		if c.want == "" && !a.Abstained || !strings.Contains(a.Text, c.want) {
			t.Errorf("%s: %s: %q (%s), want %q", c.name, c.line, a.Text, a.Message, c.want)
		}
		check(t, c.line, a)
	}
}

// TestLatestIsAbout wants the articles about a thing, not what mentions it.
func TestLatestIsAbout(t *testing.T) {
	b, err := kb.Build(context.Background(), []article.Article{
		{ID: "about", Title: "The tide mill burns", Date: day("2023-03-01"), Text: "The tide mill of Port Aster burnt down on Monday. Nobody was hurt."},
		{ID: "aside", Title: "A new mayor", Date: day("2023-03-05"), Text: "Mara Quill is the new mayor. She was born in 1970. She studied law. She likes walks. One leads to the tide mill."},
	}, kb.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := b.Latest(context.Background(), "tide mill", 5); len(got) != 1 || got[0].ID != "about" {
		t.Errorf("%v", got)
	}
}

// TestRoleAtATime asks who held a role at a time that the question names.
func TestRoleAtATime(t *testing.T) {
	b, err := kb.Build(context.Background(), []article.Article{
		{ID: "old", Title: "Mayor opens bridge", Date: day("2021-05-10"), Text: "The mayor of Port Aster, Mara Quill, opened a bridge. Port Aster Mayor Mara Quill smiled."},
		{ID: "new", Title: "Mayor closes bridge", Date: day("2023-06-02"), Text: "The mayor of Port Aster, Tomas Okafor, closed a bridge. Port Aster Mayor Tomas Okafor frowned."},
	}, kb.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for line, want := range map[string]string{
		"/who mayor of Port Aster":               "Tomas Okafor",
		"/who mayor of Port Aster in 2021":       "Mara Quill",
		"/who mayor of Port Aster in June 2023":  "Tomas Okafor",
		"Who was mayor of Port Aster in 2021?":   "Mara Quill",
		"Who was mayor of Port Aster in 2023?":   "Tomas Okafor",
		"Who was the mayor of Port Aster, 2021?": "Mara Quill",
	} {
		if a := b.Ask(context.Background(), kb.ParseLine(line)); !strings.HasPrefix(a.Text, want) {
			t.Errorf("%s: %q (%s), want %s", line, a.Text, a.Message, want)
		}
	}
}
