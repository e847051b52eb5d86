package gateway

import (
	"context"
	"fmt"
	"log/slog"
	"regexp"
	"strings"
)

// hidden stands where a token was.
const hidden = "[hidden]"

// tokens finds what may act for the bot or answer for it: the tokens in the
// paths of interactions and webhooks, in JSON and headers, and the shapes of bot
// tokens and interaction tokens wherever they stand.
var tokens = regexp.MustCompile(strings.Join([]string{
	`(?P<interaction>interactions/\d+/)[^/\s"'?]+`,
	`(?P<webhook>webhooks/\d+/)[^/\s"'?]+`,
	`(?P<json>(?i:\\?"(?:token|authorization)\\?"\s*:\s*\\?"))[^"\\]+`,
	`(?P<go>\b(?:Token|token|Authorization|authorization):\[?"?)(?:Bot )?[\w.+/=-]{16,}`,
	`(?P<header>\bBot )[\w-]{16,}\.[\w.-]+`,
	`\b[\w-]{20,}\.[\w-]{6,7}\.[\w-]{20,}`,
	`\baW50ZXJhY3Rpb24[\w+/=-]+`, // base64 of "interaction:", which interaction tokens begin with
}, "|"))

// keep puts back what stood before the token, whichever form matched.
const keep = "${interaction}${webhook}${json}${go}${header}" + hidden

// redact hides tokens in a text: the given ones and all that look like one.
func redact(s string, secrets ...string) string {
	for _, secret := range secrets {
		s = strings.ReplaceAll(s, secret, hidden)
	}
	return tokens.ReplaceAllString(s, keep)
}

// Redact makes a handler that hides tokens in everything that passes through
// it: the given secrets, and whatever looks like a token of Discord's.
// It belongs between every logger of a process and its output.
func Redact(h slog.Handler, secrets ...string) slog.Handler {
	known := make([]string, 0, len(secrets))
	for _, s := range secrets {
		if s != "" {
			known = append(known, s)
		}
	}
	return redacting{h, known}
}

type redacting struct {
	slog.Handler
	secrets []string
}

func (r redacting) Handle(ctx context.Context, rec slog.Record) error {
	out := slog.NewRecord(rec.Time, rec.Level, redact(rec.Message, r.secrets...), rec.PC)
	rec.Attrs(func(a slog.Attr) bool {
		out.AddAttrs(r.attr(a))
		return true
	})
	return r.Handler.Handle(ctx, out)
}

func (r redacting) WithAttrs(as []slog.Attr) slog.Handler {
	out := make([]slog.Attr, len(as))
	for i, a := range as {
		out[i] = r.attr(a)
	}
	return redacting{r.Handler.WithAttrs(out), r.secrets}
}

func (r redacting) WithGroup(name string) slog.Handler {
	return redacting{r.Handler.WithGroup(name), r.secrets}
}

// attr redacts a value whatever its kind; what is no plain value is printed
// first, as it may hold anything.
func (r redacting) attr(a slog.Attr) slog.Attr {
	v := a.Value.Resolve()
	switch v.Kind() {
	case slog.KindString:
		a.Value = slog.StringValue(redact(v.String(), r.secrets...))
	case slog.KindGroup:
		group := v.Group()
		out := make([]slog.Attr, len(group))
		for i, g := range group {
			out[i] = r.attr(g)
		}
		a.Value = slog.GroupValue(out...)
	case slog.KindAny:
		switch x := v.Any().(type) {
		case nil:
		case []byte:
			a.Value = slog.StringValue(redact(string(x), r.secrets...))
		default:
			a.Value = slog.StringValue(redact(fmt.Sprintf("%+v", x), r.secrets...))
		}
	default:
		a.Value = v
	}
	return a
}
