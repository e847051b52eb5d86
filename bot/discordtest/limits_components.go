package discordtest

import (
	"fmt"
	"unicode/utf8"
)

// Component types as Discord numbers them.
const (
	typeActionRow   = 1
	typeButton      = 2
	typeString      = 3
	typeTextInput   = 4
	typeChannel     = 8
	typeSection     = 9
	typeTextDisplay = 10
	typeContainer   = 17
)

// components checks the components of a message; v2 tells whether it has the
// flag for Components V2.
func (l *limits) components(cs []Component, v2 bool) {
	total, text := 0, 0
	ids, numbers := map[string]bool{}, map[int]bool{}
	walk(cs, func(c *Component) {
		total++
		if c.CustomID != "" && ids[c.CustomID] {
			l.fail("two components with the custom_id %q", c.CustomID)
		}
		ids[c.CustomID] = true
		if c.ID != 0 && numbers[c.ID] {
			l.fail("two components with the id %d", c.ID)
		}
		numbers[c.ID] = true
		l.component(c, v2)
		if c.Type == typeTextDisplay {
			text += utf8.RuneCountInString(c.Content)
		}
	})
	if !v2 && len(cs) > 5 {
		l.fail("%d action rows, at most 5 are allowed", len(cs))
	}
	if total > maxComponents {
		l.fail("%d components, at most %d are allowed", total, maxComponents)
	}
	if text > maxTextDisplays {
		l.fail("%d characters over all text displays, at most %d are allowed", text, maxTextDisplays)
	}
}

func (l *limits) component(c *Component, v2 bool) {
	l.most(fmt.Sprintf("the custom_id %.20q…", c.CustomID), c.CustomID, maxCustomID)
	switch {
	case c.Type >= typeSection && c.Type <= typeContainer && !v2:
		l.fail("a component of type %d without the flag for Components V2", c.Type)
	case c.Type == typeActionRow:
		l.row(c)
	case c.Type == typeButton:
		l.button(c)
	case c.Type == typeString:
		l.menu(c)
	case c.Type > typeTextInput && c.Type <= typeChannel && c.CustomID == "":
		l.fail("a menu without custom_id")
	case c.Type == typeSection:
		if len(c.Components) < 1 || len(c.Components) > 3 || c.Accessory == nil {
			l.fail("a section with %d texts and accessory %v: one to three and an accessory are wanted", len(c.Components), c.Accessory != nil)
		}
	case c.Type == typeTextDisplay && c.Content == "":
		l.fail("an empty text display")
	}
}

func (l *limits) row(c *Component) {
	buttons := 0
	for _, k := range c.Components {
		if k.Type == typeButton {
			buttons++
		}
	}
	switch n := len(c.Components); {
	case n == 0:
		l.fail("an empty action row")
	case buttons > 5:
		l.fail("an action row with %d buttons, at most 5 are allowed", buttons)
	case buttons < n && n > 1:
		l.fail("an action row with a menu and %d other components: a menu stands alone", n-1)
	}
}

func (l *limits) button(c *Component) {
	l.most("a button's label", c.Label, 80)
	const link, premium = 5, 6
	switch {
	case c.Style == link && (c.URL == "" || c.CustomID != ""):
		l.fail("a link button needs a url and no custom_id, it has %q and %q", c.URL, c.CustomID)
	case c.Style != link && c.Style != premium && c.CustomID == "":
		l.fail("the button %q has no custom_id", c.Label)
	}
	l.most("a button's url", c.URL, 512)
}

func (l *limits) menu(c *Component) {
	if c.CustomID == "" {
		l.fail("a menu without custom_id")
	}
	if n := len(c.Options); n < 1 || n > 25 {
		l.fail("a menu with %d options, one to 25 are allowed", n)
	}
	l.most("a menu's placeholder", c.Placeholder, 150)
	seen := map[string]bool{}
	for _, o := range c.Options {
		if o.Label == "" || o.Value == "" {
			l.fail("a menu's option with label %q and value %q: both are wanted", o.Label, o.Value)
		}
		l.most("the label of a menu's option", o.Label, 100)
		l.most("the value of a menu's option", o.Value, 100)
		l.most("the description of a menu's option", o.Description, 100)
		if seen[o.Value] {
			l.fail("a menu with two options of the value %q", o.Value)
		}
		seen[o.Value] = true
	}
}
