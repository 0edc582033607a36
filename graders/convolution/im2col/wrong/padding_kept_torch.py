# wrong answer
# the padding stays on the image
import torch


def both(v):
    return (v, v) if isinstance(v, int) else v


def sizes(hw, k, s, p, d):
    return [(hw[a] + 2 * p[a] - d[a] * (k[a] - 1) - 1) // s[a] + 1 for a in (0, 1)]


def im2col(x, kernel_size, stride=1, padding=0, dilation=1):
    k, s, p, d = map(both, (kernel_size, stride, padding, dilation))
    oh, ow = sizes(x.shape[2:], k, s, p, d)
    x = torch.nn.functional.pad(x, (p[1], p[1], p[0], p[0]))
    cells = []
    for u in range(k[0]):
        for v in range(k[1]):
            cells.append(x[:, :, u * d[0] :: s[0], v * d[1] :: s[1]][:, :, :oh, :ow])
    return torch.stack(cells, 2).reshape(len(x), -1, oh * ow)


def col2im(cols, output_size, kernel_size, stride=1, padding=0, dilation=1):
    k, s, p, d = map(both, (kernel_size, stride, padding, dilation))
    oh, ow = sizes(output_size, k, s, p, d)
    H, W = output_size[0] + 2 * p[0], output_size[1] + 2 * p[1]
    parts = cols.reshape(len(cols), -1, k[0], k[1], oh, ow)
    image = cols.new_zeros(len(cols), parts.shape[1], H, W)
    for u in range(k[0]):
        for v in range(k[1]):
            image[:, :, u * d[0] :: s[0], v * d[1] :: s[1]][:, :, :oh, :ow] += parts[:, :, u, v]
    return image
