package kb

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"dateline/kb/lexicon"
	"dateline/kb/text"
)

// reason is a clause that says why.
type reason struct {
	hit   hit
	span  text.Span
	score float64
}

// cue is a run of words that leads a reason.
type cue struct {
	words  []string
	weight float64 // how often what follows is a reason
	keep   bool    // the cue reads as part of the answer
	verb   bool    // a verb in its base form has to follow
}

// cues lead reasons in news, longest first where one begins another.
var cues = []cue{
	{strings.Fields("because of"), 1, true, false},
	{strings.Fields("because"), 1, true, false},
	{strings.Fields("due to"), 1, true, false},
	{strings.Fields("owing to"), 1, true, false},
	{strings.Fields("thanks to"), 0.9, true, false},
	{strings.Fields("in response to"), 0.95, true, false},
	{strings.Fields("in retaliation for"), 0.95, true, false},
	{strings.Fields("in reaction to"), 0.95, true, false},
	{strings.Fields("responding to"), 0.9, true, false},
	{strings.Fields("was caused by"), 0.95, false, false},
	{strings.Fields("was prompted by"), 0.95, false, false},
	{strings.Fields("in protest"), 0.9, true, false},
	{strings.Fields("in order to"), 0.95, true, true},
	{strings.Fields("in an effort to"), 0.95, true, true},
	{strings.Fields("in an attempt to"), 0.95, true, true},
	{strings.Fields("in a bid to"), 0.95, true, true},
	{strings.Fields("so that"), 0.85, true, false},
	{strings.Fields("aimed at"), 0.9, true, false},
	{strings.Fields("intended to"), 0.9, true, true},
	{strings.Fields("designed to"), 0.85, true, true},
	{strings.Fields("is to"), 0.85, false, true},
	{strings.Fields("was to"), 0.85, false, true},
	{strings.Fields("as part of"), 0.86, true, false},
	{strings.Fields("is part of"), 0.85, false, false},
	{strings.Fields("was part of"), 0.85, false, false},
	{strings.Fields("were part of"), 0.85, false, false},
	{strings.Fields("out of concern"), 0.9, true, false},
	{strings.Fields("citing"), 0.85, true, false},
	{strings.Fields("on charges of"), 0.85, true, false},
	{strings.Fields("accused of"), 0.7, true, false},
	{strings.Fields("amid"), 0.7, true, false},
	{strings.Fields("over"), 0.5, true, false},
	{strings.Fields("following"), 0.5, true, false},
	{strings.Fields("after"), 0.5, true, false},
	{strings.Fields("since"), 0.3, true, false},
	{strings.Fields("to"), 0.45, true, true},
	{strings.Fields("for"), 0.25, true, false},
}

// why answers with the clause that gives the reason.
func (b *Base) why(ctx context.Context, q Question, parts []part) Answer {
	hits := b.finder.find(ctx, b, parts, q)
	var found []reason
	for _, h := range hits {
		found = append(found, b.reasons(h)...)
	}
	if len(found) == 0 {
		return b.silent(q, parts, hits)
	}
	slices.SortStableFunc(found, func(x, y reason) int { return cmp.Compare(y.score, x.score) })
	a := Answer{Kind: Why, Confidence: found[0].score, Sources: 1}
	for _, r := range found[:min(len(found), maxCandidates)] {
		phrase := unquote(squeeze(r.span.Of(b.text(r.hit.unit))))
		a.Candidates = append(a.Candidates, Candidate{
			Answer: phrase, Quote: b.quote(r.hit.unit),
			ArticleID: b.docs[r.hit.doc].Article.ID, Score: r.score,
		})
		if r.score >= 0.7*found[0].score && len(a.Evidence) < maxEvidence {
			a.Evidence = append(a.Evidence, b.evidence(r.hit.unit, r.span))
		}
	}
	a.Text = a.Candidates[0].Answer
	a.Evidence = distinctEvidence(a.Evidence)
	return a
}

