package kb

// Completion is a name that completes what is being typed.
type Completion struct {
	Name   string // what is put in: "Dmytro Kuleba"
	Detail string // what tells it apart: "Foreign Minister of Ukraine"; may be empty
}

// Complete returns at most n names of the knowledge base for what has been
// typed so far, best first. In a pair ("Blinken-U") it completes the second
// half and returns the whole.
func (b *Base) Complete(typed string, n int) []Completion { return nil }

// CompleteTitle returns at most n article titles for what has been typed.
func (b *Base) CompleteTitle(typed string, n int) []string { return nil }
