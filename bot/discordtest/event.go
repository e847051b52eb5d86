package discordtest

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"
)

// Event is something a user did that the bot answers: *Interaction or *Message.
type Event interface {
	// answer is the bot's answer so far, or nil. The caller holds the server's lock.
	answer() *Reply
	way() *delivery
	String() string
}

// Interaction is a command, a completion, a click or a form sent by a user.
type Interaction struct {
	ID, Token string
	Type      discordgo.InteractionType
	GuildID   string // "" outside servers
	ChannelID string
	UserID    string
	Sent      time.Time

	what      string
	userOnly  bool   // installed for the user alone: five follow-ups at most
	source    string // id of the message whose component was worked
	payload   json.RawMessage
	first     *Reply // the first response
	original  *Reply // the message that the first response made or will make
	removed   bool   // the bot has taken that message away
	followups []*Reply
	refused   []string // callbacks that were refused, and why
	delivery  delivery
}

// Message is a message of a user.
type Message struct {
	ID        string
	GuildID   string
	ChannelID string
	UserID    string
	Content   string
	Sent      time.Time

	payload  json.RawMessage
	reply    *Reply
	delivery delivery
}

func (i *Interaction) String() string { return i.what }
func (m *Message) String() string     { return fmt.Sprintf("message %q", m.Content) }

func (i *Interaction) answer() *Reply {
	if i.first == nil {
		return nil
	}
	switch i.first.Type {
	case discordgo.InteractionResponseDeferredChannelMessageWithSource, discordgo.InteractionResponseDeferredMessageUpdate:
		if i.original != nil {
			return i.original
		}
		if len(i.followups) > 0 {
			return i.followups[0]
		}
		return nil
	}
	return i.first
}

func (m *Message) answer() *Reply { return m.reply }

func (i *Interaction) way() *delivery { return &i.delivery }
func (m *Message) way() *delivery     { return &m.delivery }

// scene is where and by whom something is done.
type scene struct {
	guild, channel, user string
	dm                   bool
	private              bool // a DM that the bot is not part of
	locale               string
	permissions          int64 // of the member
	app                  int64 // of the bot in the channel
	userOnly             bool
	bot                  bool   // the author is a bot
	webhook              string // the author is a webhook
	late                 time.Duration
}

// Option changes the scene of one event. Unless told otherwise the user UserID
// acts in the channel ChannelID of the server GuildID, where the app is installed.
type Option func(*scene)

// InGuild sets the server and the channel.
func InGuild(guild, channel string) Option {
	return func(s *scene) { s.guild, s.channel = guild, channel }
}

// InChannel sets the channel (or thread).
func InChannel(id string) Option { return func(s *scene) { s.channel = id } }

// InDM moves the event into the user's direct messages with the bot.
func InDM() Option { return func(s *scene) { s.dm = true } }

// As sets the user.
func As(userID string) Option { return func(s *scene) { s.user = userID } }

// AsBot makes the author of a message a bot.
func AsBot() Option { return func(s *scene) { s.bot = true } }

// AsWebhook makes the author of a message a webhook.
func AsWebhook(id string) Option { return func(s *scene) { s.webhook = id } }

// InLocale sets the language of the user's client ("de", "uk").
func InLocale(l string) Option { return func(s *scene) { s.locale = l } }

// Can sets the permissions of the member, a bit set (discordgo.Permission...).
func Can(permissions int64) Option { return func(s *scene) { s.permissions = permissions } }

// BotCan sets the permissions of the bot in the channel.
func BotCan(permissions int64) Option { return func(s *scene) { s.app = permissions } }

// UserInstall has the app installed for the user alone: in servers the bot is
// no member then, and follow-up messages are limited to five an interaction.
func UserInstall() Option { return func(s *scene) { s.userOnly = true } }

// InPrivateChannel moves the event into a conversation between users where the
// app is installed for one of them.
func InPrivateChannel() Option {
	return func(s *scene) { s.dm, s.private, s.userOnly = true, true, true }
}

// Late dates the event back, as events are that Discord delivers late.
func Late(by time.Duration) Option { return func(s *scene) { s.late = by } }

func newScene(opts []Option) *scene {
	sc := &scene{
		guild: GuildID, channel: ChannelID, user: UserID, locale: "en-US",
		permissions: discordgo.PermissionSendMessages | discordgo.PermissionViewChannel,
		app: discordgo.PermissionSendMessages | discordgo.PermissionViewChannel |
			discordgo.PermissionEmbedLinks | discordgo.PermissionReadMessageHistory,
	}
	for _, o := range opts {
		o(sc)
	}
	if sc.dm {
		sc.guild, sc.channel = "", dmChannel(sc.user)
		if sc.private {
			sc.channel = "91" + sc.user[min(2, len(sc.user)):]
		}
	}
	return sc
}

// dmChannel is the id of a user's direct messages with the bot.
func dmChannel(userID string) string { return "92" + userID[min(2, len(userID)):] }

type object = map[string]any

func (sc *scene) userObject() object {
	return object{
		"id": sc.user, "username": "user" + sc.user, "discriminator": "0",
		"global_name": "User " + sc.user, "avatar": nil, "bot": sc.bot, "public_flags": 0,
	}
}

func (sc *scene) memberObject() object {
	return object{
		"user": sc.userObject(), "roles": []string{}, "joined_at": "2022-01-18T00:00:00.000000+00:00",
		"nick": nil, "deaf": false, "mute": false, "flags": 0, "pending": false,
		"permissions": fmt.Sprint(sc.permissions),
	}
}

