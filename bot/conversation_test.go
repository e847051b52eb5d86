package bot

import (
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"dateline/bot/discordtest"
	"dateline/bot/settings"
	"dateline/kb"
)

func TestConversation(t *testing.T) {
	w := &world{}
	var seconds atomic.Int64 // a slow clock, so that nobody is too quick
	now := func() time.Time { return time.Unix(1_700_000_000+seconds.Add(1), 0) }
	srv := start(t, New(Deps{Secret: "s", KB: w, Now: now}))
	steps := []struct {
		say, want string
		asked     kb.Question // the last question, where there is one
	}{
		{"hello", "Ask me about the news", kb.Question{}},
		{"who is kuleba?", "Dmytro Kuleba", kb.Question{Kind: kb.Ask, Text: "who is kuleba?"}},
		{"and where?", "Kyiv", kb.Question{Kind: kb.Where, Text: "Dmytro Kuleba"}},
		{"when is blinken going to ukraine", "14 January 2022", kb.Question{Kind: kb.Ask, Text: "when is blinken going to ukraine"}},
		{"thanks!", "You are welcome", kb.Question{}},
		{"what about Zelenskyy?", "14 January 2022", kb.Question{Kind: kb.When, Text: "Volodymyr Zelenskyy and Ukraine"}},
		{"/who Kuleba", "Dmytro Kuleba", kb.Question{Kind: kb.Who, Text: "Kuleba"}},
		{"/TIMELINE Ukraine", "Timeline: Ukraine", kb.Question{}},
		{"/who", "What about?", kb.Question{}},
		{"/settings", "Please choose `/settings`", kb.Question{}},
		{"/nonsense Kuleba", "Dmytro Kuleba", kb.Question{Kind: kb.Ask, Text: "nonsense Kuleba"}},
		{"😀", "Ask me about the news", kb.Question{}},
	}
	for _, s := range steps {
		before := len(w.questions())
		r := srv.Wait(srv.DM(s.say))
		if !strings.Contains(r.Text(), s.want) {
			t.Errorf("%q: no %q in:\n%s", s.say, s.want, r.Text())
		}
		asked := w.questions()
		if s.asked.Text == "" {
			if len(asked) != before {
				t.Errorf("%q should be no question: %+v", s.say, asked[before:])
			}
			continue
		}
		last := asked[len(asked)-1]
		if last.Kind != s.asked.Kind || last.Text != s.asked.Text {
			t.Errorf("%q was asked as %s %q, want %s %q", s.say, last.Kind, last.Text, s.asked.Kind, s.asked.Text)
		}
	}
}

func TestFollowUpAfterCommand(t *testing.T) {
	w := &world{}
	srv := start(t, newBot(w))
	srv.Wait(srv.Command("who", "name", "Kuleba"))
	if r := srv.Wait(srv.Mention("and where?")); !strings.Contains(r.Text(), "Kyiv") {
		t.Errorf("got %s", r.Text())
	}
	if r := srv.Wait(srv.Mention("and where?", discordtest.As(somebodyElse))); !strings.Contains(r.Text(), "not sure what that refers to") {
		t.Errorf("somebody else has asked nothing yet: %s", r.Text())
	}
}

func TestReplyContinues(t *testing.T) {
	w := &world{}
	srv := start(t, newBot(w))
	first := srv.Wait(srv.Command("when", "subject", "Blinken-Ukraine"))
	srv.Wait(srv.Command("who", "name", "Kuleba"))
	srv.Wait(srv.ReplyTo(first, "why?"))
	asked := w.questions()
	if !containsQuestion(asked, kb.Why, "Blinken-Ukraine") {
		t.Errorf("a reply should continue from the answer that it replies to: %+v", asked)
	}
}

func containsQuestion(asked []kb.Question, kind kb.Kind, text string) bool {
	for _, q := range asked {
		if q.Kind == kind && q.Text == text {
			return true
		}
	}
	return false
}

func TestOnlyWhenAsked(t *testing.T) {
	srv := start(t, newBot(&world{}))
	quiet := []discordtest.Event{
		srv.Say("who is Kuleba?"),
		srv.DM("who is Kuleba?", discordtest.AsBot()),
		srv.Mention("who is Kuleba?", discordtest.AsBot()),
		srv.Mention("who is Kuleba?", discordtest.AsWebhook("900000000000000066")),
	}
	// What comes later is answered later, so these would have been by then.
	r := srv.Wait(srv.Mention("who is Kuleba?"))
	if !strings.Contains(r.Text(), "Dmytro Kuleba") || r.Reference == nil {
		t.Errorf("a mention should be answered with a reply: %s", r.Text())
	}
	for _, e := range quiet {
		srv.Quiet(e, 20*time.Millisecond)
	}
}

func TestNoPermissionToWrite(t *testing.T) {
	srv := start(t, newBot(&world{}))
	srv.Fail(discordtest.NoPermission("POST /channels/" + discordtest.ChannelID))
	srv.Mention("who is Kuleba?")
	req := srv.WaitRequest("POST /channels/92")
	if !strings.Contains(string(req.Body), "where I may not write") || !strings.Contains(string(req.Body), "Dmytro Kuleba") {
		t.Errorf("want the answer in a direct message: %s", req.Body)
	}
}

func TestNowhereToWrite(t *testing.T) {
	srv := start(t, newBot(&world{}))
	srv.Fail(discordtest.NoPermission("POST /channels/"+discordtest.ChannelID), discordtest.NoDM("POST /users/@me/channels"))
	srv.Mention("who is Kuleba?")
	srv.WaitRequest("POST /users/@me/channels")
	if r := srv.Wait(srv.DM("who is Kuleba?")); !strings.Contains(r.Text(), "Dmytro Kuleba") {
		t.Errorf("the bot should go on: %s", r.Text())
	}
}

func TestThreadOfAChosenChannel(t *testing.T) {
	const channel, thread, other = "900000000000000099", "900000000000000098", "900000000000000097"
	store, err := settings.Open(filepath.Join(t.TempDir(), "settings.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if _, err := store.Change(discordtest.GuildID, func(s *settings.Server) { s.Mentions, s.Channels = settings.Chosen, []string{channel} }); err != nil {
		t.Fatal(err)
	}
	srv := start(t, New(Deps{Secret: "s", KB: &world{}, Settings: store}))
	srv.Fail(discordtest.RESTFault{Match: "GET /channels/" + thread, Status: 200, Body: map[string]any{"id": thread, "type": 11, "parent_id": channel}})
	for range 2 { // the second time without asking Discord
		if r := srv.Wait(srv.Mention("who is Kuleba?", discordtest.InChannel(thread))); !strings.Contains(r.Text(), "Dmytro Kuleba") {
			t.Errorf("got %s", r.Text())
		}
	}
	srv.Quiet(srv.Mention("who is Kuleba?", discordtest.InChannel(other)), 50*time.Millisecond)
}

func TestMessageTextLeavesReferencesOut(t *testing.T) {
	m := &discordgo.Message{Content: "<@1> <@!2> <@&3> <#4> <:a:5> <a:b:6> who \u200bis\nKuleba"}
	if got := messageText(m); got != "who is Kuleba" {
		t.Errorf("got %q", got)
	}
	m = &discordgo.Message{
		Components: []discordgo.MessageComponent{&discordgo.Container{Components: []discordgo.MessageComponent{&discordgo.TextDisplay{Content: "a card"}}}},
		Embeds:     []*discordgo.MessageEmbed{nil, {Title: "a title", Description: "and more"}},
	}
	if got := messageText(m); got != "a card a title and more" {
		t.Errorf("got %q", got)
	}
}
