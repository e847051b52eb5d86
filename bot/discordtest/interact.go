package discordtest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"
)

// Command runs a slash command. The name may hold the subcommand ("settings
// show"); args are pairs of option name and value (string, int, float64, bool)
// and Options, in any order:
//
//	srv.Command("timeline", "subject", "Ukraine", "from", "2022", discordtest.InDM())
func (s *Server) Command(name string, args ...any) *Interaction {
	s.tb.Helper()
	opts, sc := s.arguments(name, args)
	return s.send(discordgo.InteractionApplicationCommand, describe("/"+name, opts), s.commandData(name, 1, opts), nil, sc)
}

// Autocomplete types into the last of the options given.
func (s *Server) Autocomplete(name string, args ...any) *Interaction {
	s.tb.Helper()
	opts, sc := s.arguments(name, args)
	if len(opts) > 0 {
		opts[len(opts)-1]["focused"] = true
	}
	return s.send(discordgo.InteractionApplicationCommandAutocomplete, describe("completion of /"+name, opts), s.commandData(name, 1, opts), nil, sc)
}

// MessageCommand runs a message command on a message of somebody with the text.
func (s *Server) MessageCommand(name, text string, opts ...Option) *Interaction {
	s.tb.Helper()
	sc := newScene(opts)
	m := s.newMessage(text, newScene([]Option{As(OwnerID), InGuild(sc.guild, sc.channel)}), nil)
	data := s.commandData(name, 3, nil)
	data["target_id"] = m.ID
	data["resolved"] = object{"messages": object{m.ID: m.payload}}
	return s.send(discordgo.InteractionApplicationCommand, fmt.Sprintf("message command %q", name), data, nil, sc)
}

// Click presses the button of a reply that has the custom id or the label. The
// clicker is where the reply is; Options say who it is.
func (s *Server) Click(r *Reply, button string, opts ...Option) *Interaction {
	s.tb.Helper()
	c, ok := r.Find(button)
	if !ok {
		s.tb.Fatalf("no button %q in the reply; it has %+v", button, r.Controls())
	}
	if c.Disabled {
		s.tb.Fatalf("the button %q is disabled", button)
	}
	return s.Component(r, c.CustomID, discordgo.ButtonComponent, nil, opts...)
}

// Select chooses values in the menu of a reply that has the custom id, or in
// the first menu if it is "".
func (s *Server) Select(r *Reply, menu string, values []string, opts ...Option) *Interaction {
	s.tb.Helper()
	c, ok := r.Find(menu)
	if menu == "" {
		for _, k := range r.Controls() {
			if k.Type == int(discordgo.SelectMenuComponent) {
				c, ok = k, true
				break
			}
		}
	}
	if !ok {
		s.tb.Fatalf("no menu %q in the reply; it has %+v", menu, r.Controls())
	}
	return s.Component(r, c.CustomID, discordgo.ComponentType(c.Type), values, opts...)
}

// Component works a component by its custom id, whether the reply has it or
// not: forged ids are sent this way.
func (s *Server) Component(r *Reply, customID string, kind discordgo.ComponentType, values []string, opts ...Option) *Interaction {
	s.tb.Helper()
	s.mu.Lock()
	p := s.posts[r.MessageID]
	s.mu.Unlock()
	if p == nil {
		s.tb.Fatalf("the reply %q is no message, so it has no components to work", r.Text())
	}
	data := object{"custom_id": customID, "component_type": kind}
	if values != nil {
		data["values"] = values
	}
	sc := newScene(append(p.where(), opts...))
	return s.send(discordgo.InteractionMessageComponent, fmt.Sprintf("component %q", customID), data, p, sc)
}

// Submit sends the form that a reply opened. Values are pairs of the text
// input's custom id and its value.
func (s *Server) Submit(r *Reply, values []string, opts ...Option) *Interaction {
	s.tb.Helper()
	var rows []object
	for k := 0; k+1 < len(values); k += 2 {
		rows = append(rows, object{"type": 1, "components": []object{{"type": 4, "custom_id": values[k], "value": values[k+1]}}})
	}
	data := object{"custom_id": r.CustomID, "components": rows}
	return s.send(discordgo.InteractionModalSubmit, fmt.Sprintf("form %q", r.CustomID), data, nil, newScene(opts))
}

// DM writes to the bot in a direct message.
func (s *Server) DM(text string, opts ...Option) *Message {
	s.tb.Helper()
	return s.post(s.newMessage(text, newScene(append([]Option{InDM()}, opts...)), nil))
}

