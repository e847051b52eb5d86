package kb

import (
	"fmt"
	"strings"

	"dateline/kb/library"
	"dateline/kb/query"
	"dateline/kb/read"
)

// leastOlder is the share of the confidence of an answer from which on another one
// in an older article is taken for what was said before.
const leastOlder = 0.5

// older says what an older article gives for the same number, with its day: a toll
// that rose, a price that fell. It is empty where none does.
func (b *Base) older(asked query.Query, r read.Result) string {
	switch asked.Expect {
	case query.Count, query.Money, query.Percent, query.Measure:
	default:
		return ""
	}
	best := r.Candidates[0]
	day := b.lib.Article(best.Doc).Date
	for _, c := range r.Candidates[1:] {
		before := b.lib.Article(c.Doc).Date
		if c.Confidence < leastOlder*best.Confidence || before.IsZero() || !before.Before(day) || amount(c.Text) == amount(best.Text) {
			continue
		}
		return fmt.Sprintf("Before, on %s: %s.", before.Format(library.DayLayout), library.Clip(c.Text, 60))
	}
	return ""
}

// amount is what tells an amount from another: its digits, or else its words.
func amount(s string) string {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '.' {
			return r
		}
		return -1
	}, s)
	if strings.Trim(digits, ".") == "" {
		return strings.ToLower(s)
	}
	return digits
}
