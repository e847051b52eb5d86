package bot

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/bwmarrin/discordgo"

	"dateline/bot/discordtest"
	"dateline/kb"
)

// namePattern is Discord's own for the names of commands and options.
var namePattern = regexp.MustCompile(`^[-_'\p{L}\p{N}\p{Devanagari}\p{Thai}]{1,32}$`)

func TestDefinitions(t *testing.T) {
	used := map[string]string{}
	check := func(kind, name, locale string) {
		if kind == "message" {
			return
		}
		if !namePattern.MatchString(name) || strings.ToLower(name) != name {
			t.Errorf("%s %q (%s): not a name that Discord takes", kind, name, locale)
		}
	}
	describe := func(s, of string) {
		if n := utf8.RuneCountInString(s); n < 1 || n > 100 {
			t.Errorf("%s: a description of %d characters, want 1 to 100: %q", of, n, s)
		}
	}
	locales := []discordgo.Locale{discordgo.German, discordgo.French, discordgo.SpanishES, discordgo.Ukrainian}
	for _, d := range definitions(commands(), true) {
		kind := "command"
		if d.Type == discordgo.MessageApplicationCommand {
			kind = "message"
		} else {
			describe(d.Description, d.Name)
		}
		check(kind, d.Name, "en")
		if d.NameLocalizations == nil || kind == "command" && d.DescriptionLocalizations == nil {
			t.Errorf("%s: no words in other languages; add them to commandWords in locale.go", d.Name)
			continue
		}
		for _, l := range locales {
			name := (*d.NameLocalizations)[l]
			check(kind, name, string(l))
			if utf8.RuneCountInString(name) < 1 || utf8.RuneCountInString(name) > 32 {
				t.Errorf("%s: the name %q in %s is too long or missing", d.Name, name, l)
			}
			if other := used[string(l)+name]; other != "" {
				t.Errorf("%s and %s have the same name in %s: %s", d.Name, other, l, name)
			}
			used[string(l)+name] = d.Name
			if kind == "command" {
				describe((*d.DescriptionLocalizations)[l], d.Name+" in "+string(l))
			}
		}
		for _, o := range d.Options {
			check("option", o.Name, "en")
			describe(o.Description, o.Name)
			names := map[string]bool{}
			for _, l := range locales {
				check("option", o.NameLocalizations[l], string(l))
				describe(o.DescriptionLocalizations[l], o.Name+" in "+string(l))
				names[o.NameLocalizations[l]] = true
			}
		}
		if len(*d.Contexts) == 0 || len(*d.IntegrationTypes) == 0 {
			t.Errorf("%s can be used nowhere", d.Name)
		}
	}
}

func TestRegistration(t *testing.T) {
	b := newBot(&world{})
	srv := start(t, b)
	registered := srv.Commands("")
	if len(registered) != len(kb.Kinds())+8 {
		t.Errorf("%d commands registered", len(registered))
	}
	names := map[string]*discordgo.ApplicationCommand{}
	for _, c := range registered {
		names[c.Name] = c
	}
	for _, k := range kb.Kinds() {
		c := names[string(k.Kind)]
		if c == nil || len(c.Options) != 1 || !c.Options[0].Autocomplete || !c.Options[0].Required {
			t.Errorf("/%s should be registered with one completed option: %+v", k.Kind, c)
		}
	}
	if s := names["settings"]; s == nil || s.DefaultMemberPermissions == nil || *s.DefaultMemberPermissions != discordgo.PermissionManageGuild {
		t.Error("/settings should be for members with Manage Server")
	}
}

func TestRegistrationInOneServer(t *testing.T) {
	b := newBot(&world{})
	b.deps.GuildID = discordtest.GuildID
	srv := start(t, b)
	if here, everywhere := srv.Commands(discordtest.GuildID), srv.Commands(""); len(here) == 0 || len(everywhere) != 0 || here[0].Contexts != nil {
		t.Errorf("%d commands in the server, %d everywhere", len(here), len(everywhere))
	}
}

func TestWho(t *testing.T) {
	srv := start(t, newBot(&world{}))
	r := srv.Wait(srv.Command("who", "name", "Kuleba"))
	for _, want := range []string{"### Dmytro Kuleba\nForeign Minister of Ukraine", "> On January 14", "**Foreign Minister Dmytro Kuleba**", "[Blinken to visit Kyiv](https://www.example.com/blinken)", "18 January 2022"} {
		if !strings.Contains(r.Text(), want) {
			t.Errorf("no %q in the reply:\n%s", want, r.Text())
		}
	}
	if r.Ephemeral() {
		t.Error("an answer should be for everybody")
	}
	if r.AllowedMentions == nil || r.AllowedMentions.Parse == nil || len(*r.AllowedMentions.Parse) != 0 {
		t.Error("the reply may mention people")
	}
}

