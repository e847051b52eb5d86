package kb

import (
	"context"
	"strings"
	"unicode"

	"dateline/kb/entity"
	"dateline/kb/index"
	"dateline/kb/lexicon"
	"dateline/kb/text"
)

// How much a rare word counts beside a name: in a question it is one way of many
// to say something, in the few words of a command it was chosen.
const (
	questionWeight = 0.4
	commandWeight  = 0.8
)

// Bounds on what is read of one question: the words, and of them those that are
// looked up as names that the articles may have in another spelling.
const (
	maxWordsRead = 60
	maxStrange   = 8
)

// scanning reads a plain question into its parts.
type scanning struct {
	b        *Base
	ctx      context.Context
	question string
	words    []word
	cased    bool // written with capitals
	strange  int  // names looked up in other spellings
}

// scan reads a plain question into its parts: the names in it, which an answer
// has to mention, and the other words that tell something, which it should.
func (b *Base) scan(ctx context.Context, question string, weight float64) []part {
	r := &scanning{b: b, ctx: ctx, question: question, words: words(question, text.Span{End: len(question)})}
	r.words = r.words[:min(len(r.words), maxWordsRead)]
	r.cased = strings.IndexFunc(question[min(1, len(question)):], unicode.IsUpper) >= 0
	var out []part
	for i := 0; i < len(r.words) && ctx.Err() == nil; {
		n, p := r.nameAt(i)
		if p.weight > 0 {
			p.weight = weight
		}
		if n > 0 {
			out = append(out, p)
			i += n
			continue
		}
		if p := b.softWord(question, r.words[i], weight); len(p.stems) > 0 && !isAsking(r.words[i].fold) {
			out = append(out, p)
		}
		i++
	}
	return out
}

// asking are words of questions that say nothing of what is asked about.
var asking = wordSet(`many much happen happened happens going go goes went get gets got do done look looking make made take took tell know say says said name
	named called reason date day time place country city people person thing news latest article articles`)

// isAsking reports whether a folded word of a question says nothing of what is
// asked about.
func isAsking(folded string) bool { return asking[folded] }

// maxNameWords bounds the words of a name in a question.
const maxNameWords = 5

// nameAt reads the longest name that begins at word i; n is its words, 0 where
// none does.
func (r *scanning) nameAt(i int) (n int, p part) {
	b, s, ws, cased := r.b, r.question, r.words, r.cased
	if isFunction(ws[i].fold) && (ws[i].lower || i == 0) || ws[i].kind == text.Punct {
		return 0, part{}
	}
	if cased && ws[i].lower {
		return 0, part{}
	}
	for n = min(maxNameWords, len(ws)-i); n > 0; n-- {
		last := ws[i+n-1]
		if cased && last.lower {
			continue
		}
		if last.kind == text.Punct || isFunction(last.fold) && last.lower {
			continue
		}
		if n == 1 && (isAsking(last.fold) || ws[i].lower && b.common(last.fold)) {
			continue
		}
		phrase := s[ws[i].Start:last.End]
		if !b.dir.Has(phrase) {
			continue
		}
		if m := b.dir.Find(phrase, 4); len(m) > 0 && m[0].Exact && !b.word(phrase, m[0].ID) {
			return n, b.part(phrase)
		}
	}
	return r.strangeName(i)
}

// strangeName reads a name that the articles do not have as it stands: a run
// of capitals, or a word that no article has; misspelt perhaps.
func (r *scanning) strangeName(i int) (int, part) {
	b, s, ws, cased := r.b, r.question, r.words, r.cased
	n := 0
	for i+n < len(ws) && ws[i+n].kind == text.Word && !ws[i+n].lower && (i+n > 0 || !isFunction(ws[0].fold)) {
		n++
	}
	if n == 0 && !cased && len(ws[i].fold) >= 5 && b.known([]string{ws[i].stem}) == 0 && !b.common(ws[i].fold) {
		n = 1
	}
	if n == 0 || i == 0 && n == 1 && b.common(ws[0].fold) {
		return 0, part{}
	}
	if r.strange++; r.strange > maxStrange {
		return 0, part{}
	}
	p := b.part(s[ws[i].Start:ws[i+n-1].End])
	if len(p.stems) == 0 {
		return 0, part{}
	}
	switch {
	case len(p.ids) > 0 || p.fit == 0:
	case n == 1 || b.phrase(r.ctx, p.stems) != nil:
		p.weight = questionWeight // capitals, but plain words of the articles
	default:
		p.fit = 0 // a name of which the articles have only the words
	}
	return n, p
}

// phrase finds a place where the articles have the stems side by side.
func (b *Base) phrase(ctx context.Context, stems []string) []word {
	terms := make([]index.Term, len(stems))
	for i, s := range stems {
		terms[i] = index.Term{Text: s, Weight: 1}
	}
	for _, r := range b.index.Search(ctx, index.Query{Terms: terms, K: 8}, nil) {
		v := b.view(b.unitAt(r.Doc, r.Sentence))
		for i := range v.words {
			if followed(v.words[i:], stems) {
				return v.words[i : i+len(stems)]
			}
		}
	}
	return nil
}

func followed(ws []word, stems []string) bool {
	if len(ws) < len(stems) {
		return false
	}
	for i, s := range stems {
		if ws[i].stem != s {
			return false
		}
	}
	return true
}

// asWord is how many times as many articles have to have a word as have the
// name that is spelt like it for the word to be meant.
const asWord = 3

// word reports whether what was typed in small letters is a word of the articles
// rather than the name that is spelt like it: "whales".
func (b *Base) word(typed string, id entity.ID) bool {
	stems := contentStems(typed)
	if len(stems) != 1 || strings.ToLower(typed) != typed {
		return false
	}
	return b.index.DF(index.Term{Text: stems[0]}) > asWord*b.entity(id).Docs
}

// common reports whether a folded word is an ordinary English word.
func (b *Base) common(folded string) bool {
	return b.uses(folded) > 0
}

// uses is how often dictionaries count a word in its commonest part of speech; 0
// for rare words and such as they have not.
func (b *Base) uses(folded string) float64 {
	most := 0
	for pos := lexicon.Noun; pos <= lexicon.Adverb; pos++ {
		if _, e, ok := b.lexicon.Base(folded, pos); ok && int(e.Uses[pos]) > max(2, most) {
			most = int(e.Uses[pos])
		}
	}
	return float64(most)
}

// occurring are stems of words that say no more than that something takes place.
var occurring = stemSet(`start begin commence open hold occur take schedule plan set due come`)

// isOccurring reports whether a stem says no more than that something takes place.
func isOccurring(stem string) bool { return occurring[stem] }

func (b *Base) softWord(s string, w word, weight float64) part {
	p := part{text: w.Of(s), stems: contentStems(w.Of(s))}
	p.fit = b.known(p.stems)
	if len(p.stems) == 1 && w.base != w.stem {
		p.stems[0] = w.base
		p.fit = max(p.fit, b.known(p.stems))
	}
	p.light = isOccurring(w.base)
	p.weight = weight / 2
	if p.known() {
		p.weight += weight / 2 * b.rarity(p.stems)
	}
	return p
}
