package kb

import (
	"sync"

	"dateline/kb/article"
)

// Progress is how far Build has come.
type Progress struct {
	Articles, Of int
	Bytes, Total int64 // of article text
}

// progress adds up what has been read and reports it.
type progress struct {
	mu     sync.Mutex
	now    Progress
	report func(Progress)
}

func newProgress(articles []article.Article, report func(Progress)) *progress {
	p := &progress{report: report, now: Progress{Of: len(articles)}}
	for i := range articles {
		p.now.Total += int64(len(articles[i].Text))
	}
	return p
}

func (p *progress) done(a article.Article) {
	if p.report == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.now.Articles++
	p.now.Bytes += int64(len(a.Text))
	p.report(p.now)
}