// reasons reads the reason clauses of a hit.
func (b *Base) reasons(h hit) []reason {
	var out []reason
	for i := range h.words {
		c, ok := b.cueAt(h.words, i)
		if !ok || c.verb && h.completes(i, c) || timeAt(b, h, h.words[i].Span) || b.timeBegins(h, h.words[i+len(c.words)]) {
			continue
		}
		first := i
		if !c.keep {
			first = i + len(c.words)
		}
		span := b.reasonSpan(h, first, i+len(c.words))
		if span.Len() == 0 || h.asked(span) && c.weight < 0.8 {
			continue
		}
		score := h.score * c.weight * h.before(i)
		if h.counted(span) {
			score /= 2 // the thing itself is no reason for it
		}
		out = append(out, reason{hit: h, span: span, score: score})
	}
	return out
}

// before is 1 where something asked about stands right before word i, as an
// event does before its reason, or where a sentence begins with the reason. It
// falls with the words between, which may be what the reason is for.
func (h hit) before(i int) float64 {
	if i == 0 {
		return 1
	}
	gap := -1
	for _, spans := range h.spans {
		for _, p := range spans {
			if p.End > h.words[i].Start {
				continue
			}
			if n := len(h.in(text.Span{Start: p.End, End: h.words[i].Start})); gap < 0 || n < gap {
				gap = n
			}
		}
	}
	if gap < 0 {
		return 0.6
	}
	return 0.6 + 0.4/(1+float64(gap)/12)
}

func (b *Base) cueAt(ws []word, i int) (cue, bool) {
	for _, c := range cues {
		if !hasWords(ws, i, c.words) {
			continue
		}
		next := i + len(c.words)
		if next >= len(ws) || c.verb && !b.bareVerb(ws[next]) {
			continue
		}
		return c, true
	}
	return cue{}, false
}

// completes reports whether an infinitive only completes the verb, adjective or
// noun before it ("pledged to go", "the right to vote", "allowed them to stay")
// and so tells no purpose; "is to" tells one of what was asked about, and of an
// aim.
func (h hit) completes(i int, c cue) bool {
	if i == 0 {
		return false
	}
	prev := h.words[i-1]
	if prev.fold == "not" && i > 1 {
		prev = h.words[i-2]
	}
	if c.words[0] == "is" || c.words[0] == "was" {
		return !h.asked(prev.Span) && !aims[prev.stem]
	}
	if len(c.words) > 1 {
		return false
	}
	if takesInfinitive[prev.stem] || takesInfinitive[prev.base] || copula[prev.fold] {
		return true
	}
	for k := i - 1; k >= 0 && k >= i-maxObject && h.words[k].kind != text.Punct; k-- {
		if takesObject[h.words[k].stem] || takesObject[h.words[k].base] {
			return true
		}
	}
	return false
}

// maxObject bounds the words of an object between a verb and its infinitive.
const maxObject = 8

// Stems of the words that an infinitive completes, after R. Quirk and others,
// A Comprehensive Grammar of the English Language, 1985, chapter 16.
var (
	aims            = stemSet(`aim goal purpose plan idea objective intention mission point hope task move effort`)
	takesInfinitive = stemSet(`able about according afford agree aim allow almost appear apply arrange ask attempt available
		ability be been begin bid bound can chance choose claim close commit consent continue dare deal decide
		decision decline deem demand deserve desire determine due eager easy effort elect enough expect fail free
		going got guarantee happen hard has hasten have had hesitate hope how hurry impossible inclined intend
		intention invite known learn license like likely long manage mean more move much need neglect obligation
		offer opportunity opt order ought permission permit plan pledge poised power prefer prepare pressure
		pretend proceed promise propose proposal prove push quick ready reason refer referred refuse reluctant
		request required resolve responsibility right say scheduled scramble seek seem set slow started start
		struggle supposed swear tell tend threaten thing time told trouble try unable unlikely unwilling urge used
		volunteer vote vow wait want way what where whether who willing wish work worry yet`)
	takesObject = stemSet(`advise allow ask authorize beg cause challenge command compel convince direct enable
		encourage expect forbid force get help instruct invite lead leave let like mean need oblige order permit
		persuade press pressure prompt push require tell train trust urge want warn`)
)

