package kb_test

import (
	"context"
	"fmt"
	"log"
	"time"

	"dateline/kb"
	"dateline/kb/article"
)

func ExampleBase_Ask() {
	ctx := context.Background()
	base, err := kb.Build(ctx, []article.Article{{
		ID: "bridge", Title: "Mayor opens bridge", Date: time.Date(2023, 5, 10, 0, 0, 0, 0, time.UTC),
		Text: "Mayor Ingrid Halvorsen opened the Strand Bridge on Tuesday.",
	}}, kb.Options{})
	if err != nil {
		log.Fatal(err)
	}
	a := base.Ask(ctx, kb.ParseLine("/when Halvorsen-bridge"))
	fmt.Println(a.Text)
	fmt.Println(a.Evidence[0].Quote)
	// Output:
	// Tuesday 9 May 2023
	// Mayor Ingrid Halvorsen opened the Strand Bridge on Tuesday.
}

func ExampleParseLine() {
	q := kb.ParseLine("/who Kuleba")
	fmt.Println(q.Kind, q.Text)
	fmt.Println(kb.ParseLine("who is Kuleba?").Kind)
	// Output:
	// who Kuleba
	// ask
}
