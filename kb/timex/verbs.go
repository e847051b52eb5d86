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
		continues kicks meets goes takes concludes gets comes travels visits`)
	mark(verbBase, `be been being would could should may might can must do does`)
	// Words in -ed that are no past forms.
	w.each(`need indeed hundred seed speed breed exceed proceed succeed feed weed deed greed creed wed shed sled
		naked hatred wicked rugged ragged kindred united`, func(l *lexeme) {})
}

// infinitive reports whether "to" and a verb stand at k.
func (s *scanner) infinitive(k int) bool {
	t := s.tok(k + 1)
	return s.is(k, "to") && t.kind == word && !t.capital && !t.ed && !s.lex(k+1).closed && (t.lex == 0 || s.lex(k+1).verb != noVerb)
}

// verbAt tells what the word at k says of the tense.
func (s *scanner) verbAt(k int) Tense {
	t := s.tok(k)
	if t.kind != word || t.capital && !s.sentenceStart(k) {
		return Unknown
	}
	if t.ed {
		if s.is(k+1, "by") && s.mark(k-1, ',') {
			return Unknown // ", followed by"
		}
		return s.participle(k)
	}
	switch s.lex(k).verb {
	case verbPast:
		if s.is(k-1, "to") {
			return Unknown // "to hit"
		}
		return s.participle(k)
	case verbFuture:
		if s.is(k, "ll", "wo") && !s.mark(k-1, '\'') && !s.mark(k+1, '\'') && !s.is(k, "wo") {
			return Unknown
		}
		return Future
	case verbPlan:
		return s.planned(k)
	case noVerb:
		if s.is(k, "looking") && s.is(k+1, "forward", "ahead") {
			return Future
		}
	case verbPresent:
		if s.is(k+1, "to") {
			return Future // "is to meet"
		}
		if s.lex(k+1).verb == verbPlan || s.lex(k+2).verb == verbPlan {
			return Future
		}
		return Present
	case verbTimetable:
		if s.is(k, "comes") && !s.is(k+1, "out") {
			return Present // "comes days after"
		}
		if s.is(k-1, "to", "will", "would", "did", "the", "a", "its", "two", "of") {
			return Unknown
		}
		return Conditional
	case verbPerfect:
		return Present
	case verbBase:
		if s.is(k, "would", "could", "should", "may", "might", "can", "must") {
			if s.is(k+1, "have") {
				return Past
			}
			return Conditional
		}
		if s.is(k, "be") && s.is(k-1, "will", "may", "could", "should", "might", "must", "can", "would") {
			return Future
		}
	}
	return Unknown
}

// participle judges a past form by the auxiliary before it: "was elected"
// is past, "will be elected" future, "to be paid" future.
func (s *scanner) participle(k int) Tense {
	for b := k - 1; b >= 0 && b >= k-3; b-- {
		if s.is(b, "will", "shall", "ll", "wo") {
			return Future
		}
		if s.is(b, "be") {
			if s.is(b-1, "to") && (s.is(b-3, "was", "were") || s.is(b-2, "was", "were")) {
				return Conditional
			}
			if s.is(b-1, "to") && !s.is(b-2, "had", "have", "has", "was", "were") || s.is(b-1, "will", "shall") || s.is(b-2, "will") {
				return Future
			}
			if s.is(b-1, "would", "could", "may", "might", "should", "can", "must") {
				return Conditional
			}
		}
		if s.is(b, "have", "has", "had", "having") {
			return Past
		}
		if s.is(b, "would", "could", "may", "might", "should", "can", "must") {
			return Conditional
		}
		if s.is(b, "is", "are", "am") {
			return Present
		}
		if t := s.tok(b); t.kind != word || s.lex(b).closed {
			break
		}
	}
	return Past
}

// planned judges "scheduled", "expects", "due": they look ahead, also in a
// sentence told in the past ("was scheduled for Friday").
func (s *scanner) planned(k int) Tense {
	switch {
	case s.is(k, "need", "want", "plan", "plans", "hope", "intend", "promises") && !s.is(k+1, "to", "for"):
		return Unknown
	case s.is(k, "plans", "hopes", "expects", "aims", "intends", "wants", "need", "plan", "want", "hope", "intend") && s.is(k+1, "to"):
		return Future
	case s.is(k, "set") && s.is(k-1, "is", "are"):
		return Future
	case s.is(k, "set") && !s.is(k+1, "to", "for"):
		return Past
	case s.is(k, "planned", "expected", "scheduled", "set", "due", "slated", "supposed", "likely", "poised", "anticipated", "going"):
		if s.is(k-1, "had") || s.is(k-2, "had") {
			return Past
		}
		if s.is(k-1, "was", "were") || s.is(k-2, "was", "were") {
			return Conditional
		}
		if s.is(k, "planned", "scheduled", "expected") || s.is(k+1, "to", "for", "on", "in", "at", "by") {
			return Future
		}
		return Unknown
	}
	return Unknown
}

// putOff reports whether a verb shortly before token i moves something to a
// later time: "postponed until Tuesday".
func (s *scanner) putOff(i int) bool {
	for k := i; k >= 0 && k > i-8; k-- {
		if s.sentenceStart(k + 1) {
			return false
		}
		if t := s.tok(k); t.ed {
			switch s.text[t.start:t.end] {
			case "postponed", "delayed", "extended", "adjourned", "deferred", "rescheduled", "moved", "remanded", "suspended":
				return true
			}
			return false
		}
	}
	return false
}
