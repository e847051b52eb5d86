package talk

// Intent is what a message wants.
type Intent uint8

// The intents.
const (
	Question Intent = iota
	Greeting
	Thanks
	Nod // "ok", "wow", "bye": nothing is wanted
	Help
	More      // more evidence for the last answer
	WhoElse   // the others whom the last answer's quotes name
	Unclear   // a follow-up to nothing: "and where?"
	Nothing   // no words at all
	Command   // what a command does: "timeline of Blinken"
	Foreign   // another language than English
	Link      // an address and nothing to ask of it
	HowAreYou // "how are you?"
	AreYouBot // "are you a bot?"
	Maker     // "who made you?"
	Praise    // "good bot"
	Complaint // "that's wrong"
	Test      // "test", "are you there?"
	Privacy   // "do you store my messages?"
	Delete    // "delete my data"
	Stop      // "stop", "leave me alone"
	OffTopic  // "1+1", "tell me a joke": no question about news
)

// String is the name of an intent, as the examples write it.
func (i Intent) String() string {
	names := [...]string{"question", "greeting", "thanks", "nod", "help", "more", "who else", "unclear", "nothing", "command", "foreign", "link",
		"how are you", "bot", "maker", "praise", "complaint", "test", "privacy", "delete", "stop", "off topic"}
	if int(i) >= len(names) {
		return "?"
	}
	return names[i]
}

// Call is a command that a message asks for in its own words.
type Call struct {
	Name   string // of the command: "timeline", "latest"
	Option string // what goes into its first option, may be empty
	About  string // what goes into its second, may be empty
}