func TestInstalledByAUser(t *testing.T) {
	srv := start(t, newBot(&world{}))
	for _, where := range [][]any{{discordtest.UserInstall()}, {discordtest.InPrivateChannel()}, {discordtest.InDM()}} {
		r := srv.Wait(srv.Command("when", append([]any{"subject", "Blinken"}, where...)...))
		if !strings.Contains(r.Text(), "14 January 2022") {
			t.Errorf("got %s", r.Text())
		}
		more := srv.Wait(srv.Click(r, "More evidence"))
		if !strings.Contains(more.Text(), "5 quotes") {
			t.Errorf("got %s", more.Text())
		}
	}
}

func TestLateInteraction(t *testing.T) {
	srv := start(t, newBot(&world{}))
	srv.Fail(discordtest.Expired("POST /interactions/"))
	srv.Command("who", "name", "Kuleba")
	srv.WaitRequest("POST /interactions/")
	if r := srv.Wait(srv.Command("who", "name", "Kuleba")); !strings.Contains(r.Text(), "Dmytro Kuleba") {
		t.Errorf("the bot should go on: %s", r.Text())
	}
}

func TestAbstentionAndChoice(t *testing.T) {
	srv := start(t, newBot(&world{}))
	r := srv.Wait(srv.Command("who", "name", "Merkel"))
	if !r.Ephemeral() || !strings.Contains(r.Text(), "The articles do not say.") {
		t.Errorf("want a private abstention, got: %s", r.Text())
	}
	chosen := srv.Wait(srv.Select(r, "", []string{"Dmytro Kuleba"}))
	if chosen.Type != discordgo.InteractionResponseUpdateMessage || !strings.Contains(chosen.Text(), "Foreign Minister of Ukraine") {
		t.Errorf("a choice should turn the message into the answer: type %d\n%s", chosen.Type, chosen.Text())
	}
	r = srv.Wait(srv.Command("who", "name", "Bush"))
	menu := r.Controls()[0]
	if len(menu.Options) != 2 || menu.Options[1].Label != "George Bush" || menu.Options[1].Description != "43rd president" {
		t.Errorf("want a menu of two people with what they are: %+v", menu)
	}
}

func TestChoiceForAList(t *testing.T) {
	srv := start(t, newBot(&world{}))
	r := srv.Wait(srv.Command("timeline", "subject", "Merkl"))
	if !r.Ephemeral() || !strings.Contains(r.Text(), "nothing about **Merkl**") {
		t.Fatalf("want a private line with a menu: %s", r.Text())
	}
	if chosen := srv.Wait(srv.Select(r, "", []string{"Ned Price"})); !strings.Contains(chosen.Text(), "Timeline: Ned Price") {
		t.Errorf("a choice should run the command again: %s", chosen.Text())
	}
}

func TestChoiceKeepsTheQuestion(t *testing.T) {
	w := &world{}
	srv := start(t, newBot(w))
	r := srv.Wait(srv.DM("where is bush?"))
	srv.Wait(srv.Select(r, "", []string{"Kuleba — Foreign Minister"}))
	asked := w.questions()
	if last := asked[len(asked)-1]; last.Kind != kb.Who || last.Text != "Kuleba — Foreign Minister" {
		t.Errorf("asked %+v", last)
	}
}

func TestEmptyAndOverlongOptions(t *testing.T) {
	w := &world{}
	srv := start(t, newBot(w))
	for _, empty := range []string{" ", "\u200b\u2060", "\u202e", "\x00\t\n", "\u3164"} {
		r := srv.Wait(srv.Command("who", "name", empty, discordtest.As(fmt.Sprintf("9%017d", len(empty)+100))))
		if !r.Ephemeral() || !strings.Contains(r.Text(), "What about?") {
			t.Errorf("%q: %s", empty, r.Text())
		}
	}
	if len(w.questions()) != 0 {
		t.Errorf("an empty option is no question: %v", w.questions())
	}
	for i, long := range []string{strings.Repeat("x", 4000), strings.Repeat("Kuleba ", 570), strings.Repeat("😀", 2000), strings.Repeat("a\u0300\u0301", 1300), strings.Repeat("<@1>@everyone", 300)} {
		srv.Wait(srv.Command("ask", "question", long, discordtest.As(fmt.Sprintf("9%017d", i+200))))
	}
}

func TestOddOptions(t *testing.T) {
	srv := start(t, newBot(&world{}))
	// No client of Discord's sends these; they must cost nothing but the reply.
	r := srv.Wait(srv.Command("who", "name", 5))
	if !strings.Contains(r.Text(), "What about?") {
		t.Errorf("a number for a name: %s", r.Text())
	}
	if r = srv.Wait(srv.Command("nosuch", "name", "x")); !r.Ephemeral() {
		t.Error("an unknown command should be answered in private")
	}
	srv.Wait(srv.Command("who"))
}

