package button_test

import (
	"fmt"
	"time"

	"dateline/bot/button"
)

func ExampleCodec() {
	codec := button.NewCodec("the bot's token", time.Now)
	customID := codec.Encode(button.ID{Action: 't', Owner: 80351110224678912, Page: 2, Args: []string{"Ukraine", "", ""}})
	id, err := codec.Decode(customID)
	fmt.Println(len(customID) <= button.MaxLen, id.Page, id.Args[0], err)
	_, err = codec.Decode(customID + "x")
	fmt.Println(err)
	// Output:
	// true 2 Ukraine <nil>
	// button: not a custom_id of this program
}
