import torch


def check(ids, size):
    if ids.numel() and not (ids.min().item() >= 0 and ids.max().item() < size):
        raise IndexError("id out of range")


def embedding_forward(ids, table, padding_idx=None):
    check(ids, table.size(0))
    flat = table.index_select(0, ids.flatten())
    return flat.view(ids.shape + table.shape[1:])


def embedding_backward(dout, ids, vocab_size, padding_idx=None):
    check(ids, vocab_size)
    weight = dout if padding_idx is None else dout * (ids != padding_idx).unsqueeze(-1)
    dtable = dout.new_zeros(vocab_size, dout.size(-1))
    return dtable.index_put((ids,), weight, accumulate=True)


def one_hot(ids, vocab_size):
    check(ids, vocab_size)
    return torch.zeros(*ids.shape, vocab_size, device=ids.device).scatter(-1, ids.unsqueeze(-1), 1.0)
