#!/usr/bin/env python3
"""Reads kb/reader/testdata/encoded.json with the trained network, for the test that holds package reader against them.

    go test ./kb/reader -run Reference -encode
    python3 kb/reader/train/reference.py kb/reader/vectors.bin kb/reader/testdata kb/reader/weights.bin
"""
import json
import sys

import numpy as np
import torch

from export import weights
from model import Reader
from train import collate, read_vectors


def main():
    vectors, folder, path = sys.argv[1:]
    e = json.load(open(folder + "/encoded.json"))
    item = dict(
        source=0, passage=np.array(e["Passage"]), question=np.array(e["Question"]), signs=np.array(e["Signs"], np.float32),
        asked=np.array(e["Asked"], np.float32), whole=np.array(e["Whole"], np.float32), spans=[], told=0, yes=0,
    )
    net = Reader(read_vectors(vectors)[1])
    missing = net.load_state_dict(weights(path), strict=False).missing_keys
    assert missing == ["vectors.weight"], missing
    net.eval()
    with torch.no_grad():
        spans, total, told, yes = net(collate([item]))
    flat = spans.flatten(1)[0]
    out = dict(Told=float(told), Yes=float(yes), Total=float(total), Best=float(flat.max()), At=int(flat.argmax()))
    with open(folder + "/reference.json", "w") as f:
        json.dump(out, f, indent=1)
        f.write("\n")


if __name__ == "__main__":
    main()
