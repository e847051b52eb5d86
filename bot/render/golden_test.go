package render

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/bwmarrin/discordgo"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestGolden(t *testing.T) {
	for name, m := range messages() {
		t.Run(name, func(t *testing.T) {
			for _, problem := range problems(m) {
				t.Error(problem)
			}
			var out bytes.Buffer
			enc := json.NewEncoder(&out)
			enc.SetEscapeHTML(false)
			enc.SetIndent("", "  ")
			if err := enc.Encode(map[string]any{"private": m.Private, "components": m.Components}); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join("testdata", name+".json")
			if *update {
				if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(out.Bytes(), want) {
				t.Errorf("the reply is not that of %s (go test -update writes it anew):\n%s", path, out.Bytes())
			}
		})
	}
}

// problems tells where a message breaks one of Discord's limits.
func problems(m Message) []string {
	var out []string
	complain := func(what string) { out = append(out, what) }
	text, count := 0, 0
	ids := map[string]bool{}
	id := func(s string) {
		if s == "" || Units(s) > 100 || ids[s] {
			complain("custom_id empty, too long or twice: " + s)
		}
		ids[s] = true
	}
	var walk func([]discordgo.MessageComponent)
	walk = func(list []discordgo.MessageComponent) {
		for _, c := range list {
			count++
			switch c := c.(type) {
			case discordgo.Container:
				walk(c.Components)
			case discordgo.ActionsRow:
				if len(c.Components) < 1 || len(c.Components) > 5 {
					complain("a row of no or too many buttons")
				}
				walk(c.Components)
			case discordgo.TextDisplay:
				if strings.TrimSpace(c.Content) == "" {
					complain("an empty text")
				}
				text += Units(c.Content)
			case discordgo.Button:
				id(c.CustomID)
				if Units(c.Label) < 1 || Units(c.Label) > MaxLabel {
					complain("a button's label is empty or too long: " + c.Label)
				}
			case discordgo.SelectMenu:
				id(c.CustomID)
				if c.MenuType == 0 {
					out = append(out, menuProblems(c)...)
				}
			}
		}
	}
	walk(m.Components)
	if text < 1 || text > MaxText {
		complain("no text or too much")
	}
	if count > MaxComponents {
		complain("too many components")
	}
	return out
}

func menuProblems(c discordgo.SelectMenu) []string {
	var out []string
	if len(c.Options) < 1 || len(c.Options) > MaxOptions || Units(c.Placeholder) > 150 {
		out = append(out, "a menu has no or too many options, or a long placeholder")
	}
	values := map[string]bool{}
	for _, o := range c.Options {
		if o.Label == "" || o.Value == "" || values[o.Value] || Units(o.Label) > MaxOption || Units(o.Value) > MaxOption || Units(o.Description) > MaxOption {
			out = append(out, "an option is empty, twice or too long: "+o.Value)
		}
		values[o.Value] = true
	}
	return out
}
