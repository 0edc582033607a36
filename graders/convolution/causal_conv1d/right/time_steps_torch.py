# one output position after the other; the stream's buffer is rolled
import torch


def conv1d(x, w, b=None, stride=1, padding=0, dilation=1):
    N, C, L = x.shape
    _, _, k = w.shape
    padded = x.new_zeros(N, C, L + 2 * padding)
    padded[:, :, padding : L + padding] = x
    flat = w.flatten(1).t()
    steps = []
    for start in range(0, padded.shape[2] - dilation * (k - 1), stride):
        window = padded[:, :, start : start + dilation * (k - 1) + 1 : dilation].reshape(N, -1)
        steps.append(window @ flat)
    out = torch.stack(steps, dim=2)
    return out if b is None else out + b.view(1, -1, 1)


def causal_conv1d(x, w, b=None, dilation=1):
    history = x.new_zeros(x.shape[0], x.shape[1], (w.shape[2] - 1) * dilation)
    return conv1d(torch.cat((history, x), 2), w, b, 1, 0, dilation)


def stream_step(buffer, x_t, w, b=None, dilation=1):
    y = x_t @ w[:, :, -1].t()
    for i in range(w.shape[2] - 1):
        y = y + buffer[:, :, i * dilation] @ w[:, :, i].t()
    if b is not None:
        y = y + b
    if buffer.shape[2] == 0:
        return y, buffer.clone()
    rolled = torch.roll(buffer, -1, dims=2)
    rolled[:, :, -1] = x_t
    return y, rolled
