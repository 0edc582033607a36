# wrong answer
# "if padding_idx" is false for index 0
import torch


def _in_range(ids, n):
    if ((ids < 0) | (ids >= n)).any():
        raise IndexError(f"ids must be in [0, {n})")
    return ids


def embedding_forward(ids, table, padding_idx=None):
    return table[_in_range(ids, table.size(0))].clone()


def embedding_backward(dout, ids, vocab_size, padding_idx=None):
    grad = dout.new_zeros(vocab_size, dout.size(-1))
    grad.index_put_((_in_range(ids, vocab_size),), dout, accumulate=True)
    if padding_idx:
        grad[padding_idx] = 0
    return grad


def one_hot(ids, vocab_size):
    out = torch.zeros(*ids.shape, vocab_size, device=ids.device)
    return out.scatter_(-1, _in_range(ids, vocab_size).unsqueeze(-1), 1.0)
