package discordtest

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"
)

func (c *call) gatewayURL() string {
	return "ws" + strings.TrimPrefix(c.server.URL, "http") + "/ws"
}

func (c *call) gateway() (int, any) { return 200, object{"url": c.gatewayURL()} }

func (c *call) gatewayBot() (int, any) {
	s := c.server
	s.mu.Lock()
	defer s.mu.Unlock()
	return 200, object{
		"url": c.gatewayURL(), "shards": s.cfg.shards,
		"session_start_limit": object{
			"total": s.limits.Total, "remaining": s.limits.Remaining,
			"reset_after": s.limits.ResetAfter.Milliseconds(), "max_concurrency": s.limits.Concurrency,
		},
	}
}

func (c *call) user() (int, any) {
	return 200, (&scene{user: c.PathValue("user_id")}).userObject()
}

func (c *call) application() (int, any) {
	return 200, object{
		"id": AppID, "name": "Dateline", "icon": nil, "description": "", "bot_public": true,
		"bot_require_code_grant": false, "verify_key": strings.Repeat("0", 64), "flags": 0,
		"summary": "", "owner": (&scene{user: OwnerID}).userObject(), "bot": botObject(),
		"approximate_guild_count":  1,
		"integration_types_config": object{"0": object{}, "1": object{}},
	}
}

func (c *call) openDM() (int, any) {
	var in struct {
		Recipient string `json:"recipient_id"`
	}
	_ = json.Unmarshal(c.body, &in)
	return 200, object{"id": dmChannel(in.Recipient), "type": 1, "recipients": []any{(&scene{user: in.Recipient}).userObject()}}
}

func (c *call) listCommands() (int, any) {
	s := c.server
	s.mu.Lock()
	defer s.mu.Unlock()
	list := s.commands[c.PathValue("guild_id")]
	if list == nil {
		list = []*discordgo.ApplicationCommand{}
	}
	return 200, list
}

func (c *call) overwriteCommands() (int, any) {
	var in []*discordgo.ApplicationCommand
	if err := json.Unmarshal(c.body, &in); err != nil {
		return 400, apiError{Code: 50035, Message: err.Error()}
	}
	for _, cmd := range in {
		c.adopt(cmd)
	}
	s := c.server
	s.mu.Lock()
	defer s.mu.Unlock()
	s.commands[c.PathValue("guild_id")] = in
	s.changed()
	return 200, in
}

func (c *call) createCommand() (int, any) {
	cmd := &discordgo.ApplicationCommand{}
	if err := json.Unmarshal(c.body, cmd); err != nil {
		return 400, apiError{Code: 50035, Message: err.Error()}
	}
	c.adopt(cmd)
	s := c.server
	s.mu.Lock()
	defer s.mu.Unlock()
	guild := c.PathValue("guild_id")
	list := slices.DeleteFunc(s.commands[guild], func(o *discordgo.ApplicationCommand) bool {
		return o.Name == cmd.Name && o.Type == cmd.Type
	})
	s.commands[guild] = append(list, cmd)
	s.changed()
	return 201, cmd
}

func (c *call) deleteCommand() (int, any) {
	s := c.server
	s.mu.Lock()
	defer s.mu.Unlock()
	guild, id := c.PathValue("guild_id"), c.PathValue("command_id")
	s.commands[guild] = slices.DeleteFunc(s.commands[guild], func(o *discordgo.ApplicationCommand) bool { return o.ID == id })
	return 204, nil
}

func (c *call) adopt(cmd *discordgo.ApplicationCommand) {
	cmd.ID, cmd.ApplicationID, cmd.GuildID = c.server.newID(), AppID, c.PathValue("guild_id")
	cmd.Version = cmd.ID
	if cmd.Type == 0 {
		cmd.Type = discordgo.ChatApplicationCommand
	}
}

// Commands lists what is registered in a server, or everywhere for "".
func (s *Server) Commands(guild string) []*discordgo.ApplicationCommand {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.commands[guild])
}

func (c *call) channel() (int, any) {
	id := c.PathValue("channel_id")
	if strings.HasPrefix(id, "92") {
		return 200, object{"id": id, "type": 1}
	}
	return 200, object{"id": id, "type": 0, "guild_id": GuildID, "name": "news"}
}

func (c *call) sendMessage() (int, any) {
	s := c.server
	body := parseBody(c.body)
	p := &post{id: s.newID(), channel: c.PathValue("channel_id"), at: time.Now(), fields: map[string]json.RawMessage{}}
	p.merge(c.body)
	s.mu.Lock()
	defer s.mu.Unlock()
	if first := s.sentBefore(c.body, p); first != nil {
		return 200, first.object()
	}
	m := s.asked(p.channel, body.Reference)
	if m != nil {
		p.guild, p.user = m.GuildID, m.UserID
		if m.reply == nil {
			m.reply = &Reply{At: p.at, Took: p.at.Sub(m.Sent), MessageID: p.id, ChannelID: p.channel, Body: body, Raw: c.body}
		} else {
			s.unprompted = append(s.unprompted, c.rec)
		}
	} else {
		s.unprompted = append(s.unprompted, c.rec)
	}
	s.posts[p.id] = p
	s.changed()
	return 200, p.object()
}

// sentBefore is the message that has the same nonce, where it is to be enforced.
func (s *Server) sentBefore(body json.RawMessage, p *post) *post {
	var in struct {
		Nonce   string
		Enforce bool `json:"enforce_nonce"`
	}
	if json.Unmarshal(body, &in) != nil || !in.Enforce || in.Nonce == "" {
		return nil
	}
	for _, q := range s.posts {
		var nonce string
		if json.Unmarshal(q.fields["nonce"], &nonce) == nil && nonce == in.Nonce && q.channel == p.channel {
			return q
		}
	}
	return nil
}

// Unprompted lists the messages that the bot sent to channels without answering
// one there, or in answer to one that had its answer.
func (s *Server) Unprompted() []*Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make([]*Request, len(s.unprompted))
	for k, r := range s.unprompted {
		c := *r
		out[k] = &c
	}
	return out
}

// asked finds the user's message that a new message in the channel answers:
// the one it replies to, or else the oldest there without an answer. The
// caller holds s.mu.
func (s *Server) asked(channel string, ref *discordgo.MessageReference) *Message {
	for _, m := range s.messages {
		if m.ChannelID != channel {
			continue
		}
		if ref != nil && ref.MessageID == m.ID || ref == nil && m.reply == nil {
			return m
		}
	}
	return nil
}

func (c *call) getMessage() (int, any) {
	s := c.server
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.posts[c.PathValue("message_id")]
	if p == nil || p.channel != c.PathValue("channel_id") {
		return 404, errUnknownMessage
	}
	return 200, p.object()
}

func (c *call) editMessage() (int, any) {
	s := c.server
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.posts[c.PathValue("message_id")]
	if p == nil || p.channel != c.PathValue("channel_id") {
		return 404, errUnknownMessage
	}
	p.merge(c.body)
	for _, m := range s.messages {
		if m.reply != nil && m.reply.MessageID == p.id {
			m.reply.Body = parseBody(mustJSON(p.fields))
		}
	}
	s.changed()
	return 200, p.object()
}

func (c *call) deleteMessage() (int, any) {
	s := c.server
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.posts, c.PathValue("message_id"))
	return 204, nil
}