func TestComplete(t *testing.T) {
	srv := start(t, newBot(&world{}))
	choices := srv.Wait(srv.Autocomplete("who", "name", "kul")).Choices
	if len(choices) != 1 || choices[0].Name != "Dmytro Kuleba — Foreign Minister of Ukraine" || choices[0].Value != "Dmytro Kuleba" {
		t.Errorf("kul: %+v", choices)
	}
	for _, typed := range []string{"xqz", "", " ", "\u202e", strings.Repeat("x", 4000)} {
		if r := srv.Wait(srv.Autocomplete("who", "name", typed)); len(r.Choices) > 25 {
			t.Errorf("%.10q: %d choices", typed, len(r.Choices))
		}
	}
	choices = srv.Wait(srv.Autocomplete("who", "name", "very")).Choices
	if len(choices) != 1 || utf8.RuneCountInString(choices[0].Name) > 100 || utf8.RuneCountInString(choices[0].Value.(string)) > 100 {
		t.Errorf("a long name should be cut: %+v", choices)
	}
	choices = srv.Wait(srv.Autocomplete("ask", "question", "who is kul")).Choices
	if len(choices) != 1 || choices[0].Value != "who is Dmytro Kuleba" {
		t.Errorf("a question's last name should be completed: %+v", choices)
	}
	choices = srv.Wait(srv.Autocomplete("article", "title", "bli")).Choices
	if len(choices) != 1 || choices[0].Value != "Blinken to visit Kyiv" {
		t.Errorf("titles should be completed: %+v", choices)
	}
	if choices = srv.Wait(srv.Autocomplete("timeline", "subject", "Kuleba", "from", "20")).Choices; len(choices) != 0 {
		t.Errorf("dates are not completed: %+v", choices)
	}
}

func TestLists(t *testing.T) {
	srv := start(t, newBot(&world{}))
	tests := []struct {
		command string
		args    []any
		want    string
	}{
		{"timeline", []any{"subject", "Ukraine"}, "20 events"},
		{"timeline", []any{"subject", "Ukraine", "from", "2022-01-05", "to", "2022-01-07"}, "3 events, 5 January 2022 to 7 January 2022"},
		{"timeline", []any{"subject", "Ukraine", "from", "soon"}, "I do not understand the date “soon”"},
		{"timeline", []any{"subject", "Ukraine", "from", "2023", "to", "2022"}, "ends before it begins"},
		{"timeline", []any{"subject", "nobody"}, "I know of no dated events about **nobody**"},
		{"quotes", []any{"person", "Price", "about", "trip"}, "**the trip was useful**"},
		{"latest", nil, "Blinken to visit Kyiv"},
		{"article", []any{"title", "blinken"}, "**People**: Dmytro Kuleba"},
		{"article", []any{"title", "mars"}, "I have no article with the title **mars**"},
		{"sources", nil, "1 article"},
		{"help", nil, "/who Dmytro Kuleba"},
		{"settings", nil, "Only members with the permission Manage Server"},
	}
	for i, tt := range tests {
		r := srv.Wait(srv.Command(tt.command, append(tt.args, discordtest.As(fmt.Sprintf("9%017d", i+300)))...))
		if !strings.Contains(r.Text(), tt.want) {
			t.Errorf("/%s %v: no %q in:\n%s", tt.command, tt.args, tt.want, r.Text())
		}
	}
}

func TestMessageCommand(t *testing.T) {
	srv := start(t, newBot(&world{}))
	r := srv.Wait(srv.MessageCommand("Who and what is this?", "I met <@123> Zelenskyy in Ukraine"))
	if !r.Ephemeral() || !strings.Contains(r.Text(), "**Volodymyr Zelenskyy** · President of Ukraine") || !strings.Contains(r.Text(), "**Ukraine** · place") {
		t.Errorf("got:\n%s", r.Text())
	}
	if r = srv.Wait(srv.MessageCommand("Who and what is this?", "<@123>")); !strings.Contains(r.Text(), "no text") {
		t.Errorf("a message without words: %s", r.Text())
	}
}

func TestSlowAnswer(t *testing.T) {
	release := make(chan struct{})
	w := &world{before: func(context.Context, kb.Question) { <-release }}
	b := newBot(w)
	b.deferAfter = 20 * time.Millisecond
	srv := start(t, b)
	i := srv.Command("who", "name", "Kuleba")
	if first := srv.First(i); first.Type != discordgo.InteractionResponseDeferredChannelMessageWithSource {
		t.Errorf("a slow answer should be deferred, got type %d", first.Type)
	}
	close(release)
	if r := srv.Wait(i); !strings.Contains(r.Text(), "Dmytro Kuleba") {
		t.Errorf("got %s", r.Text())
	}
}

