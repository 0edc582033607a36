# wrong answer
# one_hot of integers, as torch's own
import torch


def check(ids, n):
    if (ids < 0).any() or (ids >= n).any():
        raise IndexError("id out of range")


def embedding_forward(ids, table, padding_idx=None):
    check(ids, len(table))
    return (
        torch.index_select(table, 0, ids.flatten()).unflatten(0, ids.shape)
        if ids.dim()
        else table[ids].clone()
    )


def embedding_backward(dout, ids, vocab_size, padding_idx=None):
    check(ids, vocab_size)
    out = dout.new_zeros(vocab_size, dout.shape[-1])
    out.index_add_(0, ids.flatten(), dout.reshape(-1, dout.shape[-1]))
    if padding_idx is not None:
        out[padding_idx] = 0
    return out


def one_hot(ids, vocab_size):
    check(ids, vocab_size)
    return torch.zeros(*ids.shape, vocab_size, dtype=torch.int64, device=ids.device).scatter(
        -1, ids.unsqueeze(-1), 1
    )
