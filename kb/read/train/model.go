package main

import (
	"fmt"
	"io"
	"math"
	"os"
	"strings"
)

// writeModel learns from all questions and writes the model. Its confidence is
// fitted to the cross-validated answers.
func writeModel(path string, st *set, s settings) error {
	m := learnRanking(learnable(st, -1), s)
	m.Telling = learnTelling(st, -1, s)
	m.Judge = learnJudge(st, -1, s)
	m.Weights = calibrate(st, -1)
	p := learnPolar(st, -1, s)
	m.Whether, m.Affirms = p.Whether, p.Affirms
	return os.WriteFile(path, m.Encode(), 0o644)
}

// calibrate fits a logistic regression of being right to the evidence for the
// best candidates, those of one fold left out (Platt scaling with more than
// one variable).
func calibrate(st *set, without int) []float64 {
	var x [][]float64
	var y []float64
	for _, it := range st.all() {
		if it.Fold != without && len(it.order) > 0 {
			x = append(x, it.evidence)
			y = append(y, one(it.Examples[it.order[0]].Right))
		}
	}
	return logistic(x, y)
}

// logistic fits by gradient descent on standardised variables, with a slight
// pull to 0, and returns the weights of the variables as given, the constant
// last.
func logistic(x [][]float64, y []float64) []float64 {
	width := len(x[0])
	mean, dev := moments(x)
	w := make([]float64, width+1)
	const rounds, rate, pull = 3000, 0.5, 1e-3
	for range rounds {
		grad := make([]float64, width+1)
		for i, row := range x {
			z := w[width]
			for k, v := range row {
				z += w[k] * (v - mean[k]) / dev[k]
			}
			e := 1/(1+math.Exp(-z)) - y[i]
			for k, v := range row {
				grad[k] += e * (v - mean[k]) / dev[k]
			}
			grad[width] += e
		}
		for k := range w {
			w[k] -= rate * (grad[k]/float64(len(x)) + pull*w[k])
		}
	}
	for k := range width {
		w[k] /= dev[k]
		w[width] -= w[k] * mean[k]
	}
	return w
}

func moments(x [][]float64) (mean, dev []float64) {
	n := float64(len(x))
	mean, dev = make([]float64, len(x[0])), make([]float64, len(x[0]))
	for _, row := range x {
		for k, v := range row {
			mean[k] += v / n
		}
	}
	for _, row := range x {
		for k, v := range row {
			dev[k] += (v - mean[k]) * (v - mean[k]) / n
		}
	}
	for k := range dev {
		dev[k] = max(math.Sqrt(dev[k]), 1e-6)
	}
	return mean, dev
}

// expectedError is the mean difference between confidence and the share of
// right answers, over the steps of a curve (expected calibration error).
func (c *curve) expectedError() float64 {
	sum, all := 0.0, 0.0
	for i, n := range c.n {
		sum += math.Abs(c.sum[i] - c.right[i])
		all += n
	}
	return sum / max(all, 1)
}

// reportCalibration prints the share of right answers by confidence, each
// answer judged by a fit that did not see its week: with all articles loaded,
// with a single one that answers, and with one that does not.
func reportCalibration(w io.Writer, st *set) {
	sure := st.confidences()
	for _, part := range []struct {
		name  string
		items []*item
	}{{"all articles", st.items}, {"one article", st.small}, {"another article", st.foreign}, {"short questions", st.taught}} {
		var c curve
		for _, it := range part.items {
			if len(it.order) > 0 {
				c.add(sure[it], it.Examples[it.order[0]].Right)
			}
		}
		fmt.Fprintf(w, "\n%s, expected error %.3f\nconfidence      n   mean  right\n%s", part.name, c.expectedError(), c.String())
	}
}

const steps = 10

// curve counts answers by confidence.
type curve struct{ n, right, sum [steps]float64 }

func (c *curve) add(confidence float64, right bool) {
	b := min(int(confidence*steps), steps-1)
	c.n[b]++
	c.sum[b] += confidence
	c.right[b] += one(right)
}

func (c *curve) String() string {
	var b strings.Builder
	for i, n := range c.n {
		if n > 0 {
			fmt.Fprintf(&b, "%.1f to %.1f  %5.0f  %5.2f  %5.2f\n", float64(i)/steps, float64(i+1)/steps, n, c.sum[i]/n, c.right[i]/n)
		}
	}
	return b.String()
}
