package main

import (
	"fmt"
	"io"

	"dateline/kb/read"
)

// learnPolar learns, one fold left out, whether the articles tell if something
// is so, and if so, whether it is.
func learnPolar(st *set, without int, s settings) read.Model {
	var whether, affirms []*list
	for _, it := range st.polar {
		if it.Fold == without {
			continue
		}
		rows := [][]float32{it.Examples[0].Vector}
		whether = append(whether, &list{rows: rows, labels: []float64{one(it.Question.Answerable)}})
		if it.Question.Answerable && it.Yes != 0 {
			affirms = append(affirms, &list{rows: rows, labels: []float64{one(it.Yes > 0)}})
		}
	}
	if len(affirms) == 0 {
		return read.Model{}
	}
	return read.Model{Whether: boost(whether, s.judge()), Affirms: boost(affirms, s.judge())}
}

// reportPolar prints, cross-validated, what is answered with yes or no, right and
// wrongly, from a confidence on.
func reportPolar(w io.Writer, st *set, s settings) {
	models := make([]read.Model, s.folds)
	eachFold(s.folds, func(fold int) { models[fold] = learnPolar(st, fold, s) })
	fmt.Fprintf(w, "\nwhether something is so: %d\nfrom     told: answered  right   not told: answered\n", len(st.polar))
	for _, t := range []float64{0.3, 0.4, 0.5, 0.6, 0.7} {
		var told, answered, right, untold, falsely float64
		for _, it := range st.polar {
			v := it.Examples[0].Vector
			whether, yes := models[it.Fold].Polar(v)
			sure := whether * max(yes, 1-yes)
			if !it.Question.Answerable || it.Yes == 0 {
				untold++
				falsely += one(sure >= t)
				continue
			}
			told++
			answered += one(sure >= t)
			right += one(sure >= t && (yes >= 0.5) == (it.Yes > 0))
		}
		fmt.Fprintf(w, "%.1f         %6.1f %6.1f        %6.1f\n", t, 100*answered/max(told, 1), 100*right/max(told, 1), 100*falsely/max(untold, 1))
	}
}
