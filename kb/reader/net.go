package reader

import (
	"fmt"
	"math"
)

// The sizes of the network, as model.py has them.
const (
	top, topDim                           = 1500, 24
	suffixDim, shapeDim, nameDim, timeDim = 16, 8, 8, 4
	sameDim                               = dimensions + topDim + suffixDim
	wordDim                               = sameDim + shapeDim
	hereDim                               = wordDim + nameDim + timeDim
	alignDim, pairDim, judgeDim           = 64, 48, 64
	passageDim                            = hereDim + wordDim + alignDim + TokenSigns + 1
	width                                 = 128
)

// network is one trained network. It is immutable.
type network struct {
	v                              *vocabulary
	top, suffix, shape, name, time []float32
	source                         []float32 // the style of answers
	align, ofQuestion, ofPassage   linear
	passage, question              linear
	passageNorm                    norm
	questionLayers, layers         []gated
	attend, summary                linear
	film                           [2]linear
	first, last, firstBy, lastBy   linear
	left, right, length            linear
	judge, told, yes               linear
}

// gated is x + a·sigmoid(b), normalised, where a and b are the halves of a
// convolution of x.
type gated struct {
	kernel, dilation int
	taps             [][]float32 // for each place of the kernel width rows of 2·width weights
	bias             []float32
	norm             norm
}

var (
	questionShape = [][2]int{{3, 1}, {3, 1}}
	passageShape  = [][2]int{{5, 1}, {3, 2}, {3, 4}, {3, 8}, {5, 1}}
)

func newNetwork(v *vocabulary, packed []byte) (*network, error) {
	all, err := readWeights(packed)
	if err != nil {
		return nil, err
	}
	l := &loading{all: all}
	n := &network{
		v:   v,
		top: l.get("top.weight", top+1, topDim), suffix: l.get("suffix.weight", suffixes, suffixDim), shape: l.get("shape.weight", shapes, shapeDim),
		name: l.get("name.weight", nameTags, nameDim), time: l.get("time.weight", timeTags, timeDim),
		source: l.get("source.weight", 3, width)[:width],
		align:  l.linear("align", sameDim, alignDim), ofQuestion: l.linear("of_question", wordDim, alignDim), ofPassage: l.linear("of_passage", wordDim, alignDim),
		passage: l.linear("passage", passageDim, width), question: l.linear("question", wordDim+QuestionSigns, width),
		passageNorm: l.norm("passage_norm", width), questionLayers: l.gated("question_layers", questionShape), layers: l.gated("layers", passageShape),
		attend: l.linear("attend", width, 2), summary: l.linear("summary", 2*width, width),
		film:  [2]linear{l.linear("film.0", width, 2*width), l.linear("film.1", width, 2*width)},
		first: l.linear("first", width, 1), last: l.linear("last", width, 1), firstBy: l.linear("first_by", width, width), lastBy: l.linear("last_by", width, width),
		left: l.linear("left", width, pairDim), right: l.linear("right", width, pairDim), length: l.linear("length", width, MaxSpan),
		judge: l.linear("judge", 3*width+PassageSigns+3, judgeDim), told: l.linear("told", judgeDim, 1), yes: l.linear("yes", judgeDim, 1),
	}
	return n, l.err
}

func (l *loading) gated(name string, shape [][2]int) []gated {
	var out []gated
	for i, s := range shape {
		at := fmt.Sprintf("%s.%d", name, i)
		g := gated{kernel: s[0], dilation: s[1], bias: l.get(at+".conv.bias", 2*width), norm: l.norm(at+".norm", width)}
		w := l.get(at+".conv.weight", 2*width, width, g.kernel)
		for k := range g.kernel {
			tap := make([]float32, width*2*width)
			for o := range 2 * width {
				for c := range width {
					tap[c*2*width+o] = w[(o*width+c)*g.kernel+k]
				}
			}
			g.taps = append(g.taps, tap)
		}
		out = append(out, g)
	}
	return out
}

// apply replaces the n rows of x.
//
//go:norace
func (g *gated) apply(x []float32, n int) {
	z := make([]float32, 2*n*width)
	for i := range n {
		copy(z[2*i*width:], g.bias)
	}
	for k, tap := range g.taps {
		shift := (k - g.kernel/2) * g.dilation
		from, to := max(0, -shift), min(n, n-shift)
		if from < to {
			multiply(z[2*from*width:], x[(from+shift)*width:], tap, to-from, width, 2*width)
		}
	}
	for i := range n {
		a, b, row := z[2*i*width:], z[(2*i+1)*width:], x[i*width:(i+1)*width]
		for c := range row {
			row[c] += a[c] * sigmoid(b[c])
		}
	}
	g.norm.apply(x)
}

