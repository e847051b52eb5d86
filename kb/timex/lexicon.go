package timex

import "strings"

// lexeme is what the grammar knows about a word. A word may be several things
// at once ("second", "may", "fall"); a zero field means "not that".
type lexeme struct {
	word    string // the word itself in lower case
	starts  bool   // an expression may begin with it
	month   uint8  // 1 to 12
	weekday uint8  // 1 Monday to 7 Sunday
	unit    unit
	season  season
	part    part
	zone    bool
	plural  bool   // the unit, weekday or part of day stands in the plural
	abbr    bool   // a short form: "Jan", "Tue"
	count   int16  // "two", "thirty"; "a" and "an" are not here
	scale   int32  // "hundred", "thousand"
	vague   bool   // "several", "few"
	ord     uint8  // "third": 3
	decade  uint8  // "nineties": 90
	rel     rel    // "last", "next"
	every   unit   // "daily": day
	ref     string // "now": PRESENT_REF
	shift   int8   // "today": sameDay, "yesterday": dayBefore, "tomorrow": dayAfter
	prep    bool   // may stand before a time
	money   bool   // a word of business news
	closed  bool   // a function word: no name, no thing
	verb    verb
}

// Values of lexeme.shift.
const (
	dayBefore = iota + 1
	sameDay
	dayAfter
)

// rel places a period by another one.
type rel uint8

const (
	noRel     rel = iota
	relLast       // the one before the document's own, or the latest past one
	relThis       // the document's own
	relNext       // the one after
	relSame       // the one last spoken of
	relBefore     // the one before that
	relAfter      // the one after that
	relEvery      // all of them
	relLatest     // the newest completed one
)

// verb tells what a word says of its clause's tense.
type verb uint8

const (
	noVerb        verb = iota
	verbPast           // "said", "was"
	verbPresent        // "says", "is"
	verbFuture         // "will"
	verbPlan           // "scheduled", "expected": future after "is", "are" or "was" and before "to", "for" or a time
	verbTimetable      // "begins", "opens": the present that looks ahead with a time
	verbPerfect        // "has", "have"
	verbBase           // a plain form that says nothing alone: "be", "visit"
)

// words is the lexicon: words in lower case and what they are.
type words struct {
	index map[string]uint16
	list  []lexeme
}

// lexicon is never changed once built.
var lexicon = buildLexicon()

func (w *words) at(s string) *lexeme {
	i, ok := w.index[s]
	if !ok {
		i = uint16(len(w.list))
		w.index[s] = i
		w.list = append(w.list, lexeme{word: s})
	}
	return &w.list[i]
}

// each calls set with the entry of every word of line.
func (w *words) each(line string, set func(*lexeme)) {
	for _, s := range strings.Fields(line) {
		set(w.at(s))
	}
}

// numbered calls set with the entries of the words of a line whose first word
// counts from, the next one more, and so on; words joined by "/" count alike.
func (w *words) numbered(from int, line string, set func(*lexeme, int)) {
	for i, group := range strings.Fields(line) {
		for _, s := range strings.Split(group, "/") {
			set(w.at(s), from+i)
		}
	}
}

func buildLexicon() *words {
	w := &words{index: map[string]uint16{}, list: make([]lexeme, 1, 700)}
	w.calendar()
	w.counting()
	w.relations()
	w.function()
	w.verbs()
	for _, h := range holidays {
		w.each(h.words, func(*lexeme) {})
		w.at(firstField(h.words)).starts = true
	}
	for i := range w.list {
		l := &w.list[i]
		l.starts = l.starts || l.month > 0 || l.weekday > 0 || l.unit > 0 || l.season > 0 || l.part > 0 || l.count > 0 ||
			l.vague || l.scale > 0 || l.ord > 0 || l.decade > 0 || l.rel > 0 || l.every > 0 || l.ref != "" || l.shift > 0
	}
	return w
}

