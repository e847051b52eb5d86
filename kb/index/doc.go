// Package index finds the sentences and the articles that speak of the words
// of a question. It is an inverted index in memory.
//
// # What is indexed
//
// Text is folded, cut into tokens and stemmed (Porter's English stemmer,
// Snowball's "Porter2"), a distinct word once. Function words are left out.
// Each word is there twice: as its stem and, where the stem has several forms,
// as its exact form. Compounds are there by their parts and in one piece,
// acronyms with and without dots are one term. The caller adds further terms
// to sentences, such as the entities named in them.
//
// A term has two levels of postings: the documents that hold it, each with an
// impact, and for each of these the sentences, each with an impact of its own.
// Impacts are computed when a document is read and kept in 8 bits (Anh and
// Moffat, "Impact transformation: effective and efficient web retrieval",
// SIGIR 2002). They are the saturated and length-normalised term frequency of
// BM25, of documents with the title and the first sentences weighted as fields
// (BM25F; Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25
// and Beyond", 2009). Lengths are compared to a fixed length rather than to
// the mean, so that an index grown by Append scores what one built at once
// does.
//
// # How a search goes
//
// First documents are scored, term at a time, into an array of accumulators,
// which begin with how recent each document is, seen from the day of the
// question. Of the best few dozen the sentences are scored. A term counts for the sentence
// that holds it, a little less than half as much for the sentences beside it,
// and the document's score is added to that of each sentence. A term weighs
// what the caller says times a power of its inverse document frequency.
// Accumulators are pooled, one set a search at work. Where scores are the same
// the order is that of documents and sentences.
//
// Scoring the sentences of more documents finds nothing more and takes longer.
//
// # Copies
//
// Agencies' reports stand in many papers. Documents that share at least half
// of their shingles of four words, estimated by MinHash (Broder, "On the
// resemblance and containment of documents", 1997; one permutation, Li, Owen
// and Zhang 2012; empty bins filled as by Shrivastava and Li 2014) and found
// by hashing bands of it, form a group. Group and Copies tell of it, so that
// what copies say can be counted once with all its sources. Sentences of the
// same words come up once in a search, whatever documents they stand in.
//
// # Figures
//
// On the 11,538 articles (102 MB, 922,000 sentences) and the news questions of
// bench/news-qa, the share of questions for which an answer form is in one of
// the first n sentences, in one of these or a sentence beside it, or in one of
// the first n articles. The constants were set on the even weeks; these are
// the odd ones. The first line is BM25 of the sentences alone.
//
//	                          sentence                 with neighbours          article
//	                     n     1     5    10    50      1     5    10    50      1     5
//	clean (354)  plain      45.2  69.5  77.4  88.4   59.6  80.8  87.0  95.8   75.7  94.6
//	             this       50.0  83.3  90.1  97.7   69.2  89.8  94.4  98.3   93.5  99.7
//	answerable   plain      33.3  57.0  65.2  81.8   43.8  67.2  74.7  89.2   64.5  88.2
//	(600)        this       39.0  67.8  76.8  88.3   54.2  75.5  82.2  90.2   81.0  93.0
//
// What each part gives, as the mean over both subsets of the shares at 1, 5, 10
// and 50 sentences and at 1 article:
//
//	                                              even    odd
//	all, the sentences of 50 documents scored     76.6   76.8
//	without the document's score                  67.2   70.0
//	without recency                               70.1   71.5
//	title and first sentences not weighted        75.4   76.3
//	sentences' lengths normalised as usual (0.4)  75.5   75.6
//	inverse document frequency in full            76.1   76.1
//	without neighbours                            75.7   76.9
//	sentences of 300 documents scored             76.6   76.8
//	sentences of 30 only                          76.5   76.8
//	exact forms besides, at a weight of 0.2       76.5   76.9
//
// A search for the best 10 sentences takes 0.10 ms (p50), for the best 50
// 0.13 ms, on one core.
//
// Measured on the even weeks and left out: pairs of capitalised words as terms
// (0.2 to 1.3 less), numbers in words read as digits (the same), documents cut
// into parts of 40 to 100 sentences (0.4 to 0.7 less).
//
//	go test -run TestRecall -all -v ./kb/index    the first table, over all weeks
//	go test -bench 'Search|Build' ./kb/index      time of a search, of building
//
// The golden file testdata/recall.golden holds the first table for every tenth
// week and the articles listed for it. Speed, memory, growth and the
// comparison with bleve stand in kb/index/peers.
package index
