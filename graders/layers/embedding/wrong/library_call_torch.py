# rule violation
# the library's own functions
import torch
import torch.nn.functional as F


def embedding_forward(ids, table, padding_idx=None):
    return F.embedding(ids, table, padding_idx)


def embedding_backward(dout, ids, vocab_size, padding_idx=None):
    hot = F.one_hot(ids.flatten(), vocab_size).to(dout.dtype)
    return hot.T @ dout.reshape(-1, dout.shape[-1])


def one_hot(ids, vocab_size):
    return F.one_hot(ids, vocab_size).float()
