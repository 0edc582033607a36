# wrong answer
# allocates the new states without the input's dtype, which is float32 in PyTorch
import torch


def lstm_cell(x, h, c, w_ih, w_hh, b_ih, b_hh):
    n, units = h.shape
    h_next, c_next = torch.empty(n, units, device=x.device), torch.empty(n, units, device=x.device)
    for row in range(n):
        z = w_ih @ x[row] + b_ih + w_hh @ h[row] + b_hh
        i, f, g, o = z.chunk(4)
        c_next[row] = torch.sigmoid(f) * c[row] + torch.sigmoid(i) * torch.tanh(g)
        h_next[row] = torch.sigmoid(o) * torch.tanh(c_next[row])
    return h_next, c_next
