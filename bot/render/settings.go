package render

import (
	"github.com/bwmarrin/discordgo"

	"dateline/bot/settings"
)

// The values of the menus in the settings.
const (
	ValuePublic     = "public"
	ValuePrivate    = "private"
	ValueEverywhere = "everywhere"
	ValueChosen     = "chosen"
	ValueNowhere    = "nowhere"
)

// Settings draws the choices of a server, with what was just said about them.
func Settings(s settings.Server, note string, link Link) Message {
	c := newCard(colourAnswer)
	c.text("### Settings for this server", "Only members with the permission Manage Server can change them.")
	c.menu(link(Privacy, 0, ""), "Who sees answers to commands?", []discordgo.SelectMenuOption{
		{Label: "Everybody sees answers to commands", Value: ValuePublic, Default: !s.Private},
		{Label: "Only who asked sees answers to commands", Value: ValuePrivate, Default: s.Private},
	})
	c.menu(link(Mentions, 0, ""), "Where are mentions answered?", []discordgo.SelectMenuOption{
		{Label: "Answer mentions in every channel", Value: ValueEverywhere, Default: s.Mentions == settings.Everywhere},
		{Label: "Answer mentions in the channels chosen below", Value: ValueChosen, Default: s.Mentions == settings.Chosen},
		{Label: "Do not answer mentions", Value: ValueNowhere, Default: s.Mentions == settings.Nowhere},
	})
	if s.Mentions == settings.Chosen {
		c.rows = append(c.rows, discordgo.ActionsRow{Components: []discordgo.MessageComponent{channelMenu(s, link)}})
	}
	if note != "" {
		c.rows = append(c.rows, discordgo.TextDisplay{Content: note})
	}
	return c.message(true)
}

func channelMenu(s settings.Server, link Link) discordgo.SelectMenu {
	none := 0
	m := discordgo.SelectMenu{
		MenuType: discordgo.ChannelSelectMenu, CustomID: link(Channels, 0, ""), Placeholder: "Choose channels",
		MinValues: &none, MaxValues: settings.MaxChannels,
		ChannelTypes: []discordgo.ChannelType{
			discordgo.ChannelTypeGuildText, discordgo.ChannelTypeGuildNews, discordgo.ChannelTypeGuildForum, discordgo.ChannelTypeGuildVoice,
		},
	}
	for _, id := range s.Channels {
		m.DefaultValues = append(m.DefaultValues, discordgo.SelectMenuDefaultValue{ID: id, Type: "channel"})
	}
	return m
}
