package render

import (
	"fmt"
	"strings"

	"github.com/bwmarrin/discordgo"
)

// button is a grey button. Labels are plain text: Discord reads no markup there.
func button(label, id string) discordgo.Button {
	return discordgo.Button{Label: Fit(Clean(label), MaxLabel), Style: discordgo.SecondaryButton, CustomID: id}
}

// options makes the entries of a menu. A name may carry what it is after a dash
// ("George Bush — 43rd president"), which goes below it. Entries that would be
// the same are shown once.
func options(names []string) []discordgo.SelectMenuOption {
	var out []discordgo.SelectMenuOption
	seen := map[string]bool{}
	for _, name := range names {
		value := Cut(Clean(name), MaxOption)
		if value == "" || seen[value] || len(out) == MaxOptions {
			continue
		}
		seen[value] = true
		label, detail, _ := strings.Cut(Clean(name), " — ")
		out = append(out, discordgo.SelectMenuOption{Label: Fit(label, MaxOption), Value: value, Description: Fit(detail, MaxOption)})
	}
	return out
}

// Cut is Fit without the mark: what is put in rather than read.
func Cut(s string, max int) string {
	if Units(s) <= max {
		return s
	}
	return strings.TrimSuffix(Fit(s, max), ellipsis)
}

// pager adds the row that leads through the pages of a list.
func (c *card) pager(link Link, action Action, page, pages int, args ...string) {
	if pages < 2 {
		return
	}
	back := button("Back", link(turning(action), max(page-1, 0), args...))
	back.Disabled = page == 0
	here := button(fmt.Sprintf("%d of %d", page+1, pages), fmt.Sprintf("here.%d", page))
	here.Disabled = true
	on := button("More", link(turning(action), page+1, args...))
	on.Disabled = page+1 >= pages
	c.buttons(back, here, on)
}

// paged gives the part of a list that stands on a page, the page that there
// really is, and the number of pages.
func paged[T any](list []T, page, size int) (part []T, at, pages int) {
	pages = max((len(list)+size-1)/size, 1)
	at = min(max(page, 0), pages-1)
	return list[at*size : min((at+1)*size, len(list))], at, pages
}