func TestSlowPress(t *testing.T) {
	release := make(chan struct{})
	w := &world{}
	b := newBot(w)
	b.deferAfter = 20 * time.Millisecond
	srv := start(t, b)
	r := srv.Wait(srv.Command("who", "name", "Merkel"))
	w.mu.Lock()
	w.before = func(context.Context, kb.Question) { <-release }
	w.mu.Unlock()
	i := srv.Select(r, "", []string{"Dmytro Kuleba"})
	if first := srv.First(i); first.Type != discordgo.InteractionResponseDeferredMessageUpdate {
		t.Errorf("a slow choice should be deferred as an update, got type %d", first.Type)
	}
	close(release)
	if chosen := srv.Wait(i); !strings.Contains(chosen.Text(), "Foreign Minister of Ukraine") {
		t.Errorf("got %s", chosen.Text())
	}
}

func TestTooSlowAnswer(t *testing.T) {
	w := &world{before: func(ctx context.Context, _ kb.Question) { <-ctx.Done() }}
	b := newBot(w)
	b.deferAfter, b.answerWithin = 10*time.Millisecond, 60*time.Millisecond
	srv := start(t, b)
	if r := srv.Wait(srv.Command("who", "name", "Merkel")); !strings.Contains(r.Text(), "took too long") && !strings.Contains(r.Text(), "do not say") {
		t.Errorf("got %s", r.Text())
	}
}

func TestPanicCostsOneReply(t *testing.T) {
	w := &world{before: func(_ context.Context, q kb.Question) {
		if q.Text == "boom" {
			panic("a fault in the knowledge base")
		}
	}}
	srv := start(t, newBot(w))
	if r := srv.Wait(srv.Command("who", "name", "boom")); !r.Ephemeral() || !strings.Contains(r.Text(), "Sorry") {
		t.Errorf("want an apology, got %s", r.Text())
	}
	if r := srv.Wait(srv.Command("who", "name", "Kuleba")); !strings.Contains(r.Text(), "Dmytro Kuleba") {
		t.Errorf("the bot should go on, got %s", r.Text())
	}
	if r := srv.Wait(srv.DM("boom")); !strings.Contains(r.Text(), "Sorry") {
		t.Errorf("want an apology in a direct message too, got %s", r.Text())
	}
}

func TestFlood(t *testing.T) {
	var now atomic.Int64 // seconds
	srv := start(t, New(Deps{Secret: "s", KB: &world{}, Now: func() time.Time { return time.Unix(now.Load(), 0) }}))
	var r *discordtest.Reply
	for range floodBurst {
		if r = srv.Wait(srv.Command("timeline", "subject", "Ukraine")); r.Ephemeral() {
			t.Fatalf("too early: %s", r.Text())
		}
	}
	if told := srv.Wait(srv.Command("sources")); !told.Ephemeral() || !strings.Contains(told.Text(), "a lot at once") {
		t.Errorf("a flood should be told, got: %s", told.Text())
	}
	if again := srv.Wait(srv.Command("sources")); !again.Ephemeral() || again.Text() != "One moment …" {
		t.Errorf("a further command of a flood should get a word, got: %s", again.Text())
	}
	if ack := srv.First(srv.Click(r, "More")); ack.Type != discordgo.InteractionResponseDeferredMessageUpdate {
		t.Errorf("a press too many should be taken quietly, got type %d", ack.Type)
	}
	now.Add(60)
	if r = srv.Wait(srv.Command("sources")); r.Ephemeral() {
		t.Errorf("after a pause: %s", r.Text())
	}
	if r = srv.Wait(srv.Command("sources", discordtest.As("900000000000000777"))); r.Ephemeral() {
		t.Errorf("somebody else's flood is nobody else's business: %s", r.Text())
	}
}

func TestHostileInput(t *testing.T) {
	srv := start(t, newBot(&world{}))
	for i, text := range []string{
		"@everyone", "<@&123>", "[click](https://evil.example)", "||x||", "# big", "\u202eevil\u202c", "zero\u200bwidth", "`code`", "<t:0:R>", "</who:1>",
	} {
		r := srv.Wait(srv.Command("timeline", "subject", "nobody "+text, discordtest.As(fmt.Sprintf("9%017d", i+500))))
		for _, bad := range []string{"@everyone", " <@&", " [click](http", " ||x", "\u202e", "\u200bw", " `code`", " <t:", " </who"} {
			if strings.Contains(r.Text(), bad) {
				t.Errorf("%q came through as %q", text, r.Text())
			}
		}
		if strings.IndexFunc(r.Text(), func(c rune) bool { return unicode.Is(unicode.Bidi_Control, c) }) >= 0 {
			t.Errorf("direction marks came through: %q", r.Text())
		}
	}
}
