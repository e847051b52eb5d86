package bot

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"dateline/bot/discordtest"
	"dateline/kb"
	"dateline/kb/article"
	"dateline/kb/text"
	"dateline/seeds"
)

var update = flag.Bool("update", false, "write the golden files anew")

// scripted are dialogues about a few articles. They were written, by a reader of the
// articles, before the bot was tried on them.
type scripted struct {
	World    string `json:"world"`
	Articles []struct {
		ID, Title, Date, Text string
	} `json:"articles"`
	Dialogues []struct {
		ID    string `json:"id"`
		Asked string `json:"asked"`
		Turns []turn `json:"turns"`
	} `json:"dialogues"`
}

// turn is something said, what a right answer has (nothing where the articles do not
// say), what it never is, and what the full question would have spoken of.
type turn struct {
	Say    string   `json:"say"`
	Accept []string `json:"accept"`
	Reject []string `json:"reject"`
	About  []string `json:"about"`
}

// recorder keeps what was last asked of a knowledge base.
type recorder struct {
	*kb.Base
	texts   map[string]string // of the articles, by id
	mu      sync.Mutex
	asked   []kb.Question
	answers []kb.Answer
}

func (r *recorder) Ask(ctx context.Context, q kb.Question) kb.Answer {
	a := r.Base.Ask(ctx, q)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.asked, r.answers = append(r.asked, q), append(r.answers, a)
	return a
}

// take gives what has been asked and found since it was last called: of several the
// last that was answered.
func (r *recorder) take() (question, answer string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for i, a := range r.answers {
		question += " " + r.asked[i].Text
		for _, id := range r.asked[i].Within {
			question += " " + r.texts[id]
		}
		if !a.Abstained {
			answer = a.Text
			for _, d := range a.Dates {
				answer += " " + d.Words
			}
			if len(a.Evidence) > 0 {
				for _, m := range a.Evidence[0].Marks {
					answer += " " + a.Evidence[0].Quote[m[0]:m[1]]
				}
			}
		}
	}
	r.asked, r.answers = nil, nil
	return question, answer
}

// TestDialogues holds 140 dialogues in direct messages to what a person would want: how
// many of the follow-ups were taken to speak of the right thing, and what became of
// them. The odd ones served to mend the bot, the even ones only to measure.
func TestDialogues(t *testing.T) {
	if raced {
		t.Skip("reads long: not with the race detector")
	}
	var sums [2]struct{ all, meant, told, right, wrong, untold, lies int }
	var wrong bytes.Buffer
	n := 0
	for _, w := range readScripted(t) {
		base := &recorder{Base: builtOf(t, w), texts: map[string]string{}}
		for _, a := range w.Articles {
			base.texts[a.ID] = a.Title + " " + a.Text
		}
		for _, d := range w.Dialogues {
			half := n % 2
			n++
			s := &sums[half]
			converse(t, base, d.Asked, fmt.Sprintf("8000000000000%05d", n), d.Turns, func(i int, question, answer, reply string) {
				tn := d.Turns[i]
				if i == 0 {
					return
				}
				meant, verdict := tn.speaksOf(question+" "+answer+" "+reply), tn.judge(answer)
				s.all++
				if meant {
					s.meant++
				}
				if len(tn.Accept) > 0 {
					s.told++
				} else {
					s.untold++
				}
				switch verdict {
				case "right":
					s.right++
				case "wrong":
					s.wrong++
				case "false":
					s.lies++
				}
				if half == 0 && (!meant || verdict == "wrong" || verdict == "false" || verdict == "silent") {
					fmt.Fprintf(&wrong, "%s %q: asked %q, meant %v, %s\n", d.ID, tn.Say, strings.TrimSpace(question[:min(len(question), 60)]), meant, verdict)
				}
			})
		}
	}
	var got bytes.Buffer
	for half, name := range []string{"odd, to mend", "even, to measure"} {
		s := sums[half]
		fmt.Fprintf(&got, "%s: of %d follow-ups %d meant; of %d told right %d wrong %d; of %d not told answered %d\n", name, s.all, s.meant, s.told, s.right, s.wrong, s.untold, s.lies)
	}
	got.WriteString("\n" + wrong.String())
	golden(t, "testdata/dialogues.golden", got.Bytes())
}

// speaksOf reports whether a question is about what was meant.
func (t turn) speaksOf(question string) bool {
	question = text.Fold(question)
	return !slices.ContainsFunc(t.About, func(p string) bool { return !regexp.MustCompile("(?i)" + p).MatchString(question) })
}

func (t turn) judge(answer string) string {
	has := func(list []string) bool {
		return slices.ContainsFunc(list, func(p string) bool { return regexp.MustCompile("(?i)" + p).MatchString(answer) })
	}
	switch {
	case len(t.Accept) == 0 && answer == "":
		return "kept"
	case len(t.Accept) == 0:
		return "false"
	case answer == "":
		return "silent"
	case has(t.Accept):
		return "right"
	}
	return "wrong"
}

// converse has one person say the turns to a bot, each half a minute after the other.
func converse(t *testing.T, base *recorder, asked, user string, turns []turn, heard func(i int, question, answer, reply string)) {
	day, err := time.Parse(time.DateOnly, asked)
	if err != nil {
		t.Fatal(err)
	}
	var minutes atomic.Int64
	now := func() time.Time { return day.Add(12*time.Hour + time.Duration(minutes.Load())*30*time.Second) }
	srv := discordtest.New(t)
	stop := run(t, srv, New(Deps{Secret: "s", KB: base, Now: now}))
	defer stop()
	for i, tn := range turns {
		minutes.Add(1)
		reply := srv.Wait(srv.DM(tn.Say, discordtest.As(user))).Text()
		question, answer := base.take()
		heard(i, question, answer, reply)
	}
}

func readScripted(t *testing.T) []scripted {
	t.Helper()
	f, err := os.Open("testdata/dialogues.jsonl.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var out []scripted
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		var s scripted
		if err := json.Unmarshal(lines.Bytes(), &s); err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	return out
}

// builtOf is the knowledge base of the articles of a script, or of the built-in one.
func builtOf(t *testing.T, s scripted) *kb.Base {
	t.Helper()
	var list []article.Article
	for _, a := range s.Articles {
		day, err := time.Parse(time.DateOnly, a.Date)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, article.Article{ID: a.ID, Title: a.Title, Date: day, Text: a.Text})
	}
	if len(list) == 0 {
		loaded, err := article.Loader{}.Load(context.Background(), article.Source{FS: seeds.FS, Path: ".", Name: "seeds"})
		if err != nil {
			t.Fatal(err)
		}
		list = loaded.Articles
	}
	b, err := kb.Build(context.Background(), list, kb.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// golden holds a result against a file, and writes it anew with -update.
func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("not as in %s (go test -update writes it anew):\n%s", path, got)
	}
}
