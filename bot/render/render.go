// Package render draws what the knowledge base says as Discord messages.
//
// Messages are Components V2, not embeds. Both were drawn side by side. People
// can turn embeds off, and then see nothing of an answer that is one; embeds
// need a permission of their own (Embed Links), take no link in their small print
// and leave the buttons outside the frame. A text display is ordinary message text: a screen reader reads it in
// order, it can be selected, quoted and copied on a telephone, it shows headings,
// block quotes and small print, and answer, evidence, warnings and buttons stand
// in one frame with a colour for the kind of reply. The price is one limit of
// 4,000 characters for all text of a message, which a card keeps.
//
// One visual language for every reply: the answer first, as a heading; then the
// quote with the answer in bold; then its source, date and how many say the same
// in small print; then what gives reason to doubt. All foreign text is escaped.
package render

import (
	"strings"

	"github.com/bwmarrin/discordgo"
)

// Discord's limits, in characters. Text is counted in UTF-16 code units, the
// stricter of the ways to count.
const (
	MaxText        = 4000 // all text displays of a message together
	MaxComponents  = 40   // nested ones included
	MaxLabel       = 80   // of a button
	MaxOption      = 100  // label, description or value of an option in a menu
	MaxOptions     = 25   // options in a menu
	maxPlaceholder = 150
)

// The colours of the bar beside a reply.
const (
	colourAnswer  = 0x2d7dd2
	colourDoubt   = 0xe0a100
	colourNothing = 0x80848e
)

// Message is a reply as it is drawn, without the way it is sent.
type Message struct {
	Components []discordgo.MessageComponent
	// Private asks for a reply that only the asker sees, where Discord can do
	// that.
	Private bool
}

// Link makes the custom_id of a button or menu: an action, the page it leads to
// and what it is about.
type Link func(action Action, page int, args ...string) string

// Action is what a button or menu does.
type Action byte

// The actions.
const (
	Ask        Action = 'a' // ask the question: kind, day asked, text
	Evidence   Action = 'e' // all quotes of the answer to a question
	WhoElse    Action = 'o' // who else stands in the quotes
	Timeline   Action = 't' // subject, from, to
	Quotes     Action = 'q' // person, about
	Latest     Action = 'l' // about
	Wrong      Action = 'w' // the answer to a question is wrong
	Choose     Action = 'c' // a menu of names for a question
	Article    Action = 'r' // title
	Privacy    Action = 'p' // settings: who sees answers
	Mentions   Action = 'm' // settings: where mentions are answered
	Channels   Action = 'n' // settings: the channels
	ChooseRead Action = 'd' // a menu of titles
)

// turning is the action of a button that turns a page of the message it is on,
// rather than opening another.
func turning(a Action) Action { return a - 'a' + 'A' }

// Turned reads the action of a button, and whether it turns a page.
func Turned(b byte) (a Action, turns bool) {
	if b >= 'A' && b <= 'Z' {
		return Action(b - 'A' + 'a'), true
	}
	return Action(b), false
}

// card builds one message within Discord's limits: text that has no room left
// is cut or left out, never the message.
type card struct {
	colour int
	left   int // characters of text
	parts  []discordgo.MessageComponent
	rows   []discordgo.MessageComponent
}

// spare is the text left free in every card, for a line that goes before it.
const spare = 120

func newCard(colour int) *card { return &card{colour: colour, left: MaxText - spare} }

// text adds a paragraph of finished markup. Markup cannot be cut safely, so a
// paragraph that does not fit is left out: draw its parts so that they do.
func (c *card) text(lines ...string) bool {
	kept := lines[:0:0]
	for _, l := range lines {
		if l != "" {
			kept = append(kept, l)
		}
	}
	body := strings.Join(kept, "\n")
	n := Units(body)
	if body == "" || n > c.left || len(c.parts) >= MaxComponents/2 {
		return false
	}
	c.left -= n
	c.parts = append(c.parts, discordgo.TextDisplay{Content: body})
	return true
}

// rule adds a thin line between two parts of a card.
func (c *card) rule() {
	if len(c.parts) > 0 && len(c.parts) < MaxComponents/2 {
		c.parts = append(c.parts, discordgo.Separator{})
	}
}

// buttons adds a row of at most five buttons.
func (c *card) buttons(buttons ...discordgo.MessageComponent) {
	if len(buttons) > 0 {
		c.rows = append(c.rows, discordgo.ActionsRow{Components: buttons[:min(len(buttons), 5)]})
	}
}

// menu adds a menu of strings; it takes a row of its own.
func (c *card) menu(id, placeholder string, options []discordgo.SelectMenuOption) {
	if len(options) > 0 {
		c.rows = append(c.rows, discordgo.ActionsRow{Components: []discordgo.MessageComponent{discordgo.SelectMenu{
			CustomID: id, Placeholder: Fit(placeholder, maxPlaceholder), Options: options,
		}}})
	}
}

// message closes the card.
func (c *card) message(private bool) Message {
	colour := c.colour
	return Message{
		Components: []discordgo.MessageComponent{discordgo.Container{AccentColor: &colour, Components: append(c.parts, c.rows...)}},
		Private:    private,
	}
}

// Notice is a short line of the bot's own. The line is markup.
func Notice(line string) Message {
	return Message{Components: []discordgo.MessageComponent{discordgo.TextDisplay{Content: line}}, Private: true}
}
