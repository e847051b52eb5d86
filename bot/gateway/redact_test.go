package gateway

import (
	"bytes"
	"errors"
	"log/slog"
	"net/url"
	"strings"
	"testing"
)

const (
	botToken   = "OTAwMDAwMDAwMDAwMDAwMDAx.GdTest.c3RhbmQtaW4tdG9rZW4tZm9yLXRlc3RzLTAwMQ"
	interToken = "aW50ZXJhY3Rpb246MTU3NDExMDQ5NzM4NzU3NzM0NTpzM2NyM3Q"
)

func TestRedact(t *testing.T) {
	tests := []struct{ in, want string }{
		{"nothing to hide: who is Kuleba?", "nothing to hide: who is Kuleba?"},
		{"https://discord.com/api/v9/channels/1/messages", "https://discord.com/api/v9/channels/1/messages"},
		{"token " + botToken + " is bad", "token [hidden] is bad"},
		{"Authorization: Bot " + botToken, "Authorization: Bot [hidden]"},
		{`Post "https://discord.com/api/v9/interactions/12/short-one/callback": EOF`, `Post "https://discord.com/api/v9/interactions/12/[hidden]/callback": EOF`},
		{"PATCH /webhooks/12/abc_DEF-1/messages/@original", "PATCH /webhooks/12/[hidden]/messages/@original"},
		{"https://discord.com/api/webhooks/12/abc?wait=true", "https://discord.com/api/webhooks/12/[hidden]?wait=true"},
		{"bare " + interToken + ", in a sentence", "bare [hidden], in a sentence"},
		{`{"id":"1","token":"tok","version":1}`, `{"id":"1","token":"[hidden]","version":1}`},
		{`{"id":"1", "token" : "tok"}`, `{"id":"1", "token" : "[hidden]"}`},
		{`"{\"token\":\"tok\"}"`, `"{\"token\":\"[hidden]\"}"`},
		{"map[Authorization:[Bot " + botToken + "]]", "map[Authorization:[[hidden]]]"},
		{"a secret given: hunter2.", "a secret given: [hidden]."},
		{"three tokens: 5 and the token: no", "three tokens: 5 and the token: no"},
	}
	for _, tt := range tests {
		if got := redact(tt.in, "hunter2"); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

type withToken struct{ Name, Token string }

type secretive struct{}

func (secretive) LogValue() slog.Value { return slog.StringValue("Bot " + botToken) }

func TestRedactHandler(t *testing.T) {
	for name, make := range map[string]func(*bytes.Buffer) slog.Handler{
		"text": func(b *bytes.Buffer) slog.Handler { return slog.NewTextHandler(b, nil) },
		"json": func(b *bytes.Buffer) slog.Handler { return slog.NewJSONHandler(b, nil) },
	} {
		var out bytes.Buffer
		log := slog.New(Redact(make(&out), "hunter2", ""))
		err := &url.Error{Op: "Post", URL: "https://discord.com/api/v9/interactions/1/" + interToken + "/callback", Err: errors.New("EOF")}
		log.Info("message with "+botToken, "plain", "hunter2", "err", err, "n", 5, "nil", nil)
		log.With("with", interToken).WithGroup("g").Warn("x", slog.Group("deep", "a", slog.GroupValue(slog.String("b", botToken))))
		log.Error("x", "struct", withToken{"n", botToken}, "pointer", &withToken{"n", botToken}, "value", secretive{},
			"bytes", []byte(interToken), "map", map[string]string{"token": interToken})
		got := out.String()
		for _, secret := range []string{botToken, interToken, "hunter2", botToken[:24], "[97 87 53"} {
			if strings.Contains(got, secret) {
				t.Errorf("%s: %q is in the log:\n%s", name, secret, got)
			}
		}
		if !strings.Contains(got, "EOF") || !strings.Contains(got, hidden) {
			t.Errorf("%s: too much is gone:\n%s", name, got)
		}
	}
}

func FuzzRedact(f *testing.F) {
	f.Add("a ", " b")
	f.Add(`{"token":"`, `"}`)
	f.Add("/webhooks/1/", "/messages")
	f.Fuzz(func(t *testing.T, before, after string) {
		if got := redact(before+botToken+after, botToken); strings.Contains(got, botToken) {
			t.Errorf("the token is still in %q", got)
		}
	})
}
