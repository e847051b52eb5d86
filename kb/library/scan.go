package library

import (
	"context"
	"strings"
	"unicode"

	"dateline/kb/entity"
	"dateline/kb/index"
	"dateline/kb/lexicon"
	"dateline/kb/text"
)

// How much a rare word counts beside a name, which counts 1: in a question it is
// one way of many to say something, in the few words of a command it was chosen.
const (
	QuestionWeight = 0.4
	CommandWeight  = 0.8
)

// Bounds on what is read of one question: the words, and of them those that are
// looked up as names that the articles may have in another spelling.
const (
	maxWordsRead = 60
	maxStrange   = 8
)

// scanning reads a plain question into its parts.
type scanning struct {
	lib      *Library
	ctx      context.Context
	question string
	words    []Word
	cased    bool // written with capitals
	strange  int  // names looked up in other spellings
}

// Scan reads a plain question into its parts: the names in it, which an answer
// has to mention, and the other words that tell something, which it should.
func (l *Library) Scan(ctx context.Context, question string, weight float64) []Part {
	r := &scanning{lib: l, ctx: ctx, question: question, words: Words(question, text.Span{End: len(question)})}
	r.words = r.words[:min(len(r.words), maxWordsRead)]
	r.cased = strings.IndexFunc(question[min(1, len(question)):], unicode.IsUpper) >= 0
	var out []Part
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
		if p := l.softWord(question, r.words[i], weight); len(p.Stems) > 0 && !IsAsking(r.words[i].Fold) {
			out = append(out, p)
		}
		i++
	}
	return out
}

// asking are words of questions that say nothing of what is asked about.
var asking = WordSet(`many much happen happened happens going go goes went get gets got do done look looking make made take took tell know say says said name
	named called reason date day time place country city people person thing news latest article articles`)

// IsAsking reports whether a folded word of a question says nothing of what is
// asked about.
func IsAsking(folded string) bool { return asking[folded] }

// MaxNameWords bounds the words of a name in a question.
const MaxNameWords = 5

// nameAt reads the longest name that begins at word i; n is its words, 0 where
// none does.
func (r *scanning) nameAt(i int) (n int, p Part) {
	lib, s, ws, cased := r.lib, r.question, r.words, r.cased
	if IsFunction(ws[i].Fold) && (ws[i].Lower || i == 0) || ws[i].Kind == text.Punct {
		return 0, Part{}
	}
	if cased && ws[i].Lower {
		return 0, Part{}
	}
	for n = min(MaxNameWords, len(ws)-i); n > 0; n-- {
		last := ws[i+n-1]
		if cased && last.Lower {
			continue
		}
		if last.Kind == text.Punct || IsFunction(last.Fold) && last.Lower {
			continue
		}
		if n == 1 && (IsAsking(last.Fold) || ws[i].Lower && lib.Common(last.Fold)) {
			continue
		}
		phrase := s[ws[i].Start:last.End]
		if !lib.dir.Has(phrase) {
			continue
		}
		if m := lib.dir.Find(phrase, 4); len(m) > 0 && m[0].Exact && !lib.word(phrase, m[0].ID) {
			return n, lib.Part(phrase)
		}
	}
	return r.strangeName(i)
}

// strangeName reads a name that the articles do not have as it stands: a run
// of capitals, or a word that no article has; misspelt perhaps.
func (r *scanning) strangeName(i int) (int, Part) {
	lib, s, ws, cased := r.lib, r.question, r.words, r.cased
	n := 0
	for i+n < len(ws) && ws[i+n].Kind == text.Word && !ws[i+n].Lower && (i+n > 0 || !IsFunction(ws[0].Fold)) {
		n++
	}
	if n == 0 && !cased && len(ws[i].Fold) >= 5 && lib.Known([]string{ws[i].Stem}) == 0 && !lib.Common(ws[i].Fold) {
		n = 1
	}
	if n == 0 || i == 0 && n == 1 && lib.Common(ws[0].Fold) {
		return 0, Part{}
	}
	if r.strange++; r.strange > maxStrange {
		return 0, Part{}
	}
	p := lib.Part(s[ws[i].Start:ws[i+n-1].End])
	if len(p.Stems) == 0 {
		return 0, Part{}
	}
	switch {
	case len(p.IDs) > 0 || p.fit == 0:
	case n == 1 || lib.Phrase(r.ctx, p.Stems) != nil:
		p.weight = QuestionWeight // capitals, but plain words of the articles
	default:
		p.fit = 0 // a name of which the articles have only the words
	}
	return n, p
}

// Phrase finds a place where the articles have the stems side by side.
func (l *Library) Phrase(ctx context.Context, stems []string) []Word {
	terms := make([]index.Term, len(stems))
	for i, s := range stems {
		terms[i] = index.Term{Text: s, Weight: 1}
	}
	for _, r := range l.index.Search(ctx, index.Query{Terms: terms, K: 8}, nil) {
		v := l.View(l.UnitAt(r.Doc, r.Sentence))
		for i := range v.Words {
			if followed(v.Words[i:], stems) {
				return v.Words[i : i+len(stems)]
			}
		}
	}
	return nil
}

func followed(ws []Word, stems []string) bool {
	if len(ws) < len(stems) {
		return false
	}
	for i, s := range stems {
		if ws[i].Stem != s {
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
func (l *Library) word(typed string, id entity.ID) bool {
	stems := ContentStems(typed)
	if len(stems) != 1 || strings.ToLower(typed) != typed {
		return false
	}
	return l.index.DF(index.Term{Text: stems[0]}) > asWord*l.Entity(id).Docs
}

// Common reports whether a folded word is an ordinary English word.
func (l *Library) Common(folded string) bool {
	return l.Uses(folded) > 0
}

// Uses is how often dictionaries count a word in its commonest part of speech; 0
// for rare words and such as they have not.
func (l *Library) Uses(folded string) float64 {
	most := 0
	for pos := lexicon.Noun; pos <= lexicon.Adverb; pos++ {
		if _, e, ok := l.lexicon.Base(folded, pos); ok && int(e.Uses[pos]) > max(2, most) {
			most = int(e.Uses[pos])
		}
	}
	return float64(most)
}

// occurring are stems of words that say no more than that something takes place.
var occurring = StemSet(`start begin commence open hold occur take schedule plan set due come`)

// IsOccurring reports whether a stem says no more than that something takes place.
func IsOccurring(stem string) bool { return occurring[stem] }

func (l *Library) softWord(s string, w Word, weight float64) Part {
	p := Part{Text: w.Of(s), Stems: ContentStems(w.Of(s))}
	p.fit = l.Known(p.Stems)
	if len(p.Stems) == 1 && w.Base != w.Stem {
		p.Stems[0] = w.Base
		p.fit = max(p.fit, l.Known(p.Stems))
	}
	p.light = IsOccurring(w.Base)
	p.weight = weight / 2
	if p.Known() {
		p.weight += weight / 2 * l.rarity(p.Stems)
	}
	return p
}
