package bot

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"dateline/bot/button"
	"dateline/bot/discordtest"
	"dateline/bot/render"
	"dateline/bot/settings"
)

const somebodyElse = "900000000000000055"

func TestPaging(t *testing.T) {
	srv := start(t, newBot(&world{}))
	r := srv.Wait(srv.Command("timeline", "subject", "Ukraine"))
	if !strings.Contains(r.Text(), "1 January 2022") {
		t.Fatalf("first page: %s", r.Text())
	}
	next := srv.Wait(srv.Click(r, "More"))
	if next.Type != discordgo.InteractionResponseUpdateMessage || !strings.Contains(next.Text(), "**7 January 2022**") {
		t.Errorf("the asker should leaf through in place: type %d\n%s", next.Type, next.Text())
	}
	theirs := srv.Wait(srv.Click(r, "More", discordtest.As(somebodyElse)))
	if theirs.Type != discordgo.InteractionResponseChannelMessageWithSource || !theirs.Ephemeral() {
		t.Errorf("somebody else's press should open a copy of their own: type %d", theirs.Type)
	}
}

func TestAnswerButtons(t *testing.T) {
	srv := start(t, newBot(&world{}))
	r := srv.Wait(srv.Command("when", "subject", "Blinken-Kuleba"))
	for label, want := range map[string]string{
		"More evidence": "5 quotes from the articles",
		"Timeline":      "Timeline: Antony Blinken",
		"Where":         "Kyiv",
		"Who else":      "Volodymyr Zelenskyy",
		"Wrong answer":  "keep no list",
	} {
		pressed := srv.Wait(srv.Click(r, label))
		if !pressed.Ephemeral() || !strings.Contains(pressed.Text(), want) {
			t.Errorf("%s: want %q in private, got:\n%s", label, want, pressed.Text())
		}
	}
	more := srv.Wait(srv.Click(r, "More evidence", discordtest.As(somebodyElse)))
	page := srv.Wait(srv.Click(more, "More", discordtest.As(somebodyElse)))
	if page.Type != discordgo.InteractionResponseUpdateMessage || !strings.Contains(page.Text(), "**Two**") {
		t.Errorf("the second page of somebody's own copy: type %d\n%s", page.Type, page.Text())
	}
}

func TestForgedButtons(t *testing.T) {
	b := newBot(&world{})
	srv := start(t, b)
	r := srv.Wait(srv.Command("when", "subject", "Blinken-Kuleba"))
	good := r.Controls()[0].CustomID
	seal := func(id button.ID) string { return b.buttons.Encode(id) }
	for i, id := range []string{
		"x", strings.Repeat("z", 100), good[:len(good)-1] + "!", "1w.0.0.AAAAAAAA.who~~Kuleba", "here.1",
		// Sealed, yet with arguments that do not fit: no fault of this program writes them.
		seal(button.ID{Action: byte(render.Timeline), Args: []string{"a"}}),
		seal(button.ID{Action: byte(render.Timeline), Args: []string{"a", "!!", "??"}}),
		seal(button.ID{Action: byte(render.Choose), Args: []string{"who", "", "x"}}),
		seal(button.ID{Action: 'z', Args: []string{"who", "", "x"}}),
		seal(button.ID{Action: byte(render.Privacy), Args: []string{""}}),
	} {
		got := srv.Wait(srv.Component(r, id, discordgo.ButtonComponent, nil, discordtest.As(fmt.Sprintf("9%017d", i+700))))
		if !got.Ephemeral() {
			t.Errorf("%q: want a private line, got type %d: %s", id, got.Type, got.Text())
		}
	}
	huge := b.buttons.Encode(button.ID{Action: byte(render.Timeline) - 'a' + 'A', Page: 1 << 30, Args: []string{"Ukraine", "", ""}})
	if got := srv.Wait(srv.Component(r, huge, discordgo.ButtonComponent, nil, discordtest.As(somebodyElse))); !strings.Contains(got.Text(), "Timeline") {
		t.Errorf("a page far behind the end should be the last one: %s", got.Text())
	}
}

func TestButtonsAfterRestart(t *testing.T) {
	srv := discordtest.New(t)
	stop := run(t, srv, newBot(&world{}))
	short := srv.Wait(srv.Command("when", "subject", "Blinken-Kuleba"))
	long := srv.Wait(srv.Command("when", "subject", strings.Repeat("Blinken Kuleba ", 20)))
	stop()
	srv.WaitGone()
	run(t, srv, newBot(&world{}))
	if r := srv.Wait(srv.Click(short, "More evidence")); !strings.Contains(r.Text(), "5 quotes") {
		t.Errorf("a button should outlive a restart: %s", r.Text())
	}
	if r := srv.Wait(srv.Click(long, "More evidence")); !r.Ephemeral() || !strings.Contains(r.Text(), "before I was restarted") {
		t.Errorf("want a friendly line: %s", r.Text())
	}
	m := srv.ReplyTo(short, "why?")
	srv.Wait(m)
}