func stemSet(list string) map[string]bool {
	m := make(map[string]bool)
	for w := range wordSet(list) {
		m[stem(w)] = true
	}
	return m
}

func hasWords(ws []word, i int, want []string) bool {
	for k, w := range want {
		if i+k >= len(ws) || ws[i+k].fold != w {
			return false
		}
	}
	return true
}

// bareVerb judges whether a word after "to" may be a verb rather than a place
// or a thing.
func (b *Base) bareVerb(w word) bool {
	if w.kind == text.Punct {
		return strings.ContainsAny(w.fold, "\"'")
	}
	if w.kind != text.Word || !w.lower || determiner(w.fold) || pronoun[w.fold] {
		return false
	}
	base, e, ok := b.lexicon.Base(w.fold, lexicon.Verb)
	return ok && base == w.fold && rareVerb*e.Uses[lexicon.Verb] >= e.Uses[lexicon.Noun]
}

// rareVerb is how much more often a noun may be used than the same word as a
// verb: "to fight", not "to flight".
const rareVerb = 5

// timeBegins reports whether a time begins at a word, or after words that only
// qualify it: "for at least seven years".
func (b *Base) timeBegins(h hit, w word) bool {
	for _, t := range b.times(h.doc, h.Span) {
		if t.Start < w.Start {
			continue
		}
		between := h.in(text.Span{Start: w.Start, End: t.Start})
		return !slices.ContainsFunc(between, func(w word) bool { return !qualifier[w.fold] && !determiner(w.fold) })
	}
	return false
}

// reasonSpan runs from word first to the end of the clause that holds word
// from, and on where that would leave less than three words.
func (b *Base) reasonSpan(h hit, first, from int) text.Span {
	if from >= len(h.words) {
		return text.Span{}
	}
	c := h.clauseOf(h.words[from].Start)
	end := h.clauses[c].End
	for c+1 < len(h.clauses) && len(h.in(text.Span{Start: h.words[from].Start, End: end})) < 4 {
		c++
		end = h.clauses[c].End
	}
	s := b.text(h.unit)
	p := trimSpan(s, text.Span{Start: h.words[first].Start, End: h.unattributed(h.words[first].Start, end)})
	p.End = p.Start + len(strings.TrimRight(p.Of(s), " ,;:.-–—)"))
	ws := h.in(p)
	if n := len(ws); n > 1 && coordinator[ws[n-1].fold] {
		ws = ws[:n-1]
		p.End = ws[n-2].End
	}
	if len(ws) < 2 {
		return text.Span{}
	}
	return p
}

// maxAttribution bounds the words that say at the end of a clause who told it.
const maxAttribution = 20

// unattributed is the end of a clause without who told it: ", the ministry said
// on Friday".
func (h hit) unattributed(start, end int) int {
	ws := h.in(text.Span{Start: start, End: end})
	said := false
	for i := len(ws) - 1; i > 1 && i >= len(ws)-maxAttribution; i-- {
		said = said || verbsOfSaying[ws[i].fold] || ws[i].fold == "according"
		if ws[i].fold == "," && said {
			return ws[i].Start
		}
	}
	return end
}

// unquote takes away a quotation mark that has lost its other half.
func unquote(s string) string {
	opened, closed := strings.Count(s, "“"), strings.Count(s, "”")
	if opened > closed {
		return strings.TrimSuffix(s, "“") + "”"
	}
	if closed > opened {
		return strings.TrimRight(s, "”")
	}
	return s
}
