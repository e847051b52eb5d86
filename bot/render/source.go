package render

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"dateline/kb"
)

// maxLink is the longest address that is linked; a longer one would eat the
// room of the text.
const maxLink = 300

// link is a masked link to an article, or only its title where there is no
// address that is safe to open. Brackets in a title become round ones: Discord
// does not agree with itself on escaped brackets within a link.
func link(title, address string, max int) string {
	target := safeURL(address)
	if target == "" {
		return Text(title, max)
	}
	title = strings.NewReplacer("[", "(", "]", ")").Replace(title)
	return "[" + Text(title, max) + "](" + target + ")"
}

// safeURL is the address in a form that cannot break out of a masked link, or
// empty if it is no plain web address.
func safeURL(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil {
		return ""
	}
	out := strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E", "\\", "%5C", "`", "%60", "|", "%7C", " ", "%20").Replace(u.String())
	if len(out) > maxLink || Clean(out) != out {
		return ""
	}
	return out
}

// host is the site of an address as readers know it: "example.com".
func host(address string) string {
	u, err := url.Parse(safeURL(address))
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// sourceMax is the room that the line under a quote takes at most.
const sourceMax = 520

// source is the line under a quote: where it stands, of which day, and how many
// other articles say the same. Where it would take more than max units the
// title is not linked.
func source(e kb.Evidence, others, max int) string {
	outlet := e.Source
	if outlet == "" {
		outlet = host(e.URL)
	}
	line := func(title string) string {
		parts := []string{title, Text(outlet, 40), Day(e.Date)}
		if others > 0 {
			parts = append(parts, plural(others, "other article says", "other articles say")+" the same")
		}
		return subtext(joinParts(parts))
	}
	title := tidyTitle(e.Title)
	if out := line(link(title, e.URL, 120)); Units(out) <= max {
		return out
	}
	return line(Text(title, 80))
}

// tidyTitle is a title without a full stop, and with one mark where it was cut.
func tidyTitle(s string) string {
	s = Clean(s)
	bare := strings.TrimRight(s, ". ")
	if strings.HasSuffix(s, "..") {
		return bare + ellipsis
	}
	return bare
}

// joinParts puts a dot between the parts that are not empty.
func joinParts(parts []string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), " · ")
}

// subtext is a line in small grey letters.
func subtext(line string) string {
	if line == "" {
		return ""
	}
	return "-# " + line
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return grouped(n) + " " + many
}

// grouped is a number with its thousands parted: 11,538.
func grouped(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