func TestWrongAnswer(t *testing.T) {
	path := filepath.Join(t.TempDir(), "wrong.jsonl")
	log, err := settings.OpenLog(path)
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	srv := start(t, New(Deps{Secret: "s", KB: &world{}, Feedback: log}))
	r := srv.Wait(srv.Command("who", "name", "Kuleba"))
	if got := srv.Wait(srv.Click(r, "Wrong answer")); !got.Ephemeral() || !strings.Contains(got.Text(), "Thank you") {
		t.Errorf("got %s", got.Text())
	}
	if got := srv.Wait(srv.Click(r, "Wrong answer")); !strings.Contains(got.Text(), "Thank you") {
		t.Errorf("pressed again: %s", got.Text())
	}
	line, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(line), `"question":"Kuleba"`) || strings.Contains(string(line), discordtest.UserID) || strings.Count(string(line), "\n") != 1 {
		t.Errorf("want one line with the question and without the person: %s", line)
	}
}

// TestNoSettings keeps answers in servers between the bot and the asker where there
// is nothing in which a server could have chosen.
func TestNoSettings(t *testing.T) {
	for _, private := range []bool{true, false} {
		srv := start(t, New(Deps{Secret: "s", KB: &world{}, Private: private}))
		if r := srv.Wait(srv.Command("who", "name", "Kuleba")); r.Ephemeral() != private {
			t.Errorf("Private %v: shown to the asker alone %v", private, r.Ephemeral())
		}
	}
}

type broken struct{}

func (broken) Append(any) error                    { return errors.New("no space left on device") }
func (broken) Get(string) (settings.Server, error) { return settings.Server{}, nil }
func (broken) Change(string, func(*settings.Server)) (settings.Server, error) {
	return settings.Server{}, errors.New("no space left on device")
}

func TestBrokenDisk(t *testing.T) {
	srv := start(t, New(Deps{Secret: "s", KB: &world{}, Feedback: broken{}, Settings: broken{}}))
	r := srv.Wait(srv.Command("who", "name", "Kuleba"))
	if got := srv.Wait(srv.Click(r, "Wrong answer")); !strings.Contains(got.Text(), "could not write it down") {
		t.Errorf("got %s", got.Text())
	}
	manager := discordtest.Can(discordgo.PermissionManageGuild)
	panel := srv.Wait(srv.Command("settings", manager))
	got := srv.Wait(srv.Select(panel, panel.Controls()[0].CustomID, []string{render.ValuePrivate}, manager))
	if !got.Ephemeral() || !strings.Contains(got.Text(), "nothing was changed") {
		t.Errorf("got %s", got.Text())
	}
}

func TestSettings(t *testing.T) {
	store, err := settings.Open(filepath.Join(t.TempDir(), "settings.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	srv := start(t, New(Deps{Secret: "s", KB: &world{}, Settings: store}))
	manager := discordtest.Can(discordgo.PermissionManageGuild)
	panel := srv.Wait(srv.Command("settings", manager))
	if !panel.Ephemeral() || len(panel.Controls()) != 2 {
		t.Fatalf("want a private panel with two menus: %+v", panel.Controls())
	}
	privacy, mentions := panel.Controls()[0].CustomID, panel.Controls()[1].CustomID
	if got := srv.Wait(srv.Select(panel, privacy, []string{render.ValuePrivate})); !strings.Contains(got.Text(), "Manage Server") {
		t.Errorf("a member without the permission: %s", got.Text())
	}
	if got := srv.Wait(srv.Select(panel, privacy, []string{render.ValuePrivate}, manager)); got.Type != discordgo.InteractionResponseUpdateMessage || !strings.Contains(got.Text(), "Saved.") {
		t.Errorf("type %d: %s", got.Type, got.Text())
	}
	if r := srv.Wait(srv.Command("who", "name", "Kuleba", discordtest.As(somebodyElse))); !r.Ephemeral() {
		t.Error("answers should be private now")
	}
	panel = srv.Wait(srv.Select(panel, mentions, []string{render.ValueChosen}, manager))
	if len(panel.Controls()) != 3 {
		t.Fatalf("want a menu of channels: %+v", panel.Controls())
	}
	srv.Wait(srv.Select(panel, panel.Controls()[2].CustomID, []string{"900000000000000099"}, manager))
	elsewhere := srv.Mention("who is Kuleba?")
	if r := srv.Wait(srv.Mention("who is Kuleba?", discordtest.InChannel("900000000000000099"), discordtest.As(somebodyElse))); !strings.Contains(r.Text(), "Dmytro Kuleba") {
		t.Errorf("got %s", r.Text())
	}
	srv.Quiet(elsewhere, 20*time.Millisecond)
	saved, err := store.Get(discordtest.GuildID)
	if err != nil || !saved.Private || saved.Mentions != settings.Chosen || len(saved.Channels) != 1 {
		t.Errorf("saved %+v, %v", saved, err)
	}
}
