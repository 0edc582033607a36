"""Receptive fields of stacked layers (Dumoulin & Visin 2016; Araujo, Norris & Sim 2019, equations 1 to 4)."""

from __future__ import annotations

from collections.abc import Iterable


def receptive_field(layers: Iterable[tuple[int, int, int, int]]) -> list[tuple[int, int, float]]:
    """(size, jump, centre) after each layer (kernel, stride, padding, dilation), in input pixels.

    size: how many pixels a unit sees; jump: how far apart neighbours look; centre: where unit 0 looks.
    """
    size, jump, centre = 1, 1, 0.0
    fields = []
    for kernel, stride, padding, dilation in layers:
        reach = dilation * (kernel - 1)  # from the first tap to the last, in units of the layer below
        size += reach * jump
        centre += (reach / 2 - padding) * jump
        jump *= stride
        fields.append((size, jump, centre))
    return fields


def smallest_stack(rf: int, kernel: int = 3) -> int:
    """How many layers of stride 1 it takes to see rf pixels; each adds kernel - 1."""
    if rf <= 1:
        return 0
    if kernel == 1:
        raise ValueError("layers of kernel 1 never see more than one pixel")
    return -(-(rf - 1) // (kernel - 1))
