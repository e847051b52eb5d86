package bot

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"dateline/kb"
)

// metrics count what became of requests. How long Discord took is counted by
// package gateway.
type metrics struct {
	requests *prometheus.CounterVec
	thought  *prometheus.HistogramVec
}

func newMetrics(reg *prometheus.Registry, stats kb.Stats) *metrics {
	m := &metrics{
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Namespace: "dateline", Name: "answers_total", Help: "Requests by command and by what became of them.",
		}, []string{"command", "outcome"}),
		thought: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Namespace: "dateline", Name: "answer_seconds", Help: "Time to find and draw an answer.",
			Buckets: []float64{.0001, .0003, .001, .003, .01, .03, .1, .3, 1, 3, 10},
		}, []string{"command"}),
	}
	articles := prometheus.NewGauge(prometheus.GaugeOpts{Namespace: "dateline", Name: "articles", Help: "Articles loaded."})
	articles.Set(float64(stats.Articles))
	if reg != nil {
		reg.MustRegister(m.requests, m.thought, articles)
	}
	return m
}

// count takes a request down. Commands are those of the table, so the labels
// are few.
func (m *metrics) count(command, outcome string, thought time.Duration) {
	m.requests.WithLabelValues(command, outcome).Inc()
	if thought > 0 {
		m.thought.WithLabelValues(command).Observe(thought.Seconds())
	}
}
