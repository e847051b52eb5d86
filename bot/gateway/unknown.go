package gateway

import (
	"bytes"
	"encoding/json"

	"github.com/bwmarrin/discordgo"
)

// withoutUnknown takes the message components that discordgo cannot decode out of
// an event, with what is in them, and reports whether there were any.
func withoutUnknown(data json.RawMessage) (json.RawMessage, bool) {
	in := json.NewDecoder(bytes.NewReader(data))
	in.UseNumber()
	var v any
	if in.Decode(&v) != nil {
		return nil, false
	}
	c := &cleaning{known: map[string]bool{}}
	c.walk(v)
	if !c.cleaned {
		return nil, false
	}
	out, err := json.Marshal(v)
	return out, err == nil
}

// cleaning is one event being rid of unknown components.
type cleaning struct {
	known   map[string]bool // types, once they are looked up
	cleaned bool
}

func (c *cleaning) walk(v any) {
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			c.walk(x)
		}
	case map[string]any:
		for _, key := range []string{"component", "accessory"} {
			if x, ok := v[key]; ok && !c.knows(x) {
				delete(v, key)
				c.cleaned = true
			}
		}
		if list, ok := v["components"].([]any); ok {
			v["components"] = c.keep(list)
		}
		for _, x := range v {
			c.walk(x)
		}
	}
}

// keep are the components of a list that are known.
func (c *cleaning) keep(list []any) []any {
	kept := make([]any, 0, len(list))
	for _, x := range list {
		if c.knows(x) {
			kept = append(kept, x)
		} else {
			c.cleaned = true
		}
	}
	return kept
}

// knows reports whether discordgo has a type for a component, which it is asked
// for: the next version may have more. A section needs what stands beside it.
func (c *cleaning) knows(component any) bool {
	m, ok := component.(map[string]any)
	if !ok {
		return true
	}
	if beside, ok := m["accessory"]; ok && !c.knows(beside) {
		return false
	}
	n, ok := m["type"].(json.Number)
	if !ok {
		return true
	}
	known, ok := c.known[n.String()]
	if !ok {
		_, err := discordgo.MessageComponentFromJSON([]byte(`{"type":` + n.String() + `}`))
		known = err == nil || !bytes.Contains([]byte(err.Error()), []byte("unknown component type"))
		c.known[n.String()] = known
	}
	return known
}
