"""The network of package reader: spans of a passage that answer a question, and whether it is answered there at all.

Word vectors, suffixes, shapes, names and times of the tokens; the question aligned to each token by attention; the signs
of package reader; gated convolutions (Dauphin et al. 2017) with the question fed in by FiLM (Perez et al. 2018); a
softmax over spans.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

TOKEN_SIGNS, PASSAGE_SIGNS, QUESTION_SIGNS = 28, 12, 5
SPAN = 20
TOP, SUFFIXES, SHAPES, NAMES, TIMES = 1500, 2001, 16, 9, 5
DIM, TOP_DIM, SUFFIX_DIM, SHAPE_DIM, NAME_DIM, TIME_DIM = 100, 24, 16, 8, 8, 4
FAR = -1e4


class Gated(nn.Module):
    """x + a * sigmoid(b), normalised, where a and b are the halves of a convolution of x."""

    def __init__(self, h, kernel, dilation, drop):
        super().__init__()
        self.drop = drop
        self.conv = nn.Conv1d(h, 2 * h, kernel, padding=dilation * (kernel - 1) // 2, dilation=dilation)
        self.norm = nn.LayerNorm(h)

    def forward(self, x, mask):
        y = F.dropout(x, self.drop, self.training) * mask
        a, b = self.conv(y.transpose(1, 2)).transpose(1, 2).chunk(2, -1)
        return self.norm(x + a * torch.sigmoid(b)) * mask


class Reader(nn.Module):
    def __init__(self, vectors, h=128, drop=0.25, layers=((5, 1), (3, 2), (3, 4), (3, 8), (5, 1))):
        super().__init__()
        self.drop, self.h = drop, h
        self.vectors = nn.Embedding.from_pretrained(torch.cat([torch.zeros(1, DIM), vectors * 3.0]), freeze=True, padding_idx=0)
        self.top = nn.Embedding(TOP + 1, TOP_DIM, padding_idx=0)
        self.suffix = nn.Embedding(SUFFIXES, SUFFIX_DIM, padding_idx=0)
        self.shape = nn.Embedding(SHAPES, SHAPE_DIM)
        self.name = nn.Embedding(NAMES, NAME_DIM)
        self.time = nn.Embedding(TIMES, TIME_DIM)
        nn.init.normal_(self.top.weight, 0, 0.1)
        nn.init.normal_(self.suffix.weight, 0, 0.3)
        self.source = nn.Embedding(3, h)  # the style of answers: as they should be, QAMR's, QA-SRL's
        nn.init.zeros_(self.source.weight)
        same = DIM + TOP_DIM + SUFFIX_DIM
        word = same + SHAPE_DIM
        here = word + NAME_DIM + TIME_DIM
        self.align = nn.Linear(same, 64)
        self.of_question, self.of_passage = nn.Linear(word, 64), nn.Linear(word, 64)
        self.passage = nn.Linear(here + word + 64 + TOKEN_SIGNS + 1, h)
        self.passage_norm = nn.LayerNorm(h)
        self.question = nn.Linear(word + QUESTION_SIGNS, h)
        self.question_layers = nn.ModuleList([Gated(h, 3, 1, drop * 0.7) for _ in range(2)])
        self.attend = nn.Linear(h, 2)
        self.summary = nn.Linear(2 * h, h)
        self.film = nn.ModuleList([nn.Linear(h, 2 * h) for _ in range(2)])
        for f in self.film:
            nn.init.normal_(f.weight, 0, 0.02)
            nn.init.zeros_(f.bias)
        self.layers = nn.ModuleList([Gated(h, k, d, drop * 0.7) for k, d in layers])
        self.first, self.last = nn.Linear(h, 1), nn.Linear(h, 1)
        self.first_by, self.last_by = nn.Linear(h, h), nn.Linear(h, h)
        self.left, self.right = nn.Linear(h, 48), nn.Linear(h, 48)
        self.length = nn.Linear(h, SPAN)
        nn.init.zeros_(self.length.weight)
        nn.init.zeros_(self.length.bias)
        self.judge = nn.Linear(3 * h + PASSAGE_SIGNS + 3, 64)
        self.told, self.yes = nn.Linear(64, 1), nn.Linear(64, 1)

    def words(self, w, suffix, shape):
        top = torch.where(w <= TOP, w, torch.zeros_like(w))
        same = torch.cat([self.vectors(w), self.top(top), self.suffix(suffix)], -1)
        return same, torch.cat([same, self.shape(shape)], -1)

    def forward(self, b):
        pm, qm = b["mask"].unsqueeze(-1), b["qmask"].unsqueeze(-1)
        drop = lambda x, p: F.dropout(x, p, self.training)
        psame, pword = self.words(*(b["passage"][..., i] for i in range(3)))
        qsame, qword = self.words(*(b["question"][..., i] for i in range(3)))
        pword, qword = drop(pword, self.drop), drop(qword, self.drop)
        a = torch.relu(self.align(psame)) @ torch.relu(self.align(qsame)).transpose(1, 2) / 4
        a = a.masked_fill(b["qmask"].unsqueeze(1) < 0.5, FAR)
        close = a.max(-1, keepdim=True)[0] / 10
        aligned = a.softmax(-1) @ qword
        q = self.question(torch.cat([qword, b["asked"]], -1)) * qm
        for l in self.question_layers:
            q = l(q, qm)
        att = self.attend(q).masked_fill(qm < 0.5, FAR).softmax(1)
        q = torch.tanh(self.summary((att.transpose(1, 2) @ q).flatten(1))) + self.source(b["source"])
        q = drop(q, 0.1)
        tags = drop(torch.cat([self.name(b["passage"][..., 3]), self.time(b["passage"][..., 4])], -1), self.drop)
        x = torch.cat([pword, tags, aligned, self.of_passage(aligned) * self.of_question(pword), b["signs"], close], -1)
        x = self.passage_norm(self.passage(x)) * pm
        x = self.modulate(0, q, x) * pm
        for i, l in enumerate(self.layers):
            x = l(x, pm)
            if i == 2:
                x = self.modulate(1, q, x) * pm
        return self.heads(b, q, x, drop)

    def modulate(self, i, q, x):
        gain, shift = self.film[i](q).unsqueeze(1).chunk(2, -1)
        return x * (1 + gain) + shift

    def heads(self, b, q, x, drop):
        h = drop(x, 0.1)
        first = (self.first(h) + h @ self.first_by(q).unsqueeze(-1) / 8).squeeze(-1)
        last = (self.last(h) + h @ self.last_by(q).unsqueeze(-1) / 8).squeeze(-1)
        n = first.shape[1]
        at = torch.arange(n).unsqueeze(1) + torch.arange(SPAN).unsqueeze(0)
        to = at.clamp(max=n - 1)
        both = (self.left(h) @ self.right(h).transpose(1, 2)) / 7
        spans = first.unsqueeze(-1) + last[:, to] + both.gather(2, to.unsqueeze(0).expand(len(first), -1, -1)) + self.length(q).unsqueeze(1)
        spans = spans.masked_fill(b["mask"][:, to] * (at < n) < 0.5, FAR)
        flat = spans.flatten(1)
        total, best = flat.logsumexp(1), flat.max(1)[0]
        weight = spans.logsumexp(2).softmax(1)
        pooled = (weight.unsqueeze(1) @ x).squeeze(1)
        most = x.masked_fill(b["mask"].unsqueeze(-1) < 0.5, FAR).max(1)[0]
        logp = flat.log_softmax(1)
        entropy = -(logp.exp() * logp.clamp(min=-50)).sum(1)
        z = torch.relu(self.judge(drop(torch.cat([q, pooled, most, b["whole"], torch.stack([best / 5, total / 5, entropy / 3], 1)], 1), 0.2)))
        return spans, total, self.told(z).squeeze(-1), self.yes(z).squeeze(-1)
