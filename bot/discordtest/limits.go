package discordtest

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bwmarrin/discordgo"
)

// Limits of Discord that its API description leaves out or has only in prose.
const (
	maxContent      = 2000
	maxEmbedTotal   = 6000
	maxComponents   = 40
	maxTextDisplays = 4000 // characters over all text displays of a message
	maxCustomID     = 100
	maxChoices      = 25
	maxCommandSize  = 8000 // characters of names, descriptions and values of a command
)

// checkLimits lists what Discord refuses in a body although its description
// allows it. The route is the pattern that the request matched.
func checkLimits(route string, body json.RawMessage) []string {
	if len(body) == 0 {
		return nil
	}
	method, path, _ := strings.Cut(route, " ")
	l := &limits{}
	switch {
	case strings.HasSuffix(path, "/commands") && method == "PUT":
		var cmds []*discordgo.ApplicationCommand
		if l.read(body, &cmds) {
			l.commands(cmds)
		}
	case strings.HasSuffix(path, "/commands"):
		cmd := &discordgo.ApplicationCommand{}
		if l.read(body, cmd) {
			l.commands([]*discordgo.ApplicationCommand{cmd})
		}
	case strings.HasSuffix(path, "/callback"):
		l.callback(body)
	case strings.HasSuffix(path, "/messages") || strings.HasSuffix(path, "{webhook_token}"):
		l.message(body, false)
	case strings.HasSuffix(path, "/messages/{message_id}"):
		l.message(body, true)
	}
	return l.problems
}

type limits struct{ problems []string }

func (l *limits) fail(format string, args ...any) {
	l.problems = append(l.problems, fmt.Sprintf(format, args...))
}

func (l *limits) most(what, text string, n int) {
	if got := utf8.RuneCountInString(text); got > n {
		l.fail("%s has %d characters, at most %d are allowed", what, got, n)
	}
}

func (l *limits) read(body json.RawMessage, into any) bool {
	if err := json.Unmarshal(body, into); err != nil {
		l.fail("not what was expected: %v", err)
		return false
	}
	return true
}

func (l *limits) callback(body json.RawMessage) {
	var in struct {
		Type discordgo.InteractionResponseType
		Data json.RawMessage
	}
	if !l.read(body, &in) {
		return
	}
	switch in.Type {
	case discordgo.InteractionResponseChannelMessageWithSource:
		l.message(in.Data, false)
	case discordgo.InteractionResponseUpdateMessage:
		l.message(in.Data, true)
	case discordgo.InteractionApplicationCommandAutocompleteResult:
		l.choices(parseBody(in.Data).Choices)
	case discordgo.InteractionResponseModal:
		b := parseBody(in.Data)
		l.most("the modal's title", b.Title, 45)
		if b.CustomID == "" || len(b.Components) == 0 || len(b.Components) > 5 {
			l.fail("a modal needs a custom_id and one to five components, it has %q and %d", b.CustomID, len(b.Components))
		}
		l.components(b.Components, false)
	}
}

func (l *limits) choices(cs []Choice) {
	if len(cs) > maxChoices {
		l.fail("%d choices, at most %d are allowed", len(cs), maxChoices)
	}
	for _, c := range cs {
		if n := utf8.RuneCountInString(c.Name); n < 1 || n > 100 {
			l.fail("the choice %q has a name of %d characters, one to 100 are allowed", c.Name, n)
		}
		if v, ok := c.Value.(string); ok {
			l.most(fmt.Sprintf("the value of the choice %q", c.Name), v, 100)
			if v == "" {
				l.fail("the choice %q has an empty value", c.Name)
			}
		}
	}
}

// message checks a message, or an edit of one, which may leave anything out.
func (l *limits) message(body json.RawMessage, edit bool) {
	b := parseBody(body)
	l.most("the content", b.Content, maxContent)
	l.embeds(b.Embeds)
	v2 := b.Flags&discordgo.MessageFlagsIsComponentsV2 != 0
	l.components(b.Components, v2)
	if v2 && (b.Content != "" || len(b.Embeds) > 0) {
		l.fail("a message with Components V2 has no content and no embeds")
	}
	if v2 && len(b.Components) == 0 && !edit {
		l.fail("a message with Components V2 without components")
	}
	var has map[string]json.RawMessage
	_ = json.Unmarshal(body, &has)
	if strings.TrimSpace(b.Content) == "" && len(b.Embeds) == 0 && len(b.Components) == 0 && !edit &&
		!filled(has["attachments"]) && !filled(has["sticker_ids"]) && !filled(has["poll"]) {
		l.fail("an empty message")
	}
	l.mentions(b.AllowedMentions, has["allowed_mentions"])
}

// filled tells whether a field has anything in it.
func filled(raw json.RawMessage) bool {
	s := string(raw)
	return s != "" && s != "null" && s != "[]"
}

func (l *limits) mentions(m *AllowedMentions, raw json.RawMessage) {
	if m == nil {
		return
	}
	var has map[string]json.RawMessage
	_ = json.Unmarshal(raw, &has)
	if string(has["parse"]) == "null" {
		l.fail("allowed_mentions.parse is null, which lets every mention through: an empty list is wanted")
	}
	if m.Parse == nil {
		return
	}
	for _, p := range *m.Parse {
		if p == "users" && len(m.Users) > 0 || p == "roles" && len(m.Roles) > 0 {
			l.fail("allowed_mentions has %s both in parse and by id", p)
		}
	}
}

