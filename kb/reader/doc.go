// Package reader finds the answer to a question in a few sentences with a small
// neural network of our own, and judges whether they tell it at all.
//
// [Encode] cuts the sentences and the question into tokens and lays them beside
// each other: for every token its word vector, suffix, shape, and the name or
// time expression that it stands in; and signs of how it matches the question
// (the same word, its stem, a related word of package related, rarity, how near,
// how much of the question its sentence has). The network reads that: the
// question, by itself and in its context, is aligned to each token by attention;
// gated convolutions (Dauphin et al., ICML 2017) follow, into which the question
// is fed by FiLM (Perez et al., AAAI 2018) and by a second attention half way; a
// softmax over all spans of up to [MaxSpan] tokens says which is the answer if
// there is one. A judge looks for every word of the question near the likely
// answers, compares it with what stands there, and gives two logits: that the
// answer is told, and, for a question whether something is so, that it is.
//
// Its spans are candidates and its probabilities signs for the ranking in package
// read, which judges them beside what rules and forms find. Nothing is answered
// by the network alone.
//
// # Inference
//
// Float32 in Go. The weights are kept in 8 bits with a scale for each row, 1.3
// million of them, and the vectors of 30,000 words likewise. The matrix product
// has a kernel for AVX2 and FMA; other processors do the same in plain Go, about
// eight times as slow. What only computes on memory of its own is left out of the race
// detector (go:norace), which would make it ten times as slow. [TestReference] holds the outputs against the training
// framework's to 1e-3.
//
// # What was learnt from
//
// The vectors (vectors.bin): co-occurrence in the 11,538 articles of
// bench/news-qa, no annotation. The weights (without0.bin, without1.bin): SQuAD
// 2.0, half of dev (CC BY-SA 4.0), SquadShifts' new Wikipedia (CC BY 4.0), QAMR and
// QA-SRL (MIT), the questions of bench/asked/teach.jsonl.gz about news articles,
// and two sets that were written for this by language models which saw the
// articles alone and never the program: train/news.jsonl.gz, more questions about
// articles of bench/news-qa (ids, questions and offsets, no text of theirs), and
// train/worlds.jsonl.gz, small invented articles with questions in minimal pairs
// of which one is answered and one is not: who did it and who suffered it
// exchanged, another number, another person, planned, denied. Nobody has checked
// them all. No article of which a hash falls into a fifth is among them
// (bench/asked/README.md), and nothing of bench/asked's part1, part2 and contrast.
//
// There are two networks, each trained without one half of the questions of SQuAD,
// of news and of invented worlds, by article. Their mean answers; what is learnt
// on top of them is learnt from the answers of the one that had not seen the
// question ([Reader.Unseen]), so that the figures here and the cross-validated ones
// in package read are of questions that were not seen.
//
// The commands, of which the last two take about 34 minutes of one core each and
// give the same weights within noise:
//
//	python3 kb/reader/train/vectors.py ../shared/bench/news-qa/articles.jsonl.gz kb/reader/vectors.bin
//	go run ./kb/reader/train/prepare -out /tmp/reader
//	python3 kb/reader/train/train.py --data /tmp/reader --vectors kb/reader/vectors.bin --without 0 --out kb/reader/without0.bin
//	python3 kb/reader/train/train.py --data /tmp/reader --vectors kb/reader/vectors.bin --without 1 --out kb/reader/without1.bin
//
// The embedded weights saw the first 4,926 of the news questions and 7,719 of those
// about worlds; the rest was written while they were trained. Trained on all that is
// there now they will be others.
//
// They need Debian's python3-torch, python3-scipy and python3-sklearn, nothing
// else here does. Then the ranking has to be learnt again (package read).
//
// # Measured
//
// Each network on the half that it has not seen; per cent. EM is the best span
// being a right one, determiners aside; AUC how well the judge tells what is told
// from what is not: from questions about the same article that it does not answer,
// and from questions asked of another article; then the share of the latter held
// for told where 90 % of what is told is.
//
//	                      EM           AUC, same     AUC, other    other at 90 %
//	SQuAD, half of dev    57.9  53.7   59.7  59.7    96.7  95.8     9.3  11.0
//	news (teach)          71.6  67.2   81.9  83.5    97.2  98.3     9.3   3.9
//	news (ours)           63.6  62.9   81.8  83.3    95.8  96.0    10.7   8.8
//	invented worlds       69.1  66.9   75.3  72.3    93.8  90.0    15.9  27.2
//
// An earlier pair, with a third of the steps and half the invented worlds, had 52.5
// and 47.3 on SQuAD, 64.4 and 58.1 on news (teach); what the steps and what the
// questions gave was not told apart. Attention to the question in its context, a
// second one half way and a judge that looks for each word of the question near the
// answer were tried once and were no better (49.9 and 45.9 on SQuAD), but with other
// questions, fewer steps and a busier machine: no fair comparison. A depthwise
// convolution takes longer to train on a CPU than a full one (68 against 54 ms a
// layer and batch).
//
// A window of 300 tokens takes 11.5 ms a network on one core with AVX2, 94 ms in
// plain Go (BenchmarkRead).
package reader
