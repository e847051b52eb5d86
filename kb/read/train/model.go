package main

import (
	"fmt"
	"io"
	"math"
	"os"

	"dateline/kb/read"
)

// writeModel learns from all questions and writes the model. Its confidence is
// fitted to the cross-validated answers.
func writeModel(path string, st *set, answers [][]int, s settings) error {
	m := read.Model{Weights: calibrate(st, answers, -1), Trees: boost(learnable(st, -1), s.boost)}
	return os.WriteFile(path, m.Encode(), 0o644)
}

// calibrate fits a logistic regression of being right to the evidence for the
// best candidates, those of one fold left out (Platt scaling with more than
// one variable).
func calibrate(st *set, answers [][]int, without int) []float64 {
	var x [][]float64
	var y []float64
	for i, it := range st.items {
		if it.Fold != without && len(answers[i]) > 0 {
			x = append(x, it.evidence)
			y = append(y, one(it.Examples[answers[i][0]].Right))
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
	const steps, rate, pull = 3000, 0.5, 1e-3
	for range steps {
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

// reportCalibration prints the share of right answers by confidence, each
// answer judged by a fit that did not see its week.
func reportCalibration(w io.Writer, st *set, answers [][]int) {
	const steps = 10
	var n, right, sum [steps]float64
	folds := map[int][]float64{}
	for i, it := range st.items {
		if len(answers[i]) == 0 {
			continue
		}
		if folds[it.Fold] == nil {
			folds[it.Fold] = calibrate(st, answers, it.Fold)
		}
		m := read.Model{Weights: folds[it.Fold]}
		c := m.Confidence(it.evidence)
		b := min(int(c*steps), steps-1)
		n[b]++
		sum[b] += c
		right[b] += one(it.Examples[answers[i][0]].Right)
	}
	fmt.Fprintln(w, "\nconfidence      n   mean  right")
	for b := range steps {
		if n[b] > 0 {
			fmt.Fprintf(w, "%.1f to %.1f  %5.0f  %5.2f  %5.2f\n", float64(b)/steps, float64(b+1)/steps, n[b], sum[b]/n[b], right[b]/n[b])
		}
	}
}
