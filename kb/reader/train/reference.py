#!/usr/bin/env python3
"""Reads kb/reader/testdata/encoded.json with the trained networks, for the test that holds package reader against them.

    go test ./kb/reader -run Reference -encode
    python3 kb/reader/train/reference.py kb/reader/vectors.bin kb/reader/testdata kb/reader/without0.bin kb/reader/without1.bin
"""
import json
import sys

import numpy as np
import torch

from model import Reader
from train import collate, read_vectors


def weights(path):
    b, at, out = open(path, "rb").read(), 0, {}

    def take(dtype, n):
        nonlocal at
        v = np.frombuffer(b, dtype, n, at)
        at += v.nbytes
        return v

    for _ in range(int(take("<u4", 1)[0])):
        length, dims = (int(x) for x in take("<u4", 2))
        shape = tuple(int(x) for x in take("<u4", dims))
        name = take(np.uint8, length).tobytes().decode()
        if dims < 2:
            v = take("<f4", int(np.prod(shape)))
        else:
            scale = take("<f4", shape[0])
            v = take(np.int8, int(np.prod(shape))).reshape(shape[0], -1) * scale[:, None]
        out[name] = torch.tensor(v.astype(np.float32).reshape(shape))
    return out


def main():
    vectors, folder, *networks = sys.argv[1:]
    e = json.load(open(folder + "/encoded.json"))
    item = dict(
        source=0, passage=np.array(e["Passage"]), question=np.array(e["Question"]), signs=np.array(e["Signs"], np.float32),
        asked=np.array(e["Asked"], np.float32), whole=np.array(e["Whole"], np.float32), spans=[], told=0, yes=0,
    )
    out = []
    for path in networks:
        net = Reader(read_vectors(vectors)[1])
        missing = net.load_state_dict(weights(path), strict=False).missing_keys
        assert missing == ["vectors.weight"], missing
        net.eval()
        with torch.no_grad():
            spans, total, told, yes = net(collate([item]))
        flat = spans.flatten(1)[0]
        out.append(dict(Told=float(told), Yes=float(yes), Total=float(total), Best=float(flat.max()), At=int(flat.argmax())))
    with open(folder + "/reference.json", "w") as f:
        json.dump(out, f, indent=1)
        f.write("\n")


if __name__ == "__main__":
    main()