func (w *words) calendar() {
	w.numbered(1, "january february march april may june july august september october november december",
		func(l *lexeme, n int) { l.month = uint8(n) })
	w.numbered(1, "jan feb mar apr - jun jul aug sep/sept oct nov dec", func(l *lexeme, n int) {
		if l.word != "-" {
			l.month, l.abbr = uint8(n), true
		}
	})
	w.numbered(1, "monday tuesday wednesday thursday friday saturday sunday", func(l *lexeme, n int) { l.weekday = uint8(n) })
	w.numbered(1, "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
		func(l *lexeme, n int) { l.weekday, l.plural = uint8(n), true })
	w.numbered(1, "mon tue/tues wed thu/thur/thurs fri sat sun", func(l *lexeme, n int) { l.weekday, l.abbr = uint8(n), true })
	for u, line := range unitWords {
		w.each(line[0], func(l *lexeme) { l.unit = u })
		w.each(line[1], func(l *lexeme) { l.unit, l.plural = u, true })
	}
	for s, line := range seasonWords {
		w.each(line, func(l *lexeme) { l.season, l.plural = s, strings.HasSuffix(l.word, "s") })
	}
	for p, line := range partWords {
		w.each(line, func(l *lexeme) {
			l.part, l.plural = p, strings.HasSuffix(l.word, "s")
		})
	}
	w.each("gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst cet cest eet eest msk ist jst hkt sgt aest aedt aet",
		func(l *lexeme) { l.zone = true })
}

func (w *words) counting() {
	w.numbered(0, `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
		seventeen eighteen nineteen twenty`, func(l *lexeme, n int) { l.count = int16(n) })
	w.numbered(3, "thirty forty fifty sixty seventy eighty ninety", func(l *lexeme, n int) { l.count = int16(10 * n) })
	w.at("couple").count = 2
	w.at("pair").count = 2
	w.at("dozen").scale = 12
	w.at("hundred").scale = 100
	w.at("thousand").scale = 1000
	w.at("million").scale = 1e6
	w.at("billion").scale = 1e9
	w.each("several few many some various numerous dozens hundreds thousands", func(l *lexeme) { l.vague = true })
	w.numbered(1, `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
		fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`, func(l *lexeme, n int) { l.ord = uint8(n) })
	w.at("thirtieth").ord = 30
	w.numbered(2, "twenties thirties forties fifties sixties seventies eighties nineties",
		func(l *lexeme, n int) { l.decade = uint8(10 * n) })
}

func (w *words) relations() {
	for r, line := range relWords {
		w.each(line, func(l *lexeme) { l.rel = r })
	}
	for u, line := range everyWords {
		w.each(line, func(l *lexeme) { l.every = u })
	}
	w.each("now currently current nowadays presently", func(l *lexeme) { l.ref = presentRef })
	w.each("recently recent previously lately formerly", func(l *lexeme) { l.ref = pastRef })
	w.each("soon future", func(l *lexeme) { l.ref = futureRef })
	w.at("yesterday").shift = dayBefore
	w.at("today").shift = sameDay
	w.at("tomorrow").shift = dayAfter
}

func (w *words) function() {
	w.each(`revenue revenues earnings profit profits profitable sales shares income gdp gnp economy economic economists growth
		inflation billion million company companies corp inc stock stocks investors investment bank banks prices results
		market markets percent cents budget spending dollar industry production businesses financial fiscal dividend
		shareholders analysts unemployment trade exports orders demand costs`, func(l *lexeme) { l.money = true })
	w.each(`in on at by for from since until till before after during within through throughout between of over around
		about circa into as to past till`, func(l *lexeme) { l.prep, l.closed = true, true })
	w.each(`the a an and or but nor that which who whom whose what when where while because if so than then there here
		he she it they we you i his her its their our your my this these those not no yet also only just with without
		against under amid among upon per via like both either neither each every all any`,
		func(l *lexeme) { l.closed = true })
	// Words that an expression may begin with.
	w.each(`the a an about around approximately roughly nearly almost more less fewer over under at up no not as some
		well early earlier late later mid middle beginning start end close noon midnight half once twice per fiscal
		calendar fy q h weekdays post pre right just these same comparable corresponding turn l`,
		func(l *lexeme) { l.starts = true })
	// Words that the grammar asks for by themselves.
	w.each(`additional afterward age ago ahead another arrest best conquest contest forward harvest interest looking apart bc bce bloody business channel clock closing small consecutive crucial date
		distant ended ending entire extra final flight forest foreseeable full hence highway how leading least memory history line little
		local long longer m model moment most much nd near number o oclock off old opening other out outside p page
		particular people period pm possible present protest rd remaining request room round route school short single solid straight super t
		th thereafter time times too trading usa very wait weekday weekdays whole working worst z`,
		func(*lexeme) {})
}
