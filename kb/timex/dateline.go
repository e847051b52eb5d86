package timex

import "time"

// headBytes is how far into a text a dateline may begin.
const headBytes = 200

// Dateline reads the date in a dateline at the head of a text ("WASHINGTON,
// Jan 18 (Reuters) —"). A date without a year takes the year that puts it
// nearest to docDate. It reports false where there is no such date, or where it
// is more than three days from docDate, so that the two are not of one text.
func Dateline(text string, docDate time.Time) (time.Time, bool) {
	head := text[:min(len(text), 2*headBytes)]
	s := newScanner(head, tokenize(nil, head, 0, len(head)))
	for i := 1; i < len(s.toks) && s.toks[i].start < headBytes; i++ {
		if !s.datelinePlace(i) {
			continue
		}
		n := s.date(i)
		if n.month == 0 || n.day == 0 || !s.datelineEnd(n.j) {
			continue
		}
		return datelineDay(n, docDate)
	}
	return time.Time{}, false
}

// datelinePlace reports whether a place in capitals and a comma stand before
// token i.
func (s *scanner) datelinePlace(i int) bool {
	k := i - 1
	if s.mark(k, ',') {
		k--
	}
	for s.mark(k, '.') {
		k--
	}
	caps := 0
	for ; k >= 0 && k > i-12; k-- {
		t := s.tok(k)
		if t.kind == word && t.caps && t.end-t.start > 2 {
			caps++
		}
		if t.kind == word && !t.capital || t.kind == digits || s.sentenceStart(k) {
			break
		}
	}
	return caps > 0
}

// datelineEnd reports whether an agency in brackets or a dash follows.
func (s *scanner) datelineEnd(i int) bool {
	if s.mark(i, '(') {
		for k := i + 1; k < i+8; k++ {
			if s.mark(k, ')') {
				return true
			}
		}
		return false
	}
	return s.mark(i, '~') || s.mark(i, '-') && !s.tight(i) || s.mark(i, '_') || s.mark(i, '-') && s.mark(i+1, '-')
}

func datelineDay(n node, doc time.Time) (time.Time, bool) {
	if doc.IsZero() {
		if n.year == 0 || n.day > daysIn(n.year, n.month) {
			return time.Time{}, false
		}
		return date(n.year, n.month, n.day), true
	}
	for _, y := range []int{doc.Year(), doc.Year() - 1, doc.Year() + 1} {
		if n.day > daysIn(y, n.month) {
			continue
		}
		if d := date(y, n.month, n.day); abs(days(doc, d)) <= 3 {
			return d, true
		}
	}
	return time.Time{}, false
}
