"""Values between the judge and a runner, as bytes that cannot execute.

A payload is a 4-byte little-endian header length, a JSON header and the raw bytes of the arrays one after the
other. In the header, None, bool, int, float and str stand for themselves; everything else is tagged:

    ["l", ...] list    ["t", ...] tuple    {"d": [[key, value], ...]} dict with str keys
    {"c": [re, im]} complex    {"a": [dtype, shape, framework, scalar]} array    {"o": name} opaque object

`decode` treats its input as hostile: it raises `Malformed` and nothing else, and allocates no more than a small
multiple of the payload that is already in memory. `encode` looks at exact types only, so that a subclass or an
object that overrides its operators is never asked anything: it becomes `Opaque`.
"""

from __future__ import annotations

import json
import math
import struct
import sys
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

HEADER = struct.Struct("<I")
MAX_HEADER = 8 << 20  # bytes
MAX_DEPTH = 32
MAX_ITEMS = 200_000
MAX_NDIM = 32
DTYPES = {
    name: np.dtype(name)
    for name in (
        *("bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"),
        *("float16", "float32", "float64", "complex64", "complex128"),
    )
}
_NAMES = {dtype: name for name, dtype in DTYPES.items()}
_PLAIN = (type(None), bool, int, float, str)


class Malformed(ValueError):
    """Bytes that are not a payload of this format."""


class TooLarge(ValueError):
    """A value beyond the bounds of this format: too many items or bytes, or nested too deeply."""


@dataclass(frozen=True, slots=True)
class Array:
    """An array or a scalar of an array library (`scalar`: a NumPy scalar; 0-d arrays are arrays)."""

    data: np.ndarray[Any, Any]
    framework: Literal["numpy", "torch"]
    scalar: bool = False


@dataclass(frozen=True, slots=True)
class Opaque:
    """Anything else: only the name of its type travels."""

    type_name: str


def encode(tree: Any, max_bytes: int = 1 << 62) -> bytes:
    """Raises TooLarge beyond the bounds; never runs code of the objects in `tree`."""
    writer = _Writer(max_bytes)
    header = json.dumps(writer.item(tree, 0)).encode("utf-8", "surrogatepass")
    if len(header) > min(MAX_HEADER, max_bytes):
        raise TooLarge("too many values")
    return b"".join((HEADER.pack(len(header)), header, *writer.blobs))


class _Writer:
    def __init__(self, max_bytes: int) -> None:
        self.blobs: list[bytes] = []
        self.left = max_bytes
        self.items = 0

    def item(self, value: Any, depth: int) -> Any:
        kind = type(value)
        self.items += 1
        if self.items > MAX_ITEMS or depth > MAX_DEPTH:
            raise TooLarge("too many values" if depth <= MAX_DEPTH else "nested too deeply")
        if kind in _PLAIN:
            return self._plain(value)
        if kind is list or kind is tuple:
            return ["l" if kind is list else "t", *[self.item(each, depth + 1) for each in value]]
        if kind is dict and all(type(key) is str for key in value):
            return {"d": [[key, self.item(each, depth + 1)] for key, each in value.items()]}
        if kind is complex:
            return {"c": [value.real, value.imag]}
        array = value if kind is Array else as_array(value)
        return {"o": type_name(value)} if array is None else self._array(array)

    def _plain(self, value: Any) -> Any:
        if type(value) is str:
            self.left -= len(value)
        elif type(value) is int and value.bit_length() > 4096:
            raise TooLarge("an integer of more than 4096 bits")
        if self.left < 0:
            raise TooLarge("too many bytes")
        return value

    def _array(self, array: Array) -> Any:
        data = array.data
        name = _NAMES.get(data.dtype)
        if name is None or data.ndim > MAX_NDIM:
            return {"o": f"array of {data.dtype.name}"}
        self.left -= data.nbytes
        if self.left < 0:
            raise TooLarge("too many bytes")
        self.blobs.append(data.tobytes())
        return {"a": [name, list(data.shape), array.framework, array.scalar]}


