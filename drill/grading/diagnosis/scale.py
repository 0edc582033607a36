"""Patterns: the right values but for a sign, a factor, an offset or a function.

Functions as in `order`. A number read off the data uses up evidence: what is left of it must still convince.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from drill.grading.diagnosis.constants import recognised
from drill.grading.diagnosis.sample import Sample, Values, bits, common, spare_bits
from drill.grading.diagnosis.words import joined, number, ratio

ENOUGH = 20.0  # bits beyond the fitted numbers


def negated(samples: Sequence[Sample]) -> str | None:
    if all(each.got.dtype.kind == "b" for each in samples):
        opposite = all(each.want.dtype.kind == "b" and each.matches(~each.want) for each in samples)
        return "{it} {is} true where false is asked, and the other way round." if opposite else None
    if any(each.want.dtype.kind == "b" or not each.matches(-each.want) for each in samples):
        return None
    return (
        "{it} {has} the right size and the opposite sign. Check the order of a subtraction, or a sign "
        "that is missing."
    )


def complement(samples: Sequence[Sample]) -> str | None:
    if any(each.want.dtype.kind == "b" or not each.matches(1 - each.want) for each in samples):
        return None
    return (
        "{it} {is} 1 minus what is asked. Check which of the two parts is meant, and which weight goes "
        "with which."
    )


def unsigned(samples: Sequence[Sample]) -> str | None:
    if any(each.want.dtype.kind == "b" or not each.matches(np.abs(each.want)) for each in samples):
        return None
    return "{it} {has} the right size, but always positive: the sign is lost where negative values are asked."


def factor(samples: Sequence[Sample]) -> str | None:
    """The same factor throughout an output, a known one or one and the same in every case."""
    factors = [_factor(each) for each in samples]
    values = [value for value in factors if value is not None]
    if len(values) < len(samples):
        return None
    named = recognised(samples, values)
    if named is not None:
        return f"{{it}} {{is}} off by exactly a factor of {named.words}: {named.advice}."
    if spare_bits(samples) < ENOUGH:
        return None
    if all(abs(value - values[0]) <= samples[0].rtol * abs(values[0]) for value in values):
        return f"{{it}} {{is}} off by exactly a factor of {ratio(values[0])}, in every case and everywhere."
    return (
        "{it} {is} right but for a factor, one for each case"
        f" ({joined(list(dict.fromkeys(map(ratio, values)))[:3])}): look for a division or a normalisation "
        "that is missing, or by the wrong quantity."
    )


def one_off(samples: Sequence[Sample]) -> str | None:
    """Integers that are all, where wrong, one too large; or one too small."""
    if not all(each.exact and each.same_shape and each.want.dtype.kind != "b" for each in samples):
        return None
    by = [_offset(each) for each in samples]
    if by[0] not in (1, -1) or any(each != by[0] for each in by):
        return None
    everywhere = all(each.wrong.all() for each in samples)
    if not everywhere and bits(samples) < ENOUGH:
        return None
    where = "" if everywhere else " wherever {it} {is} wrong"
    return (
        f"{{it}} {{is}} exactly 1 too {'large' if by[0] == 1 else 'small'}{where}. Check whether counting "
        "starts at 0 or 1, where a range ends, and whether a division rounds down or up."
    )


def offset(samples: Sequence[Sample]) -> str | None:
    """The same number too much, or too little, throughout an output."""
    whole = all(each.same_shape and each.want.dtype.kind != "b" and each.wrong.all() for each in samples)
    offsets = [_offset(each) for each in samples] if whole else []
    values = [value for value in offsets if value is not None]
    if not values or len(values) < len(samples) or len({value > 0 for value in values}) > 1:
        return None
    way = "large" if values[0] > 0 else "small"
    named = recognised(samples, [abs(value) for value in values])
    if named is not None:
        return f"{{it}} {{is}} too {way} by exactly {named.words}, everywhere: look for a term of that size."
    alike = all(abs(value - values[0]) <= samples[0].rtol * abs(values[0]) for value in values)
    if not alike or spare_bits(samples) < ENOUGH:
        return None
    return f"{{it}} {{is}} too {way} by exactly {number(abs(values[0]))}, in every case and everywhere."


def _rounding(decimals: int) -> Callable[[Values], Values]:
    return lambda want: np.round(want, decimals)


FUNCTIONS: tuple[tuple[str, Callable[[Values], Values]], ...] = (
    ("{it} {is} the square of what is asked: a square root is missing, or a square is too many.", np.square),
    (
        "{it} {is} the square root of what is asked: a square is missing, or a square root is too many.",
        np.sqrt,
    ),
    ("{it} {is} one over what is asked: a quotient is the wrong way round.", lambda want: 1 / want),
    ("{it} {is} the logarithm of what is asked: `exp` is missing, or `log` is too many.", np.log),
    ("{it} {is} the exponential of what is asked: `log` is missing, or `exp` is too many.", np.exp),
    ("{it} {is} the tanh of what is asked: one `tanh` is too many.", np.tanh),
    (
        "{it} {is} the sigmoid of what is asked: one sigmoid is too many.",
        lambda want: 1 / (1 + np.exp(-want)),
    ),
    (
        "{it} {has} 0 wherever a negative value is asked, and is right elsewhere.",
        lambda want: np.maximum(want, 0),
    ),
    ("{it} {is} cut to the range from 0 to 1, and is right within it.", lambda want: np.clip(want, 0, 1)),
    ("{it} {is} rounded down: check for `//`, an integer cast, or an array that holds integers.", np.floor),
    (
        "{it} {has} {its} fractions cut off: check for an integer cast or an array that holds integers.",
        np.trunc,
    ),
    ("{it} {is} rounded to whole numbers.", np.round),
    ("{it} {is} rounded up.", np.ceil),
    *(
        (f"{{it}} {{is}} rounded to {n} decimals. Return it as it is computed.", _rounding(n))
        for n in range(1, 7)
    ),
)
UNDONE: tuple[tuple[str, Callable[[Values], Values]], ...] = (
    ("{it} lack{s} a last `tanh`.", np.tanh),
    ("{it} lack{s} a last sigmoid: with it, it would be right.", lambda got: 1 / (1 + np.exp(-got))),
    ("{it} {is} right but for negative values, which have to become 0.", lambda got: np.maximum(got, 0)),
    ("{it} go{es} below 0 or above 1 where it has to be cut to that range.", lambda got: np.clip(got, 0, 1)),
    ("{it} lack{s} a last rounding down.", np.floor),
    ("{it} lack{s} a last rounding.", np.round),
)


def function(samples: Sequence[Sample]) -> str | None:
    """What came back is a simple function of what is expected, or the other way round."""
    if not all(map(_float, samples)):
        return None
    if _vary([each.got for each in samples]):
        for says, apply in FUNCTIONS:
            if all(each.matches(apply(_real(each.want))) for each in samples):
                return says
    if _vary([each.want for each in samples]):
        for says, apply in UNDONE:
            if all(each.restores(apply(_real(each.got))) for each in samples):
                return says
    return None


def _vary(arrays: Sequence[Values]) -> bool:
    """What many a function makes of large numbers, such as a tanh of 1, tells nothing of which it was."""
    return len(np.unique(np.concatenate([array.ravel() for array in arrays]))) > 1


def softmax_missing(samples: Sequence[Sample]) -> str | None:
    axis = common(samples, lambda each: range(each.want.ndim), _softmax_restores)
    return (
        None if axis is None else f"{{it}} {{is}} right before a softmax over axis {axis}, which is missing."
    )


def _float(each: Sample) -> bool:
    return each.same_shape and not each.exact and each.want.dtype.kind in "if" and each.got.dtype.kind in "if"


def _real(array: Values) -> Values:
    return array.astype(np.float64)


def _factor(each: Sample) -> float | None:
    """k with got = k * want, neither 0 nor 1; read off the largest values together."""
    if not each.same_shape or each.want.dtype.kind not in "iuf" or each.got.dtype.kind not in "iuf":
        return None
    want, got = _real(each.want).ravel(), _real(each.got).ravel()
    square = float(want @ want)
    k = float(want @ got) / square if square else 0.0
    if k == 0.0 or not np.isfinite(k) or abs(k - 1) <= each.rtol:
        return None
    if not each.matches((k * want).reshape(each.want.shape)):
        return None
    return k


def _offset(each: Sample) -> float | None:
    """c with got = want + c wherever got is wrong."""
    if "c" in (each.want.dtype.kind, each.got.dtype.kind) or not each.wrong.any():
        return None
    want, got = _real(each.want[each.wrong]), _real(each.got[each.wrong])
    c = float(np.median(got - want))
    right = c != 0.0 and np.isfinite(c) and bool(each.near(got, want + c).all())
    return c if right else None


def _softmax_restores(each: Sample, axis: int) -> bool:
    if not _float(each) or axis >= each.want.ndim or each.want.shape[axis] < 2:
        return False
    powers = np.exp(_real(each.got) - each.got.max(axis=axis, keepdims=True))
    return each.restores(powers / powers.sum(axis=axis, keepdims=True))
