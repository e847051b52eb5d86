package match

import (
	"cmp"
	"slices"
	"strings"

	"github.com/sahilm/fuzzy"
)

// Complete returns at most n IDs for what has been typed so far, best first:
// names with words that begin as typed, then names that hold the typed letters
// in order, then names near what was typed, each by match and prominence. For
// an empty prefix it returns the most prominent.
func (x *Index) Complete(prefix string, n int) []int32 {
	if n <= 0 {
		return nil
	}
	typed := Words(prefix)
	top := newTop(n)
	if len(typed) == 0 {
		if strings.TrimSpace(prefix) != "" {
			return nil
		}
		for _, e := range x.byWeight {
			if top.full() {
				break
			}
			top.add(x.entries[e].id, 0)
		}
		return top.ids()
	}
	x.prefixed(top, typed)
	if out := top.ids(); len(out) >= n {
		return out
	}
	out := top.ids()
	out = merge(out, x.subsequence(typed, n), n)
	if len(out) < n {
		for _, r := range x.Find(prefix, n) {
			if r.Score >= 0.5 {
				out = merge(out, []int32{r.ID}, n)
			}
		}
	}
	return out
}

func merge(out, more []int32, n int) []int32 {
	for _, id := range more {
		if len(out) < n && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// prefixed adds the names in which every typed word begins another word.
func (x *Index) prefixed(top *top, typed []string) {
	rare := slices.MaxFunc(typed, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
	sorted := x.words.sorted
	from, _ := slices.BinarySearchFunc(sorted, rare, func(w int32, p string) int { return strings.Compare(x.words.words[w], p) })
	for _, w := range sorted[from:] {
		if !strings.HasPrefix(x.words.words[w], rare) {
			break
		}
		for _, e := range x.posts.at(w) {
			key := x.entries[e].prior
			if top.rejects(key + 4) {
				continue
			}
			if bonus, ok := x.begins(x.nameWord.at(e), typed); ok {
				top.add(x.entries[e].id, key+bonus)
			}
		}
	}
}

// begins reports whether each typed word begins another word of the name, and
// how much better that is for words typed in full and in order.
func (x *Index) begins(words []int32, typed []string) (bonus float32, ok bool) {
	var used [maxWords]bool
	for i, t := range typed {
		at := -1
		for j, w := range words {
			if !used[j] && strings.HasPrefix(x.words.words[w], t) {
				at = j
				break
			}
		}
		if at < 0 {
			return 0, false
		}
		used[at] = true
		if x.words.words[words[at]] == t {
			bonus += 2 / float32(len(typed))
		}
		if at == i {
			bonus += 1 / float32(len(typed))
		}
	}
	return bonus, true
}

// subsequence finds the names that hold the typed letters in order. Names in
// which a letter is missing are left out before they are compared.
func (x *Index) subsequence(typed []string, n int) []int32 {
	pattern := strings.Join(typed, "")
	if len(pattern) < 2 {
		return nil
	}
	mask := letterMask(pattern)
	var names source
	for i := range x.entries {
		if x.entries[i].mask&mask == mask {
			names = append(names, &x.entries[i])
		}
	}
	top := newTop(n)
	for _, m := range fuzzy.FindFromNoSort(pattern, names) {
		if e := names[m.Index]; compact(m.MatchedIndexes) {
			top.add(e.id, float32(m.Score)/float32(len(pattern))+e.prior/2)
		}
	}
	return top.ids()
}

// compact reports whether the matched letters lie near one another; in a long
// name any letters can be found.
func compact(at []int) bool {
	return len(at) > 0 && at[len(at)-1]-at[0] < 3*len(at)+6
}

// source gives fuzzy the folded names.
type source []*entry

func (s source) String(i int) string { return s[i].folded }
func (s source) Len() int            { return len(s) }

// top keeps the n best IDs.
type top struct {
	n    int
	list []scored // best first
}

type scored struct {
	id  int32
	key float32
}

func newTop(n int) *top { return &top{n: n} }

func (t *top) full() bool { return len(t.list) >= t.n }

// rejects reports whether nothing with this key would be kept.
func (t *top) rejects(key float32) bool { return t.full() && key <= t.list[len(t.list)-1].key }

func (t *top) add(id int32, key float32) {
	if i := slices.IndexFunc(t.list, func(s scored) bool { return s.id == id }); i >= 0 {
		if t.list[i].key >= key {
			return
		}
		t.list = slices.Delete(t.list, i, i+1)
	}
	if t.rejects(key) {
		return
	}
	at, _ := slices.BinarySearchFunc(t.list, key, func(s scored, k float32) int {
		if s.key >= k {
			return -1
		}
		return 1
	})
	t.list = slices.Insert(t.list, at, scored{id, key})
	t.list = t.list[:min(len(t.list), t.n)]
}

func (t *top) ids() []int32 {
	out := make([]int32, len(t.list))
	for i, s := range t.list {
		out[i] = s.id
	}
	return out
}
