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
// million of them, and the vectors of 30,000 words likewise. The matrix product has a
// kernel for AVX2 and FMA, and one for AVX-512, twice as fast; other processors do the
// same in plain Go, about eight times as slow as AVX2. What only computes on memory of
// its own is left out of the race detector (go:norace), which would make it ten times as
// slow. [TestReference] holds the outputs against the training framework's to 1e-3.
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
// The commands, of which each training takes up to half an hour of one core, and
// gives the same weights within noise:
//
//	python3 kb/reader/train/vectors.py ../shared/bench/news-qa/articles.jsonl.gz kb/reader/vectors.bin
//	go run ./kb/reader/train/prepare -out /tmp/reader
//	train="python3 kb/reader/train/train.py --data /tmp/reader --vectors kb/reader/vectors.bin"
//	for half in 0 1; do
//		$train --without $half --out /tmp/$half.bin
//		$train --without $half --start /tmp/$half.bin --rate 0.0008 --steps 3400 --out /tmp/$half.bin
//		$train --without $half --start /tmp/$half.bin --rate 0.0008 --steps 2600 --out /tmp/$half.bin
//		$train --without $half --start /tmp/$half.bin --rate 0.0008 --steps 2000 --seed 2 --out kb/reader/train/without$half.bin
//	done
//	$train --start kb/reader/train/without0.bin --rate 0.0008 --steps 1700 --seed 3 --out kb/reader/weights.bin
//
// Those that lie here were trained while questions were still being written. Of the
// 15,705 about news and 18,675 about worlds the first line of the loop saw 4,926 and
// 7,719, in windows of 320 tokens instead of 520; the second 5,145 and 13,542, the third
// 6,252 and 18,675, the last and the whole network 14,097 and 18,675.
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
//	SQuAD, half of dev    59.8  61.5   62.2  63.8    97.0  97.5     5.2   6.5
//	news (teach)          70.5  60.6   81.7  84.3    98.0  97.6     6.0   8.3
//	news (ours)           66.2  60.7   80.4  78.5    96.6  94.5     9.6  16.2
//	invented worlds       76.3  76.0   81.4  83.3    92.5  94.9    19.9  16.5
//
// With a third of the questions about news and 4,600 steps less it was 59 and 52 on
// SQuAD, 64 and 67 on news (teach), 63 and 64 on ours, of which most are new since, 74
// and 74 on worlds: the network is nearly as good as one of its size gets from these.
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
