#!/usr/bin/env python3
"""Trains the network of package reader on what prepare wrote.

    go run ./kb/reader/train/prepare -out /tmp/reader
    python3 kb/reader/train/train.py --data /tmp/reader --vectors kb/reader/vectors.bin --without 0 --out kb/reader/a.bin

Needs Debian's python3-torch. --without H leaves out the half H of the questions of SQuAD, of news and of invented worlds and
measures on it. One thread, fixed seeds and a fixed number of steps: the same bytes on the same machine.
"""
import argparse
import random
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F

from export import export, weights
from model import PASSAGE_SIGNS, QUESTION_SIGNS, SPAN, TOKEN_SIGNS, Reader

SOURCES = ["squad", "wiki", "qamr", "qasrl", "teach", "news", "world"]
STYLE = [0, 0, 1, 2, 0, 0, 0]
HALVED = {0, 4, 5, 6}  # sources of which a half is left out
NEWS = {4, 5, 6}


def read_items(path):
    """The items of prepare: head, passage, question, spans, signs, asked, whole."""
    b = np.fromfile(path, dtype=np.uint8)
    out, at = [], 0

    def take(dtype, *shape):
        nonlocal at
        n = int(np.prod(shape)) * np.dtype(dtype).itemsize
        v = b[at : at + n].view(dtype).reshape(shape)
        at += n
        return v

    while at < len(b):
        source, half, how, told, yes, n, m, s = (int(v) for v in take("<i4", 8))
        out.append(
            dict(
                source=source, half=half, how=how, told=told, yes=yes,
                passage=take("<i2", n, 5), question=take("<i2", m, 3), spans=take("<i2", s, 2),
                signs=take("<f4", n, TOKEN_SIGNS).astype(np.float16), asked=take("<f4", m, QUESTION_SIGNS), whole=take("<f4", PASSAGE_SIGNS),
            )
        )
    return out


def read_vectors(path):
    with open(path, "rb") as f:
        n, d, size = np.frombuffer(f.read(12), "<u4")
        words = f.read(int(size)).decode().split("\n")
        f.read(4 * int(n))
        scale = np.frombuffer(f.read(4 * int(n)), "<f4")
        v = np.frombuffer(f.read(int(n) * int(d)), np.int8).reshape(int(n), int(d))
    return words, torch.tensor(v.astype(np.float32) * scale[:, None])


def collate(items):
    n, m = max(len(i["passage"]) for i in items), max(len(i["question"]) for i in items)
    k = len(items)
    b = dict(
        passage=np.zeros((k, n, 5), np.int64), question=np.zeros((k, m, 3), np.int64), mask=np.zeros((k, n), np.float32), qmask=np.zeros((k, m), np.float32),
        signs=np.zeros((k, n, TOKEN_SIGNS), np.float32), asked=np.zeros((k, m, QUESTION_SIGNS), np.float32), whole=np.stack([i["whole"] for i in items]),
        source=np.array([STYLE[i["source"]] for i in items]),
    )
    for j, i in enumerate(items):
        p, q = len(i["passage"]), len(i["question"])
        b["passage"][j, :p], b["mask"][j, :p], b["signs"][j, :p] = i["passage"], 1, i["signs"]
        b["question"][j, :q], b["qmask"][j, :q], b["asked"][j, :q] = i["question"], 1, i["asked"]
    return {name: torch.from_numpy(v) for name, v in b.items()}


def batches(items, tokens, most, rnd):
    items = sorted(items, key=lambda i: len(i["passage"]) + rnd.random() * 12)
    out, now = [], []
    for i in items:
        if now and ((len(now) + 1) * len(i["passage"]) > tokens or len(now) >= most):
            out.append(now)
            now = []
        now.append(i)
    return out + [now] if now else out


def loss_of(net, items):
    spans, total, told, yes = net(collate(items))
    gold = torch.zeros_like(spans, dtype=torch.bool)
    weight = torch.zeros(len(items))
    for k, i in enumerate(items):
        for first, last in i["spans"]:
            gold[k, first, last - first] = True
            weight[k] = 1.0 if i["told"] else 0.5
    right = spans.masked_fill(~gold, -1e4).flatten(1).logsumexp(1)
    where = ((total - right) * weight).sum() / weight.sum().clamp(min=1)
    is_told = torch.tensor([float(i["told"]) for i in items])
    whether = F.binary_cross_entropy_with_logits(told, is_told)
    loss = where + whether
    polar = [k for k, i in enumerate(items) if i["yes"]]
    if polar:
        want = torch.tensor([float(items[k]["yes"] > 0) for k in polar])
        loss = loss + 0.5 * F.binary_cross_entropy_with_logits(yes[polar], want)
    return loss, where.item(), whether.item()


def auc(pos, neg):
    if not len(pos) or not len(neg):
        return 0
    ranks = np.argsort(np.argsort(np.concatenate([pos, neg]))) + 1
    return (ranks[: len(pos)].sum() - len(pos) * (len(pos) + 1) / 2) / len(pos) / len(neg)


