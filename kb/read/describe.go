package read

import (
	"cmp"
	"hash/maphash"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"dateline/kb/doc"
	"dateline/kb/phrase"
	"dateline/kb/text"
)

// Descriptions tell what the articles call each name: "pop star Rihanna",
// "Rihanna, the singer". They answer for the class of a name as the lexicon
// does for the class of a noun.
type Descriptions struct {
	seed    maphash.Seed
	entries []description // by name, then stem
}

type description struct {
	name, stem uint64
	count      uint32
}

// Describe reads what stands beside the names of all documents, on all cores.
func Describe(docs []doc.Document) *Descriptions {
	k := &Descriptions{seed: maphash.MakeSeed()}
	parts := make([]map[[2]uint64]uint32, runtime.GOMAXPROCS(0))
	var next atomic.Int64
	var workers sync.WaitGroup
	for i := range parts {
		workers.Go(func() {
			s := describer{known: k, counts: map[[2]uint64]uint32{}, hashes: map[string][]uint64{}}
			for {
				n := int(next.Add(1)) - 1
				if n >= len(docs) {
					break
				}
				s.document(&docs[n])
			}
			parts[i] = s.counts
		})
	}
	workers.Wait()
	k.merge(parts)
	return k
}

func (k *Descriptions) merge(parts []map[[2]uint64]uint32) {
	for _, p := range parts {
		for key, n := range p {
			k.entries = append(k.entries, description{key[0], key[1], n})
		}
	}
	slices.SortFunc(k.entries, func(a, b description) int {
		return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.stem, b.stem))
	})
	out := k.entries[:0]
	for _, e := range k.entries {
		if n := len(out); n > 0 && out[n-1].name == e.name && out[n-1].stem == e.stem {
			out[n-1].count += e.count
			continue
		}
		out = append(out, e)
	}
	k.entries = slices.Clip(out)
}

func (k *Descriptions) hash(s string) uint64 { return maphash.String(k.seed, s) }

// count is how often a name, by its key, is described with a stem.
func (k *Descriptions) count(name, stem string) int {
	if len(k.entries) == 0 {
		return 0
	}
	want := description{name: k.hash(name), stem: k.hash(stem)}
	i, ok := slices.BinarySearchFunc(k.entries, want, func(a, b description) int {
		return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.stem, b.stem))
	})
	if !ok {
		return 0
	}
	return int(k.entries[i].count)
}

// Entries that are no stems: how often a name is mentioned at all, and as
// what type.
const mentioned = "\x00"

var typed = [...]string{"\x00PER", "\x00LOC", "\x00ORG", "\x00MISC"}

// describer gathers the descriptions of some documents.
type describer struct {
	known  *Descriptions
	counts map[[2]uint64]uint32
	hashes map[string][]uint64 // of the stems of each word seen
	tokens []text.Token
}

// How far beside a name its description is looked for, in bytes.
const (
	reachBefore = 48
	reachAfter  = 80
)

func (s *describer) document(d *doc.Document) {
	body := d.Article.Text
	sentence := 0
	for _, n := range d.Names {
		for sentence < len(d.Sentences) && d.Sentences[sentence].End <= int(n.Start) {
			sentence++
		}
		if sentence == len(d.Sentences) {
			return
		}
		within := d.Sentences[sentence].Span
		name := s.known.hash(key(body[n.Start:n.End]))
		s.counts[[2]uint64{name, s.known.hash(mentioned)}]++
		s.counts[[2]uint64{name, s.known.hash(typed[n.Type])}]++
		s.before(name, body[max(within.Start, int(n.Start)-reachBefore):n.Start])
		s.after(name, body[n.End:min(within.End, int(n.End)+reachAfter)])
	}
}

// before reads the words right before a name: "former US president ".
func (s *describer) before(name uint64, t string) {
	s.tokens = text.Tokens(s.tokens[:0], t)
	for i := len(s.tokens) - 1; i >= max(0, len(s.tokens)-4); i-- {
		w := s.tokens[i].Of(t)
		if s.tokens[i].Kind != text.Word || i == 0 && s.tokens[i].Start == 0 && len(t) == reachBefore || phrase.Closed(strings.ToLower(w)) {
			return
		}
		s.add(name, w)
	}
}

// after reads an apposition or a predicate: ", the British singer,", " is a
// singer".
func (s *describer) after(name uint64, t string) {
	s.tokens = text.Tokens(s.tokens[:0], t)
	tokens := s.tokens
	if len(tokens) < 3 {
		return
	}
	switch tokens[0].Of(t) {
	case ",", "is", "was", "(", "—", "are":
	default:
		return
	}
	switch strings.ToLower(tokens[1].Of(t)) {
	case "a", "an", "the", "one", "another":
		tokens = tokens[2:]
	default:
		if tokens[0].Of(t) != "," {
			return
		}
		tokens = tokens[1:]
	}
	for i, k := range tokens {
		w := k.Of(t)
		if i == 6 || k.Kind == text.Punct && w != "-" || phrase.Closed(strings.ToLower(w)) {
			return
		}
		s.add(name, w)
	}
}

func (s *describer) add(name uint64, word string) {
	h, ok := s.hashes[word]
	if !ok {
		for _, stem := range Stems(word) {
			h = append(h, s.known.hash(stem))
		}
		s.hashes[strings.Clone(word)] = h
	}
	for _, stem := range h {
		s.counts[[2]uint64{name, stem}]++
	}
}

// key is the form in which answers are compared: folded, without punctuation
// and articles.
func key(s string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(text.Fold(s)) {
		w = strings.Map(func(r rune) rune {
			if r < 0x80 && !('a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '%' || r == '$') {
				return -1
			}
			return r
		}, w)
		if w == "" || w == "a" || w == "an" || w == "the" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}
