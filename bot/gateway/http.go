package gateway

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// httpServer tells those who watch the process how it is.
type httpServer struct {
	listener net.Listener
	server   *http.Server
}

// newHTTPServer listens at once, so that a wrong address shows at the start.
func newHTTPServer(cfg Config, shards []*shard) (*httpServer, error) {
	addr := loopback(cfg.HTTP)
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("listening for health and metrics on %s: %w", addr, err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", report(shards, (*health).alive))
	mux.HandleFunc("GET /readyz", report(shards, (*health).ready))
	mux.Handle("GET /metrics", promhttp.HandlerFor(cfg.Registry, promhttp.HandlerOpts{}))
	cfg.Log.Info("health and metrics", "address", l.Addr().String())
	return &httpServer{l, &http.Server{
		Handler:           mux,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      10 * time.Second,
		IdleTimeout:       30 * time.Second,
		MaxHeaderBytes:    1 << 16,
		ErrorLog:          log.New(io.Discard, "", 0),
	}}, nil
}

// loopback completes an address without a host: what is not asked for is not
// open to the network.
func loopback(addr string) string {
	if !strings.Contains(addr, ":") {
		addr = ":" + addr
	}
	if strings.HasPrefix(addr, ":") {
		return "127.0.0.1" + addr
	}
	return addr
}

// report answers 200 if all shards are well and 503 if one is not.
func report(shards []*shard, well func(*health) bool) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		var ill []string
		for _, s := range shards {
			if !well(&s.health) {
				ill = append(ill, fmt.Sprintf("shard %d of %d", s.id, s.count))
			}
		}
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("Cache-Control", "no-store")
		if len(ill) > 0 {
			w.WriteHeader(http.StatusServiceUnavailable)
			fmt.Fprintln(w, "not connected:", strings.Join(ill, ", "))
			return
		}
		fmt.Fprintln(w, "ok")
	}
}

func (s *httpServer) run(ctx context.Context) error {
	stop := context.AfterFunc(ctx, func() { s.server.Close() })
	defer stop()
	if err := s.server.Serve(s.listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serving health and metrics: %w", err)
	}
	return nil
}
