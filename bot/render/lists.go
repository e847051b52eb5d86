package render

import (
	"time"

	"dateline/kb"
)

// How many entries stand on one page of a list.
const (
	evidencePage = 3
	timelinePage = 6
	quotesPage   = 4
	latestPage   = 10
)

// EvidenceList draws all quotes that an answer rests on.
func EvidenceList(q kb.Question, a kb.Answer, page int, link Link) Message {
	if len(a.Evidence) == 0 {
		return Notice("There is no more evidence than you have seen.")
	}
	part, page, pages := paged(a.Evidence, page, evidencePage)
	c := newCard(colourAnswer)
	title := capital(Clean(a.Text))
	if title == "" {
		title = "The nearest that I found"
	}
	c.text("### "+Text(title, headingMax), subtext(plural(len(a.Evidence), "quote from the articles", "quotes from the articles")))
	for _, e := range part {
		c.rule()
		c.text(quote(e, 600), source(e, 0, sourceMax))
	}
	c.pager(link, Evidence, page, pages, questionArgs(q)...)
	return c.message(true)
}

// TimelineList draws what happened to a subject, in order of time. from and to
// bound it where they are not zero.
func TimelineList(subject string, from, to time.Time, events []kb.Event, page int, link Link) Message {
	bounds := ""
	switch {
	case !from.IsZero() && !to.IsZero():
		bounds = ", " + span(from, to)
	case !from.IsZero():
		bounds = " since " + Day(from)
	case !to.IsZero():
		bounds = " until " + Day(to)
	}
	if len(events) == 0 {
		return Notice("I know of no dated events about **" + Text(subject, 200) + "**" + bounds + ".")
	}
	part, page, pages := paged(events, page, timelinePage)
	c := newCard(colourAnswer)
	c.text("### Timeline: "+Text(capital(Clean(subject)), 200), subtext(plural(len(events), "event", "events")+bounds))
	for _, e := range part {
		c.text(event(e, eventRoom)...)
	}
	c.pager(link, Timeline, page, pages, subject, dayArg(from), dayArg(to))
	return c.message(false)
}

// eventRoom is what one event of a full page may take.
const eventRoom = (MaxText - 400) / timelinePage

// event draws one event in about room units.
func event(e kb.Event, room int) []string {
	body := Text(happened(e.Date), 200)
	if body == "" {
		body = passage(e.Evidence, 200)
	}
	note := sentence(Text(e.Date.Note, 100))
	if note != "" {
		note = "⚠️ " + note
	}
	at := when(e.Date)
	return []string{at, body, note, source(e.Evidence, 0, room-Units(at+body+note)-3)}
}

// QuotesList draws what somebody said.
func QuotesList(person, about string, said []kb.Quotation, page int, link Link) Message {
	on := ""
	if Clean(about) != "" {
		on = " about **" + Text(about, 200) + "**"
	}
	if len(said) == 0 {
		return Notice("I found nothing that **" + Text(person, 200) + "** said" + on + ".")
	}
	part, page, pages := paged(said, page, quotesPage)
	c := newCard(colourAnswer)
	name := said[0].Speaker
	if name == "" {
		name = person
	}
	c.text("### What "+Text(name, 200)+" said", subtext(plural(len(said), "statement", "statements")+on))
	for i, s := range part {
		if i > 0 {
			c.rule()
		}
		by := ""
		if s.Speaker != name {
			by = "— **" + Text(s.Speaker, 120) + "**"
		}
		e := s.Evidence
		c.text(quote(e, 500), by, source(e, 0, 300))
	}
	c.pager(link, Quotes, page, pages, person, about)
	return c.message(false)
}

// LatestMax is how many articles /latest goes back.
const LatestMax = 50

// LatestList draws the newest articles.
func LatestList(about string, list []kb.Headline, page int, link Link) Message {
	title, none := "### Latest articles", "There are no articles."
	if Clean(about) != "" {
		title, none = "### Latest about "+Text(about, 200), "There are no articles about **"+Text(about, 200)+"**."
	}
	if len(list) == 0 {
		return Notice(none)
	}
	part, page, pages := paged(list, page, latestPage)
	c := newCard(colourAnswer)
	c.text(title)
	for _, h := range part {
		c.text("**"+headline(h, 340)+"**", subtext(outletDay(h)))
	}
	var titles []string
	for _, h := range part {
		titles = append(titles, h.Title)
	}
	c.menu(link(ChooseRead, 0, ""), "Read one in short …", options(titles))
	c.pager(link, Latest, page, pages, about)
	return c.message(false)
}

// headline is the title of an article, linked where that fits max units.
func headline(h kb.Headline, max int) string {
	title := tidyTitle(h.Title)
	if out := link(title, h.URL, 140); Units(out) <= max {
		return out
	}
	return Text(title, 140)
}

// outletDay is the outlet and the day of an article, as far as known.
func outletDay(h kb.Headline) string {
	outlet := h.Source
	if outlet == "" {
		outlet = host(h.URL)
	}
	return joinParts([]string{Text(outlet, 40), Day(h.Date)})
}
