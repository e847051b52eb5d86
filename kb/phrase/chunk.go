package phrase

// Chunks appends the noun phrases of words to dst, in order and not
// overlapping, without determiners, each as long as it can be: adjectives,
// participles, numbers, nouns and names that end in a noun, a name or a
// number.
func Chunks(dst []Span, words []Word) []Span {
	for i := 0; i < len(words); {
		if !inside(words, i) {
			i++
			continue
		}
		end := i
		for end < len(words) && inside(words, end) && !parts(words, i, end) {
			end++
		}
		last := end - 1
		for last >= i && !head(words[last].Tag) && words[last].Lower != "%" {
			last--
		}
		if last >= i {
			dst = append(dst, Span{i, last})
		}
		i = max(end, i+1)
	}
	return dst
}

func head(t Tag) bool { return t == Noun || t == Proper || t == Number }

// inside reports whether word i may stand in a noun phrase after its
// determiner.
func inside(words []Word, i int) bool {
	switch words[i].Tag {
	case Noun, Proper, Adjective, Participle, Number:
		return true
	case Mark: // inside a name: "AT&T" with blanks, "Yahoo! Inc."
		l := words[i].Lower
		return (l == "$" || l == "£" || l == "€") && i+1 < len(words) && words[i+1].Tag == Number || l == "%" && i > 0 && words[i-1].Tag == Number
	}
	return false
}

// parts reports whether a new phrase begins at word at: a number or an
// adjective after a plain noun seldom goes on with the phrase.
func parts(words []Word, first, at int) bool {
	if at == first {
		return false
	}
	a, b := words[at-1], words[at]
	return a.Tag == Noun && (b.Tag == Number || b.Tag == Adjective)
}
