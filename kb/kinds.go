package kb

// KindInfo describes a kind of question to people.
type KindInfo struct {
	Kind    Kind
	Summary string // one line, what it answers
	Option  string // the name of its one argument
	Hint    string // what to put in
}

// Kinds lists the kinds of question in the order in which help shows them.
func Kinds() []KindInfo {
	return []KindInfo{
		{Who, "Who somebody is, or who did something", "name", "a name, a role, or a few words: Kuleba, German foreign minister"},
		{When, "When something happened or will happen", "subject", "a name, or two with a hyphen: Blinken-Ukraine"},
		{Where, "Where somebody is or something happened", "subject", "a name or a thing: Blinken, troops"},
		{What, "What something is, or what is said about it", "subject", "a name or a thing: Transatlantic Quad"},
		{Why, "Why something happened", "subject", "a thing or a few words: the trip"},
		{HowMany, "How many or how much", "subject", "a thing that is counted: troops"},
		{Ask, "Any question, in your own words", "question", "a whole question: Who is the foreign minister of Ukraine?"},
	}
}
