package index

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/kb/article"
	"dateline/kb/doc"
	"dateline/kb/text"
)

// newDocument makes a document without names and times.
func newDocument(title, date, body string) *doc.Document {
	d := &doc.Document{Article: article.Article{Title: title, Text: body}, Sentences: text.Sentences(body)}
	d.Article.Date, _ = time.Parse(time.DateOnly, date)
	return d
}

func builder(docs ...*doc.Document) *Builder {
	b := NewBuilder()
	for _, d := range docs {
		b.Add(d, nil)
	}
	return b
}

func build(t testing.TB, docs ...*doc.Document) *Index {
	t.Helper()
	x, err := builder(docs...).Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func search(x *Index, q Query) []Hit { return x.Search(context.Background(), q, nil) }

func small(t testing.TB) *Index {
	return build(t,
		newDocument("Trip to Kyiv", "2022-01-18", "Antony Blinken will fly to Kyiv on Tuesday. He meets Foreign Minister Dmytro Kuleba there. Troops stand at the border."),
		newDocument("Berlin talks", "2022-01-20", "Annalena Baerbock received her guest in Berlin. Blinken thanked the minister. They spoke of sanctions."),
		newDocument("Mustard is short", "", "A drought in Canada made mustard scarce. French shops ration it. Prices run high."),
	)
}

func TestSearch(t *testing.T) {
	x := small(t)
	for _, c := range []struct {
		question      string
		doc, sentence int32
	}{
		{"Who met the foreign minister Kuleba?", 0, 1},
		{"Which condiment is rationed in French shops?", 2, 1},
		{"Who received Blinken in Berlin?", 1, 0},
		{"What made mustard scarce?", 2, 0},
	} {
		hits := search(x, Query{Terms: Terms(c.question), K: 3})
		if len(hits) == 0 || hits[0].Doc != c.doc || hits[0].Sentence != c.sentence {
			t.Errorf("%s: found %v, want document %d sentence %d first", c.question, hits, c.doc, c.sentence)
		}
	}
}

func TestNothingToFind(t *testing.T) {
	for name, q := range map[string]Query{
		"no terms":       {K: 5},
		"unknown term":   {K: 5, Terms: Terms("xylophone")},
		"function words": {K: 5, Terms: Terms("who is the and of")},
		"no hits wanted": {K: 0, Terms: Terms("Blinken")},
		"fewer":          {K: -3, Terms: Terms("Blinken")},
		"no weight":      {K: 5, Terms: []Term{{Text: "blinken"}}},
		"not a weight":   {K: 5, Terms: []Term{{Text: "blinken", Weight: float32(math.NaN())}, {Text: "kyiv", Weight: -1}, {Text: "berlin", Weight: float32(math.Inf(1))}}},
	} {
		if hits := search(small(t), q); len(hits) > 0 {
			t.Errorf("%s: found %v, want nothing", name, hits)
		}
	}
	if hits := search(build(t), Query{K: 5, Terms: Terms("Blinken")}); len(hits) > 0 {
		t.Errorf("found %v in an empty index", hits)
	}
}

func TestManyHitsWanted(t *testing.T) {
	x := small(t)
	for _, k := range []int{1 << 30, math.MaxInt} {
		if hits := search(x, Query{K: k, Terms: Terms("Blinken")}); len(hits) != 6 {
			t.Errorf("K %d: %d hits, want the 6 sentences of two documents", k, len(hits))
		}
	}
}

// TestShortDocuments wants more hits than the documents first looked into have.
func TestShortDocuments(t *testing.T) {
	var docs []*doc.Document
	for i := range 900 {
		docs = append(docs, newDocument("x", "", fmt.Sprintf("Zebra %d crossed.", i)))
	}
	if hits := search(build(t, docs...), Query{K: 800, Terms: Terms("zebra")}); len(hits) != 800 {
		t.Errorf("%d hits, want 800", len(hits))
	}
}

func TestExact(t *testing.T) {
	x := build(t,
		newDocument("one", "", "She was running late. The bus left."),
		newDocument("two", "", "He runs a shop. The shop sells bread."),
	)
	for _, c := range []struct {
		term Term
		docs int
	}{
		{Term{Text: "run", Weight: 1}, 2},
		{Term{Text: "running", Weight: 1, Exact: true}, 1},
		{Term{Text: "runs", Weight: 1, Exact: true}, 1},
		{Term{Text: "run", Weight: 1, Exact: true}, 0},
		{Term{Text: "bread", Weight: 1, Exact: true}, 1}, // the only form of its stem
		{Term{Text: "running", Weight: 1}, 0},
	} {
		if n := x.DF(c.term); n != c.docs {
			t.Errorf("%+v is in %d documents, want %d", c.term, n, c.docs)
		}
		if hits := search(x, Query{Terms: []Term{c.term}, K: 9, PerDoc: 1}); len(hits) != c.docs {
			t.Errorf("%+v finds %v, want %d documents", c.term, hits, c.docs)
		}
	}
}

func TestExtraTerms(t *testing.T) {
	b := NewBuilder()
	d := newDocument("Visit", "", "The minister arrived. He spoke. Then he left for home.")
	b.Add(d, func(sentence int) []string {
		if sentence == 1 || sentence == -1 {
			return []string{"e:7"}
		}
		return nil
	})
	x, err := b.Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, exact := range []bool{false, true} {
		hits := search(x, Query{Terms: []Term{{"e:7", 1, exact}}, K: 1})
		if len(hits) != 1 || hits[0].Sentence != 1 {
			t.Errorf("found %v, want sentence 1", hits)
		}
	}
}

func TestDays(t *testing.T) {
	x := build(t,
		newDocument("a", "2022-01-01", "Storm hits coast."),
		newDocument("b", "2022-06-01", "Storm hits the coast again."),
		newDocument("c", "", "Storm hits coast of nowhere."),
	)
	on := func(s string) time.Time { d, _ := time.Parse(time.DateOnly, s); return d }
	for _, c := range []struct {
		q    Query
		want []int32
	}{
		{Query{Asked: on("2022-06-03")}, []int32{1, 0, 2}},
		{Query{Asked: on("2022-01-03")}, []int32{0, 1, 2}},
		{Query{From: on("2022-01-02")}, []int32{1}},
		{Query{To: on("2022-01-01")}, []int32{0}},
		{Query{From: on("2022-01-01"), To: on("2022-06-01")}, []int32{0, 1}},
		{Query{From: on("2023-01-01")}, nil},
	} {
		c.q.Terms, c.q.K = Terms("storm hits coast"), 10
		var got []int32
		for _, h := range search(x, c.q) {
			got = append(got, h.Doc)
		}
		if c.q.Asked.IsZero() {
			slices.Sort(got)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("asked %v from %v to %v: documents %v, want %v", c.q.Asked, c.q.From, c.q.To, got, c.want)
		}
	}
}

func TestTiesAndRepeats(t *testing.T) {
	x := build(t,
		newDocument("x", "", "Zebra one crossed. Zebra two crossed."),
		newDocument("x", "", "Zebra six crossed. Zebra six crossed!"),
		newDocument("x", "", "Zebra two crossed. Zebra nine crossed."),
	)
	got := search(x, Query{Terms: Terms("zebra"), K: 10})
	var order [][2]int32
	for _, h := range got {
		order = append(order, [2]int32{h.Doc, h.Sentence})
	}
	want := [][2]int32{{0, 0}, {0, 1}, {1, 0}, {2, 1}}
	if !slices.Equal(order, want) {
		t.Errorf("order %v, want %v", order, want)
	}
}

func TestDocuments(t *testing.T) {
	x := small(t)
	got := x.Documents(context.Background(), Query{Terms: Terms("Blinken minister Berlin")}, 5, nil)
	if len(got) != 2 || got[0].Doc != 1 || got[1].Doc != 0 {
		t.Errorf("documents %v, want 1 and 0", got)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if hits := small(t).Search(ctx, Query{Terms: Terms("Blinken"), K: 5}, nil); len(hits) > 0 {
		t.Errorf("found %v after the context ended", hits)
	}
	if _, err := builder(newDocument("a", "", "Some words.")).Build(ctx); err == nil {
		t.Error("Build went on after the context ended")
	}
}

// synthetic makes documents of words drawn from a skewed distribution, so
// that terms repeat within sentences and neighbours share them.
func synthetic(seed uint64, n int) []*doc.Document {
	r := rand.New(rand.NewPCG(seed, 1))
	vocabulary := strings.Fields("run running runs ran nation national nations border borders minister ministers talk talks " +
		"talking storm storms stormy sale sales price prices Kyiv Berlin Paris U.S. NATO Covid-19 well-known 700,000 2022 mustard")
	var docs []*doc.Document
	for i := range n {
		var b strings.Builder
		for range r.IntN(12) {
			for range 1 + r.IntN(9) {
				b.WriteString(vocabulary[r.IntN(1+r.IntN(len(vocabulary)))] + " ")
			}
			b.WriteString("end" + fmt.Sprint(r.IntN(50)) + ".\n\n")
		}
		date := fmt.Sprintf("2022-%02d-%02d", 1+r.IntN(12), 1+r.IntN(28))
		docs = append(docs, newDocument(vocabulary[i%len(vocabulary)]+" news", date, b.String()))
	}
	return docs
}

func someQueries() []Query {
	asked := time.Date(2022, 7, 1, 0, 0, 0, 0, time.UTC)
	return []Query{
		{Terms: Terms("running ministers talk in Kyiv"), K: 20},
		{Terms: Terms("stormy national sales of mustard"), K: 7, Asked: asked},
		{Terms: ExactTerms("borders 700,000 U.S. covid-19"), K: 40, PerDoc: 2, Asked: asked},
		{Terms: append(Terms("price talks"), ExactTerms("prices talks")...), K: 10, From: asked},
	}
}

func TestAppendIsBuild(t *testing.T) {
	docs := synthetic(3, 60)
	whole := build(t, docs...)
	x := build(t, docs[:20]...)
	before := search(x, someQueries()[0])
	for i := 20; i < 60; i += 4 {
		y, err := x.Append(context.Background(), builder(docs[i:i+4]...))
		if err != nil {
			t.Fatal(err)
		}
		if i == 20 && !slices.Equal(search(x, someQueries()[0]), before) {
			t.Error("Append changed the index appended to")
		}
		x = y
	}
	if len(x.segments) > maxSegments {
		t.Errorf("%d segments, want at most %d", len(x.segments), maxSegments)
	}
	if !slices.Equal(x.group, whole.group) {
		t.Error("other groups than in an index built at once")
	}
	for _, q := range someQueries() {
		if got, want := search(x, q), search(whole, q); !slices.Equal(got, want) {
			t.Errorf("%v: appended finds %v, built at once %v", q.Terms, got, want)
		}
	}
	for _, term := range ExactTerms("running talk sales 700,000") {
		if x.DF(term) != whole.DF(term) {
			t.Errorf("%v: appended in %d documents, built at once in %d", term, x.DF(term), whole.DF(term))
		}
	}
}

func TestCoresDoNotMatter(t *testing.T) {
	docs := synthetic(5, 80)
	want := build(t, docs...)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for _, n := range []int{1, 3, 8} {
		runtime.GOMAXPROCS(n)
		got := build(t, docs...)
		for _, q := range someQueries() {
			if a, b := search(got, q), search(want, q); !reflect.DeepEqual(a, b) {
				t.Errorf("%d cores: %v finds %v, want %v", n, q.Terms, a, b)
			}
		}
	}
}

func TestConcurrentSearch(t *testing.T) {
	x := build(t, synthetic(7, 50)...)
	var want [][]Hit
	for _, q := range someQueries() {
		want = append(want, search(x, q))
	}
	var wait sync.WaitGroup
	for range 64 {
		wait.Go(func() {
			for i, q := range someQueries() {
				if got := search(x, q); !slices.Equal(got, want[i]) {
					t.Errorf("one of many searches found %v, want %v", got, want[i])
				}
			}
		})
	}
	wait.Wait()
}

func TestHostileDocuments(t *testing.T) {
	long := strings.Repeat("x", 1<<20)
	const sentences = 1<<16 + 10
	many := strings.Repeat("Short one.\n\n", sentences)
	docs := []*doc.Document{
		{},
		newDocument("", "", ""),
		newDocument(long, "9999-12-31", long),
		newDocument("\xff\xfe", "0001-01-02", "\xff\xfe\x00 broken \xf0\x28 bytes."),
		newDocument("many", "2022-01-01", many+"The unicorn is last."),
		newDocument("marks", "", strings.Repeat("-/'’.", 1000)),
		{Article: article.Article{Title: "far", Date: time.Unix(math.MaxInt64/2, 0)}},
	}
	x := build(t, docs...)
	hits := search(x, Query{Terms: Terms("unicorn"), K: 1, Asked: time.Date(-5, 1, 1, 0, 0, 0, 0, time.UTC)})
	if len(hits) != 1 || hits[0].Doc != 4 || hits[0].Sentence != sentences {
		t.Errorf("found %v, want the last sentence of document 4", hits)
	}
	if hits := search(x, Query{Terms: Terms("broken bytes"), K: 1}); len(hits) != 1 || hits[0].Doc != 3 {
		t.Errorf("found %v, want document 3", hits)
	}
}
