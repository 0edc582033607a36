# wrong answer
# padding comes out as zeros
import torch


def embedding_forward(ids, table, padding_idx=None):
    if ids.min() < 0 or ids.max() >= len(table):
        raise IndexError("bad id")
    out = table[ids.reshape(-1)].reshape(*ids.shape, -1)
    if padding_idx is not None:
        out = torch.where((ids == padding_idx).unsqueeze(-1), torch.zeros_like(out), out)
    return out


def embedding_backward(dout, ids, vocab_size, padding_idx=None):
    if ids.min() < 0 or ids.max() >= vocab_size:
        raise IndexError("bad id")
    d = dout.shape[-1]
    flat_ids, flat = ids.reshape(-1), dout.reshape(-1, d)
    if padding_idx is not None:
        keep = flat_ids != padding_idx
        flat_ids, flat = flat_ids[keep], flat[keep]
    return dout.new_zeros(vocab_size, d).index_add(0, flat_ids, flat)


def one_hot(ids, vocab_size):
    if ids.min() < 0 or ids.max() >= vocab_size:
        raise IndexError("bad id")
    return (ids.unsqueeze(-1) == torch.arange(vocab_size, device=ids.device)).float()