func (l *limits) embeds(es []*discordgo.MessageEmbed) {
	if len(es) > 10 {
		l.fail("%d embeds, at most 10 are allowed", len(es))
	}
	total := 0
	count := func(what, text string, n int) {
		l.most("an embed's "+what, text, n)
		total += utf8.RuneCountInString(text)
	}
	for _, e := range es {
		if e == nil {
			l.fail("an embed that is null")
			continue
		}
		before := total
		count("title", e.Title, 256)
		count("description", e.Description, 4096)
		if e.Footer != nil {
			count("footer", e.Footer.Text, 2048)
		}
		if e.Author != nil {
			count("author", e.Author.Name, 256)
		}
		if len(e.Fields) > 25 {
			l.fail("an embed with %d fields, at most 25 are allowed", len(e.Fields))
		}
		for _, f := range e.Fields {
			count("field name", f.Name, 256)
			count("field value", f.Value, 1024)
			if strings.TrimSpace(f.Name) == "" || strings.TrimSpace(f.Value) == "" {
				l.fail("an embed's field %q: %q without name or value", f.Name, f.Value)
			}
		}
		if total == before && e.Image == nil && e.Thumbnail == nil {
			l.fail("an empty embed")
		}
	}
	if total > maxEmbedTotal {
		l.fail("%d characters over all embeds, at most %d are allowed", total, maxEmbedTotal)
	}
}

func (l *limits) commands(cs []*discordgo.ApplicationCommand) {
	seen := map[string]bool{}
	perKind := map[discordgo.ApplicationCommandType]int{}
	for _, c := range cs {
		if c == nil {
			l.fail("a command that is null")
			continue
		}
		kind := c.Type
		if kind == 0 {
			kind = discordgo.ChatApplicationCommand
		}
		perKind[kind]++
		key := fmt.Sprint(kind, c.Name)
		if seen[key] {
			l.fail("two commands named %q", c.Name)
		}
		seen[key] = true
		if kind != discordgo.ChatApplicationCommand {
			if c.Description != "" || len(c.Options) > 0 {
				l.fail("the context menu command %q has a description or options", c.Name)
			}
			continue
		}
		l.name("command", c.Name)
		if c.Description == "" {
			l.fail("the command %q has no description", c.Name)
		}
		if c.NameLocalizations != nil {
			for _, n := range *c.NameLocalizations {
				l.name("command", n)
			}
		}
		size := utf8.RuneCountInString(c.Name + c.Description)
		size += l.options(c.Name, c.Options)
		if size > maxCommandSize {
			l.fail("the command %q has %d characters in all, at most %d are allowed", c.Name, size, maxCommandSize)
		}
	}
	for kind, most := range map[discordgo.ApplicationCommandType]int{1: 100, 2: 15, 3: 15} {
		if perKind[kind] > most {
			l.fail("%d commands of type %d, at most %d are allowed", perKind[kind], kind, most)
		}
	}
}

func (l *limits) options(of string, os []*discordgo.ApplicationCommandOption) int {
	seen := map[string]bool{}
	optional := false
	size := 0
	for _, o := range os {
		if o == nil {
			l.fail("/%s has an option that is null", of)
			continue
		}
		if seen[o.Name] {
			l.fail("/%s has two options named %q", of, o.Name)
		}
		seen[o.Name] = true
		l.name("option", o.Name)
		for _, n := range o.NameLocalizations {
			l.name("option", n)
		}
		if o.Description == "" {
			l.fail("the option %q of /%s has no description", o.Name, of)
		}
		if o.Required && optional {
			l.fail("the required option %q of /%s stands after an optional one", o.Name, of)
		}
		optional = optional || !o.Required && o.Type > discordgo.ApplicationCommandOptionSubCommandGroup
		if o.Autocomplete && len(o.Choices) > 0 {
			l.fail("the option %q of /%s has both choices and autocompletion", o.Name, of)
		}
		if len(o.Choices) > maxChoices {
			l.fail("the option %q of /%s has %d choices, at most %d are allowed", o.Name, of, len(o.Choices), maxChoices)
		}
		size += utf8.RuneCountInString(o.Name + o.Description)
		for _, c := range o.Choices {
			size += utf8.RuneCountInString(c.Name + fmt.Sprint(c.Value))
		}
		size += l.options(of+" "+o.Name, o.Options)
	}
	return size
}

// name checks the form of a slash command's or an option's name: letters,
// digits, - and _, at most 32, none in upper case.
func (l *limits) name(what, n string) {
	ok := n != "" && utf8.RuneCountInString(n) <= 32 && strings.ToLower(n) == n
	for _, r := range n {
		// Marks belong to the letters of Devanagari and Thai.
		ok = ok && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || r == '-' || r == '_' || r == '\'')
	}
	if !ok {
		l.fail("the %s name %q: one to 32 letters, digits, - or _ in lower case are allowed", what, n)
	}
}
