package article

// Limits protect memory. Zero fields stand for those of DefaultLimits.
type Limits struct {
	Text     int // bytes of one article's text, and of a .txt file
	Line     int // bytes of one line of JSON lines
	Articles int // articles loaded together
}

// DefaultLimits returns limits generous for news, whose longest pages have
// about 100 KB: 1 MiB an article, 8 MiB a line, a million articles.
func DefaultLimits() Limits { return Limits{Text: 1 << 20, Line: 8 << 20, Articles: 1_000_000} }

func (l Limits) orDefault() Limits {
	d := DefaultLimits()
	if l.Text <= 0 {
		l.Text = d.Text
	}
	if l.Line <= 0 {
		l.Line = d.Line
	}
	if l.Articles <= 0 {
		l.Articles = d.Articles
	}
	return l
}
