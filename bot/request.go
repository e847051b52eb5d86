package bot

import (
	"strconv"
	"time"

	"github.com/bwmarrin/discordgo"

	"dateline/bot/button"
	"dateline/bot/render"
)

// maxTyped bounds what is read of one option or message, in characters.
// Discord allows 6,000 for an option and 4,000 for a message.
const maxTyped = 4000

// request is one thing that a person asks for, wherever it comes from.
type request struct {
	command string // as it is named in logs and measurements
	user    string
	guild   string // empty in direct messages
	channel string
	options map[string]string
	focused string // of an autocompletion: the option being typed
	target  *discordgo.Message
	member  *discordgo.Member
	today   time.Time
	link    render.Link
}

// requester is who an interaction comes from, or empty.
func requester(i *discordgo.Interaction) string {
	switch {
	case i.Member != nil && i.Member.User != nil:
		return i.Member.User.ID
	case i.User != nil:
		return i.User.ID
	}
	return ""
}

func (b *Bot) newRequest(i *discordgo.Interaction) *request {
	user := requester(i)
	return &request{
		user: user, guild: i.GuildID, channel: i.ChannelID, member: i.Member,
		today: b.today(), link: b.links(user), options: map[string]string{},
	}
}

// readOptions takes the options of a command as they come. A value of a type
// that was not asked for is passed over: only a client that is not Discord's
// sends one.
func (r *request) readOptions(data discordgo.ApplicationCommandInteractionData) {
	for _, o := range data.Options {
		if o == nil {
			continue
		}
		if text, ok := o.Value.(string); ok {
			r.options[o.Name] = cutRunes(text, maxTyped)
		}
		if o.Focused {
			r.focused = o.Name
		}
	}
	if data.Resolved != nil {
		r.target = data.Resolved.Messages[data.TargetID]
	}
}

// text is an option without invisible characters, or empty.
func (r *request) text(option string) string { return render.Clean(r.options[option]) }

// links makes custom_ids for one person's messages.
func (b *Bot) links(user string) render.Link {
	owner, _ := strconv.ParseUint(user, 10, 64)
	return func(action render.Action, page int, args ...string) string {
		return b.buttons.Encode(button.ID{Action: byte(action), Owner: owner, Page: page, Args: args})
	}
}

// cutRunes keeps at most n characters.
func cutRunes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