// Say writes in a channel of a server, without mentioning the bot unless the
// text does (<@BotID>).
func (s *Server) Say(text string, opts ...Option) *Message {
	s.tb.Helper()
	return s.post(s.newMessage(text, newScene(opts), nil))
}

// Mention writes in a channel of a server and mentions the bot first.
func (s *Server) Mention(text string, opts ...Option) *Message {
	s.tb.Helper()
	return s.Say("<@"+BotID+"> "+text, opts...)
}

// ReplyTo writes a message that replies to one of the bot's, where that one is.
func (s *Server) ReplyTo(r *Reply, text string, opts ...Option) *Message {
	s.tb.Helper()
	s.mu.Lock()
	p := s.posts[r.MessageID]
	s.mu.Unlock()
	if p == nil {
		s.tb.Fatalf("the reply %q is no message, so nobody can reply to it", r.Text())
	}
	return s.post(s.newMessage(text, newScene(append(p.where(), opts...)), p))
}

func (s *Server) post(m *Message) *Message {
	s.tb.Helper()
	s.mu.Lock()
	s.messages = append(s.messages, m)
	s.mu.Unlock()
	s.deliver("MESSAGE_CREATE", m.GuildID, messageIntent(m.GuildID), m.payload, m.String(), &m.delivery)
	return m
}

// arguments splits args into options of the command and Options of the scene.
func (s *Server) arguments(name string, args []any) ([]object, *scene) {
	s.tb.Helper()
	var where []Option
	var pairs []any
	for _, a := range args {
		if o, ok := a.(Option); ok {
			where = append(where, o)
		} else {
			pairs = append(pairs, a)
		}
	}
	if len(pairs)%2 != 0 {
		s.tb.Fatalf("/%s: options come in pairs of name and value, got %v", name, pairs)
	}
	var opts []object
	for k := 0; k < len(pairs); k += 2 {
		opts = append(opts, object{"name": pairs[k], "type": optionType(pairs[k+1]), "value": pairs[k+1]})
	}
	return opts, newScene(where)
}

// commandData is the data of a command's interaction. The options go into the
// subcommand if the name has one. A registered command lends its id and the
// types of its options.
func (s *Server) commandData(name string, kind int, opts []object) object {
	path := []string{name}
	if kind == 1 {
		path = strings.Fields(name)
	}
	data := object{"id": "0", "name": path[0], "type": kind}
	s.mu.Lock()
	defer s.mu.Unlock()
	known := s.command(path[0], kind)
	var declared []*discordgo.ApplicationCommandOption
	if known != nil {
		data["id"] = known.ID
		declared = known.Options
	}
	for _, sub := range path[1:] {
		for _, d := range declared {
			if d.Name == sub {
				declared = d.Options
				break
			}
		}
	}
	for _, o := range opts {
		k := slices.IndexFunc(declared, func(d *discordgo.ApplicationCommandOption) bool { return d.Name == o["name"] })
		switch {
		case k >= 0:
			o["type"] = declared[k].Type
		case known != nil: // Discord would not let a user do this
			s.problems = append(s.problems, fmt.Sprintf("the test gives /%s an option %q, which it does not have", name, o["name"]))
		}
	}
	for k := len(path) - 1; k > 0; k-- {
		kind := discordgo.ApplicationCommandOptionSubCommand
		if k < len(path)-1 {
			kind = discordgo.ApplicationCommandOptionSubCommandGroup
		}
		opts = []object{{"name": path[k], "type": kind, "options": opts}}
	}
	if opts != nil {
		data["options"] = opts
	}
	return data
}

// command finds a registered command. The caller holds s.mu.
func (s *Server) command(name string, kind int) *discordgo.ApplicationCommand {
	for _, list := range s.commands {
		for _, c := range list {
			if c.Name == name && (int(c.Type) == kind || c.Type == 0 && kind == 1) {
				return c
			}
		}
	}
	return nil
}

func optionType(v any) discordgo.ApplicationCommandOptionType {
	switch v.(type) {
	case int, int64:
		return discordgo.ApplicationCommandOptionInteger
	case float64:
		return discordgo.ApplicationCommandOptionNumber
	case bool:
		return discordgo.ApplicationCommandOptionBoolean
	}
	return discordgo.ApplicationCommandOptionString
}

func describe(name string, opts []object) string {
	for _, o := range opts {
		name += fmt.Sprintf(" %v:%v", o["name"], o["value"])
	}
	return name
}
