# wrong answer
# the four weights belong to the opposite corners
import torch


def deform_conv2d(x, offset, w, b=None, stride=1, padding=0, dilation=1):
    N, C, H, W = x.shape
    O, _, kh, kw = w.shape
    OH, OW = offset.shape[-2:]
    off = offset.reshape(N, kh * kw, 2, OH, OW)
    ky, kx = torch.meshgrid(
        torch.arange(kh, device=x.device), torch.arange(kw, device=x.device), indexing="ij"
    )
    ky, kx = ky.reshape(-1, 1, 1) * dilation, kx.reshape(-1, 1, 1) * dilation
    oy, ox = (
        torch.arange(OH, device=x.device).view(1, -1, 1) * stride,
        torch.arange(OW, device=x.device).view(1, 1, -1) * stride,
    )
    py = oy - padding + ky + off[:, :, 0]
    px = ox - padding + kx + off[:, :, 1]
    y0, x0 = torch.floor(py), torch.floor(px)
    flat = x.reshape(N, C, H * W)

    def corner(yy, xx):
        valid = (yy >= 0) & (yy <= H - 1) & (xx >= 0) & (xx <= W - 1)
        idx = yy.clamp(0, H - 1).long() * W + xx.clamp(0, W - 1).long()
        vals = flat.gather(2, idx.reshape(N, 1, -1).expand(N, C, -1)).view(N, C, *idx.shape[1:])
        return vals * valid.unsqueeze(1)

    wy, wx = (py - y0).unsqueeze(1), (px - x0).unsqueeze(1)
    val = (
        corner(y0, x0) * wy * wx
        + corner(y0, x0 + 1) * wy * (1 - wx)
        + corner(y0 + 1, x0) * (1 - wy) * wx
        + corner(y0 + 1, x0 + 1) * (1 - wy) * (1 - wx)
    )
    out = torch.einsum("nckhw,ock->nohw", val, w.flatten(2))
    return out if b is None else out + b[:, None, None]
