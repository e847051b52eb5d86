// Package match looks names up by what people type.
//
// [Index.Find] takes a whole name, typed badly: other spellings, missing or
// doubled letters, no accents, only a part of the name. Its candidates come
// from symmetric-delete indexes (W. Garbe, SymSpell, 2012): the deletion
// variants of a query token are looked up among those of the names' tokens,
// so that no name is compared that cannot be within two edits. Tokens are
// indexed as they are, and once more by a skeleton in which the usual
// spellings of one sound coincide (z/s, c/k, y/i, doubled letters, "th"/"t"),
// which is what transliterated names vary in. They are compared by an edit
// distance with transpositions (F. Damerau, CACM 7(3), 1964; optimal string
// alignment) whose costs are lower for such letters and higher at the head of
// a word, where people err least (W. Winkler, Census Bureau, 1990).
//
// Candidates are ranked as by a noisy channel (M. Kernighan, K. Church,
// W. Gale, "A spelling correction program based on a noisy channel model",
// COLING 1990): by how likely a name is meant, which is its prominence, times
// how likely it is typed so. Ten doublings of prominence outweigh a letter,
// and nothing outweighs a name typed as it stands.
//
// [Index.Complete] takes the beginning of a name, as in autocompletion:
// names with a word that begins so, by prominence; then names that hold the
// letters in order (github.com/sahilm/fuzzy); then misspelt ones.
//
// Scores of Find separate: from [Taken] on, a name may be taken for what was
// meant; below, it is merely similar and at most a suggestion. A word of four
// letters may differ by a vowel, one of five to eight by a letter, a longer
// one by two; words of up to three letters have to be right. Prominence does
// not count in scores. Where a name that is hardly near enough has somebody
// far more prominent almost as near, the latter comes first, by a score that
// leaves it a suggestion.
//
// Measured: of people of the news drawn alike, with one or two random letters
// wrong, 97.2 % of full names and 81 % of surnames are found first among the
// 91,500 entities of a third of the articles, 96.2 and 77 % among all 204,000
// (2,000 names on seeds that nothing was chosen by; package entity's
// BenchmarkFind). Drawn as often as they are mentioned it is 97 and 82 %. A
// ranking by prominence that knew by what chances the letters were changed
// would find 87 and 92 % of the surnames. What is missed are mostly surnames
// of four or five letters with two of them wrong; 1.7 % have become another's
// surname. Of 230 slips as people make them ("Macrown", "Joe Mansion",
// "Epstien", "Massachusets") 203 find who was meant first; most of the others
// are names that some article spells so.
//
// On one core, among 100,000 phrases of the news, a misspelt name is looked up
// in 0.45 ms (p50; 4.5 ms p99) and a prefix completed in 0.5 ms (7 ms p99),
// and 100,000 names are indexed in 0.3 s (BenchmarkCorpus). Among 10,000
// invented names 99 % of full names with one or two wrong letters are found
// first, and 88 % of surnames with one (TestMisspelt).
package match

import (
	"cmp"
	"math"
	"slices"
	"sync"
)

// Taken is the least score with which a name may be taken for the one meant.
const Taken = 0.6

// Name is one form of a name to be found.
type Name struct {
	Text   string
	ID     int32   // what the name stands for; several names may share it
	Weight float64 // prominence, such as how often it is mentioned
	// Alone is the prominence that counts where a single word is looked up, if
	// greater than Weight: a surname asks for all who bear it.
	Alone float64
}

// Result is a name found.
type Result struct {
	ID    int32
	Name  int32   // place in the names that the index was built from
	Score float64 // 1 exact, falling with the edits and with the part left out
	// Exact is set where every word of the query stands in the name as typed,
	// but for case and accents, and is a good part of it.
	Exact bool
}

// Index is an immutable index of names, safe for use by many goroutines.
type Index struct {
	entries  []entry
	words    vocabulary
	posts    lists // word -> entries that hold it, in order
	nameWord lists // entry -> its words, in order
	byWeight []int32
	idf      []float32 // of each word
	scratch  sync.Pool
}

// entry is a name of the index.
type entry struct {
	id     int32
	folded string
	mask   uint64  // letters that occur in it
	prior  float32 // logarithm of the prominence
	alone  float32 // the same for queries of a single word
}

// lists are many short lists in one array: list i is items[start[i]:start[i+1]].
type lists struct {
	start []int32
	items []int32
}

func (l lists) at(i int32) []int32 { return l.items[l.start[i]:l.start[i+1]] }

// New builds the index of names.
func New(names []Name) *Index {
	x := &Index{entries: make([]entry, len(names))}
	words := newInterner()
	x.nameWord.start = append(make([]int32, 0, len(names)+1), 0)
	for i, n := range names {
		ws := Words(n.Text)
		for _, w := range ws {
			x.nameWord.items = append(x.nameWord.items, words.id(w))
		}
		x.nameWord.start = append(x.nameWord.start, int32(len(x.nameWord.items)))
		x.entries[i] = newEntry(n, ws)
	}
	x.words = newVocabulary(words.list)
	x.posts = invert(x.nameWord, len(words.list))
	x.weigh(names)
	x.scratch.New = func() any { return newScratch(x) }
	return x
}

func newEntry(n Name, words []string) entry {
	folded := join(words)
	return entry{id: n.ID, folded: folded, mask: letterMask(folded), prior: logWeight(n.Weight), alone: logWeight(max(n.Weight, n.Alone))}
}

func logWeight(w float64) float32 { return float32(math.Log2(2 + max(0, w))) }

// weigh fills in the order by prominence and the words' inverse document
// frequencies.
func (x *Index) weigh(names []Name) {
	x.byWeight = make([]int32, len(names))
	for i := range x.byWeight {
		x.byWeight[i] = int32(i)
	}
	slices.SortStableFunc(x.byWeight, func(a, b int32) int {
		return cmp.Compare(names[b].Weight, names[a].Weight)
	})
	x.idf = make([]float32, len(x.posts.start)-1)
	for w := range x.idf {
		x.idf[w] = float32(math.Log(float64(len(names)+2) / float64(len(x.posts.at(int32(w)))+1)))
	}
}

// invert turns entry -> words into word -> entries.
func invert(l lists, words int) lists {
	out := lists{start: make([]int32, words+1), items: make([]int32, len(l.items))}
	for _, w := range l.items {
		out.start[w+1]++
	}
	for i := range words {
		out.start[i+1] += out.start[i]
	}
	next := slices.Clone(out.start)
	for i := range len(l.start) - 1 {
		for _, w := range l.at(int32(i)) {
			out.items[next[w]] = int32(i)
			next[w]++
		}
	}
	return out
}

// Len is the number of names in the index.
func (x *Index) Len() int { return len(x.entries) }
