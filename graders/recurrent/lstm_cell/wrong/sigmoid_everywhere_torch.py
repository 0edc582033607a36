# wrong answer
import torch


def lstm_cell(x, h, c, w_ih, w_hh, b_ih, b_hh):
    gates = torch.sigmoid(torch.addmm(b_ih, x, w_ih.t()) + torch.addmm(b_hh, h, w_hh.t()))
    i, f, g, o = gates.chunk(4, 1)
    cy = f * c + i * g
    return o * torch.tanh(cy), cy
