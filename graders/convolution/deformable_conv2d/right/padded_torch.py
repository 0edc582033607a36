"""A border of one zero around the image, into which positions are clamped; flat indices for gather."""

import torch
import torch.nn.functional as F


def deform_conv2d(x, offset, w, b=None, stride=1, padding=0, dilation=1):
    N, C, H, W = x.shape
    n_out, _, kh, kw = w.shape
    oh, ow = offset.shape[2:]
    padded = F.pad(x, (1, 1, 1, 1)).flatten(2)
    ys = torch.arange(oh, device=x.device).view(-1, 1) * stride - padding
    xs = torch.arange(ow, device=x.device).view(1, -1) * stride - padding
    out = x.new_zeros(N, n_out, oh, ow)
    for i in range(kh):
        for j in range(kw):
            cell = i * kw + j
            y = (ys + i * dilation + offset[:, 2 * cell]).clamp(-1, H) + 1
            z = (xs + j * dilation + offset[:, 2 * cell + 1]).clamp(-1, W) + 1
            y0, z0 = y.floor().clamp(max=H), z.floor().clamp(max=W)
            fy, fz = (y - y0).unsqueeze(1), (z - z0).unsqueeze(1)

            def take(r, c):
                index = (r * (W + 2) + c).long().reshape(N, 1, -1).expand(-1, C, -1)
                return padded.gather(2, index).view(N, C, oh, ow)

            top = take(y0, z0) * (1 - fz) + take(y0, z0 + 1) * fz
            bottom = take(y0 + 1, z0) * (1 - fz) + take(y0 + 1, z0 + 1) * fz
            out += torch.einsum("nchw,oc->nohw", top * (1 - fy) + bottom * fy, w[:, :, i, j])
    return out if b is None else out + b.view(1, -1, 1, 1)