// send makes an interaction with the given data and delivers it.
func (s *Server) send(t discordgo.InteractionType, what string, data object, source *post, sc *scene) *Interaction {
	s.tb.Helper()
	i := s.newInteraction(t, what, data, source, sc)
	s.mu.Lock()
	s.interactions[i.Token] = i
	s.mu.Unlock()
	s.deliver("INTERACTION_CREATE", i.GuildID, 0, i.payload, what, &i.delivery)
	return i
}

func (s *Server) newInteraction(t discordgo.InteractionType, what string, data object, source *post, sc *scene) *Interaction {
	id := s.newID()
	secret := fmt.Sprintf("interaction:%s:%s", id, strings.Repeat("s3cr3t", 12))
	i := &Interaction{
		ID: id, Token: base64.RawURLEncoding.EncodeToString([]byte(secret)), Type: t,
		GuildID: sc.guild, ChannelID: sc.channel, UserID: sc.user,
		Sent: time.Now().Add(-sc.late), what: what, userOnly: sc.userOnly,
	}
	p := object{
		"id": id, "application_id": AppID, "type": t, "data": data, "token": i.Token, "version": 1,
		"channel_id": sc.channel, "channel": object{"id": sc.channel, "type": 0, "name": "news"},
		"locale": sc.locale, "app_permissions": fmt.Sprint(sc.app), "entitlements": []any{},
		"attachment_size_limit": 10485760,
	}
	owners := object{}
	switch {
	case !sc.dm:
		p["context"], p["guild_id"], p["guild_locale"] = 0, sc.guild, "en-US"
		p["guild"] = object{"id": sc.guild, "locale": "en-US", "features": []string{}}
		p["member"] = sc.memberObject()
		if !sc.userOnly {
			owners["0"] = sc.guild
		}
	case sc.private:
		p["context"], p["user"] = 2, sc.userObject()
		p["channel"] = object{"id": sc.channel, "type": 1}
	default:
		p["context"], p["user"] = 1, sc.userObject()
		p["channel"] = object{"id": sc.channel, "type": 1}
		if !sc.userOnly {
			owners["0"] = "0"
		}
	}
	if sc.userOnly {
		owners["1"] = sc.user
	}
	p["authorizing_integration_owners"] = owners
	if source != nil {
		s.mu.Lock()
		i.source, p["message"] = source.id, source.object()
		s.mu.Unlock()
	}
	i.payload = mustJSON(p)
	return i
}

// Redeliver sends an event to the bot again, as Discord does now and then.
func (s *Server) Redeliver(e Event) {
	s.tb.Helper()
	switch e := e.(type) {
	case *Interaction:
		s.deliver("INTERACTION_CREATE", e.GuildID, 0, e.payload, e.what, &e.delivery)
	case *Message:
		s.deliver("MESSAGE_CREATE", e.GuildID, messageIntent(e.GuildID), e.payload, e.String(), &e.delivery)
	}
}

// First waits for the first response to an interaction, which may be a mere
// "thinking".
func (s *Server) First(i *Interaction) *Reply {
	s.tb.Helper()
	var r *Reply
	s.waitFor(i, func() bool { r = copyOf(i.first); return r != nil })
	return r
}

// copyOf is the reply as it stands now: the bot may edit it later.
func copyOf(r *Reply) *Reply {
	if r == nil {
		return nil
	}
	c := *r
	return &c
}

// Wait waits for the answer to an event: the first response, or what replaced
// a "thinking"; for a message, the bot's message that replies to it.
func (s *Server) Wait(e Event) *Reply {
	s.tb.Helper()
	var r *Reply
	s.waitFor(e, func() bool { r = copyOf(e.answer()); return r != nil })
	return r
}

// Now is the answer to an event so far, without waiting, or nil; for an
// interaction it may be a mere "thinking".
func (s *Server) Now(e Event) *Reply {
	s.mu.Lock()
	defer s.mu.Unlock()
	if r := e.answer(); r != nil {
		return copyOf(r)
	}
	if i, ok := e.(*Interaction); ok {
		return copyOf(i.first)
	}
	return nil
}

// Followups lists the follow-up messages of an interaction so far.
func (s *Server) Followups(i *Interaction) []*Reply {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := slices.Clone(i.followups)
	for k, r := range out {
		out[k] = copyOf(r)
	}
	return out
}

// Answered tells whether an event has got its answer.
func (s *Server) Answered(e Event) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return e.answer() != nil
}

// Missed tells whether an event cannot have reached the bot, since the session
// that it went to ended first. Discord sends such events nowhere else.
func (s *Server) Missed(e Event) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return e.way().missed()
}

// Quiet fails the test if the event gets an answer within d.
func (s *Server) Quiet(e Event, d time.Duration) {
	s.tb.Helper()
	var r *Reply
	if s.await(d, func() bool { r = copyOf(e.answer()); return r != nil }) {
		s.tb.Errorf("%s: answered %q, want silence", e, r.Text())
	}
}

func (s *Server) waitFor(e Event, done func() bool) {
	s.tb.Helper()
	if !s.await(s.cfg.patience, done) {
		s.tb.Fatalf("%s: no answer within %s; problems: %q; the bot sent:\n%s", e, s.cfg.patience, s.Problems(), s.Log())
	}
}
