package discordtest_test

import (
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/bot/discordtest"

	"github.com/bwmarrin/discordgo"
)

// toServer sends requests for discord.com to the stand-in.
type toServer struct{ url *url.URL }

func (t toServer) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.URL.Scheme, r.URL.Host = t.url.Scheme, t.url.Host
	return http.DefaultTransport.RoundTrip(r)
}

// session is an unchanged discordgo session that talks to the stand-in.
func session(t *testing.T, srv *discordtest.Server) *discordgo.Session {
	t.Helper()
	dg, err := discordgo.New("Bot " + srv.Token)
	if err != nil {
		t.Fatal(err)
	}
	u, err := url.Parse(srv.URL)
	if err != nil {
		t.Fatal(err)
	}
	dg.Client = &http.Client{Transport: toServer{u}, Timeout: 5 * time.Second}
	dg.Identify.Intents = discordgo.IntentsDirectMessages | discordgo.IntentsGuildMessages
	return dg
}

// echo opens the session with handlers that answer with what they were given.
func echo(t *testing.T, srv *discordtest.Server) *discordgo.Session {
	t.Helper()
	dg := session(t, srv)
	dg.AddHandler(func(s *discordgo.Session, i *discordgo.InteractionCreate) {
		r := &discordgo.InteractionResponse{Type: 4, Data: &discordgo.InteractionResponseData{}}
		switch i.Type {
		case discordgo.InteractionApplicationCommandAutocomplete:
			r.Type = 8
			r.Data.Choices = []*discordgo.ApplicationCommandOptionChoice{{Name: "Dmytro Kuleba", Value: "kuleba"}}
		case discordgo.InteractionMessageComponent:
			r.Type = 7
			r.Data.Content = "pressed " + i.MessageComponentData().CustomID + strings.Join(i.MessageComponentData().Values, ",")
		default:
			d := i.ApplicationCommandData()
			r.Data.Content = d.Name
			for _, o := range d.Options {
				r.Data.Content += " " + o.StringValue()
			}
			r.Data.Components = []discordgo.MessageComponent{discordgo.ActionsRow{Components: []discordgo.MessageComponent{
				discordgo.Button{CustomID: "more", Label: "More"}}}}
		}
		if err := s.InteractionRespond(i.Interaction, r); err != nil {
			t.Error(err)
		}
	})
	dg.AddHandler(func(s *discordgo.Session, m *discordgo.MessageCreate) {
		if _, err := s.ChannelMessageSendReply(m.ChannelID, "you said: "+m.Content, m.Reference()); err != nil {
			t.Error(err)
		}
	})
	if err := dg.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { dg.Close() })
	return dg
}

func TestConversation(t *testing.T) {
	srv := discordtest.New(t)
	dg := echo(t, srv)
	if _, err := dg.ApplicationCommandBulkOverwrite(discordtest.AppID, "", []*discordgo.ApplicationCommand{
		{Name: "who", Description: "Who is this?", Options: []*discordgo.ApplicationCommandOption{
			{Name: "name", Description: "A name", Type: 3, Required: true, Autocomplete: true}}},
	}); err != nil {
		t.Fatal(err)
	}
	if got := srv.Commands(""); len(got) != 1 || got[0].Name != "who" {
		t.Errorf("registered %v, want who", got)
	}

	r := srv.Wait(srv.Command("who", "name", "Kuleba"))
	if r.Text() != "who Kuleba" {
		t.Errorf("answered %q", r.Text())
	}
	if got := srv.Wait(srv.Click(r, "More")); got.Text() != "pressed more" || got.MessageID != r.MessageID {
		t.Errorf("the button answered %q", got.Text())
	}
	if got := srv.Wait(srv.Autocomplete("who", "name", "kul")).Choices; len(got) != 1 || got[0].Value != "kuleba" {
		t.Errorf("completed %v", got)
	}
	if got := srv.Wait(srv.DM("hello")).Text(); got != "you said: hello" {
		t.Errorf("answered %q to a direct message", got)
	}
	if got := srv.Wait(srv.Mention("hello")).Text(); got != "you said: <@"+discordtest.BotID+"> hello" {
		t.Errorf("answered %q to a mention", got)
	}
	if got := srv.Wait(srv.Say("secret")).Text(); got != "you said: " {
		t.Errorf("answered %q: without the intent a message that does not mention the bot has no content", got)
	}
	if got := len(srv.Requests("POST /interactions/")); got != 3 {
		t.Errorf("%d callbacks recorded, want 3", got)
	}
}

