import numpy as np


def conv_output_shape(input_hw, kernel_size, stride=1, padding=0, dilation=1):
    """Both axes at once as small integer arrays, turned back to Python ints at the end."""
    n, k, s, d = (
        np.broadcast_to(np.asarray(v, dtype=np.int64), 2) for v in (input_hw, kernel_size, stride, dilation)
    )
    if (s <= 0).any():
        raise ValueError("stride")
    reach = d * (k - 1)
    if padding == "same":
        if (s > 1).any():
            raise ValueError("same")
        return tuple(n.tolist())
    p = np.broadcast_to(0 if padding == "valid" else np.asarray(padding), 2)
    out = np.floor_divide(n + 2 * p - reach - 1, s) + 1
    if (out <= 0).any():
        raise ValueError("size")
    height, width = out.tolist()
    return [height, width]
