package discordtest

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/bwmarrin/discordgo"
)

// allowed lists the kinds of first response that fit each kind of interaction.
var allowed = map[discordgo.InteractionType][]discordgo.InteractionResponseType{
	discordgo.InteractionApplicationCommand:             {4, 5, 9},
	discordgo.InteractionApplicationCommandAutocomplete: {8},
	discordgo.InteractionMessageComponent:               {4, 5, 6, 7, 9},
	discordgo.InteractionModalSubmit:                    {4, 5, 6, 7},
}

// maxUserFollowups is how many follow-up messages an interaction has where the
// app is installed for the user alone.
const maxUserFollowups = 5

// callback takes the first response to an interaction.
func (c *call) callback() (int, any) {
	var in struct {
		Type discordgo.InteractionResponseType
		Data json.RawMessage
	}
	_ = json.Unmarshal(c.body, &in)
	s := c.server
	s.mu.Lock()
	defer s.mu.Unlock()
	i := s.interactions[c.PathValue("interaction_token")]
	refuse := func(status int, e apiError) (int, any) {
		if i != nil {
			i.refused = append(i.refused, e.Message)
			s.changed()
		}
		return status, e
	}
	switch {
	case i == nil || i.ID != c.PathValue("interaction_id"):
		return refuse(404, errUnknownInter)
	case i.first != nil:
		return refuse(400, errAcknowledged)
	case c.rec.At.Sub(i.Sent) > s.cfg.expiry:
		return refuse(404, errUnknownInter)
	case !slices.Contains(allowed[i.Type], in.Type):
		s.problems = append(s.problems, fmt.Sprintf("%s: a response of type %d does not fit an interaction of type %d", i, in.Type, i.Type))
		return refuse(400, apiError{Code: 50035, Message: "Invalid Form Body"})
	}
	i.first = c.reply(i, in.Type, in.Data)
	switch in.Type {
	case discordgo.InteractionResponseChannelMessageWithSource:
		i.original = i.first
		s.posts[i.first.MessageID] = c.newPost(i, i.first.MessageID, in.Data)
	case discordgo.InteractionResponseUpdateMessage:
		if p := s.posts[i.source]; p != nil {
			p.merge(in.Data)
			i.first.MessageID, i.first.Body = p.id, parseBody(mustJSON(p.fields))
			i.original = i.first
		}
	case discordgo.InteractionResponseDeferredMessageUpdate:
		if p := s.posts[i.source]; p != nil {
			i.first.MessageID = p.id
		}
	}
	s.changed()
	return 204, nil
}

func (c *call) reply(i *Interaction, t discordgo.InteractionResponseType, data json.RawMessage) *Reply {
	return &Reply{
		At: c.rec.At, Took: c.rec.At.Sub(i.Sent), Type: t, MessageID: c.server.newID(),
		ChannelID: i.ChannelID, Body: parseBody(data), Raw: data,
	}
}

func (c *call) newPost(i *Interaction, id string, data json.RawMessage) *post {
	p := &post{
		id: id, channel: i.ChannelID, guild: i.GuildID, user: i.UserID,
		at: time.Now(), fields: map[string]json.RawMessage{},
	}
	p.merge(data)
	return p
}

// hook finds the interaction behind a webhook path, or says what is wrong. The
// caller holds s.mu.
func (c *call) hook() (*Interaction, int, apiError) {
	s := c.server
	i := s.interactions[c.PathValue("webhook_token")]
	switch {
	case i == nil || i.first == nil || c.PathValue("webhook_id") != AppID:
		return nil, 404, errUnknownHook
	case time.Since(i.Sent) > s.cfg.lifetime:
		return nil, 401, errExpiredToken
	}
	return i, 0, apiError{}
}

// followup takes a further message to an interaction. After a mere "thinking"
// the first one takes its place, as in Discord.
func (c *call) followup() (int, any) {
	s := c.server
	s.mu.Lock()
	defer s.mu.Unlock()
	i, status, e := c.hook()
	if i == nil {
		return status, e
	}
	r := c.reply(i, i.first.Type, c.body)
	if i.removed && i.original == nil {
		i.original = r // nothing is left that settles who sees it
	} else if i.first.Type == discordgo.InteractionResponseDeferredChannelMessageWithSource && i.original == nil {
		r.Flags = shownTo(r.Flags, i.first.Flags)
		i.original = r
	} else {
		if i.userOnly && len(i.followups) >= maxUserFollowups {
			return 400, errFollowups
		}
		i.followups = append(i.followups, r)
	}
	p := c.newPost(i, r.MessageID, c.body)
	s.posts[p.id] = p
	s.changed()
	return 200, p.object()
}

// shownTo keeps what the first response promised: a message for the asker's
// eyes alone stays so, and one for all does not become private.
func shownTo(flags, first discordgo.MessageFlags) discordgo.MessageFlags {
	return flags&^discordgo.MessageFlagsEphemeral | first&discordgo.MessageFlagsEphemeral
}

func (c *call) hookMessage() (int, any) {
	s := c.server
	s.mu.Lock()
	defer s.mu.Unlock()
	i, status, e := c.hook()
	if i == nil {
		return status, e
	}
	p := s.posts[c.hookMessageID(i)]
	if p == nil {
		return 404, errUnknownMessage
	}
	return 200, p.object()
}

// hookMessageID resolves "@original". The caller holds s.mu.
func (c *call) hookMessageID(i *Interaction) string {
	if id := c.PathValue("message_id"); id != "@original" {
		return id
	}
	if i.original != nil {
		return i.original.MessageID
	}
	return ""
}

func (c *call) hookEdit() (int, any) {
	s := c.server
	s.mu.Lock()
	defer s.mu.Unlock()
	i, status, e := c.hook()
	if i == nil {
		return status, e
	}
	if c.PathValue("message_id") == "@original" && i.original == nil {
		i.original = c.reply(i, i.first.Type, c.body)
		i.original.Flags = i.first.Flags
		if s.posts[i.first.MessageID] != nil { // the message that a deferred update is about
			i.original.MessageID = i.first.MessageID
		} else {
			s.posts[i.original.MessageID] = c.newPost(i, i.original.MessageID, c.body)
		}
	}
	p := s.posts[c.hookMessageID(i)]
	if p == nil {
		return 404, errUnknownMessage
	}
	p.merge(c.body)
	for _, r := range append([]*Reply{i.original}, i.followups...) {
		if r != nil && r.MessageID == p.id {
			flags := r.Flags
			r.At, r.Body, r.Raw = c.rec.At, parseBody(mustJSON(p.fields)), c.body
			r.Flags = shownTo(r.Flags, flags)
		}
	}
	s.changed()
	return 200, p.object()
}

func (c *call) hookDelete() (int, any) {
	s := c.server
	s.mu.Lock()
	defer s.mu.Unlock()
	i, status, e := c.hook()
	if i == nil {
		return status, e
	}
	if c.PathValue("message_id") == "@original" {
		i.removed = true
	}
	delete(s.posts, c.hookMessageID(i))
	return 204, nil
}

// Refused lists why callbacks to the interaction were refused.
func (s *Server) Refused(i *Interaction) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(i.refused)
}
