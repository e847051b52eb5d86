package main

import (
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"dateline/kb/article"
)

type question struct {
	Question   string
	Date       string
	Gold       []string `json:"gold_articles"`
	Answerable bool
}

func (q *question) asked() time.Time {
	t, _ := time.Parse(time.DateOnly, q.Date)
	return t
}

func readQuestions(path string) ([]question, error) {
	var out []question
	err := each(path, func(d *json.Decoder) error {
		var q question
		err := d.Decode(&q)
		if err == nil && q.Answerable {
			out = append(out, q)
		}
		return err
	})
	return out, err
}

func readArticles(path string) ([]article.Article, error) {
	var out []article.Article
	err := each(path, func(d *json.Decoder) error {
		var a struct{ ID, URL, Title, Date, Text string }
		err := d.Decode(&a)
		if err == nil {
			date, _ := time.Parse(time.DateOnly, a.Date)
			out = append(out, article.Article{ID: a.ID, URL: a.URL, Title: a.Title, Date: date, Text: a.Text})
		}
		return err
	})
	return out, err
}

// each calls f until it reports the end of the file.
func each(path string, f func(*json.Decoder) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		return fmt.Errorf("reading %s: %w", path, err)
	}
	d := json.NewDecoder(z)
	for {
		if err := f(d); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("reading %s: %w", path, err)
		}
	}
}
