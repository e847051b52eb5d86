package talk

import "strings"

// shape is a phrase in all its forms: places one after the other, at each a choice
// of words. Where a choice may be left out, one of its forms is empty.
type shape []([][]string)

// parse reads a shape: words with a blank between them; a word may be a choice
// ("who|what"), a choice may be left out ("my?"), and a word of a choice may be
// several, joined by a low line ("get_rid_of").
func parse(line string) shape {
	var out shape
	for _, place := range strings.Fields(line) {
		var forms [][]string
		for _, c := range strings.Split(strings.TrimSuffix(place, "?"), "|") {
			forms = append(forms, strings.Split(c, "_"))
		}
		if strings.HasSuffix(place, "?") {
			forms = append(forms, nil)
		}
		out = append(out, forms)
	}
	return out
}

// ends is where the shape can end that begins with the first of words: bit n is
// set where it can take n of them.
func (s shape) ends(words []string) uint32 {
	at := uint32(1)
	for _, forms := range s {
		next := uint32(0)
		for n := range len(words) + 1 {
			if at&(1<<n) == 0 {
				continue
			}
			for _, form := range forms {
				if begins(words[n:], form) {
					next |= 1 << (n + len(form))
				}
			}
		}
		if at = next; at == 0 {
			break
		}
	}
	return at
}

func begins(words, form []string) bool {
	if len(form) > len(words) {
		return false
	}
	for i, f := range form {
		if words[i] != f {
			return false
		}
	}
	return true
}

// shapes are phrases with one meaning.
type shapes []shape

func shaped(lines ...string) shapes {
	var out shapes
	for _, l := range lines {
		out = append(out, parse(l))
	}
	return out
}

// maxSpoken is the most words that are compared with phrases; what is longer is
// a question.
const maxSpoken = 24

// spoken are the words of a message as phrases have them, without short forms of
// verbs: "what's" is two.
type spoken struct {
	words  []string
	bounds []int // bounds[n]: how many of words the first n of the message are
	whole  bool  // it is all of the message
}

func speak(said []word) spoken {
	s := spoken{bounds: []int{0}, whole: true}
	for _, w := range said {
		parts := strings.Fields(long.Replace(w.fold))
		if len(s.words)+len(parts) > maxSpoken {
			s.whole = false
			break
		}
		s.words = append(s.words, parts...)
		s.bounds = append(s.bounds, len(s.words))
	}
	return s
}

// has reports whether a whole message is one of the phrases.
func (ss shapes) has(s spoken) bool {
	if !s.whole || len(s.words) == 0 {
		return false
	}
	for _, sh := range ss {
		if sh.ends(s.words)&(1<<len(s.words)) != 0 {
			return true
		}
	}
	return false
}

// cut takes the longest phrase off a message that goes on after it.
func (ss shapes) cut(said []word) (rest []word, ok bool) {
	s := speak(said)
	ends := uint32(0)
	for _, sh := range ss {
		ends |= sh.ends(s.words)
	}
	for n := min(len(s.bounds), len(said)) - 1; n > 0; n-- {
		if ends&(1<<s.bounds[n]) != 0 {
			return said[n:], true
		}
	}
	return said, false
}
