package discordtest

import (
	"encoding/json"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"
)

// post is a message of the bot as it stands after edits.
type post struct {
	id, channel, guild string
	user               string // who asked, for an answer to an interaction
	at                 time.Time
	fields             map[string]json.RawMessage
}

// merge takes over the fields of a message body; null clears.
func (p *post) merge(body json.RawMessage) {
	var in map[string]json.RawMessage
	_ = json.Unmarshal(body, &in)
	for k, v := range in {
		p.fields[k] = v
	}
}

// object is the message as Discord tells of it.
func (p *post) object() json.RawMessage {
	o := object{
		"id": p.id, "channel_id": p.channel, "type": 0, "content": "", "embeds": []any{},
		"components": []any{}, "attachments": []any{}, "mentions": []any{}, "mention_roles": []any{},
		"mention_everyone": false, "pinned": false, "tts": false, "flags": 0, "edited_timestamp": nil,
		"timestamp": p.at.UTC().Format(time.RFC3339Nano), "author": botObject(),
	}
	for _, k := range []string{"content", "embeds", "components", "flags"} {
		if v, ok := p.fields[k]; ok && string(v) != "null" {
			o[k] = v
		}
	}
	return mustJSON(o)
}

// where is the scene in which a user sees the message.
func (p *post) where() []Option {
	var out []Option
	if p.user != "" {
		out = append(out, As(p.user))
	}
	if p.guild == "" {
		return append(out, InDM())
	}
	return append(out, InGuild(p.guild, p.channel))
}

func botObject() object {
	return object{
		"id": BotID, "username": "dateline", "discriminator": "0000", "global_name": nil,
		"avatar": nil, "bot": true, "public_flags": 0,
	}
}

// messageIntent is what a session must have asked for to hear of a message.
func messageIntent(guild string) discordgo.Intent {
	if guild == "" {
		return discordgo.IntentsDirectMessages
	}
	return discordgo.IntentsGuildMessages
}

// newMessage makes a user's message, in reply to one of the bot's if re is given.
func (s *Server) newMessage(text string, sc *scene, re *post) *Message {
	m := &Message{
		ID: s.newID(), GuildID: sc.guild, ChannelID: sc.channel, UserID: sc.user,
		Content: text, Sent: time.Now(),
	}
	mentioned := strings.Contains(text, "<@"+BotID+">") || strings.Contains(text, "<@!"+BotID+">")
	o := object{
		"id": m.ID, "channel_id": m.ChannelID, "type": 0, "content": text,
		"timestamp": m.Sent.Add(-sc.late).UTC().Format(time.RFC3339Nano), "edited_timestamp": nil,
		"author": sc.userObject(), "embeds": []any{}, "components": []any{}, "attachments": []any{},
		"mention_roles": []any{}, "mention_everyone": false, "pinned": false, "tts": false,
		"nonce": m.ID, "flags": 0, "channel_type": 0,
	}
	if sc.dm {
		o["channel_type"] = 1
	} else {
		o["guild_id"] = sc.guild
		member := sc.memberObject()
		delete(member, "user")
		delete(member, "permissions")
		o["member"] = member
	}
	if sc.webhook != "" {
		o["webhook_id"] = sc.webhook
		o["author"] = object{"id": sc.webhook, "username": "hook", "discriminator": "0000", "avatar": nil}
		delete(o, "member")
	}
	if re != nil {
		mentioned = true // a reply notifies the author replied to, as clients have it by default
		o["type"] = 19
		ref := object{"type": 0, "channel_id": re.channel, "message_id": re.id}
		if re.guild != "" {
			ref["guild_id"] = re.guild
		}
		o["message_reference"], o["referenced_message"] = ref, re.object()
	}
	mentions := []object{}
	if mentioned {
		mentions = append(mentions, botObject())
	}
	o["mentions"] = mentions
	m.payload = mustJSON(o)
	return m
}

// visible is the payload as a session with the intents sees it: without the
// intent for message content, only direct messages and mentions have any.
func visible(event string, payload json.RawMessage, intents discordgo.Intent) json.RawMessage {
	if event != "MESSAGE_CREATE" || intents&discordgo.IntentMessageContent != 0 {
		return payload
	}
	var m struct {
		Guild    string `json:"guild_id"`
		Mentions []struct{ ID string }
	}
	if json.Unmarshal(payload, &m) != nil || m.Guild == "" {
		return payload
	}
	for _, u := range m.Mentions {
		if u.ID == BotID {
			return payload
		}
	}
	var o map[string]any
	_ = json.Unmarshal(payload, &o)
	o["content"] = ""
	return mustJSON(o)
}
