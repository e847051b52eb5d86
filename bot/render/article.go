package render

import (
	"strings"

	"dateline/kb"
)

// keySentences is how many sentences of an article a summary shows.
const keySentences = 5

// Summary draws an article in short: its key sentences, people, places, dates.
func Summary(s kb.Summary, link Link) Message {
	c := newCard(colourAnswer)
	c.text("### "+headline(s.Headline, 450), subtext(outletDay(s.Headline)))
	for _, e := range s.Sentences[:min(len(s.Sentences), keySentences)] {
		c.text(quote(e, 320))
	}
	var facts []string
	for _, f := range []struct {
		name  string
		names []string
	}{{"People", s.People}, {"Places", s.Places}, {"Also named", s.Others}} {
		if line := names(f.names, 12, 250); line != "" {
			facts = append(facts, "**"+f.name+"**: "+line)
		}
	}
	c.text(facts...)
	var dates []string
	for _, d := range s.Dates[:min(len(s.Dates), datesShown)] {
		dates = append(dates, "- "+eventLine(d))
	}
	c.text(dates...)
	c.text(warnings(s.Dates)...)
	return c.message(false)
}

// names lists at most most names, of at most max units together.
func names(list []string, most, max int) string {
	var b strings.Builder
	for i, n := range list {
		shown := Text(n, 80)
		if i == most || Units(b.String())+Units(shown) > max {
			b.WriteString(" and " + plural(len(list)-i, "other", "others"))
			break
		}
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(shown)
	}
	return b.String()
}

// NoArticle draws that no article has a title, with those that are near.
func NoArticle(title string, near []string, link Link) Message {
	c := newCard(colourNothing)
	c.text("I have no article with the title **" + Text(title, 300) + "**.")
	c.menu(link(ChooseRead, 0, ""), "Did you mean …", options(near))
	return c.message(true)
}

// NotFound draws that a list has nothing about a name, with the names that may
// have been meant. Choosing one runs the command again.
func NotFound(command, name string, near []string, link Link) Message {
	c := newCard(colourNothing)
	c.text("I found nothing about **" + Text(name, 300) + "**.")
	c.menu(link(Choose, 0, command, "", name), "Did you mean …", options(near))
	return c.message(true)
}

// Explained draws the people, organisations and places that stand in a text.
func Explained(title string, list []kb.Explanation) Message {
	if len(list) == 0 {
		return Notice("I know nobody and nothing that is named there.")
	}
	c := newCard(colourAnswer)
	c.text("### " + title)
	left, each := 0, c.left/len(list)
	for i, x := range list {
		line := "**" + Text(x.Name, 100) + "**"
		what := Text(x.What, 160)
		if what == "" {
			what = x.Type
		}
		if what != "" {
			line += " · " + what
		}
		e := x.Evidence
		said := quote(e, 220)
		if !c.text(line, said, source(e, 0, each-Units(line)-Units(said)-30)) {
			left = len(list) - i
			break
		}
	}
	if left > 0 {
		c.text(subtext("and " + plural(left, "other", "others")))
	}
	return c.message(true)
}

// Sources draws what is loaded.
func Sources(s kb.Stats) Message {
	c := newCard(colourAnswer)
	head := "### What I answer from\n" + plural(s.Articles, "article", "articles")
	switch {
	case s.First.IsZero():
	case s.First.Equal(s.Last):
		head += " of " + Day(s.First)
	default:
		head += ", from " + Day(s.First) + " to " + Day(s.Last)
	}
	if s.Undated > 0 {
		head += ", " + grouped(s.Undated) + " of them without a date"
	}
	c.text(head + ".")
	c.text("They name " + plural(s.People, "person", "people") + ", " + plural(s.Places, "place", "places") + " and " + plural(s.Others, "other thing", "other things") + ".")
	var outlets []string
	for i, o := range s.Sources {
		if i == 15 {
			outlets = append(outlets, subtext("and "+plural(len(s.Sources)-i, "other outlet", "other outlets")))
			break
		}
		name := Text(o.Source, 100)
		if name == "" {
			name = "outlet not named"
		}
		outlets = append(outlets, "- "+name+": "+grouped(o.Articles))
	}
	c.text(outlets...)
	c.text(subtext("I quote these articles and know nothing else. Where they do not say, I say so."))
	return c.message(false)
}
