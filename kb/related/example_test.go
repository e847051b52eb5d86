package related_test

import (
	"fmt"

	"dateline/kb/related"
)

func ExampleTable_Of() {
	fmt.Println(related.Load().Of("denied"))
	fmt.Println(related.Load().Of("presidents"))
	fmt.Println(related.Load().Of("the"))
	// Output:
	// [denial denier]
	// [chairperson preside presidency presidential presidentship]
	// []
}
