package render

import (
	"fmt"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bwmarrin/discordgo"

	"dateline/kb"
)

// doubtful is the confidence below which a reply says so.
const doubtful = 0.5

// The room that the parts of an answer take at most. Together with the lines of
// the bot's own they stay below MaxText, so that no part pushes out another.
const (
	headingMax  = 180 // a longer answer is no heading
	answerMax   = 700
	messageMax  = 300
	datesShown  = 4
	dateMax     = 100
	eventMax    = 100
	quoteMax    = 800
	warningsMax = 2
	noteMax     = 200
)

// Answer draws the answer to a question, an abstention, or the choice between
// names that the question may mean.
func Answer(q kb.Question, a kb.Answer, link Link) Message {
	if a.Abstained || Clean(a.Text) == "" && (len(a.Evidence) == 0 || Clean(a.Evidence[0].Quote) == "") {
		return abstention(q, a, link)
	}
	warnings := warnings(a.Dates)
	c := newCard(colourAnswer)
	if len(warnings) > 0 || a.Confidence < doubtful {
		c.colour = colourDoubt
	}
	if !quoted(a) {
		c.text(heading(a.Text), timeLine(a))
	}
	c.text(dateLines(a)...)
	if len(a.Evidence) > 0 {
		e := a.Evidence[0]
		c.text(quote(e, quoteMax), source(e, max(a.Sources-1, 0), sourceMax))
	}
	c.text(warnings...)
	if len(a.Choices) == 0 { // the menu says as much
		c.text(subtext(Text(a.Message, messageMax)))
	}
	if a.Confidence < doubtful {
		c.text(subtext(doubt(a.Confidence)))
	}
	if len(a.Choices) > 0 {
		c.menu(link(Choose, 0, questionArgs(q)...), "Somebody else? Choose whom you mean", options(a.Choices))
	}
	c.buttons(follow(q, a, link)...)
	return c.message(false)
}

// quoted reports whether an answer is the whole quote under it, or as good as
// that: the quote then says it alone.
func quoted(a kb.Answer) bool {
	if len(a.Evidence) == 0 {
		return false
	}
	answer, quote := Clean(a.Text), Clean(a.Evidence[0].Quote)
	return answer == quote || Units(answer) > headingMax && len(answer) > len(quote)*2/3 && contains(quote, answer)
}

// heading is the answer itself. "Dmytro Kuleba — Foreign Minister of Ukraine"
// is drawn as the name over what it is.
func heading(text string) string {
	name, what, two := strings.Cut(capital(Clean(text)), " — ")
	switch {
	case name == "":
		return ""
	case two && Units(name) <= headingMax:
		return "### " + Text(name, 2*headingMax) + "\n" + Text(what, answerMax-2*headingMax)
	case Units(text) <= headingMax:
		return "### " + Text(name, 2*headingMax)
	}
	return Text(text, answerMax)
}

// timeLine shows the instant of an answer that is one in the reader's own time.
func timeLine(a kb.Answer) string {
	if len(a.Dates) != 1 || !a.Dates[0].Exact || a.Dates[0].First.IsZero() {
		return ""
	}
	return "That is " + instant(a.Dates[0].First) + " where you are."
}

// dateLines lists the times of an answer that it does not say in words itself.
func dateLines(a kb.Answer) []string {
	var lines []string
	for _, d := range a.Dates {
		if d.Words == "" || said(a.Text, d) {
			continue
		}
		if len(lines) == datesShown {
			lines = append(lines, subtext(plural(len(a.Dates)-datesShown, "more date", "more dates")))
			break
		}
		lines = append(lines, "- "+eventLine(d))
	}
	return lines
}

// said reports whether a text says a date in words already.
func said(text string, d kb.Date) bool {
	return contains(text, d.Words) || !d.First.IsZero() && d.First.Equal(d.Last) && contains(text, Day(d.First))
}

// eventLine is a date and what happened then.
func eventLine(d kb.Date) string {
	return joinParts([]string{when(d), Text(happened(d), eventMax)})
}

// warnings tell of dates that the article contradicts itself about. Where there
// is only one date it need not be named again.
func warnings(dates []kb.Date) []string {
	var lines []string
	for _, d := range dates {
		note := sentence(Text(d.Note, noteMax))
		if note == "" || len(lines) == warningsMax {
			continue
		}
		if name := dateWords(d); len(dates) > 1 && name != "" {
			note = "**" + Text(name, dateMax) + "**: " + note
		}
		lines = append(lines, "⚠️ "+note)
	}
	return lines
}

// capital gives text a capital first letter, unless its first word has one of
// its own further on ("iPhone").
func capital(s string) string {
	first, _, _ := strings.Cut(s, " ")
	if strings.IndexFunc(first, unicode.IsUpper) >= 0 {
		return s
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// sentence makes a sentence of a few words: "before the article's own date".
func sentence(s string) string {
	if s == "" {
		return ""
	}
	s = capital(s)
	if strings.ContainsRune(".!?…", rune(s[len(s)-1])) || strings.HasSuffix(s, ellipsis) {
		return s
	}
	return s + "."
}

// doubt says in words how often an answer of this confidence is right.
func doubt(confidence float64) string {
	tenths := int(math.Round(confidence * 10))
	if tenths < 1 {
		return "I am not sure of this: answers like it are rarely right."
	}
	return fmt.Sprintf("I am not sure of this: about %d in 10 answers like it are right.", tenths)
}

// follow are the buttons under an answer.
func follow(q kb.Question, a kb.Answer, link Link) []discordgo.MessageComponent {
	args := questionArgs(q)
	var row []discordgo.MessageComponent
	if len(a.Evidence) > 1 {
		row = append(row, button("More evidence", link(Evidence, 0, args...)))
	}
	if a.Subject != "" {
		row = append(row, button("Timeline", link(Timeline, 0, a.Subject, "", "")))
		if a.Kind != kb.Where {
			row = append(row, button("Where", link(Ask, 0, questionArgs(kb.Question{Kind: kb.Where, Text: a.Subject, Asked: q.Asked})...)))
		}
	}
	row = append(row, button("Who else", link(WhoElse, 0, args...)), button("Wrong answer", link(Wrong, 0, args...)))
	return row
}

// abstention is the reply where the articles do not say: what they do say that
// is near, and names that may have been meant.
func abstention(q kb.Question, a kb.Answer, link Link) Message {
	c := newCard(colourNothing)
	message := Text(a.Message, messageMax)
	if message == "" {
		message = "The articles do not say."
	}
	c.text(message)
	names, placeholder := a.Choices, "Which one do you mean?"
	if len(names) == 0 {
		names, placeholder = a.Suggestions, "Did you mean …"
	}
	if len(a.Evidence) > 0 {
		e := a.Evidence[0]
		lead := "The nearest that I found:"
		if strings.HasSuffix(message, ":") {
			lead = ""
		}
		c.text(lead, quote(e, quoteMax), source(e, 0, sourceMax))
	} else if len(names) == 0 {
		c.text(subtext("I know only the articles that I was given: /sources lists them."))
	}
	c.menu(link(Choose, 0, questionArgs(q)...), placeholder, options(names))
	if len(a.Evidence) > 0 {
		c.buttons(button("Wrong answer", link(Wrong, 0, questionArgs(q)...)))
	}
	return c.message(true)
}
