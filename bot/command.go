package bot

import (
	"context"
	"time"

	"dateline/bot/render"
	"dateline/bot/talk"
	"dateline/kb"
)

// command is one command of the bot. The table of commands is the one place
// that registration, dispatch, completion and help are made from.
type command struct {
	name      string
	summary   string // a line that a newcomer understands, at most 100 characters
	options   []option
	onMessage bool // in a message's menu rather than behind a slash
	manage    bool // for members who may manage the server, in servers
	run       func(ctx context.Context, b *Bot, r *request) (reply, error)
}

// option is one text argument of a command.
type option struct {
	name     string
	summary  string
	required bool
	complete func(b *Bot, typed string) []kb.Completion // nil: not completed
}

// reply is what a request is answered with.
type reply struct {
	render.Message
	turn    *talk.Turn // what a follow-up continues from, or nil
	outcome string     // for measurements: "answered", "abstained", ...
	thought time.Duration
}

// The outcomes of a request.
const (
	answered  = "answered"
	abstained = "abstained"
	refused   = "refused" // the request made no sense
	failed    = "failed"
	tooMany   = "flooded" // one person asked for too much
	lost      = "lost"    // answered, but Discord did not take it
)

func answer(m render.Message) reply { return reply{Message: m, outcome: answered} }
func refuse(line string) reply      { return reply{Message: render.Notice(line), outcome: refused} }
func listing(m render.Message, n int) reply {
	if n == 0 {
		return reply{Message: m, outcome: abstained}
	}
	return answer(m)
}

// commands is the table of commands: a question kind each, then the rest.
func commands() []command {
	var table []command
	for _, k := range kb.Kinds() {
		table = append(table, command{
			name: string(k.Kind), summary: k.Summary,
			options: []option{{name: k.Option, summary: k.Hint, required: true, complete: completeSubject}},
			run: func(ctx context.Context, b *Bot, r *request) (reply, error) {
				return b.askCommand(ctx, r, k), nil
			},
		})
	}
	return append(table,
		command{name: "timeline", summary: "What happened to somebody or something, in order of time", run: runTimeline, options: []option{
			{name: "subject", summary: "a name, a role or a thing: Blinken, Crimea", required: true, complete: completeSubject},
			{name: "from", summary: "the first day, month or year: 2022-01-18, 2022-01, 2022"},
			{name: "to", summary: "the last day, month or year"},
		}},
		command{name: "quotes", summary: "What somebody said, with the source", run: runQuotes, options: []option{
			{name: "person", summary: "who said it: a name or a role", required: true, complete: completeSubject},
			{name: "about", summary: "only on this subject", complete: completeSubject},
		}},
		command{name: "latest", summary: "The newest articles", run: runLatest, options: []option{
			{name: "about", summary: "only those about this subject", complete: completeSubject},
		}},
		command{name: "article", summary: "An article in short: key sentences, people, places, dates", run: runArticle, options: []option{
			{name: "title", summary: "the title, or a part of it", required: true, complete: completeTitle},
		}},
		command{name: "sources", summary: "Which articles the answers come from", run: runSources},
		command{name: "help", summary: "What I can do, with examples", run: runHelp},
		command{name: "settings", summary: "Who sees my answers in this server, and where I answer mentions", manage: true, run: runSettings},
		command{name: "Who and what is this?", onMessage: true, run: runExplain},
	)
}

// find looks a command up by the name that Discord sends.
func find(table []command, name string) (command, bool) {
	for _, c := range table {
		if c.name == name {
			return c, true
		}
	}
	return command{}, false
}
