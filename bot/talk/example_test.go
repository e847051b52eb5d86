package talk_test

import (
	"fmt"
	"time"

	"dateline/bot/talk"
	"dateline/kb"
)

func ExampleRead() {
	nobody := func(string) []kb.Explanation { return nil }
	last := &talk.Turn{Question: kb.Question{Kind: kb.Who, Text: "Kuleba"}, Kind: kb.Who, Subject: "Dmytro Kuleba"}
	for _, said := range []string{"and where?", "will he meet Blinken?"} {
		r := talk.Read(said, last, time.Time{}, nobody)
		fmt.Println(r.Question.Kind, r.Question.Text)
	}
	fmt.Println(talk.Read("thanks!", last, time.Time{}, nobody).Intent == talk.Thanks)
	// Output:
	// where Dmytro Kuleba
	// ask will Dmytro Kuleba meet Blinken?
	// true
}
