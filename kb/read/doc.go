// Package read finds the short answer to a question in the articles.
//
// A question (package query) is answered in four steps. The index finds the
// sentences that speak of its words. All spans of a fitting kind in them are
// candidates: names, times, amounts, quotations, noun phrases and what they end
// with, pairs, and for "why" clauses that give a reason. Places with the same
// answer become one, the short forms of a name with it. Gradient-boosted trees
// then rank the answers by some ninety features: type and class (by the names
// recogniser, by the lexicon's hierarchy, and by what all articles call a
// name), how much of the question stands in the sentence, around it and near
// the candidate, on which side and in which order, how many articles agree,
// titles, dates, and how the candidate is cut. The confidence is a logistic
// regression on the ranking's probabilities and on how much of the question
// the articles speak of at all, fitted to cross-validated answers; it is also
// taught with articles that do not hold the answer.
//
// # What was learnt from
//
// The model (model.bin) and the table of word frequencies
// (background.bin.gz) are learnt from 2,215 questions of weekly news quizzes
// of 2022 and 2023 (RealTime QA) and 11,538 articles, by the command in train,
// which gives the same bytes every time:
//
//	go run ./kb/read/train -background kb/read/background.bin.gz
//	go run ./kb/read/train -out kb/read/model.bin
//	go run ./kb/read/train -ablate
//
// Each question is also asked of one article alone that answers it, so that
// the model reads a small knowledge base as well as a large one.
//
// # Measured
//
// Cross-validated by week, so that no question is answered by a model that has
// seen it; per cent. EM is exact, ok right as a short answer, cont right in the
// sentence shown, c5 in the first five, h1 in the article, reach the share whose
// exact answer is among the candidates at all.
//
//	                    n    EM    ok  cont    c5    h1  reach
//	clean              659  54.9  65.4  73.1  88.5  91.7  87.3
//	  who               31  58.1  58.1  58.1  80.6  93.5  100.0
//	  when              16  37.5  37.5  37.5  68.8  68.8  75.0
//	  where             23  56.5  56.5  73.9  82.6  91.3  87.0
//	  howmany           44  47.7  63.6  65.9  88.6  81.8  84.1
//	  what              93  38.7  60.2  71.0  83.9  95.7  77.4
//	  which            412  62.1  71.1  77.7  92.2  93.4  90.5
//	  other             38  31.6  44.7  65.8  78.9  84.2  78.9
//	answerable        1128  43.9  52.1  58.2  74.8  78.5  77.6
//
// Confidence and the share of right answers, with all articles loaded, with one
// alone that answers the question, and with one that does not:
//
//	              all articles   one article   another article
//	confidence       n   right      n   right        n   right
//	0.0 to 0.1   519    0.03     118    0.09     828    0.00
//	0.1 to 0.2   454    0.16     150    0.25      38    0.03
//	0.2 to 0.3   358    0.24     135    0.27      18    0.00
//	0.3 to 0.4   244    0.33     131    0.43       6    0.17
//	0.4 to 0.5   152    0.47     100    0.51       2    0.00
//	0.5 to 0.6   124    0.57      99    0.57       0
//	0.6 to 0.7   102    0.65      78    0.58       0
//	0.7 to 0.8   110    0.75      86    0.74       0
//	0.8 to 0.9   109    0.83     116    0.81       0
//	0.9 to 1.0    43    0.95     113    0.88       0
//
// What each group of features is worth: the scores without it (with 100 trees, to
// save time). A point is seven of the clean questions, so differences below one or
// two are noise.
//
//	                            clean EM    ok  cont    c5   answerable EM    ok
//	all features                    53.4  62.7  71.9  88.2            42.1  50.0
//	- type of the answer            49.9  59.5  71.2  86.9            38.9  47.2
//	- class asked for               51.9  63.4  71.8  87.6            41.3  50.1
//	- unit and number               54.5  64.8  71.5  87.3            42.9  51.5
//	- question in the sentence      53.1  63.7  71.0  87.7            42.8  50.9
//	- closeness and order           53.3  63.6  72.7  87.9            41.9  50.4
//	- passage and article           54.5  65.9  72.7  87.9            43.4  52.7
//	- agreement                     54.9  65.1  73.0  87.6            42.9  51.6
//	- title                         51.9  61.2  70.1  88.2            42.0  49.5
//	- salience                      53.4  64.5  72.2  87.4            42.3  51.1
//	- date                          53.0  63.6  70.4  87.4            42.2  50.6
//	- form                          51.0  61.2  69.8  86.9            41.3  49.5
//	- cut                           53.0  65.4  72.7  87.3            42.4  51.7
//	- named in the question         51.4  60.4  71.0  87.3            39.5  47.3
//
// Unit, passage and agreement show no loss of their own here: what they tell is
// also in others.
//
// The ablation is of a slightly earlier model (clean 54.5, answerable 43.2).
//
// Finding and describing the candidates of a question in all 11,538 articles takes
// 7.2 ms at the median and 20 ms at the 99th percentile on one core.
package read
