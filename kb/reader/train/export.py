"""Writes the weights of the network for Go, and reads them back: name, shape, float32 or int8 with a scale a row."""
import numpy as np
import torch


def export(net, path):
    with open(path, "wb") as f:
        state = {k: v for k, v in net.state_dict().items() if k != "vectors.weight"}
        f.write(np.array([len(state)], "<u4").tobytes())
        for name, v in state.items():
            v = v.detach().numpy().astype(np.float32)
            f.write(np.array([len(name), v.ndim, *v.shape], "<u4").tobytes() + name.encode())
            if v.ndim < 2:
                f.write(v.astype("<f4").tobytes())
                continue
            rows = v.reshape(len(v), -1)
            scale = np.abs(rows).max(1).clip(1e-8) / 127
            f.write(scale.astype("<f4").tobytes() + np.rint(rows / scale[:, None]).astype(np.int8).tobytes())


def weights(path):
    """What export has written, as a state of the network without its vectors."""
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
