# run-time error
# two nested loops: a batch of sequences and nothing else
import torch


def embedding_forward(ids, table, padding_idx=None):
    B, T = ids.shape
    out = torch.empty(B, T, table.shape[1], dtype=table.dtype, device=table.device)
    for b in range(B):
        for t in range(T):
            if not 0 <= ids[b, t] < len(table):
                raise IndexError("id")
            out[b, t] = table[ids[b, t]]
    return out


def embedding_backward(dout, ids, vocab_size, padding_idx=None):
    B, T, D = dout.shape
    grad = dout.new_zeros(vocab_size, D)
    for b in range(B):
        for t in range(T):
            if not 0 <= ids[b, t] < vocab_size:
                raise IndexError("id")
            if ids[b, t] != padding_idx:
                grad[ids[b, t]] += dout[b, t]
    return grad


def one_hot(ids, vocab_size):
    return torch.stack([torch.stack([one(i, vocab_size) for i in row]) for row in ids])


def one(i, n):
    if not 0 <= i < n:
        raise IndexError("id")
    e = torch.zeros(n)
    e[i] = 1
    return e