def as_array(value: Any) -> Array | None:
    """A NumPy array or scalar, a tensor or an nn.Parameter, by exact type; None for anything else."""
    kind = type(value)
    if kind is np.ndarray:
        return Array(value, "numpy")
    if kind in _SCALARS:
        return Array(np.asarray(value), "numpy", True)
    torch = sys.modules.get("torch")
    if torch is None or (kind is not torch.Tensor and kind is not torch.nn.Parameter):
        return None
    try:
        return Array(value.detach().resolve_conj().resolve_neg().cpu().numpy(), "torch")
    except (RuntimeError, TypeError):  # sparse, quantised, meta or bfloat16
        return None


_SCALARS = frozenset(dtype.type for dtype in DTYPES.values())


def type_name(value: Any) -> str:
    """`module.Name` of a type that the submission may have made up: bounded, printable."""
    kind = type(value)
    module, name = type.__dict__["__module__"].__get__(kind), type.__dict__["__qualname__"].__get__(kind)
    text = name if module in ("builtins", "submission") or type(module) is not str else f"{module}.{name}"
    return "".join(each if each.isprintable() else "?" for each in text[:100])


def decode(payload: bytes | bytearray | memoryview) -> Any:
    """The tree in a payload; arrays are read-only views of it. Raises Malformed."""
    view = memoryview(payload)
    try:
        (length,) = HEADER.unpack_from(view)
        if length > min(MAX_HEADER, len(view) - HEADER.size):
            raise Malformed("the header is longer than the payload")
        header = json.loads(str(view[HEADER.size : HEADER.size + length], "utf-8", "surrogatepass"))
        reader = _Reader(view[HEADER.size + length :])
        tree = reader.item(header, 0)
    except Malformed:
        raise
    except (ValueError, TypeError, RecursionError, OverflowError, struct.error) as error:
        raise Malformed(str(error)[:200]) from None
    if len(reader.blobs):
        raise Malformed("bytes that belong to no array")
    return tree


class _Reader:
    def __init__(self, blobs: memoryview) -> None:
        self.blobs = blobs
        self.items = 0

    def item(self, value: Any, depth: int) -> Any:
        self.items += 1
        if self.items > MAX_ITEMS or depth > MAX_DEPTH:
            raise Malformed("too many values, or nested too deeply")
        if type(value) in _PLAIN:
            return value
        if isinstance(value, list):
            items = [self.item(each, depth + 1) for each in value[1:]]
            return {"l": list, "t": tuple}[_one_of(value[:1], "l", "t")](items)
        ((tag, body),) = value.items()
        if tag == "d":
            return {_text(key): self.item(each, depth + 1) for key, each in body}
        if tag == "c":
            return complex(float(body[0]), float(body[1]))
        if tag == "o":
            return Opaque(_text(body)[:100])
        if tag == "a":
            return self._array(*body)
        raise Malformed("an unknown tag")

    def _array(self, name: Any, shape: Any, framework: Any, scalar: Any) -> Array:
        dtype = DTYPES[_one_of([name], *DTYPES)]
        if not isinstance(shape, list) or len(shape) > MAX_NDIM:
            raise Malformed("a shape is a short list")
        if any(type(size) is not int or not 0 <= size < 1 << 40 for size in shape):
            raise Malformed("a size is a whole number")
        count = math.prod(shape) * dtype.itemsize
        if count > len(self.blobs):
            raise Malformed("an array longer than its bytes")
        data = np.frombuffer(self.blobs[:count], dtype).reshape(shape)
        self.blobs = self.blobs[count:]
        return Array(data, "torch" if _one_of([framework], "numpy", "torch") == "torch" else "numpy", scalar is True)


def _one_of(values: list[Any], *allowed: str) -> str:
    if len(values) != 1 or type(values[0]) is not str or values[0] not in allowed:
        raise Malformed("an unknown word")
    return values[0]


def _text(value: Any) -> str:
    if type(value) is not str:
        raise Malformed("text is expected")
    return value
