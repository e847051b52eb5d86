package e2e_test

import (
	"log/slog"
	"slices"
	"strconv"
	"testing"
	"time"

	"dateline/bot/discordtest"
)

// BenchmarkReply sends commands at 200 a second and reports how long the first
// responses took, from the moment the event was made until the response arrived:
//
//	go test ./bot/e2e -run xxx -bench Reply -benchtime 2000x
func BenchmarkReply(b *testing.B) {
	srv := discordtest.New(b)
	startBot(b, srv, slog.New(slog.DiscardHandler))
	ask := func(k int) *discordtest.Interaction {
		user := discordtest.As(strconv.Itoa(7_000_000 + k))
		switch k % 4 {
		case 0:
			return srv.Command("who", optionOf(b, srv, "who"), "Kuleba", user)
		case 1:
			return srv.Command("when", optionOf(b, srv, "when"), "Blinken-Ukraine", user)
		case 2:
			return srv.Command("ask", optionOf(b, srv, "ask"), "why will Blinken visit Ukraine?", user)
		}
		return srv.Autocomplete("who", optionOf(b, srv, "who"), "kul", user)
	}
	for k := range 50 { // connections, pools
		srv.Wait(ask(k))
	}
	tick := time.NewTicker(time.Second / 200)
	defer tick.Stop()
	var sent []*discordtest.Interaction
	for k := 0; b.Loop(); k++ {
		sent = append(sent, ask(100+k))
		<-tick.C
	}
	took := make([]time.Duration, len(sent))
	for k, i := range sent {
		took[k] = srv.First(i).Took
	}
	slices.Sort(took)
	at := func(q float64) float64 {
		return float64(took[int(q*float64(len(took)-1))].Microseconds()) / 1000
	}
	b.ReportMetric(at(0.5), "p50-ms")
	b.ReportMetric(at(0.99), "p99-ms")
	b.ReportMetric(at(1), "max-ms")
}
