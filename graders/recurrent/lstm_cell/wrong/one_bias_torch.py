# wrong answer
# a second bias looks redundant, so it is left out
import torch
import torch.nn.functional as F


def lstm_cell(x, h, c, w_ih, w_hh, b_ih, b_hh):
    gates = F.linear(torch.cat([x, h], dim=1), torch.cat([w_ih, w_hh], dim=1), b_ih)
    i, f, g, o = gates.chunk(4, dim=-1)
    c = f.sigmoid() * c + i.sigmoid() * g.tanh()
    h = o.sigmoid() * c.tanh()
    return h, c
