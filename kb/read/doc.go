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
// TABLES
package read
