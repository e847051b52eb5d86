package crf

import "math"

// Potentials are the exponentials of a field's transition weights, [to][from],
// 0 where the one cannot follow the other.
type Potentials [Tags][Tags]float64

// NewPotentials exponentiates transition weights.
func NewPotentials(weight func(to, from Tag) float64) *Potentials {
	p := new(Potentials)
	for to := range Tag(Tags) {
		for _, from := range predecessors[to] {
			p[to][from] = math.Exp(weight(to, from))
		}
	}
	return p
}

// Chain computes the marginals of a field over one sentence (the
// forward-backward algorithm; Rabiner 1989), scaled at each step so that
// nothing overflows. It is room used again from sentence to sentence.
type Chain struct {
	Marginal    [][Tags]float64     // by token: the probability of each tag
	Pair        [Tags][Tags]float64 // [to][from]: expected number of transitions
	LogZ        float64
	emit, alpha [][Tags]float64
	norm        []float64
}

// Run fills the chain for log-potentials scores, one row a token.
func (c *Chain) Run(p *Potentials, scores [][Tags]float64) {
	n := len(scores)
	c.reset(n)
	for i := range scores {
		c.exponentiate(i, &scores[i])
		c.forward(p, i)
	}
	var beta, carry [Tags]float64
	total := 0.0
	for t := range Tag(Tags) {
		if ends(t) {
			beta[t] = 1
			total += c.alpha[n-1][t]
		}
	}
	c.LogZ += math.Log(total)
	for t := range beta {
		beta[t] /= total
	}
	for i := n - 1; i >= 0; i-- {
		for t := range Tags {
			c.Marginal[i][t] = c.alpha[i][t] * beta[t]
			carry[t] = beta[t] * c.emit[i][t] / c.norm[i]
		}
		if i == 0 {
			break
		}
		beta = [Tags]float64{}
		for to := range Tag(Tags) {
			for _, from := range predecessors[to] {
				v := p[to][from] * carry[to]
				beta[from] += v
				c.Pair[to][from] += c.alpha[i-1][from] * v
			}
		}
	}
}

func (c *Chain) exponentiate(i int, scores *[Tags]float64) {
	top := scores[0]
	for _, v := range scores {
		top = max(top, v)
	}
	c.LogZ += top
	for t, v := range scores {
		c.emit[i][t] = math.Exp(v - top)
	}
}

func (c *Chain) forward(p *Potentials, i int) {
	sum := 0.0
	for to := range Tag(Tags) {
		v := 0.0
		if i == 0 {
			if starts(to) {
				v = 1
			}
		} else {
			for _, from := range predecessors[to] {
				v += c.alpha[i-1][from] * p[to][from]
			}
		}
		v *= c.emit[i][to]
		c.alpha[i][to] = v
		sum += v
	}
	c.norm[i] = sum
	c.LogZ += math.Log(sum)
	for t := range c.alpha[i] {
		c.alpha[i][t] /= sum
	}
}

func (c *Chain) reset(n int) {
	if cap(c.emit) < n {
		c.emit = make([][Tags]float64, n)
		c.alpha = make([][Tags]float64, n)
		c.Marginal = make([][Tags]float64, n)
		c.norm = make([]float64, n)
	}
	c.emit, c.alpha, c.Marginal, c.norm = c.emit[:n], c.alpha[:n], c.Marginal[:n], c.norm[:n]
	c.Pair = [Tags][Tags]float64{}
	c.LogZ = 0
}
