# wrong answer
# the output reads the cell before it is updated
import torch


def lstm_cell(x, h, c, w_ih, w_hh, b_ih, b_hh):
    z = torch.matmul(x, w_ih.T) + torch.matmul(h, w_hh.T) + (b_ih + b_hh)
    H = h.shape[-1]
    i, f, g, o = z[:, 0:H], z[:, H : 2 * H], z[:, 2 * H : 3 * H], z[:, 3 * H : 4 * H]
    h_new = torch.sigmoid(o) * torch.tanh(c)
    c_new = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
    return h_new, c_new
