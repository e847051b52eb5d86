package bot

import (
	"context"
	"errors"

	"dateline/bot/gateway"
	"dateline/bot/render"
	"dateline/bot/settings"
)

// Settings keeps what servers have chosen. *settings.Store does.
type Settings interface {
	Get(server string) (settings.Server, error)
	Change(server string, change func(*settings.Server)) (settings.Server, error)
}

// Feedback takes what people call wrong. *settings.Log does.
type Feedback interface{ Append(line any) error }

// choices of a server. Where they cannot be read the cautious ones hold.
func (b *Bot) server(ctx context.Context, id string) settings.Server {
	switch {
	case id == "":
		return settings.Server{}
	case b.deps.Settings == nil:
		return settings.Server{Private: b.deps.Private}
	}
	s, err := b.deps.Settings.Get(id)
	if err != nil {
		gateway.Logger(ctx).Error("settings could not be read; answering in private", "err", err)
		return settings.Server{Private: true}
	}
	return s
}

// private reports whether only the asker sees the answer, by the server's
// choice.
func (b *Bot) private(ctx context.Context, r *request) bool { return b.server(ctx, r.guild).Private }

const mayNotChange = "Only members with the permission Manage Server can change my settings."

func (r *request) manages() bool {
	return r.member != nil && r.member.Permissions&(permissionManage|permissionAdmin) != 0
}

func runSettings(ctx context.Context, b *Bot, r *request) (reply, error) {
	switch {
	case r.guild == "":
		return refuse("Settings belong to a server. Here my answers are between you and me."), nil
	case !r.manages():
		return refuse(mayNotChange), nil
	case b.deps.Settings == nil:
		return refuse("My operator has given me no file for settings, so there are none to change."), nil
	}
	s, err := b.deps.Settings.Get(r.guild)
	if err != nil {
		gateway.Logger(ctx).Error("settings could not be read", "err", err)
		return reply{Message: render.Notice("I could not read this server's settings. My operator finds the reason in my log."), outcome: failed}, nil
	}
	return answer(render.Settings(s, "", r.link)), nil
}

// changeSettings does what a menu of the settings says. Whoever presses must
// still be allowed to, whatever the message.
func (b *Bot) changeSettings(ctx context.Context, p *press, action render.Action) (reply, error) {
	if p.guild == "" || !p.manages() || b.deps.Settings == nil {
		return refuse(mayNotChange), nil
	}
	change, err := settingsChange(action, p.values)
	if err != nil {
		return refuse("I do not know this choice. Please call `/settings` again."), nil
	}
	s, err := b.deps.Settings.Change(p.guild, change)
	if err != nil {
		gateway.Logger(ctx).Error("settings could not be written", "err", err)
		return reply{Message: render.Notice("I could not save this: nothing was changed. My operator finds the reason in my log."), outcome: failed}, nil
	}
	return answer(render.Settings(s, "Saved.", p.link)), nil
}

var errChoice = errors.New("not a choice of the settings")

func settingsChange(action render.Action, values []string) (func(*settings.Server), error) {
	if action == render.Channels && len(values) <= settings.MaxChannels {
		return func(s *settings.Server) { s.Channels = values }, nil
	}
	if len(values) != 1 {
		return nil, errChoice
	}
	switch v := values[0]; {
	case action == render.Privacy && (v == render.ValuePrivate || v == render.ValuePublic):
		return func(s *settings.Server) { s.Private = v == render.ValuePrivate }, nil
	case action == render.Mentions && v == render.ValueEverywhere:
		return func(s *settings.Server) { s.Mentions = settings.Everywhere }, nil
	case action == render.Mentions && v == render.ValueChosen:
		return func(s *settings.Server) { s.Mentions = settings.Chosen }, nil
	case action == render.Mentions && v == render.ValueNowhere:
		return func(s *settings.Server) { s.Mentions = settings.Nowhere }, nil
	}
	return nil, errChoice
}