// words writes the vectors of tokens: what is compared between question and
// passage first, then the shape.
//
//go:norace
func (n *network) words(dst []float32, word, suffix, shape int32) {
	n.v.embed(dst, word)
	common := word
	if common > top {
		common = 0 // the vector of all rarer words
	}
	copy(dst[dimensions:], n.top[common*topDim:(common+1)*topDim])
	copy(dst[dimensions+topDim:], n.suffix[suffix*suffixDim:(suffix+1)*suffixDim])
	copy(dst[sameDim:], n.shape[shape*shapeDim:(shape+1)*shapeDim])
}

// pass is the network at work on one question.
type pass struct {
	*network
	e      *Encoded
	np, nq int
	asked  []float32 // vectors of the words of the question
	q      []float32 // the question in one vector
	x      []float32 // the passage
}

// read gives the scores of all spans, MaxSpan for each first token, their
// exponentials in proportion to their probabilities, and the logits that the
// passage tells the answer and that it is yes.
func (n *network) read(e *Encoded) (spans []float32, told, yes float32) {
	p := &pass{network: n, e: e, np: len(e.Passage), nq: len(e.Question)}
	p.readQuestion()
	p.readPassage()
	spans = p.score()
	told, yes = p.judgeAll(spans)
	return spans, told, yes
}

//go:norace
func (p *pass) readQuestion() {
	const in = wordDim + QuestionSigns
	full := make([]float32, p.nq*in)
	p.asked = make([]float32, p.nq*wordDim)
	for i, t := range p.e.Question {
		p.words(full[i*in:], t[0], t[1], t[2])
		copy(p.asked[i*wordDim:(i+1)*wordDim], full[i*in:])
		copy(full[i*in+wordDim:], p.e.Asked[i][:])
	}
	q := make([]float32, p.nq*width)
	p.question.apply(q, full, p.nq)
	for i := range p.questionLayers {
		p.questionLayers[i].apply(q, p.nq)
	}
	weights, column, both := make([]float32, p.nq*2), make([]float32, p.nq), make([]float32, 2*width)
	p.attend.apply(weights, q, p.nq)
	for k := range 2 {
		for i := range column {
			column[i] = weights[2*i+k]
		}
		softmax(column)
		for i, w := range column {
			add(both[k*width:(k+1)*width], q[i*width:], w)
		}
	}
	p.q = make([]float32, width)
	p.summary.apply(p.q, both, 1)
	for i, v := range p.q {
		p.q[i] = float32(math.Tanh(float64(v))) + p.source[i]
	}
}

// add adds w·x to dst.
//
//go:norace
func add(dst, x []float32, w float32) {
	for i := range dst {
		dst[i] += w * x[i]
	}
}

//go:norace
func (p *pass) readPassage() {
	in := make([]float32, p.np*passageDim)
	words, aligned := make([]float32, p.np*wordDim), make([]float32, p.np*wordDim)
	for i, t := range p.e.Passage {
		p.words(words[i*wordDim:], t[0], t[1], t[2])
	}
	closest := p.alignTo(aligned, words)
	byQuestion, byPassage := make([]float32, p.np*alignDim), make([]float32, p.np*alignDim)
	p.ofPassage.apply(byPassage, aligned, p.np)
	p.ofQuestion.apply(byQuestion, words, p.np)
	for i, t := range p.e.Passage {
		row := in[i*passageDim : (i+1)*passageDim]
		copy(row, words[i*wordDim:(i+1)*wordDim])
		copy(row[wordDim:], p.name[t[3]*nameDim:(t[3]+1)*nameDim])
		copy(row[wordDim+nameDim:], p.time[t[4]*timeDim:(t[4]+1)*timeDim])
		copy(row[hereDim:], aligned[i*wordDim:(i+1)*wordDim])
		for k := range alignDim {
			row[hereDim+wordDim+k] = byPassage[i*alignDim+k] * byQuestion[i*alignDim+k]
		}
		copy(row[hereDim+wordDim+alignDim:], p.e.Signs[i][:])
		row[passageDim-1] = closest[i]
	}
	p.x = make([]float32, p.np*width)
	p.passage.apply(p.x, in, p.np)
	p.passageNorm.apply(p.x)
	p.modulate(0)
	for i := range p.layers {
		p.layers[i].apply(p.x, p.np)
		if i == 2 {
			p.modulate(1)
		}
	}
}

