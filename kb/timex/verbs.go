package timex

// verbs enters the verb forms that tell the tense of a clause. Regular past
// forms are known by their ending (token.ed).
func (w *words) verbs() {
	mark := func(v verb, line string) { w.each(line, func(l *lexeme) { l.verb = v }) }
	mark(verbPast, `said was were had did told went came took made got gave found saw knew thought began left became kept held
		brought wrote stood lost met ran paid sat spoke led grew fell sent built spent won broke drove chose rose
		bought caught fought sought taught threw flew drew shot hit cut hurt shut struck swept sank sang swam
		hung dealt fed fled froze forgot forgave bore beat bent bound bred dug ate fit ground heard hid laid lay
		meant rang rode sold shook shone slept slid stole stuck stung swore tore withdrew understood undertook
		underwent overcame overthrew wore woke wound sued died tied lied agreed freed filed seized felt
		awoke arose bit blew clung cost crept drank dreamt flung forbade foresaw knelt leapt lent lit mistook oversaw quit
		rebuilt sped spun split sprang spread strode swung upset wept withheld withstood wove stank shed broadcast slammed
		thrust trod proven`)
	mark(verbPresent, `is are says am`)
	mark(verbFuture, "will shall ll wo gonna")
	mark(verbPerfect, "has have having")
	mark(verbPlan, `scheduled expected due set slated planned plans plan expects expect hopes hope aims intends intend wants
		want needs going supposed likely poised prepares preparing promises pledges vows proposes
		anticipates anticipated hoping planning expecting`)
	mark(verbTimetable, `begins starts opens ends expires closes resumes begin start premieres airs debuts arrives launches
		returns continues kicks drops hits meets plays faces hosts votes heads goes takes concludes`)
	mark(verbBase, `be been being would could should may might can must do does`)
	// Words in -ed that are no past forms.
	w.each(`need indeed hundred seed speed breed exceed proceed succeed feed weed deed greed creed wed shed sled
		naked hatred wicked rugged ragged kindred united`, func(l *lexeme) {})
}
