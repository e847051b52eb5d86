package render

import "strings"

// Command is a command as help shows it.
type Command struct {
	Name    string // without the slash
	ID      string // the id that Discord gave it, or empty
	Summary string
}

// Help draws what the bot can do, with examples that the loaded articles answer.
func Help(commands []Command, examples []string) Message {
	c := newCard(colourAnswer)
	c.text("### Ask me about the news",
		"I answer from news articles, with the sentence that says so. Write to me in a direct message, mention me in a channel, or use a command. A name is enough, and it may be misspelt.")
	var lines []string
	for _, cmd := range commands {
		name := "`/" + cmd.Name + "`"
		if cmd.ID != "" {
			name = "</" + cmd.Name + ":" + cmd.ID + ">" // a mention that can be clicked
		}
		lines = append(lines, "- "+name+" "+Text(cmd.Summary, 100))
	}
	c.text(lines...)
	var tries []string
	for _, e := range examples {
		if e = Clean(e); e != "" {
			tries = append(tries, "- `"+strings.ReplaceAll(Fit(e, 100), "`", "'")+"`")
		}
	}
	if len(tries) > 0 {
		c.text("**Try**", strings.Join(tries, "\n"))
	}
	c.text(subtext("Then go on: “and where?”, “what about …?”, “who is he?” Right-click a message, or hold it, and choose Apps to learn who and what is named in it."))
	return c.message(true)
}
