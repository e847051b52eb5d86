#!/usr/bin/env python3
"""Learns word vectors from news: PPMI of words within five of each other, and its SVD.

    python3 kb/reader/train/vectors.py ../shared/bench/news-qa/articles.jsonl.gz kb/reader/vectors.bin

Needs Debian's python3-scipy and python3-sklearn. The file holds, little-endian: uint32 words and dimensions; the words,
commonest first, one a line, behind their length as uint32; how often each stands in the articles as float32; a scale
for each as float32; the vectors as int8, to be multiplied by their scale.
"""
import collections, gzip, json, re, sys

import numpy as np
import scipy.sparse as sp
from sklearn.utils.extmath import randomized_svd

WORDS, DIMENSIONS, REACH = 30000, 100, 5
TOKEN = re.compile(r"'s\b|[^\W\d_]+|\d+(?:[.,]\d+)*|[^\w\s]|_")


def key(word):
    return "0" * min(len(word), 5) if word[0].isdigit() else word


def tokens(text):
    return [key(w) for w in TOKEN.findall(text.lower().replace("\u2019", "'"))]


def counts(ids, n):
    """The sums of 1, 4/5, ... 1/5 over the pairs of words at distance 1 to 5."""
    m = sp.csr_matrix((n, n), dtype=np.float32)
    for d in range(1, REACH + 1):
        a, b = ids[:-d], ids[d:]
        known = (a >= 0) & (b >= 0)
        pair, times = np.unique(a[known].astype(np.int64) * n + b[known], return_counts=True)
        m = m + sp.csr_matrix(((times * ((REACH + 1 - d) / REACH)).astype(np.float32), (pair // n, pair % n)), shape=(n, n))
    return (m + m.T).tocoo()


def main():
    articles, out = sys.argv[1:]
    texts, seen = [], collections.Counter()
    with gzip.open(articles, "rt", encoding="utf-8") as f:
        for line in f:
            a = json.loads(line)
            texts.append(tokens(a["title"] + " . " + a["text"]))
            seen.update(texts[-1])
    words = [w for w, _ in sorted(seen.items(), key=lambda x: (-x[1], x[0]))[:WORDS]]
    number = {w: i for i, w in enumerate(words)}
    ids = np.array([i for t in texts for i in [number.get(w, -1) for w in t] + [-1] * (REACH + 1)], dtype=np.int32)
    del texts
    m = counts(ids, len(words))
    rows = np.asarray(m.tocsr().sum(1)).ravel()
    columns = rows**0.75 / (rows**0.75).sum()
    pmi = np.log(m.data / (rows[m.row] * columns[m.col]) + 1e-12)
    k = pmi > 0
    u, s, _ = randomized_svd(sp.csr_matrix((pmi[k].astype(np.float32), (m.row[k], m.col[k])), shape=m.shape), DIMENSIONS, n_iter=3, random_state=0)
    v = u * np.sqrt(s)
    v = v / np.linalg.norm(v, axis=1, keepdims=True).clip(1e-6)
    scale = np.abs(v).max(1).clip(1e-6) / 127
    q = np.rint(v / scale[:, None]).astype(np.int8)
    lines = "\n".join(words).encode()
    with open(out, "wb") as f:
        f.write(np.array([len(words), DIMENSIONS, len(lines)], "<u4").tobytes() + lines)
        f.write(np.array([seen[w] for w in words], "<f4").tobytes() + scale.astype("<f4").tobytes() + q.tobytes())
    for w in ("france", "president", "wrote", "hundred", "kill", "founded"):
        near = np.argsort(-(v @ v[number[w]]))[1:9]
        print(w, [words[i] for i in near], file=sys.stderr)


if __name__ == "__main__":
    main()