func TestInteractionRules(t *testing.T) {
	srv := discordtest.New(t, discordtest.Expiry(time.Second))
	dg := session(t, srv)
	got := make(chan *discordgo.Interaction, 10)
	dg.AddHandler(func(_ *discordgo.Session, i *discordgo.InteractionCreate) { got <- i.Interaction })
	if err := dg.Open(); err != nil {
		t.Fatal(err)
	}
	defer dg.Close()
	say := func(text string) *discordgo.InteractionResponse {
		return &discordgo.InteractionResponse{Type: 4, Data: &discordgo.InteractionResponseData{Content: text}}
	}
	wantCode := func(what string, err error, code int) {
		t.Helper()
		re, ok := err.(*discordgo.RESTError)
		if !ok || re.Message == nil || re.Message.Code != code {
			t.Errorf("%s: %v, want the error %d", what, err, code)
		}
	}

	srv.Command("who", discordtest.UserInstall())
	i := <-got
	_, err := dg.FollowupMessageCreate(i, true, &discordgo.WebhookParams{Content: "early"})
	wantCode("a follow-up before the response", err, 10015)
	if err := dg.InteractionRespond(i, say("one")); err != nil {
		t.Fatal(err)
	}
	wantCode("a second response", dg.InteractionRespond(i, say("two")), 40060)
	for range 5 {
		if _, err := dg.FollowupMessageCreate(i, true, &discordgo.WebhookParams{Content: "more"}); err != nil {
			t.Fatal(err)
		}
	}
	_, err = dg.FollowupMessageCreate(i, true, &discordgo.WebhookParams{Content: "more"})
	wantCode("the sixth follow-up of a user install", err, 40094)

	srv.Command("who")
	i = <-got
	time.Sleep(1100 * time.Millisecond)
	wantCode("a late response", dg.InteractionRespond(i, say("late")), 10062)

	e := srv.Command("who")
	i = <-got
	if err := dg.InteractionRespond(i, &discordgo.InteractionResponse{Type: 5}); err != nil {
		t.Fatal(err)
	}
	if srv.Answered(e) {
		t.Error("a deferral counts as an answer")
	}
	text := "done"
	if _, err := dg.InteractionResponseEdit(i, &discordgo.WebhookEdit{Content: &text}); err != nil {
		t.Fatal(err)
	}
	if r := srv.Wait(e); r.Text() != "done" || srv.First(e).Type != 5 {
		t.Errorf("a deferred answer reads %q", r.Text())
	}
}

