"""What a submission returned, as a tree for the wire.

Only exact types are looked into, and only with the methods of those types: a subclass, or an object that
overrides its operators, is never asked anything and becomes `Opaque`. Tuples are the exception (named tuples,
`torch.return_types`): their storage cannot lie.
"""

from __future__ import annotations

import sys
from collections import OrderedDict, defaultdict
from collections.abc import Mapping
from typing import Any

import numpy as np

from drill.runner.wire import DTYPES, MAX_DEPTH, MAX_INT_BITS, MAX_ITEMS, MAX_NAME, Array, Opaque

_SCALARS = frozenset(np.dtype(name).type for name in DTYPES)
_DICTIONARIES = (dict, OrderedDict, defaultdict)


class TooLarge(Exception):
    """More than an answer may hold."""


def snapshot(value: Any, max_bytes: int) -> Any:
    """The tree of `value`. Raises TooLarge."""
    return _Snapshot(max_bytes).node(value, 0)


def changed(given: Mapping[str, Any], inputs: Mapping[str, Any]) -> dict[str, Any]:
    """Those of `inputs` (what the submission received) that no longer are what was `given`, as trees."""
    now = {name: value for name, value in inputs.items() if not _same(given[name], value)}
    return {name: snapshot(value, sys.maxsize) for name, value in now.items()}


def type_name(kind: type) -> str:
    """The name of a type that the submission may have made up: bounded and printable."""
    module = type.__dict__["__module__"].__get__(kind)
    name = type.__dict__["__qualname__"].__get__(kind)
    known = type(module) is str and module not in ("builtins", "submission")
    text = f"{module}.{name}" if known else name
    return "".join(character if character.isprintable() else "?" for character in text[:100])


class _Snapshot:
    def __init__(self, max_bytes: int) -> None:
        self._left = max_bytes
        self._items = 0

    def node(self, value: Any, depth: int) -> Any:
        self._items += 1
        if self._items > MAX_ITEMS:
            raise TooLarge(f"returned more than {MAX_ITEMS} values")
        if depth > MAX_DEPTH:
            raise TooLarge(f"returned something nested more than {MAX_DEPTH} levels deep")
        kind = type(value)
        if value is None or kind in (bool, float, complex):
            return value
        if kind in (int, str):
            return self._bounded(value)
        if kind is list:
            return [self.node(item, depth + 1) for item in list.copy(value)]
        if issubclass(kind, tuple):
            return tuple([self.node(item, depth + 1) for item in tuple.__iter__(value)])
        if kind in _DICTIONARIES and all(type(key) is str for key in dict.keys(value)):
            return {self._key(key): self.node(item, depth + 1) for key, item in list(dict.items(value))}
        return self._array(value, kind)

    def _bounded(self, value: Any) -> Any:
        if type(value) is int and value.bit_length() > MAX_INT_BITS:
            raise TooLarge(f"returned an integer of more than {MAX_INT_BITS} bits")
        if type(value) is str:
            self._take(len(value))
        return value

    def _key(self, key: str) -> str:
        if len(key) > MAX_NAME:
            raise TooLarge(f"returned a dictionary with a key of more than {MAX_NAME} characters")
        self._take(len(key))
        return key

    def _take(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise TooLarge("returned more bytes than a right answer can have")

    def _array(self, value: Any, kind: type) -> Any:
        found = _numbers(value, kind)
        if found is None:
            return Opaque(type_name(kind))
        if isinstance(found, str):
            return Opaque(found)
        self._take(found.data.size * found.data.itemsize)  # before a broadcast array is written out
        return found


def _numbers(value: Any, kind: type) -> Array | str | None:
    """An array or a scalar where it lies; what it is where it cannot be sent; None for other objects."""
    if kind is np.ndarray or kind in _SCALARS:
        data = value if kind is np.ndarray else np.asarray(value)
        return (
            Array(data, "numpy", kind is not np.ndarray) if data.dtype.name in DTYPES else _no_numbers(data)
        )
    torch = sys.modules.get("torch")
    if torch is None or (kind is not torch.Tensor and kind is not torch.nn.Parameter):
        return None
    if value.layout is not torch.strided or value.is_quantized or value.device.type == "meta":
        return "tensor that is not dense"
    try:
        return Array(value.detach().resolve_conj().resolve_neg().cpu().numpy(), "torch", False)
    except TypeError:  # bfloat16 and the like: NumPy has no such numbers
        return f"tensor of {str(value.dtype).removeprefix('torch.')}"


def _no_numbers(data: np.ndarray[Any, Any]) -> str:
    return f"array of {data.dtype.name[:60]}"


def _same(given: Any, value: Any) -> bool:
    """Whether an input is, bit for bit, what the tree `given` says."""
    if type(given) is Array:
        now = _numbers(value, type(value))
        return type(now) is Array and _equal(given.data, now.data)
    if type(given) is not type(value):
        return False
    if type(given) in (list, tuple):
        return len(given) == len(value) and all(map(_same, given, value))
    if type(given) is dict:
        return given.keys() == value.keys() and all(_same(given[key], value[key]) for key in given)
    return bool(given == value or given != given)


def _equal(one: np.ndarray[Any, Any], two: np.ndarray[Any, Any]) -> bool:
    if one.dtype != two.dtype or one.shape != two.shape:
        return False
    if one.itemsize > 8:  # complex128: no integer is as wide
        return one.tobytes() == two.tobytes()
    bits = f"u{one.itemsize}"
    return bool((one.view(bits) == two.view(bits)).all())
