package gateway

import (
	"fmt"
	"testing"

	"github.com/bwmarrin/discordgo"
)

// TestUnknownComponents reads events with components of types that discordgo does
// not know, wherever they stand, without them.
func TestUnknownComponents(t *testing.T) {
	text := func(s string) string { return fmt.Sprintf(`{"type":10,"content":%q}`, s) }
	for name, components := range map[string]string{
		"alone":         `{"type":16},` + text("hello"),
		"later":         `{"type":9999,"components":[{"type":18}]},` + text("hello"),
		"in a row":      `{"type":1,"components":[{"type":20},{"type":2,"style":1,"label":"x","custom_id":"y"}]},` + text("hello"),
		"in a box":      `{"type":17,"components":[{"type":18},` + text("hello") + `]}`,
		"beside a text": `{"type":9,"components":[` + text("lost") + `],"accessory":{"type":21}},` + text("hello"),
		"in a label":    text("hello") + `,{"type":18,"label":"x","component":{"type":19}}`,
	} {
		message := `{"id":"1","channel_id":"2","content":"hi","author":{"id":"3"},"components":[` + components + `]}`
		e, err := decode("MESSAGE_CREATE", []byte(message))
		if err != nil || e.message.Content != "hi" || e.message.ID != "1" {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := textOf(e.message.Components); got != "hello" {
			t.Errorf("%s: what is known has the text %q", name, got)
		}
		press := `{"id":"7","token":"t","type":3,"data":{"custom_id":"x","component_type":2},"message":` + message + `}`
		if e, err := decode("INTERACTION_CREATE", []byte(press)); err != nil || textOf(e.interaction.Message.Components) != "hello" {
			t.Errorf("%s, pressed: %v", name, err)
		}
	}
	if _, err := decode("MESSAGE_CREATE", []byte(`{"id":"1","channel_id":2}`)); err == nil {
		t.Error("an event that is broken otherwise was taken")
	}
}

// textOf is all text of some components.
func textOf(list []discordgo.MessageComponent) string {
	s := ""
	for _, c := range list {
		switch c := c.(type) {
		case *discordgo.TextDisplay:
			s += c.Content
		case *discordgo.Container:
			s += textOf(c.Components)
		case *discordgo.Section:
			s += textOf(c.Components)
		}
	}
	return s
}
