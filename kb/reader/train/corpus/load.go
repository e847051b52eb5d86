package corpus

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"

	"dateline/kb/article"
)

// Load reads all sources, one slice for each: those in shared/bench, and those
// in the folder of the package that trains. What is not there is left out.
func Load(ctx context.Context, shared, own string) ([][]Sample, error) {
	bench := func(name string) string { return filepath.Join(shared, "bench", name) }
	articles, err := newsArticles(ctx, bench("news-qa/articles.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	var out [][]Sample
	for _, read := range []func() ([]Sample, error){
		func() ([]Sample, error) { return Wikipedia(bench("reading/squad2-halfdev.jsonl.gz"), "squad") },
		func() ([]Sample, error) { return Wikipedia(bench("reading/squadshifts-newwiki.jsonl.gz"), "wiki") },
		func() ([]Sample, error) { return QAMR(bench("reading/qamr-devtest.jsonl.gz")) },
		func() ([]Sample, error) { return QASRL(bench("reading/qasrl-gold.jsonl.gz")) },
		func() ([]Sample, error) { return News(bench("asked/teach.jsonl.gz"), "teach", articles) },
		func() ([]Sample, error) { return News(filepath.Join(own, "news.jsonl.gz"), "news", articles) },
		func() ([]Sample, error) { return Worlds(filepath.Join(own, "worlds.jsonl.gz")) },
	} {
		list, err := read()
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		if len(list) > 0 {
			out = append(out, list)
		}
	}
	return out, nil
}

func newsArticles(ctx context.Context, path string) (map[string]article.Article, error) {
	loaded, err := article.Loader{}.Load(ctx, article.Disk(path))
	if err != nil {
		return nil, err
	}
	m := map[string]article.Article{}
	for _, a := range loaded.Articles {
		m[a.ID] = a
	}
	return m, nil
}