// alignTo writes for each word of the passage what of the question is like it,
// and returns how like.
//
//go:norace
func (p *pass) alignTo(aligned, words []float32) []float32 {
	here, there := p.comparable(words, p.np), p.comparable(p.asked, p.nq)
	closest, row := make([]float32, p.np), make([]float32, p.nq)
	for i := range p.np {
		best := float32(math.Inf(-1))
		for j := range row {
			row[j] = dot(here[i*alignDim:(i+1)*alignDim], there[j*alignDim:(j+1)*alignDim]) / 4
			best = max(best, row[j])
		}
		closest[i] = best / 10
		softmax(row)
		for j, w := range row {
			add(aligned[i*wordDim:(i+1)*wordDim], p.asked[j*wordDim:], w)
		}
	}
	return closest
}

//go:norace
func (p *pass) comparable(words []float32, n int) []float32 {
	same, out := make([]float32, n*sameDim), make([]float32, n*alignDim)
	for i := range n {
		copy(same[i*sameDim:(i+1)*sameDim], words[i*wordDim:])
	}
	p.align.apply(out, same, n)
	relu(out)
	return out
}

// modulate scales and shifts the passage by the question.
//
//go:norace
func (p *pass) modulate(i int) {
	by := make([]float32, 2*width)
	p.film[i].apply(by, p.q, 1)
	for r := range p.np {
		row := p.x[r*width : (r+1)*width]
		for c := range row {
			row[c] = row[c]*(1+by[c]) + by[width+c]
		}
	}
}

// never is the score of what is no span.
const never = -1e4

//go:norace
func (p *pass) score() []float32 {
	first, last := p.ends(p.first, p.firstBy), p.ends(p.last, p.lastBy)
	left, right := make([]float32, p.np*pairDim), make([]float32, p.np*pairDim)
	p.left.apply(left, p.x, p.np)
	p.right.apply(right, p.x, p.np)
	length := make([]float32, MaxSpan)
	p.length.apply(length, p.q, 1)
	out := make([]float32, p.np*MaxSpan)
	for i := range p.np {
		for k := range MaxSpan {
			j := i + k
			if j >= p.np {
				out[i*MaxSpan+k] = never
				continue
			}
			both := dot(left[i*pairDim:(i+1)*pairDim], right[j*pairDim:(j+1)*pairDim]) / 7
			out[i*MaxSpan+k] = first[i] + last[j] + both + length[k]
		}
	}
	return out
}

// ends scores each token as the first or the last of the answer.
//
//go:norace
func (p *pass) ends(own, by linear) []float32 {
	out, asked := make([]float32, p.np), make([]float32, width)
	own.apply(out, p.x, p.np)
	by.apply(asked, p.q, 1)
	for i := range out {
		out[i] += dot(p.x[i*width:(i+1)*width], asked) / 8
	}
	return out
}

// judgeAll tells whether the passage answers at all, and whether with yes.
//
//go:norace
func (p *pass) judgeAll(spans []float32) (told, yes float32) {
	starts := make([]float32, p.np)
	for i := range starts {
		starts[i] = logSumExp(spans[i*MaxSpan : (i+1)*MaxSpan])
	}
	total := logSumExp(starts)
	best, entropy := float32(never), float32(0)
	for _, s := range spans {
		best = max(best, s)
		log := max(s-total, -50)
		entropy -= exp(s-total) * log
	}
	softmax(starts)
	in := make([]float32, 3*width+PassageSigns+3)
	copy(in, p.q)
	pooled, most := in[width:2*width], in[2*width:3*width]
	copy(most, p.x[:width])
	for i, w := range starts {
		row := p.x[i*width : (i+1)*width]
		add(pooled, row, w)
		for c, v := range row {
			most[c] = max(most[c], v)
		}
	}
	copy(in[3*width:], p.e.Whole[:])
	copy(in[3*width+PassageSigns:], []float32{best / 5, total / 5, entropy / 3})
	z, out := make([]float32, judgeDim), make([]float32, 1)
	p.judge.apply(z, in, 1)
	relu(z)
	p.told.apply(out, z, 1)
	told = out[0]
	p.yes.apply(out, z, 1)
	return told, out[0]
}
