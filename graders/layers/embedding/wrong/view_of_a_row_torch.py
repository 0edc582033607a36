# wrong answer
# for a single id, table[id] is a view of the table
import torch


def validate(ids, size):
    if bool((ids < 0).any()) or bool((ids >= size).any()):
        raise IndexError("index out of range")


def embedding_forward(ids, table, padding_idx=None):
    validate(ids, table.shape[0])
    return table[ids]


def embedding_backward(dout, ids, vocab_size, padding_idx=None):
    validate(ids, vocab_size)
    dim = dout.shape[-1]
    grad = torch.zeros((vocab_size, dim), dtype=dout.dtype, device=dout.device)
    index = ids.reshape(-1, 1).expand(-1, dim)
    grad.scatter_add_(0, index, dout.reshape(-1, dim))
    if padding_idx is not None:
        grad[padding_idx].zero_()
    return grad


def one_hot(ids, vocab_size):
    validate(ids, vocab_size)
    return torch.eye(vocab_size, device=ids.device)[ids]
