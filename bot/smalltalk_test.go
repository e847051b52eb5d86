package bot

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/bwmarrin/discordgo"

	"dateline/bot/talk"
)

func TestFirstMessages(t *testing.T) {
	w := &world{}
	now := time.Unix(1_700_000_000, 0)
	srv := start(t, New(Deps{Secret: "s", KB: w, Now: func() time.Time { now = now.Add(time.Minute); return now }}))
	for _, tt := range []struct{ say, want string }{
		{"how are you?", "All well"},
		{"are you a bot?", "Yes, I am a program"},
		{"who made you", "I am Dateline"},
		{"good bot", "Thank you!"},
		{"that's wrong", "Wrong answer"},
		{"test", "I am here"},
		{"privacy", "ten minutes"},
		{"delete my data", "forgotten your last question"},
		{"stop", "only when somebody writes to me"},
		{"1+1", "only find what news articles say"},
		{"https://example.com/x", "cannot read links"},
		{"what's new?", "Latest articles"},
		{"anything about Ukraine?", "Latest about Ukraine"},
		{"timeline of Ukraine", "Timeline: Ukraine"},
		{"quotes by Kuleba", "What Kuleba said"},
		{"what did Kuleba say", "What Kuleba said"},
		{"summarize the article about Blinken", "Blinken to visit Kyiv"},
		{"open the article about Kuleba", "Foreign Minister of Ukraine"}, // there is none, so it is asked
		{"show me the article", "1 quote from the articles"},             // of the last answer
		{"timeline of nobody", "nobody"},
		{"stats", "What I answer from"},
		{"help", "Ask me about the news"},
		{"?", "Yes? Ask me about the news"},
		{"wer ist Kuleba?", "nur Fragen auf Englisch"},
		{"qui est Kuleba ?", "questions en anglais"},
		{"¿quién es Kuleba?", "preguntas en inglés"},
		{"хто такий Кулеба", "запитання англійською"},
		{"кто такой Кулеба", "вопросы только на английском"},
		{"库列巴是谁", "in English only"},
	} {
		if r := srv.Wait(srv.DM(tt.say)); !strings.Contains(r.Text(), tt.want) {
			t.Errorf("%q: no %q in:\n%s", tt.say, tt.want, r.Text())
		}
	}
}

func TestDeleteForgets(t *testing.T) {
	srv := start(t, newBot(&world{}))
	srv.Wait(srv.DM("who is Kuleba?"))
	srv.Wait(srv.DM("delete my data"))
	if r := srv.Wait(srv.DM("and where?")); !strings.Contains(r.Text(), "not sure what that refers to") {
		t.Errorf("the question should be forgotten: %s", r.Text())
	}
}

type nowhere struct{}

func (nowhere) Append(any) error { return nil }

// TestWhatIsKept looks that what is said of data is what is done.
func TestWhatIsKept(t *testing.T) {
	for _, i := range []talk.Intent{talk.Privacy, talk.Delete} {
		without, with := newBot(&world{}), New(Deps{Secret: "s", KB: &world{}, Feedback: nowhere{}})
		if strings.Contains(without.chat(i), "written down") || !strings.Contains(with.chat(i), "written down without a name") {
			t.Errorf("%v: %s\n%s", i, without.chat(i), with.chat(i))
		}
	}
}

func TestWordless(t *testing.T) {
	b := newBot(&world{})
	for want, m := range map[string]*discordgo.Message{
		"Yes?":           {Content: "<@1>"},
		"pictures":       {Attachments: []*discordgo.MessageAttachment{{}}},
		"Nice sticker":   {StickerItems: []*discordgo.StickerItem{{}}},
		"Nice to see":    {Content: "🔥"},
		"Nice to see yo": {Content: "<:ours:900000000000000001>"},
	} {
		if got := b.wordless(m); !strings.Contains(got, want) {
			t.Errorf("%+v: got %q", m, got)
		}
	}
}

// TestShort keeps small talk to what three lines of a phone hold.
func TestShort(t *testing.T) {
	const most = 300
	b := New(Deps{Secret: "s", KB: &world{}, Feedback: nowhere{}})
	for i := talk.Question; i.String() != "?"; i++ {
		if line := b.chat(i); utf8.RuneCountInString(line) > most {
			t.Errorf("%v: %d characters: %s", i, utf8.RuneCountInString(line), line)
		}
	}
	if got := b.foreign(talk.German); got.outcome != answered {
		t.Errorf("got %+v", got)
	}
}