func TestChecks(t *testing.T) {
	long := strings.Repeat("x", 2001)
	row := func(cs ...discordgo.MessageComponent) []discordgo.MessageComponent {
		return []discordgo.MessageComponent{discordgo.ActionsRow{Components: cs}}
	}
	var embeds []*discordgo.MessageEmbed
	for range 3 {
		embeds = append(embeds, &discordgo.MessageEmbed{Description: long})
	}
	tests := []struct {
		name string
		m    discordgo.MessageSend
		want string // part of the problem, "" for none
	}{
		{"fine", discordgo.MessageSend{Content: "hello"}, ""},
		{"empty", discordgo.MessageSend{}, "an empty message"},
		{"long", discordgo.MessageSend{Content: long}, "content has 2001 characters"},
		{"embeds", discordgo.MessageSend{Embeds: embeds}, "6003 characters over all embeds"},
		{"custom id twice", discordgo.MessageSend{Components: row(
			discordgo.Button{CustomID: "a", Label: "A"}, discordgo.Button{CustomID: "a", Label: "B"})}, `two components with the custom_id "a"`},
		{"custom id too long", discordgo.MessageSend{Components: row(discordgo.Button{CustomID: long[:101], Label: "A"})}, "at most 100"},
		{"content with V2", discordgo.MessageSend{Content: "a", Flags: discordgo.MessageFlagsIsComponentsV2,
			Components: []discordgo.MessageComponent{discordgo.TextDisplay{Content: "b"}}}, "Components V2 has no content"},
		{"V2 without the flag", discordgo.MessageSend{Components: []discordgo.MessageComponent{discordgo.TextDisplay{Content: "b"}}}, "without the flag"},
		{"mentions null", discordgo.MessageSend{Content: "a", AllowedMentions: &discordgo.MessageAllowedMentions{}}, "parse is null"},
		{"mentions empty", discordgo.MessageSend{Content: "a", AllowedMentions: &discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{}}}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			srv := discordtest.New(t, discordtest.Lenient())
			_, err := session(t, srv).ChannelMessageSendComplex("1", &tt.m)
			problems := srv.Problems()
			if tt.want == "" {
				if err != nil || len(problems) != 0 {
					t.Errorf("refused: %v, %q", err, problems)
				}
				return
			}
			if err == nil || !slices.ContainsFunc(problems, func(p string) bool { return strings.Contains(p, tt.want) }) {
				t.Errorf("error %v, problems %q, want %q", err, problems, tt.want)
			}
		})
	}
}

func TestCommandChecks(t *testing.T) {
	perm := int64(discordgo.PermissionManageGuild)
	opt := func(name string, required bool) *discordgo.ApplicationCommandOption {
		return &discordgo.ApplicationCommandOption{Name: name, Description: "d", Type: 3, Required: required}
	}
	tests := []struct {
		name string
		cmds []*discordgo.ApplicationCommand
		want string
	}{
		{"fine", []*discordgo.ApplicationCommand{{Name: "who", Description: "d", DefaultMemberPermissions: &perm}, {Name: "Who is this?", Type: 3}}, ""},
		{"upper case", []*discordgo.ApplicationCommand{{Name: "Who", Description: "d"}}, "lower case"},
		{"twice", []*discordgo.ApplicationCommand{{Name: "who", Description: "d"}, {Name: "who", Description: "d"}}, `two commands named "who"`},
		{"no description", []*discordgo.ApplicationCommand{{Name: "who"}}, "no description"},
		{"order of options", []*discordgo.ApplicationCommand{{Name: "who", Description: "d", Options: []*discordgo.ApplicationCommandOption{
			opt("a", false), opt("b", true)}}}, "after an optional one"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			srv := discordtest.New(t, discordtest.Lenient())
			_, err := session(t, srv).ApplicationCommandBulkOverwrite(discordtest.AppID, "", tt.cmds)
			problems := strings.Join(srv.Problems(), "\n")
			if (err == nil) != (tt.want == "") || !strings.Contains(problems, tt.want) || tt.want == "" && problems != "" {
				t.Errorf("error %v, problems %q, want %q", err, problems, tt.want)
			}
		})
	}
}

func TestUnauthorized(t *testing.T) {
	srv := discordtest.New(t)
	res, err := http.Get(srv.URL + "/api/v9/users/@me")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	b, _ := io.ReadAll(res.Body)
	if res.StatusCode != 401 || !strings.Contains(string(b), "401: Unauthorized") {
		t.Errorf("%s %s, want 401", res.Status, b)
	}
}

func TestMissed(t *testing.T) {
	srv := discordtest.New(t)
	echo(t, srv)
	srv.Wait(srv.DM("hello"))
	srv.Silence()
	lost := srv.Command("who")
	if srv.Missed(lost) {
		t.Error("an event counts as missed although its session can be resumed")
	}
	srv.Greet(discordtest.OpInvalid)
	srv.Reset()
	srv.WaitReady()
	// discordgo identifies again on the same connection, so the session of the
	// event is gone for good.
	if got := srv.Wait(srv.DM("still there?")).Text(); got != "you said: still there?" {
		t.Errorf("answered %q", got)
	}
	if !srv.Missed(lost) || srv.Answered(lost) {
		t.Errorf("missed %v, answered %v: want an event that went with its session", srv.Missed(lost), srv.Answered(lost))
	}
}
