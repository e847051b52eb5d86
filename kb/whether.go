package kb

import (
	"dateline/kb/query"
	"dateline/kb/read"
	"dateline/kb/text"
)

// whether answers a question whether something is so with yes or no, and the
// sentence that says it.
func (b *Base) whether(asked query.Query, r read.Result) Answer {
	c := r.Candidates[0]
	a := Answer{Kind: Ask, Text: "No", Confidence: c.Confidence, Sources: c.Sources, Subject: b.subject(asked, c)}
	if r.Affirms >= 0.5 {
		a.Text = "Yes"
	}
	u := b.lib.UnitAt(c.Doc, c.Sentence)
	a.Evidence = []Evidence{b.lib.Evidence(u, text.Span{Start: c.Start, End: c.End})}
	a.Candidates = []Candidate{{Answer: a.Text, Quote: b.lib.Quote(u), ArticleID: b.lib.Article(c.Doc).ID, Score: c.Confidence}}
	return a
}
