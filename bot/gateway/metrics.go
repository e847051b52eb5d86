package gateway

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
)

// maxKinds bounds the values of the kind label, which Discord's side chooses.
const maxKinds = 64

// metrics counts what the session does.
type metrics struct {
	reg        *prometheus.Registry
	events     *prometheus.CounterVec
	latency    *prometheus.HistogramVec
	requests   *prometheus.CounterVec
	requestSec *prometheus.HistogramVec
	connects   *prometheus.CounterVec
	ends       *prometheus.CounterVec
	identifies prometheus.Counter
	malformed  prometheus.Counter
	duplicates prometheus.Counter
	inFlight   prometheus.Gauge

	mu    sync.Mutex
	kinds map[string]bool
}

func newMetrics(reg *prometheus.Registry) *metrics {
	const ns = "dateline"
	counter := func(name, help string) prometheus.Counter {
		return prometheus.NewCounter(prometheus.CounterOpts{Namespace: ns, Name: name, Help: help})
	}
	vec := func(name, help string, labels ...string) *prometheus.CounterVec {
		return prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: ns, Name: name, Help: help}, labels)
	}
	buckets := []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2, 3, 10, 60}
	hist := func(name, help string, labels ...string) *prometheus.HistogramVec {
		return prometheus.NewHistogramVec(prometheus.HistogramOpts{Namespace: ns, Name: name, Help: help, Buckets: buckets}, labels)
	}
	m := &metrics{
		reg:        reg,
		events:     vec("events_total", "Interactions and messages by kind and by what became of them.", "kind", "outcome"),
		latency:    hist("reply_seconds", "From an event's arrival until its first response was taken.", "kind"),
		requests:   vec("rest_requests_total", "REST requests by route and status; status 0 got no response.", "route", "status"),
		requestSec: hist("rest_request_seconds", "Time of one REST request.", "route"),
		connects:   vec("gateway_sessions_total", "Gateway sessions that became ready or were resumed.", "how"),
		ends:       vec("gateway_disconnects_total", "Gateway connections that ended, by cause.", "cause"),
		identifies: counter("gateway_identifies_total", "Sessions started, which Discord rations."),
		malformed:  counter("gateway_malformed_total", "Messages of the gateway that could not be read."),
		duplicates: counter("gateway_duplicates_total", "Events that came twice and were answered once."),
		inFlight:   prometheus.NewGauge(prometheus.GaugeOpts{Namespace: ns, Name: "events_in_flight", Help: "Events being handled now."}),
		kinds:      map[string]bool{},
	}
	reg.MustRegister(m.events, m.latency, m.requests, m.requestSec, m.connects, m.ends, m.identifies,
		m.malformed, m.duplicates, m.inFlight, collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func (m *metrics) watchQueue(length func() int) {
	m.reg.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Namespace: "dateline", Name: "events_waiting", Help: "Events that wait for a worker.",
	}, func() float64 { return float64(length()) }))
}

func (m *metrics) watchShard(s *shard) {
	label := prometheus.Labels{"shard": strconv.Itoa(s.id)}
	gauge := func(name, help string, value func() float64) {
		m.reg.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Namespace: "dateline", Name: name, Help: help, ConstLabels: label,
		}, value))
	}
	gauge("gateway_ready", "1 while the shard has a session.", func() float64 {
		if s.health.ready() {
			return 1
		}
		return 0
	})
	gauge("gateway_heartbeat_seconds", "Time the last heartbeat took to be acknowledged.", func() float64 {
		return s.health.heartbeat().Seconds()
	})
}

// kind keeps the label's values few.
func (m *metrics) kind(k string) string {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.kinds[k] {
		if len(m.kinds) >= maxKinds {
			return "other"
		}
		m.kinds[k] = true
	}
	return k
}

func (m *metrics) finished(kind, outcome string, took time.Duration) {
	kind = m.kind(kind)
	m.events.WithLabelValues(kind, outcome).Inc()
	if took > 0 {
		m.latency.WithLabelValues(kind).Observe(took.Seconds())
	}
}

func (m *metrics) request(r route, resp *http.Response, err error, took time.Duration) {
	status := "0"
	if err == nil {
		status = strconv.Itoa(resp.StatusCode)
	}
	m.requests.WithLabelValues(r.name, status).Inc()
	m.requestSec.WithLabelValues(r.name).Observe(took.Seconds())
}

// reconnect counts the end of a connection by its cause.
func (m *metrics) reconnect(err error) {
	cause := "network"
	switch {
	case errors.Is(err, errReconnect):
		cause = "asked"
	case errors.Is(err, errInvalid):
		cause = "invalid session"
	case errors.Is(err, errNoReady), errors.Is(err, errNoHello), errors.Is(err, context.DeadlineExceeded):
		cause = "not ready"
	case errors.Is(err, errNoAck):
		cause = "no acknowledgement"
	case closeCode(err) != 0:
		cause = strconv.Itoa(closeCode(err))
	}
	m.ends.WithLabelValues(cause).Inc()
}
