package bot

import (
	"context"
	"fmt"

	"github.com/bwmarrin/discordgo"
)

// permissionManage is Manage Server, and permissionAdmin what implies it.
const (
	permissionManage = discordgo.PermissionManageGuild
	permissionAdmin  = discordgo.PermissionAdministrator
)

// register puts all commands in place of those registered before, with one
// request: everywhere, or in one server where they show up at once.
func (b *Bot) register(ctx context.Context, s *discordgo.Session, appID string) error {
	made, err := s.ApplicationCommandBulkOverwrite(appID, b.deps.GuildID, definitions(b.commands, b.deps.GuildID == ""), discordgo.WithContext(ctx))
	if err != nil {
		return fmt.Errorf("register the commands: %w", plainError(err))
	}
	ids := make(map[string]string, len(made))
	for _, c := range made {
		ids[c.Name] = c.ID
	}
	b.commandIDs.Store(&ids)
	return nil
}

// definitions describes the commands to Discord. Only commands that are there
// everywhere may say where they can be used.
func definitions(table []command, everywhere bool) []*discordgo.ApplicationCommand {
	out := make([]*discordgo.ApplicationCommand, len(table))
	for i, c := range table {
		out[i] = definition(c)
		if !everywhere {
			out[i].Contexts, out[i].IntegrationTypes = nil, nil
		}
	}
	return out
}

func definition(c command) *discordgo.ApplicationCommand {
	contexts := []discordgo.InteractionContextType{
		discordgo.InteractionContextGuild, discordgo.InteractionContextBotDM, discordgo.InteractionContextPrivateChannel,
	}
	installs := []discordgo.ApplicationIntegrationType{
		discordgo.ApplicationIntegrationGuildInstall, discordgo.ApplicationIntegrationUserInstall,
	}
	d := &discordgo.ApplicationCommand{
		Type: discordgo.ChatApplicationCommand, Name: c.name, Description: c.summary,
		Contexts: &contexts, IntegrationTypes: &installs,
		NameLocalizations:        names(commandWords(c.name)),
		DescriptionLocalizations: summaries(commandWords(c.name)),
	}
	if c.onMessage {
		d.Type, d.Description, d.DescriptionLocalizations = discordgo.MessageApplicationCommand, "", nil
	}
	if c.manage {
		permission := int64(permissionManage)
		d.DefaultMemberPermissions = &permission
		contexts, installs = contexts[:1], installs[:1]
	}
	for _, o := range c.options {
		d.Options = append(d.Options, optionDefinition(o))
	}
	return d
}

func optionDefinition(o option) *discordgo.ApplicationCommandOption {
	words := optionWords(o.name)
	d := &discordgo.ApplicationCommandOption{
		Type: discordgo.ApplicationCommandOptionString, Name: o.name, Description: o.summary,
		Required: o.required, Autocomplete: o.complete != nil, MaxLength: maxTyped,
	}
	if n := names(words); n != nil {
		d.NameLocalizations, d.DescriptionLocalizations = *n, *summaries(words)
	}
	return d
}
