// Package reader finds the answer to a question in a few sentences with a small
// neural network of our own, and judges whether they tell it at all.
//
// [Encode] cuts the sentences and the question into tokens and lays them beside
// each other: for every token its word vector, suffix, shape, and the name or
// time expression that it stands in; and signs of how it matches the question
// (the same word, its stem, a related word of package related, rarity, how near,
// how much of the question its sentence has). The network reads that: the
// question is aligned to each token by attention; gated convolutions (Dauphin et
// al., ICML 2017) follow, into which a summary of the question is fed by FiLM (Perez
// et al., AAAI 2018) before the first and behind the third; a softmax over all spans
// of up to [MaxSpan] tokens says which is the answer if there is one. A judge
// compares the question with what stands at the likely answers, with the strongest
// of all tokens and with the signs of the passage, and gives two logits: that the
// answer is told, and, for a question whether something is so, that it is.
//
// Its spans are candidates and its probabilities signs for the ranking in package
// read, which judges them beside what rules and forms find. Nothing is answered
// by the network alone.
//
// # Inference
//
// Float32 in Go. The weights are kept in 8 bits with a scale for each row, 1.16
// million of them, and the vectors of 30,000 words likewise. The matrix product
// has a kernel for AVX2 and FMA; other processors do the same in plain Go, about
// eight times as slow. What only computes on memory of its own is left out of the
// race detector (go:norace), which would make it ten times as slow. [TestReference]
// holds the outputs against the training framework's to 1e-3.
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
// The program carries one network (weights.bin), which has seen all questions. Two
// more, in the folder train, are each trained without one half of the questions of
// SQuAD, of news and of invented worlds, by article: what is learnt on top is learnt
// from the answers of the one that had not seen the question, so that the figures
// here and the cross-validated ones in package read are of questions that were not
// seen.
//
// The commands, of which each training takes about half an hour of one core, and
// gives the same weights within noise:
//
//	python3 kb/reader/train/vectors.py ../shared/bench/news-qa/articles.jsonl.gz kb/reader/vectors.bin
//	go run ./kb/reader/train/prepare -out /tmp/reader
//	train="python3 kb/reader/train/train.py --data /tmp/reader --vectors kb/reader/vectors.bin"
//	$train --without 0 --out /tmp/0.bin
//	$train --without 1 --out /tmp/1.bin
//	$train --without 0 --start /tmp/0.bin --rate 0.0008 --steps 3400 --out kb/reader/train/without0.bin
//	$train --without 1 --start /tmp/1.bin --rate 0.0008 --steps 3400 --out kb/reader/train/without1.bin
//	$train --start kb/reader/train/without0.bin --rate 0.0007 --steps 2200 --out kb/reader/weights.bin
//
// The first two steps of those that lie here saw 4,926 questions about news and
// 7,719 about worlds, in windows of 320 tokens, the next two 5,145 and 13,542, in
// windows of 520, and the last 5,145 and 15,999: the rest was written in the meantime.
//
// They need Debian's python3-torch, python3-scipy and python3-sklearn, nothing
// else here does. Then the ranking has to be learnt again (package read).
//
// # Measured
//
// The networks without a half on 5,000 questions of that half; per cent. EM is the
// best span being a right one, determiners aside; AUC how well the judge tells what
// is told from what is not: from questions about the same article that it does not
// answer, and from questions asked of another article; then the share of the latter
// held for told where 90 % of what is told is.
//
//	                      EM           AUC, same     AUC, other    other at 90 %
//	SQuAD, half of dev    59.0  52.0   59.5  61.2    96.7  95.1     7.2  15.5
//	news (teach)          64.4  67.1   81.5  78.4    97.7  96.3    10.2  15.7
//	news (ours)           62.5  64.3   81.7  84.2    96.9  97.4     6.5   6.0
//	invented worlds       74.0  73.8   80.9  80.7    92.0  93.1    25.2  17.8
//
// After the first 3,700 steps, with 6,000 questions about worlds less and on shorter
// windows, which hold fewer wrong answers and fewer right ones (89 % of those of
// single news articles instead of 96), it was 58 and 54 on SQuAD, 72 and 67, and 64
// and 63 on news, 69 and 67 on worlds, where the AUC was 75 and 72.
//
// Tried and left: vectors made of GloVe's (6 billion tokens), the loss after 800
// steps was the same; attention to the question in its context and of the passage to
// itself half way, slower by half and behind after 400 steps; a depthwise convolution
// takes longer to train on a CPU than a full one.
package reader
