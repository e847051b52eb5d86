"""Writes the weights of the network for Go: name, shape, float32 or int8 with a scale a row."""
import numpy as np


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
