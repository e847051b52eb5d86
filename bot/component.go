package bot

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/bwmarrin/discordgo"

	"dateline/bot/button"
	"dateline/bot/gateway"
	"dateline/bot/render"
	"dateline/kb"
)

// press is a button or menu that somebody used.
type press struct {
	*request
	id     button.ID
	values []string
	own    bool // by the person the message was made for
}

// component answers a press. The person a message was made for leafs through it
// in place; what anybody else presses opens a copy that only they see, so that
// nobody's message changes under their eyes.
func (b *Bot) component(ctx context.Context, s *discordgo.Session, i *discordgo.Interaction, data discordgo.MessageComponentInteractionData) {
	r := b.newRequest(i)
	r.command = "button"
	id, err := b.buttons.Decode(data.CustomID)
	if err != nil {
		b.serve(ctx, s, i, job{request: r, private: true, run: func(context.Context) (reply, error) {
			return stale(err), nil
		}})
		return
	}
	owner, _ := strconv.ParseUint(r.user, 10, 64)
	p := &press{request: r, id: id, values: data.Values, own: owner == id.Owner}
	b.serve(ctx, s, i, job{request: r, update: p.inPlace(), private: b.private(ctx, r) || i.GuildID != "", run: func(ctx context.Context) (reply, error) {
		return b.pressed(ctx, p)
	}})
}

// stale is what is said to a button that this program does not understand.
func stale(err error) reply {
	if errors.Is(err, button.ErrExpired) {
		return refuse("This message is from before I was restarted, and I have forgotten what it was about. Please ask again.")
	}
	return refuse("I do not know this button. Please ask again.")
}

// inPlace reports whether the reply takes the place of the message.
func (p *press) inPlace() bool {
	action, turned := render.Turned(p.id.Action)
	return p.own && (turned || action == render.Choose || setting(action))
}

func setting(a render.Action) bool {
	return a == render.Privacy || a == render.Mentions || a == render.Channels
}

// pressed does what a button says.
func (b *Bot) pressed(ctx context.Context, p *press) (reply, error) {
	action, _ := render.Turned(p.id.Action)
	args := p.id.Args
	switch {
	case setting(action):
		return b.changeSettings(ctx, p, action)
	case action == render.ChooseRead && len(p.values) == 1:
		return b.article(ctx, p.request, p.values[0]), nil
	case action == render.Timeline && len(args) == 3:
		from, ok := render.DayFrom(args[1])
		to, ok2 := render.DayFrom(args[2])
		if ok && ok2 {
			return b.timeline(ctx, p.request, args[0], from, to, p.id.Page), nil
		}
	case action == render.Quotes && len(args) == 2:
		return b.quotes(ctx, p.request, args[0], args[1], p.id.Page), nil
	case action == render.Latest && len(args) == 1:
		return b.latest(ctx, p.request, args[0], p.id.Page), nil
	}
	if q, ok := render.QuestionFrom(args); ok {
		return b.pressedQuestion(ctx, p, action, q)
	}
	return stale(button.ErrForeign), nil
}

// pressedQuestion does what a button under an answer says.
func (b *Bot) pressedQuestion(ctx context.Context, p *press, action render.Action, q kb.Question) (reply, error) {
	switch action {
	case render.Ask:
		return b.ask(ctx, p.request, q), nil
	case render.Choose:
		if len(p.values) != 1 {
			break
		}
		return b.chosen(ctx, p.request, q, cutRunes(render.Clean(p.values[0]), render.MaxOption))
	case render.Evidence:
		a := b.answerTo(ctx, q)
		return listing(render.EvidenceList(q, a, p.id.Page, p.link), len(a.Evidence)), nil
	case render.WhoElse:
		return b.whoElse(ctx, q), nil
	case render.Wrong:
		return b.recordWrong(ctx, q, p.user)
	}
	return stale(button.ErrForeign), nil
}

// chosen asks again with what was chosen from a menu. The kind of the question
// may be that of a list, which is a command.
func (b *Bot) chosen(ctx context.Context, r *request, q kb.Question, choice string) (reply, error) {
	if q.Kind == kb.Ask { // the name alone would no longer say what was asked
		q.Kind = cmp.Or(b.kb.Ask(ctx, q).Kind, q.Kind)
	}
	c, ok := find(b.commands, string(q.Kind))
	if !ok || len(c.options) == 0 || c.manage {
		return stale(button.ErrForeign), nil
	}
	r.today = cmp.Or(q.Asked, r.today)
	r.options = map[string]string{c.options[0].name: choice}
	return c.run(ctx, b, r)
}

// whoElse explains the other people and organisations that an answer's quotes
// name.
func (b *Bot) whoElse(ctx context.Context, q kb.Question) reply {
	const most = 6
	a := b.answerTo(ctx, q)
	var list []kb.Explanation
	seen := map[string]bool{a.Subject: true}
	for _, e := range a.Evidence {
		for _, x := range b.kb.Explain(ctx, e.Quote, maxExplained) {
			if x.Type != "place" && !seen[x.Name] && len(list) < most {
				seen[x.Name] = true
				list = append(list, x)
			}
		}
	}
	if len(list) == 0 {
		return reply{Message: render.Notice("Nobody else that I know is named there."), outcome: abstained}
	}
	return answer(render.Explained("Who else is named", list))
}

// wrongAnswer is one line of the log of wrong answers. It says nothing about
// who pressed the button.
type wrongAnswer struct {
	Time     time.Time `json:"time"`
	Kind     kb.Kind   `json:"kind"`
	Question string    `json:"question"`
	Asked    string    `json:"asked,omitempty"`
	Answer   string    `json:"answer"`
	Quote    string    `json:"quote,omitempty"`
	Article  string    `json:"article,omitempty"`
	Score    float64   `json:"confidence"`
}

// recordWrong writes down that somebody called an answer wrong, once a person and
// answer.
func (b *Bot) recordWrong(ctx context.Context, q kb.Question, user string) (reply, error) {
	if b.deps.Feedback == nil {
		return refuse("Thank you. I keep no list of wrong answers here, so this went nowhere."), nil
	}
	a := b.answerTo(ctx, q)
	w := wrongAnswer{Time: b.deps.Now().UTC(), Kind: q.Kind, Question: q.Text, Answer: a.Text, Score: a.Confidence}
	if !q.Asked.IsZero() {
		w.Asked = q.Asked.Format(time.DateOnly)
	}
	if len(a.Evidence) > 0 {
		w.Quote, w.Article = a.Evidence[0].Quote, a.Evidence[0].ArticleID
	}
	thanks := answer(render.Notice("Thank you. I wrote the question and my answer down, without your name, so that it can be mended."))
	// A sum, so that the memory too does not hold who asked what.
	key := sha256.Sum256(fmt.Append(nil, b.deps.Secret, "\x00", user, "\x00", w.Kind, "\x00", w.Asked, "\x00", w.Question, "\x00", w.Answer))
	if _, ok := b.reported.Get(key); ok {
		return thanks, nil
	}
	if err := b.deps.Feedback.Append(w); err != nil {
		gateway.Logger(ctx).Error("a wrong answer could not be recorded", "err", err, "record", w) // so it is not lost
		return reply{Message: render.Notice("Thank you, but I could not write it down: my log takes nothing at the moment."), outcome: failed}, nil
	}
	b.reported.Put(key, true)
	return thanks, nil
}
