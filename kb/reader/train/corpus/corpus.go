// Package corpus reads the questions that the reading is taught on, of every
// source in one form.
//
// The sources lie outside the repository, under shared/bench: SQuAD 2.0's half
// of dev (CC BY-SA 4.0), SquadShifts' new Wikipedia (CC BY 4.0), QAMR and QA-SRL
// (MIT), and questions about the news articles of bench/news-qa. The
// repository has worlds.jsonl.gz, small invented articles with questions in
// minimal pairs, and news.jsonl.gz, more questions about articles of
// bench/news-qa by their ids and offsets, both written for this by language
// models that saw the articles alone.
package corpus

import (
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"strings"
	"time"

	"dateline/kb/article"
	"dateline/kb/query"
)

// Gold is a right answer, by its bytes in the text of an article.
type Gold struct {
	Article    string
	Start, End int
}

// Sample is a question to learn from.
type Sample struct {
	ID     string
	Source string // squad, wiki, qamr, qasrl, teach, news, world
	// Group is the article or world; questions of one group are never parted
	// between what is learnt from and what is measured on.
	Group    string
	Articles []article.Article // what the question is asked of
	Query    string
	Kind     string // as the source has it
	Asked    time.Time
	Gold     []Gold // none: not answered
	// Misleading is what looks like the answer to a question without one.
	Misleading []Gold
	Yes        *bool // of a yes/no question that is answered
	Reason     string
}

// Half deals the groups out to two halves.
func (s *Sample) Half() int {
	h := fnv.New32a()
	h.Write([]byte(s.Group))
	return int(h.Sum32()>>7) % 2
}

// Parse reads the question, as the command that it may be.
func (s *Sample) Parse(read func(text string, asked time.Time) query.Query, command func(c query.Command, text string, asked time.Time) query.Query) query.Query {
	name, rest := cutCommand(s.Query)
	if c, ok := commands[name]; ok {
		return command(c, rest, s.Asked)
	}
	if name != "ask" {
		rest = strings.TrimSpace(name + " " + rest)
	}
	return read(rest, s.Asked)
}

var commands = map[string]query.Command{
	"who": query.CommandWho, "when": query.CommandWhen, "where": query.CommandWhere, "what": query.CommandWhat,
	"why": query.CommandWhy, "howmany": query.CommandHowMany, "howlong": query.CommandHowLong,
}

// cutCommand parts "/who Kuleba" into "who" and "Kuleba".
func cutCommand(q string) (name, rest string) {
	if q == "" || q[0] != '/' {
		return "", q
	}
	for i := range q {
		if q[i] == ' ' {
			return q[1:i], q[i+1:]
		}
	}
	return "", q[1:]
}

// lines decodes a file of JSON lines, zipped or not.
func lines[T any](path string, each func(T) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	var r io.Reader = f
	if path[max(0, len(path)-3):] == ".gz" {
		z, err := gzip.NewReader(f)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		r = z
	}
	d := json.NewDecoder(r)
	for n := 1; ; n++ {
		var v T
		switch err := d.Decode(&v); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("%s: object %d: %w", path, n, err)
		}
		if err := each(v); err != nil {
			return fmt.Errorf("%s: object %d: %w", path, n, err)
		}
	}
}

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return time.Time{}
	}
	return t
}
