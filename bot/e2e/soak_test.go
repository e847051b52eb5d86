package e2e_test

import (
	"context"
	"errors"
	"flag"
	"log/slog"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"

	"dateline/bot"
	"dateline/bot/discordtest"
	"dateline/bot/gateway"
	"dateline/kb"
	"dateline/kb/article"
	"dateline/seeds"
)

var (
	soakEvents = flag.Int("soak.interactions", 600, "events in the soak; above 10,000 they come at 200 a second with a fault each second")
	soakSeed   = flag.Uint64("soak.seed", 1, "seed of the soak")
)

// quick are the waits of the session on loopback: those of Discord would make
// every fault last seconds.
var quick = gateway.Timing{
	Hello: time.Second, Ready: 300 * time.Millisecond, Identify: time.Millisecond, Invalid: 20 * time.Millisecond,
	BackoffMin: 5 * time.Millisecond, BackoffMax: 50 * time.Millisecond, Stable: 500 * time.Millisecond,
	Request: 2 * time.Second,
}

func seedBase(t testing.TB) *kb.Base {
	t.Helper()
	loaded, err := article.Loader{}.Load(t.Context(), article.Source{FS: seeds.FS, Path: ".", Name: "seeds"})
	if err != nil {
		t.Fatal(err)
	}
	base, err := kb.Build(t.Context(), loaded.Articles, kb.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return base
}

// startBot runs the real bot in this process until the test ends.
func startBot(t testing.TB, srv *discordtest.Server, log *slog.Logger) (stop func()) {
	t.Helper()
	b := bot.New(bot.Deps{Secret: srv.Token, KB: seedBase(t)})
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() {
		ended <- gateway.Run(ctx, gateway.Config{Token: srv.Token, APIURL: srv.URL, Intents: bot.Intents, Log: log, Timing: quick}, b)
	}()
	stopped := false
	stop = func() {
		if stopped {
			return
		}
		stopped = true
		cancel()
		if err := <-ended; err != nil && !errors.Is(err, context.Canceled) {
			t.Errorf("the bot ended: %v", err)
		}
	}
	t.Cleanup(stop)
	srv.WaitReady()
	return stop
}

// soak is one run: users who do things, faults, and the books on both.
type soak struct {
	t     *testing.T
	srv   *discordtest.Server
	rand  *rand.Rand
	books *books
	last  *discordtest.Reply // with buttons to press
	did   []deed             // of the present batch
	dms   int                // who writes the next direct message
	tally map[string]int     // over all
	worst time.Duration      // until a first response
}

// deed is an event and the words that its answer must have: somebody else's
// answer would not have them.
type deed struct {
	event  discordtest.Event
	id     string
	expect string
	silent bool // it must not be answered
}

// TestSoak throws mixed interactions, messages and faults at the real bot. Every
// event gets exactly one first response in time, or the reason why not is on
// record; nothing goes to the wrong place; nothing is leaked.
func TestSoak(t *testing.T) {
	srv := discordtest.New(t, discordtest.Heartbeat(200*time.Millisecond), discordtest.Patience(30*time.Second))
	books := newBooks()
	stop := startBot(t, srv, slog.New(books))
	s := &soak{t: t, srv: srv, books: books, rand: rand.New(rand.NewPCG(*soakSeed, 1)), tally: map[string]int{}}

	rate, pause, warm := 300, 60*time.Millisecond, 300
	if *soakEvents > 10_000 {
		rate, pause, warm = 200, time.Second, 12_000
	}
	for range warm / 300 { // fills what is filled once: caches, pools, the memory of users
		s.batch(300, rate)
	}
	goroutines, heap := rest(srv)
	s.tally = map[string]int{}

	faults := &mischief{srv: srv, rand: rand.New(rand.NewPCG(*soakSeed, 2)), pause: pause, done: make(chan int)}
	ctx, cancel := context.WithCancel(t.Context())
	go faults.run(ctx)
	start := time.Now()
	for left := *soakEvents; left > 0 && !t.Failed(); left -= 1000 {
		s.batch(min(left, 1000), rate)
	}
	took := time.Since(start)
	cancel()
	n := <-faults.done
	srv.MuteAcks(false)
	s.batch(50, rate) // all is well again
	if n == 0 {
		t.Error("there were no faults")
	}
	goroutinesAfter, heapAfter := rest(srv)
	t.Logf("seed %d: %d events in %s, %d faults, %d sessions started: %v", *soakSeed, *soakEvents, took.Round(time.Millisecond), n, srv.Identifies(), s.tally)
	t.Logf("slowest first response %s; goroutines %d before and %d after; heap %d KiB before and %d KiB after",
		s.worst.Round(time.Millisecond), goroutines, goroutinesAfter, heap>>10, heapAfter>>10)
	if goroutinesAfter > goroutines+5 {
		t.Errorf("%d goroutines are left over", goroutinesAfter-goroutines)
	}
	if heapAfter > heap+4<<20 {
		t.Errorf("%d KiB are left on the heap", (heapAfter-heap)>>10)
	}
	stop()
}

// rest waits for the process to calm down and measures it.
func rest(srv *discordtest.Server) (goroutines int, heap int64) {
	srv.Forget()
	goroutines = 1 << 30
	for range 20 { // until it does not sink any more
		srv.HangUp()
		time.Sleep(50 * time.Millisecond)
		n := runtime.NumGoroutine()
		if n >= goroutines {
			break
		}
		goroutines = n
	}
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return goroutines, int64(m.HeapAlloc)
}

// batch does n things at the rate a second, waits until all are settled, and
// checks each.
func (s *soak) batch(n, rate int) {
	tick := time.NewTicker(time.Second / time.Duration(rate))
	defer tick.Stop()
	for range n {
		s.act()
		<-tick.C
	}
	end := time.Now()
	for k := range s.did {
		for !s.settled(&s.did[k], time.Since(end)) && time.Since(end) < 20*time.Second {
			time.Sleep(5 * time.Millisecond)
		}
	}
	time.Sleep(20 * time.Millisecond) // for a second answer, if there is one
	for k := range s.did {
		s.check(&s.did[k])
	}
	for _, r := range s.srv.Unprompted() {
		s.t.Errorf("a message that answers nothing: %s %s", r, r.Body)
	}
	s.did, s.last = nil, nil
	s.books.clear()
	s.srv.Forget()
}

// settled tells whether nothing more is to come for an event. Of one that seems
// not to have reached the bot, that is certain only after a while.
func (s *soak) settled(d *deed, waited time.Duration) bool {
	return d.silent || s.books.outcome(d.id) != "" || waited > 3*time.Second && s.srv.Missed(d.event)
}

// mostAgain is how often a response that had arrived may be sent again before the
// bot learns that it had: Discord refuses it, and people see one answer.
const mostAgain = 2

// once wants one answer to an interaction, and no more.
func (s *soak) once(i *discordtest.Interaction) {
	again := 0
	for _, why := range s.srv.Refused(i) {
		if strings.Contains(why, "already") {
			again++
		}
	}
	if again > mostAgain || len(s.srv.Followups(i)) > 0 {
		s.t.Errorf("%s: answered twice, %d responses refused and %d messages beside the answer", i, again, len(s.srv.Followups(i)))
	}
}

// check holds one event against the promise.
func (s *soak) check(d *deed) {
	reply, outcome := s.srv.Now(d.event), s.books.outcome(d.id)
	if i, ok := d.event.(*discordtest.Interaction); ok {
		s.once(i)
	}
	switch {
	case d.silent && reply != nil:
		s.t.Errorf("%s: answered %q, though nobody asked the bot", d.event, reply.Text())
	case d.silent:
		s.tally["left alone"]++
	case reply != nil:
		s.tally["answered"]++
		if i, ok := d.event.(*discordtest.Interaction); ok {
			took := s.srv.First(i).Took // maybe a promise to answer, which the answer has kept
			s.worst = max(s.worst, took)
			if took > 3*time.Second {
				s.t.Errorf("%s: answered after %s", d.event, took)
			}
		}
		if !strings.Contains(reply.Text(), d.expect) && outcome == "answered" {
			s.t.Errorf("%s: answered %q, want %q in it", d.event, reply.Text(), d.expect)
		}
		if len(reply.Controls()) > 0 {
			s.last = reply
		}
	case outcome != "" && outcome != "answered" && outcome != "silent":
		s.tally["on record: "+outcome]++
	case outcome == "" && s.srv.Missed(d.event):
		s.tally["lost with its session by Discord"]++
	default:
		s.t.Errorf("%s (%s): neither an answer nor a reason; the record says %q", d.event, d.id, outcome)
	}
}
