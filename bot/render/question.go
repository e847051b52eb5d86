package render

import (
	"strconv"
	"time"

	"dateline/kb"
)

const secondsADay = 24 * 60 * 60

// questionArgs are the arguments of a button that asks q again.
func questionArgs(q kb.Question) []string {
	args := []string{string(q.Kind), dayArg(q.Asked), q.Text}
	for _, id := range q.Within {
		if id != "" {
			args = append(args, id)
		}
	}
	return args
}

// QuestionFrom reads the question of a button again.
func QuestionFrom(args []string) (q kb.Question, ok bool) {
	if len(args) < 3 || len(args) > 3+kb.MaxWithin {
		return kb.Question{}, false
	}
	asked, ok := DayFrom(args[1])
	q = kb.Question{Kind: kb.Kind(args[0]), Text: args[2], Asked: asked}
	copy(q.Within[:], args[3:])
	return q, ok && args[0] != ""
}

// dayArg writes a day as the number of days since 1970, or nothing for none.
func dayArg(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return strconv.FormatInt(t.Unix()/secondsADay, 36)
}

// DayFrom reads a day that dayArg wrote.
func DayFrom(s string) (time.Time, bool) {
	if s == "" {
		return time.Time{}, true
	}
	days, err := strconv.ParseInt(s, 36, 32)
	if err != nil {
		return time.Time{}, false
	}
	return time.Unix(days*secondsADay, 0).UTC(), true
}
