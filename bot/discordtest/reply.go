package discordtest

import (
	"encoding/json"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"
)

// Reply is what the bot said in answer to an event: the response to an
// interaction or a message in a channel.
type Reply struct {
	At        time.Time
	Took      time.Duration                     // since the event was sent
	Type      discordgo.InteractionResponseType // 0 for a message in a channel
	MessageID string                            // of the message it made, if any
	ChannelID string
	Body
	Raw json.RawMessage // the body's message as the bot sent it
}

// Body is the part of a message that a user sees.
type Body struct {
	Content         string                      `json:"content"`
	Embeds          []*discordgo.MessageEmbed   `json:"embeds"`
	Components      []Component                 `json:"components"`
	Choices         []Choice                    `json:"choices"`
	Flags           discordgo.MessageFlags      `json:"flags"`
	AllowedMentions *AllowedMentions            `json:"allowed_mentions"`
	Reference       *discordgo.MessageReference `json:"message_reference"`
	Title           string                      `json:"title"`     // of a modal
	CustomID        string                      `json:"custom_id"` // of a modal
}

// AllowedMentions tells whom a message may notify. Parse is nil where the bot
// left it out, which lets everything through.
type AllowedMentions struct {
	Parse       *[]string `json:"parse"`
	Users       []string  `json:"users"`
	Roles       []string  `json:"roles"`
	RepliedUser bool      `json:"replied_user"`
}

// Choice is one line of an autocompletion.
type Choice struct {
	Name              string            `json:"name"`
	NameLocalizations map[string]string `json:"name_localizations"`
	Value             any               `json:"value"`
}

// Component is any component of a message: what it does not have stays empty.
type Component struct {
	Type        int         `json:"type"`
	ID          int         `json:"id"`
	CustomID    string      `json:"custom_id"`
	Label       string      `json:"label"`
	Style       int         `json:"style"`
	URL         string      `json:"url"`
	Disabled    bool        `json:"disabled"`
	Placeholder string      `json:"placeholder"`
	Content     string      `json:"content"`
	Value       string      `json:"value"`
	Options     []Selection `json:"options"`
	Components  []Component `json:"components"`
	Accessory   *Component  `json:"accessory"`
}

// Selection is one option of a select menu.
type Selection struct {
	Label       string `json:"label"`
	Value       string `json:"value"`
	Description string `json:"description"`
	Default     bool   `json:"default"`
}

// Ephemeral tells whether only the asker sees the reply.
func (r *Reply) Ephemeral() bool { return r.Flags&discordgo.MessageFlagsEphemeral != 0 }

// Text is all that a reader reads in the reply: content, embeds and text
// components in their order, one a line; labels of buttons are left out.
func (r *Reply) Text() string {
	var lines []string
	add := func(s string) {
		if s != "" {
			lines = append(lines, s)
		}
	}
	add(r.Content)
	for _, e := range r.Embeds {
		if e.Author != nil {
			add(e.Author.Name)
		}
		add(e.Title)
		add(e.Description)
		for _, f := range e.Fields {
			add(f.Name)
			add(f.Value)
		}
		if e.Footer != nil {
			add(e.Footer.Text)
		}
	}
	walk(r.Components, func(c *Component) { add(c.Content) })
	return strings.Join(lines, "\n")
}

// Find returns the first component with the custom id, or with the label.
func (r *Reply) Find(name string) (Component, bool) {
	var found *Component
	walk(r.Components, func(c *Component) {
		if found == nil && (c.CustomID == name || c.Label == name) {
			found = c
		}
	})
	if found == nil {
		return Component{}, false
	}
	return *found, true
}

// Controls lists the components that a user can work: buttons and menus.
func (r *Reply) Controls() []Component {
	var out []Component
	walk(r.Components, func(c *Component) {
		if c.CustomID != "" || c.URL != "" {
			out = append(out, *c)
		}
	})
	return out
}

// walk visits components depth first, accessories after children.
func walk(cs []Component, visit func(*Component)) {
	for i := range cs {
		visit(&cs[i])
		walk(cs[i].Components, visit)
		if a := cs[i].Accessory; a != nil {
			walk([]Component{*a}, visit)
		}
	}
}

// parseBody reads a message body; what does not fit stays empty (the checks
// have refused it by then).
func parseBody(raw json.RawMessage) Body {
	var b Body
	if len(raw) > 0 {
		_ = json.Unmarshal(raw, &b)
	}
	return b
}
