package render

import (
	"testing"
	"time"

	"dateline/kb"
)

// TestQuestionArgs has buttons ask what was asked, of the articles it leant on.
func TestQuestionArgs(t *testing.T) {
	day := time.Date(2022, 1, 18, 0, 0, 0, 0, time.UTC)
	for _, q := range []kb.Question{
		{Kind: kb.When, Text: "Blinken-Ukraine", Asked: day},
		{Kind: kb.Ask, Text: "how many died?", Asked: day, Within: [kb.MaxWithin]string{"a", "b"}},
	} {
		if got, ok := QuestionFrom(questionArgs(q)); !ok || got != q {
			t.Errorf("%+v, want %+v", got, q)
		}
	}
	if _, ok := QuestionFrom([]string{"ask", "", "x", "a", "b", "c", "d", "e"}); ok {
		t.Error("too many articles should be refused")
	}
	if _, ok := QuestionFrom([]string{"ask", ""}); ok {
		t.Error("a question without its text should be refused")
	}
}