def evaluate(net, items, articles):
    """Exact spans (determiners aside), and how told parts what is told from what is not, by source."""
    net.eval()
    rows = []
    with torch.no_grad():
        for b in batches(items, 12000, 64, random.Random(0)):
            spans, total, told, yes = net(collate(b))
            best = spans.flatten(1).argmax(1)
            for k, i in enumerate(b):
                first, length = divmod(int(best[k]), SPAN)
                trim = lambda f, l: (f + 1, l) if f < l and i["passage"][f][0] in articles else (f, l)
                hit = trim(first, first + length) in [trim(f, l) for f, l in i["spans"].tolist()]
                rows.append((i, hit, float(told[k]), float(yes[k])))
    net.train()
    out = {}
    for name, keep in (("squad", {0}), ("teach", {4}), ("news", {5}), ("world", {6})):
        own = [r for r in rows if r[0]["source"] in keep and r[0]["how"] == 0]
        asked = [r for r in own if r[0]["told"] and not r[0]["yes"]]
        if not asked:
            continue
        z = np.array([r[2] for r in asked])
        no = np.array([r[2] for r in own if not r[0]["told"]])
        away = np.array([r[2] for r in rows if r[0]["source"] in keep and r[0]["how"] == 1])
        out[name] = dict(em=np.mean([r[1] for r in asked]), auc=auc(z, no), away=auc(z, away), away90=float((away >= np.quantile(z, 0.1)).mean()) if len(away) else 0, no90=float((no >= np.quantile(z, 0.1)).mean()))
        polar = [r for r in own if r[0]["yes"]]
        if polar:
            out[name]["yes"] = np.mean([(r[3] > 0) == (r[0]["yes"] > 0) for r in polar])
    return "; ".join(n + " " + " ".join(f"{k} {100*v:.1f}" for k, v in m.items()) for n, m in out.items())


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--data", required=True)
    ap.add_argument("--vectors", required=True)
    ap.add_argument("--out")
    ap.add_argument("--start", help="weights to go on from, of a network that has seen no more than this one may")
    ap.add_argument("--without", type=int, default=-1)
    ap.add_argument("--steps", type=int, default=3700)
    ap.add_argument("--seconds", type=float, default=0, help="instead of steps, for trying things out")
    ap.add_argument("--every", type=float, default=600)
    ap.add_argument("--width", type=int, default=128)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--rate", type=float, default=1.2e-3)
    ap.add_argument("--oversample", type=int, default=1, help="how often questions about news are seen for one of Wikipedia")
    a = ap.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    rnd = random.Random(a.seed)
    words, vectors = read_vectors(a.vectors)
    articles = {words.index(w) + 1 for w in ("the", "a", "an")}
    items = [i for i in read_items(a.data + "/items.bin") if len(i["question"]) and len(i["passage"])]
    held = [i for i in items if i["source"] in HALVED and i["half"] == a.without]
    items = [i for i in items if not (i["source"] in HALVED and i["half"] == a.without)]
    held = random.Random(1).sample(held, min(len(held), 5000))
    news = [i for i in items if i["source"] in NEWS]
    own = [i for i in items if i["source"] < 2 and i["how"] == 0]
    away = [i for i in items if i["source"] < 2 and i["how"] == 1]
    single = [i for i in items if i["source"] in (2, 3)]
    print(len(own), len(away), len(single), len(news), "held", len(held), flush=True)
    net = Reader(vectors, a.width)
    if a.start:
        net.load_state_dict(weights(a.start), strict=False)
    params = [p for p in net.parameters() if p.requires_grad]
    print("weights", sum(p.numel() for p in params), flush=True)
    mean = {k: v.clone() for k, v in net.state_dict().items() if k != "vectors.weight"}
    opt = torch.optim.AdamW(params, lr=a.rate, weight_decay=0.01, betas=(0.9, 0.98))
    start, step, shown, sums, looked = time.time(), 0, 0, [0, 0], a.every
    progress = lambda: (time.time() - start) / a.seconds if a.seconds else step / a.steps

    def look():
        now = {k: v.clone() for k, v in net.state_dict().items() if k != "vectors.weight"}
        net.load_state_dict(mean, strict=False)
        print(f"step {step} {time.time()-start:.0f} s:", evaluate(net, held, articles) if held else "", flush=True)
        net.load_state_dict(now, strict=False)

    while progress() < 1:
        bs = batches(own + rnd.sample(away, len(away) // 2) + news * a.oversample, 4600, 32, rnd)
        bs += batches(rnd.sample(single, int(len(single) * 0.3)), 2600, 80, rnd)
        rnd.shuffle(bs)
        for b in bs:
            f = progress()
            if f >= 1:
                break
            for g in opt.param_groups:
                g["lr"] = a.rate * min(1, (step + 1) / 200) * (1 if f < 0.3 else max(0.02, 1 - (f - 0.3) / 0.7))
            loss, where, whether = loss_of(net, b)
            opt.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(params, 2.0)
            opt.step()
            step += 1
            keep = min(0.995, (1 + step) / (10 + step))
            with torch.no_grad():
                state = net.state_dict()
                for k in mean:
                    mean[k].mul_(keep).add_(state[k], alpha=1 - keep)
            sums = [sums[0] + where, sums[1] + whether]
            shown += 1
            if step % 200 == 0:
                print(f"step {step} {time.time()-start:.0f} s span {sums[0]/shown:.3f} told {sums[1]/shown:.3f}", flush=True)
                sums, shown = [0, 0], 0
            if time.time() - start > looked:
                look()
                looked += a.every
    look()
    net.load_state_dict(mean, strict=False)
    if a.out:
        export(net, a.out)


if __name__ == "__main__":
    sys.exit(main())
